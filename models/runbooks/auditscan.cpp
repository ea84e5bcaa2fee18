#include "models/runbooks/auditscan.h"

#include "models/runbooks/targetlock.h"

#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace Watchfloor {

using namespace Qt::StringLiterals;

namespace {

QString detailText(const AuditRecord &record, const char *key)
{
    const auto json = nlohmann::json::parse(record.detail.toStdString(), nullptr, false);
    if (!json.is_object())
        return {};
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

} // namespace

QString auditTarget(const AuditRecord &record)
{
    return detailText(record, "target");
}

QString lockFolder(const AuditLog &log)
{
    return QFileInfo(log.path()).absolutePath() + u"/locks"_s;
}

std::vector<UnfinishedRun> unfinishedRuns(const std::vector<AuditRecord> &records,
                                          const std::function<bool(const QString &target, const QString &run)> &isHeld)
{
    std::vector<UnfinishedRun> open;
    for (const auto &record : records) {
        const auto found = std::find_if(open.begin(), open.end(), [&record](const auto &run) { return run.run == record.run; });
        if (record.outcome == u"intent" && (record.event == u"run-start" || record.event == u"undo-start")) {
            if (found != open.end())
                open.erase(found);
            open.push_back({record.run, detailText(record, "runbook"), detailText(record, "target"), record.actor, record.host,
                            record.wall, {}, {}, {}, record.seq});
        } else if (found == open.end()) {
            continue;
        } else if (record.event == u"run-end" || record.event == u"undo-end") {
            open.erase(found);
        } else if (record.event == u"step-start") {
            found->step = detailText(record, "step");
            found->command = detailText(record, "command");
        } else if (record.event == u"step-end") {
            found->finishedSteps.append(detailText(record, "step"));
            found->step.clear();
            found->command.clear();
        }
    }
    std::erase_if(open, [&isHeld](const auto &run) { return isHeld && isHeld(run.target, run.run); });
    return open;
}

Result<std::vector<UnfinishedRun>> unfinishedRuns(const AuditLog &log)
{
    const auto records = log.read();
    if (!records)
        return records.error();
    return unfinishedRuns(*records, [folder = lockFolder(log)](const QString &target, const QString &run) {
        const auto holder = TargetLock::holder(folder, target);
        return holder && holder->run == run;
    });
}

Result<AuditRecord> settleUnfinished(AuditLog &log, const UnfinishedRun &run, const QString &actor, const QString &note)
{
    const nlohmann::ordered_json detail{{"runbook", run.runbook.toStdString()}, {"target", run.target.toStdString()},
                                        {"step", run.step.toStdString()}, {"note", note.toStdString()}};
    return log.append({actor, run.run, u"run-end"_s, u"unknown"_s,
                       QString::fromStdString(detail.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace))});
}

} // namespace Watchfloor
