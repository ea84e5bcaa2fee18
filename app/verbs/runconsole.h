#pragma once

#include "app/invocation.h"
#include "models/session/session.h"

#include <QObject>
#include <QSocketNotifier>

#include <map>

namespace Watchfloor {

/// `watchfloor run` on a terminal: shows what will run, asks, streams the run and quits with its outcome. Ctrl+C stops the run,
/// its process group with it, and waits until it is recorded.
class RunConsole final : public QObject
{
    Q_OBJECT

public:
    RunConsole(Session &session, RunVerb verb, bool json, QObject *parent = nullptr);
    void start();

private:
    bool confirmed(const Runbook &runbook, const std::map<QString, QString> &parameters) const;
    void handleRun(const QString &id);
    void finish(const Run &run);
    void listenForInterrupt();

    Session &m_session;
    RunVerb m_verb;
    bool m_json;
    QString m_id;
    size_t m_shownSteps = 0;
    bool m_finished = false;
    std::unique_ptr<QSocketNotifier> m_interrupt;
};

} // namespace Watchfloor
