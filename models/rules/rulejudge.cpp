#include "models/rules/rulejudge.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

/// Where the `number`th rule of a group stands, counted from 1; the group, or the file, where there is no such rule.
int lineOf(const RuleFile &file, const QString &group, int number)
{
    for (const RuleGroup &candidate : file.groups)
        if (candidate.name == group)
            return number > 0 && size_t(number) <= candidate.rules.size() ? candidate.rules[size_t(number - 1)].line : candidate.line;
    return 0;
}

} // namespace

std::vector<Fault> promtoolFaults(const QString &output, const QStringList &written, const std::vector<RuleFile> &files)
{
    static const QRegularExpression ofRule(uR"re(^(?:\d+:\d+: )?group "(.*)", rule (\d+), "(.*?)": (.*)$)re"_s);
    std::vector<Fault> faults;
    for (const QString &line : output.split(u'\n')) {
        for (qsizetype i = 0; i < written.size() && size_t(i) < files.size(); ++i) {
            const QString head = written[i] + u": "_s;
            if (!line.startsWith(head))
                continue;
            const QString said = line.mid(head.size());
            const auto match = ofRule.match(said);
            const RuleFile &file = files[size_t(i)];
            if (match.hasMatch())
                faults.push_back({file.path, lineOf(file, match.captured(1), match.captured(2).toInt()), 0, match.captured(3), match.captured(4)});
            else
                faults.push_back({file.path, 0, 0, {}, said});
        }
    }
    return faults;
}

RuleJudge::RuleJudge(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void RuleJudge::judge(const QStringList &written, const std::vector<RuleFile> &files, std::function<void(std::vector<Fault>)> answer)
{
    if (written.isEmpty() || !findProgram(u"promtool"_s)) {
        QMetaObject::invokeMethod(this, [answer] { answer({}); }, Qt::QueuedConnection);
        return;
    }
    Command command;
    command.arguments = QStringList{u"promtool"_s, u"check"_s, u"rules"_s, u"--lint=none"_s} + written;
    m_process = std::make_unique<Process>(m_clock);
    auto output = std::make_shared<QString>();
    connect(m_process.get(), &Process::output, this, [output](const QString &text) { *output += text; });
    connect(m_process.get(), &Process::finished, this, [output, written, files, answer](const ProcessOutcome &outcome) {
        answer(outcome.succeeded() ? std::vector<Fault>() : promtoolFaults(*output, written, files));
    });
    m_process->start(command);
}

} // namespace Watchfloor
