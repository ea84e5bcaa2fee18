#pragma once

#include <QMenu>
#include <QTest>
#include <QWidget>

namespace Watchfloor::Testing {

/// The first child of this type, and of this name when one is given, that is shown; null when there is none.
template <typename T>
T *shownIn(const QWidget &root, const QString &name = {})
{
    for (T *widget : root.findChildren<T *>(name))
        if (widget->isVisible())
            return widget;
    return nullptr;
}

/// Clicks the enabled entry of a menu that begins so: plurals have their ends from the translations. False when there is none.
inline bool chooseFrom(QMenu *menu, const QString &text)
{
    if (!menu)
        return false;
    for (QAction *action : menu->actions()) {
        if (!action->text().startsWith(text) || !action->isEnabled())
            continue;
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        return true;
    }
    return false;
}

/// With WATCHFLOOR_GALLERY set to a folder the picture is kept there for the eye; false when it is empty or could not be kept.
/// `Picture` is a QImage or a QPixmap.
template <typename Picture>
bool keepPicture(const Picture &picture, const QString &name)
{
    const QString folder = qEnvironmentVariable("WATCHFLOOR_GALLERY");
    return folder.isEmpty() ? !picture.isNull() : picture.save(QStringLiteral("%1/%2.png").arg(folder, name));
}

} // namespace Watchfloor::Testing
