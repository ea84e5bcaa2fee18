#pragma once

#include "widgets/controls/page.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Watchfloor {

/// The NOC wall: full screen, no chrome, no actions. Pages rotate with their own dwell; what burns takes the screen until it is
/// acknowledged or clears; a clock with a moving second and the oldest data's age prove that it lives.
class WallWindow final : public QWidget
{
    Q_OBJECT

public:
    using PageFactory = std::function<std::unique_ptr<Page>(const QString &path)>;

    WallWindow(const PageContext &context, PageFactory makePage, QWidget *parent = nullptr);
    ~WallWindow() override;

    /// What is on the screen: "overview", "slos", or "takeover/SERVICE".
    QString currentPath() const;
    void setSynchronous(bool synchronous);
    bool isSettled() const;
    /// One second passed: clock, ages, rotation, take-over. The session's ticked() is connected by whoever owns both.
    void tick();

Q_SIGNALS:
    void closed();

protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Watchfloor
