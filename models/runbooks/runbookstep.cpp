#include "models/runbooks/runbookstep.h"

#include "models/core/duration.h"
#include "models/runbooks/fenceinfo.h"
#include "models/runbooks/shellwords.h"

#include <QRegularExpression>
#include <QSet>

#include <re2/re2.h>

namespace Watchfloor {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds longestWait = std::chrono::hours(24);

/// Reads one block; each fault has the block's line.
class StepReader
{
public:
    StepReader(const MarkdownBlock &block, const QStringList &known, const QString &file, std::vector<Fault> &faults)
        : m_block(block)
        , m_known(known)
        , m_file(file)
        , m_faults(faults)
        , m_info(parseFenceInfo(block.info))
    {
    }

    std::optional<RunbookStep> read()
    {
        const bool isQuery = m_info.language == u"promql";
        const bool isShell = m_info.language == u"sh" || m_info.language == u"shell";
        const bool acts = m_info.has(u"gate") || m_info.has(u"step") || m_info.has(u"verify");
        if (!isQuery && !isShell) {
            if (acts)
                fault(u"steps are promql or sh, not \"%1\""_s.arg(m_info.language.left(32)));
            return {};
        }
        if (m_info.attributes.empty() && m_info.error.isEmpty())
            return {};
        if (!m_info.error.isEmpty())
            fault(m_info.error);
        m_step.line = m_block.line;
        m_step.code = QString(m_block.code).replace(u"\r\n"_s, u"\n"_s);
        readKind(isQuery);
        expectAttributes(isQuery);
        if (m_step.code.trimmed().isEmpty())
            fault(u"the block is empty"_s);
        if (isQuery)
            readQuery();
        else
            readCommand();
        return m_step;
    }

private:
    void fault(const QString &message) { m_faults.push_back({m_file, m_block.line, 0, m_step.title, message}); }

    void readKind(bool isQuery)
    {
        const QStringList kinds = isQuery ? QStringList{u"gate"_s, u"verify"_s} : QStringList{u"gate"_s, u"step"_s};
        int found = 0;
        for (const QString &kind : kinds) {
            if (!m_info.has(kind))
                continue;
            ++found;
            m_step.title = m_info.value(kind);
            m_step.kind = kind == u"gate" ? RunbookStep::Kind::Gate
                : isQuery                 ? RunbookStep::Kind::Verify
                                          : RunbookStep::Kind::Shell;
        }
        m_step.isQuery = isQuery;
        if (found != 1)
            fault(u"exactly one of %1 is expected"_s.arg(kinds.join(u", "_s)));
        else if (m_step.title.trimmed().isEmpty())
            fault(u"the block has no title"_s);
    }

    void expectAttributes(bool isQuery)
    {
        QSet<QString> allowed = isQuery ? QSet<QString>{u"gate"_s, u"verify"_s, u"source"_s}
                                        : QSet<QString>{u"gate"_s, u"step"_s, u"timeout"_s, u"expect"_s};
        if (m_step.kind == RunbookStep::Kind::Verify)
            allowed.unite({u"within"_s, u"for"_s});
        if (m_step.kind == RunbookStep::Kind::Shell)
            allowed.insert(u"undo"_s);
        QSet<QString> seen;
        for (const auto &[name, value] : m_info.attributes) {
            if (!allowed.contains(name) && name != u"step" && name != u"verify")
                fault(u"unknown attribute \"%1\""_s.arg(name.left(32)));
            else if (!allowed.contains(name))
                fault(u"%1 does not go with %2"_s.arg(name, m_info.language));
            if (seen.contains(name))
                fault(u"attribute \"%1\" twice"_s.arg(name.left(32)));
            seen.insert(name);
        }
    }

    milliseconds duration(QStringView name, milliseconds fallback, milliseconds least)
    {
        if (!m_info.has(name))
            return fallback;
        const auto value = parseDuration(m_info.value(name));
        if (!value)
            fault(u"%1: %2"_s.arg(name, value.error().detail));
        else if (*value < least || *value > longestWait)
            fault(u"%1 is out of range: at least %2, at most 1d"_s.arg(name, durationText(least)));
        else
            return *value;
        return fallback;
    }

    void readQuery()
    {
        m_step.source = m_info.value(u"source");
        m_step.within = duration(u"within", m_step.within, milliseconds(1));
        m_step.holdFor = duration(u"for", m_step.holdFor, milliseconds(0));
        if (m_step.kind == RunbookStep::Kind::Verify && m_step.holdFor >= m_step.within)
            fault(u"for=%1 can never be reached within %2"_s.arg(durationText(m_step.holdFor), durationText(m_step.within)));
        static const QRegularExpression placeholder(uR"(\$\{?[A-Za-z_][A-Za-z0-9_]*)"_s);
        if (const auto match = placeholder.match(m_step.code); match.hasMatch())
            fault(u"%1: parameters do not reach a query"_s.arg(match.captured()));
    }

    void readCommand()
    {
        m_step.timeout = duration(u"timeout", m_step.timeout, milliseconds(1));
        m_step.undo = m_info.value(u"undo");
        m_step.expect = m_info.value(u"expect");
        if (const auto checked = checkPattern(m_step.expect); !checked)
            fault(u"expect: %1"_s.arg(checked.error().detail));
        expectNames(m_step.code);
        expectNames(m_step.undo);
    }

    void expectNames(const QString &script)
    {
        const QStringList own = assignedNames(script);
        QSet<QString> said;
        for (const auto &variable : shellVariables(script)) {
            if (variable.hasFallback || m_known.contains(variable.name) || own.contains(variable.name) || said.contains(variable.name))
                continue;
            said.insert(variable.name);
            fault(u"$%1 is neither a parameter nor in the environment"_s.arg(variable.name.left(64)));
        }
    }

    const MarkdownBlock &m_block;
    const QStringList &m_known;
    const QString &m_file;
    std::vector<Fault> &m_faults;
    FenceInfo m_info;
    RunbookStep m_step;
};

} // namespace

Result<void> checkPattern(const QString &pattern)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(8 << 20);
    const re2::RE2 compiled(pattern.toStdString(), options);
    if (compiled.ok())
        return {};
    return Error{Error::Kind::Invalid, QString::fromStdString(compiled.error()), pattern};
}

std::optional<RunbookStep> readStep(const MarkdownBlock &block, const QStringList &known, const QString &file,
                                    std::vector<Fault> &faults)
{
    return StepReader(block, known, file, faults).read();
}

} // namespace Watchfloor
