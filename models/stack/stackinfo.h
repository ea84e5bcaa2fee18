#pragma once

#include <QString>
#include <QUrl>

#include <chrono>
#include <vector>

namespace Watchfloor {

/// How fast the same platform lives (decisions 14): what a person watches, or what a test waits for.
enum class StackProfile { Demo, Test };

/// The times that the templates are filled with.
struct StackTiming
{
    std::chrono::seconds scrape{5};     ///< scrape and evaluation interval, and the console's own
    std::chrono::seconds window{60};    ///< of rates in recording rules
    std::chrono::seconds pending{30};   ///< `for` of the rules
    std::chrono::seconds groupWait{2};  ///< of Alertmanager
    std::chrono::seconds groupInterval{10};
    std::chrono::seconds resend{60};    ///< Prometheus tells Alertmanager again; an alert not told of for four of these is over there
    std::chrono::seconds verifyWithin{180};
    std::chrono::seconds verifyFor{20};
    bool operator==(const StackTiming &) const = default;
};

StackTiming timingOf(StackProfile profile);

/// One demo service: where it listens and the git working copy it runs.
struct StackService
{
    QString name;
    quint16 port = 0;
    QString directory;
    QUrl url; ///< http://127.0.0.1:port
    bool operator==(const StackService &) const = default;
};

/// Where everything of a running platform stands.
struct StackInfo
{
    QString folder;        ///< private, holds all state, gone after stop()
    QString workspacePath; ///< the console's watchfloor.yaml
    QUrl prometheusUrl;
    QUrl alertmanagerUrl;
    QUrl nodeExporterUrl;
    QUrl redisExporterUrl;
    quint16 redisPort = 0;
    QString supervisorConfig; ///< for supervisorctl -c
    std::vector<StackService> services;

    const StackService *service(const QString &name) const;
    bool operator==(const StackInfo &) const = default;
};

} // namespace Watchfloor
