#pragma once

#include <QDialog>
#include <QList>

#include <utility>

namespace Watchfloor {

/// "?": every key of the window and of the open page.
class KeysHelp final : public QDialog
{
    Q_OBJECT

public:
    using Keys = QList<std::pair<QString, QString>>;
    KeysHelp(const Keys &windowKeys, const QString &pageTitle, const Keys &pageKeys, QWidget *parent = nullptr);

private:
    static QWidget *list(const QString &title, const Keys &keys);
};

} // namespace Watchfloor
