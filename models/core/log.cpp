#include "models/core/log.h"

#include "models/core/redact.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/sinks/dist_sink.h>

#include <array>

namespace Watchfloor {

namespace {

constexpr std::array categoryNames{"app", "http", "sources", "alerts", "slo", "runbooks", "stack", "workspace", "ui"};

/// Redacts on the way out, so that no category and no caller can forget it.
class RedactingSink final : public spdlog::sinks::dist_sink_mt
{
protected:
    void sink_it_(const spdlog::details::log_msg &message) override
    {
        const QString text = QString::fromUtf8(message.payload.data(), qsizetype(message.payload.size()));
        const std::string clean = redacted(text).toStdString();
        spdlog::details::log_msg copy = message;
        copy.payload = clean;
        spdlog::sinks::dist_sink_mt::sink_it_(copy);
    }
};

struct Loggers
{
    std::shared_ptr<RedactingSink> sink = std::make_shared<RedactingSink>();
    std::array<std::shared_ptr<spdlog::logger>, categoryNames.size()> loggers;

    Loggers()
    {
        auto console = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        console->set_level(spdlog::level::warn);
        sink->add_sink(std::move(console));
        for (size_t i = 0; i < loggers.size(); ++i) {
            loggers[i] = std::make_shared<spdlog::logger>(categoryNames[i], sink);
            loggers[i]->set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %n: %v");
            loggers[i]->flush_on(spdlog::level::warn);
        }
    }
};

Loggers &loggers()
{
    static Loggers all;
    return all;
}

} // namespace

spdlog::logger &log(LogCategory category)
{
    return *loggers().loggers[size_t(category)];
}

Result<void> openLog(const QString &folder, bool verbose)
{
    try {
        constexpr size_t fileBytes = 2u << 20;
        auto file = std::make_shared<spdlog::sinks::rotating_file_sink_mt>((folder + QStringLiteral("/watchfloor.log")).toStdString(),
                                                                           fileBytes, 5);
        file->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %n: %v");
        loggers().sink->add_sink(std::move(file));
    } catch (const spdlog::spdlog_ex &failure) {
        return Error{Error::Kind::Io, QString::fromUtf8(failure.what()), folder};
    }
    for (auto &logger : loggers().loggers)
        logger->set_level(verbose ? spdlog::level::debug : spdlog::level::info);
    return {};
}

} // namespace Watchfloor
