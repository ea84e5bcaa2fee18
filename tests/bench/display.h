#pragma once

#include <QProcess>
#include <QString>

#include <optional>

namespace Watchfloor::Bench {

/// A display server of the benchmark's own, without a screen: Xvfb, 1920 x 1080. Ends with this object.
class Display final
{
public:
    Display();
    ~Display();

    /// As in DISPLAY; absent when Xvfb did not start.
    std::optional<QString> name() const { return m_name; }

private:
    QProcess m_server;
    std::optional<QString> m_name;
};

/// The environment of a program under test: on `display`, with settings and data in `home`.
QProcessEnvironment environmentOn(const QString &display, const QString &home);

} // namespace Watchfloor::Bench
