#include "widgets/shell/keyshelp.h"

#include "widgets/controls/pill.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace Watchfloor {

KeysHelp::KeysHelp(const Keys &windowKeys, const QString &pageTitle, const Keys &pageKeys, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(40);
    row->addWidget(list(tr("Everywhere"), windowKeys), 0, Qt::AlignTop);
    if (!pageKeys.isEmpty())
        row->addWidget(list(pageTitle, pageKeys), 0, Qt::AlignTop);
}

QWidget *KeysHelp::list(const QString &title, const Keys &keys)
{
    auto *widget = new QWidget;
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Size::cardGap);
    grid->setVerticalSpacing(Size::gap);
    auto *caption = new TextLabel(title.toUpper(), Tone::Secondary);
    caption->setCaption();
    grid->addWidget(caption, 0, 0, 1, 2);
    int line = 1;
    for (const auto &[key, meaning] : keys) {
        grid->addWidget(new KeyHint(key), line, 0, Qt::AlignLeft);
        grid->addWidget(new TextLabel(meaning), line++, 1);
    }
    return widget;
}

} // namespace Watchfloor
