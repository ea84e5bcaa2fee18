#include "tests/bench/display.h"

namespace Watchfloor::Bench {

Display::Display()
{
    // Xvfb finds a free number itself and writes it to the descriptor that it is given.
    m_server.start(QStringLiteral("Xvfb"), {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-nolisten"),
                                            QStringLiteral("tcp"), QStringLiteral("-screen"), QStringLiteral("0"),
                                            QStringLiteral("1920x1080x24")});
    constexpr int patienceMs = 10'000;
    while (m_server.waitForReadyRead(patienceMs)) {
        if (!m_server.canReadLine())
            continue;
        m_name = u':' + QString::fromLatin1(m_server.readLine().trimmed());
        return;
    }
}

Display::~Display()
{
    m_server.terminate();
    m_server.waitForFinished();
}

QProcessEnvironment environmentOn(const QString &display, const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), display);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("HOME"), home);
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        environment.remove(QString::fromLatin1(name));
    return environment;
}

} // namespace Watchfloor::Bench
