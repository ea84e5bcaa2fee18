#include "app/verbs/verbjson.h"
#include "app/verbs/verbs.h"

#include "app/workspacechoice.h"
#include "models/core/format.h"
#include "models/core/jsonwriting.h"
#include "models/runbooks/auditlog.h"
#include "models/session/datafolder.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QFileInfo>

#include <iostream>

namespace Watchfloor {

namespace {

nlohmann::json jsonOf(const AuditRecord &record)
{
    return {{"seq", record.seq},
            {"prev", record.prev.toStdString()},
            {"wall", jsonTime(record.wall)},
            {"mono", record.mono},
            {"actor", record.actor.toStdString()},
            {"host", record.host.toStdString()},
            {"run", record.run.toStdString()},
            {"event", record.event.toStdString()},
            {"outcome", record.outcome.toStdString()},
            {"detail", record.detail.toStdString()},
            {"hash", record.hash.toStdString()}};
}

void print(const AuditRecord &record)
{
    std::cout << '#' << record.seq << "  " << Format::isoTime(record.wall).toStdString() << "  " << record.actor.toStdString() << '@'
              << record.host.toStdString() << "  " << record.event.toStdString() << "  " << record.outcome.toStdString();
    if (!record.run.isEmpty())
        std::cout << "  run " << record.run.toStdString();
    if (!record.detail.isEmpty())
        std::cout << "  " << Format::safeText(record.detail, 2'000).toStdString();
    std::cout << '\n';
}

int cannot(const Error &error)
{
    std::cerr << Format::sentence(error).toStdString() << '\n';
    return exitCannot;
}

int verify(const AuditLog &log, bool json)
{
    const auto verification = log.verify();
    if (!verification)
        return cannot(verification.error());
    if (json) {
        nlohmann::json out{{"ok", verification->ok()}, {"records", verification->records}};
        if (verification->brokenAt) {
            out["brokenAt"] = *verification->brokenAt;
            out["reason"] = verification->reason.toStdString();
        }
        std::cout << out.dump() << '\n';
    } else if (verification->ok()) {
        std::cout << "chain ok, " << verification->records << " records\n";
    } else {
        std::cout << "chain broken at " << *verification->brokenAt << ": " << verification->reason.toStdString() << '\n';
    }
    return verification->ok() ? exitFine : exitFound;
}

} // namespace

int auditVerb(const AuditVerb &verb, const Invocation &invocation)
{
    const auto path = chooseWorkspace(invocation.workspace);
    if (!path)
        return cannot(path.error());
    const QFileInfo info(*path);
    const QString file = info.isDir() ? info.filePath() + QStringLiteral("/watchfloor.yaml") : *path;
    const SystemClock clock;
    const AuditLog log(dataFolderOf(file) + QStringLiteral("/audit.jsonl"), clock);
    if (verb.action == AuditVerb::Action::Verify)
        return verify(log, invocation.json);
    int damaged = 0;
    const auto records = log.read(&damaged);
    if (!records)
        return cannot(records.error());
    if (verb.action == AuditVerb::Action::Export && !verb.output.isEmpty()) {
        QFile output(verb.output);
        if (!output.open(QIODevice::WriteOnly))
            return cannot({Error::Kind::Io, output.errorString(), verb.output});
        for (const AuditRecord &record : *records)
            output.write(QByteArray::fromStdString(jsonOf(record).dump()) + '\n');
        return output.flush() ? exitFine : cannot({Error::Kind::Io, output.errorString(), verb.output});
    }
    bool found = false;
    nlohmann::json list = nlohmann::json::array();
    for (const AuditRecord &record : *records) {
        if (verb.action == AuditVerb::Action::Show && record.seq != verb.record)
            continue;
        found = true;
        if (verb.action == AuditVerb::Action::Export)
            std::cout << jsonOf(record).dump() << '\n';
        else if (invocation.json)
            list.push_back(jsonOf(record));
        else
            print(record);
    }
    if (invocation.json && verb.action != AuditVerb::Action::Export)
        std::cout << nlohmann::json{{"records", list}, {"damaged", damaged}}.dump() << '\n';
    else if (damaged > 0)
        std::cerr << damaged << " lines cannot be read\n";
    return verb.action == AuditVerb::Action::Show && !found ? exitFound : exitFine;
}

} // namespace Watchfloor
