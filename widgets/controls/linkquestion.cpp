#include "widgets/controls/linkquestion.h"

#include "models/core/format.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>

namespace Watchfloor {

void askToOpen(const QUrl &url, QWidget *parent, std::function<void(const QUrl &)> opener)
{
    if (!url.isValid() || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")))
        return;
    // In ASCII, so that a look-alike host name is seen for what it is.
    auto *question = new QMessageBox(parent);
    question->setObjectName(QStringLiteral("linkQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(QCoreApplication::translate("Watchfloor::MarkdownView", "Open a link"));
    question->setText(QCoreApplication::translate("Watchfloor::MarkdownView", "Open this address in the browser?"));
    question->setInformativeText(Format::safeText(QString::fromLatin1(url.toEncoded()), 2'048));
    QPushButton *open = question->addButton(QCoreApplication::translate("Watchfloor::MarkdownView", "Open"), QMessageBox::AcceptRole);
    open->setObjectName(QStringLiteral("openLink"));
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    QObject::connect(question, &QMessageBox::buttonClicked, question, [open, url, opener = std::move(opener)](QAbstractButton *button) {
        if (button != open)
            return;
        if (opener)
            opener(url);
        else
            QDesktopServices::openUrl(url);
    });
    question->open();
}

} // namespace Watchfloor
