#include "widgets/alerts/linklist.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/keyvaluelist.h"
#include "widgets/controls/textlabel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMessageBox>

namespace Watchfloor {

namespace {
constexpr int longestAddress = 2'000;
}

LinkList::LinkList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
}

bool LinkList::mayOpen(const QUrl &url)
{
    return url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty() && url.userInfo().isEmpty();
}

void LinkList::setLinks(const std::vector<std::pair<QString, QString>> &links)
{
    if (links == m_links)
        return;
    m_links = links;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_names.clear();
    for (const auto &[name, address] : links)
        addLink(name, address);
}

void LinkList::setNameWidth(int width)
{
    m_nameWidth = width;
    for (QWidget *name : m_names)
        name->setFixedWidth(width);
}

void LinkList::addLink(const QString &name, const QString &address)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::unit);
    auto *label = new ElidedLabel(Format::safeText(name, 60), Tone::Secondary);
    label->setFixedWidth(m_nameWidth);
    m_names.push_back(label);
    row->addWidget(label);
    row->addSpacing(KeyValueList::spacing - Size::unit);
    auto *text = new ElidedLabel(Format::safeText(address, longestAddress));
    text->setElideMode(Qt::ElideMiddle);
    row->addWidget(text, 1);
    auto *copy = new IconButton(QStringLiteral("copy"), tr("Copy the address"));
    row->addWidget(copy);
    connect(copy, &IconButton::clicked, this, [address] { QGuiApplication::clipboard()->setText(address); });
    const QUrl url(address, QUrl::StrictMode);
    if (mayOpen(url)) {
        auto *open = new IconButton(QStringLiteral("external"), tr("Open in the browser…"));
        row->addWidget(open);
        connect(open, &IconButton::clicked, this, [this, url] { confirm(url); });
    }
    m_column->addWidget(line);
}

void LinkList::confirm(const QUrl &url)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Open this address?"), tr("The alert names this address on %1:").arg(url.host()),
                                QMessageBox::Cancel, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(Format::safeText(url.toString(QUrl::FullyEncoded), longestAddress));
    auto *open = box->addButton(tr("Open"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(open, &QPushButton::clicked, box, [url] { QDesktopServices::openUrl(url); });
    box->open();
}

} // namespace Watchfloor
