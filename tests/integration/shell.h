#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

namespace Watchfloor::Testing {

/// The built program as a shell runs it, in a home of its own, with nobody to ask and no display.
class Shell
{
public:
    struct Ended
    {
        int code = -1;
        QString output;
        QString complaint;
        /// Standard output as one JSON document; discarded where it is none.
        nlohmann::json json() const
        {
            const QByteArray text = output.toUtf8();
            return nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
        }
        std::string text(const char *member) const
        {
            const auto read = json();
            return read.is_object() && read.contains(member) && read[member].is_string() ? read[member].get<std::string>() : std::string();
        }
    };

    const QTemporaryDir &home() const { return m_home; }

    Ended watchfloor(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.filePath(QStringLiteral("config")));
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_home.path());
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(qEnvironmentVariable("WATCHFLOOR_BINARY_DIR") + QStringLiteral("/app/watchfloor"), arguments);
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, {}, process.errorString()};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }

private:
    QTemporaryDir m_home;
};

} // namespace Watchfloor::Testing
