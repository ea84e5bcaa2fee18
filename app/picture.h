#pragma once

#include "models/session/session.h"
#include "widgets/theme/theme.h"

#include <QImage>
#include <QObject>
#include <QSize>

#include <functional>
#include <memory>

namespace Watchfloor {

class MainWindow;
class WallWindow;

/// Draws one page of a running session into an image, without a display: makes the window, waits until everything it asked for
/// has been answered or `patience` is over, and grabs it.
class Picture final : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QString page; ///< a page path, or "wall"
        QSize size{1920, 1080};
        ThemeMode theme = ThemeMode::Dark;
        std::chrono::milliseconds range{3'600'000};
    };

    Picture(Session &session, Request request, QObject *parent = nullptr);
    ~Picture() override;
    void start(std::chrono::milliseconds patience = std::chrono::milliseconds(15'000));

Q_SIGNALS:
    void drawn(const QImage &image);
    /// There is no such page or item.
    void failed(const QString &page);

private:
    void check();
    void grab();
    bool settled() const;
    QWidget *widget() const;

    Session &m_session;
    Request m_request;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WallWindow> m_wall;
    QTimer m_check;
    Instant m_until{};
    int m_quietChecks = 0;
};

/// Writes a PNG: whole or not at all.
Result<void> writePng(const QImage &image, const QString &path);

} // namespace Watchfloor
