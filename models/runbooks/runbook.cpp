#include "models/runbooks/runbook.h"

#include "models/runbooks/shellwords.h"

#include <re2/re2.h>

#include <algorithm>

namespace Watchfloor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype valueLimit = 4096;

re2::RE2::Options quietOptions()
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(8 << 20);
    return options;
}

/// A value that a program would read as an option is let through only where the pattern itself begins with a minus sign.
bool allowsOption(const QString &pattern)
{
    QStringView rest(pattern);
    for (bool moved = true; moved;) {
        moved = false;
        for (const QStringView prefix : {QStringView(u"^"), QStringView(u"(?:"), QStringView(u"(")}) {
            if (rest.startsWith(prefix)) {
                rest = rest.sliced(prefix.size());
                moved = true;
            }
        }
    }
    const auto begins = [&rest](const QString &start) { return rest.startsWith(start); };
    return begins(u"-"_s) || begins(u"\\-"_s) || begins(u"[+-]"_s) || begins(u"[-+]"_s) || pattern.contains(u"|-"_s)
        || pattern.contains(u"|\\-"_s);
}

Error invalid(const QString &detail, const QString &where)
{
    return {Error::Kind::Invalid, detail, where};
}

/// The value given, else the parameter's own.
QString valueOf(const RunbookParameter &parameter, const std::map<QString, QString> &values)
{
    const auto found = values.find(parameter.name);
    return found == values.end() ? parameter.fallback : found->second;
}

Result<void> checkValue(const RunbookParameter &parameter, const QString &value)
{
    if (value.size() > valueLimit || value.contains(QChar::Null))
        return invalid(u"the value of %1 is too long or holds a NUL"_s.arg(parameter.name), parameter.name);
    const re2::RE2 pattern(parameter.pattern.toStdString(), quietOptions());
    if (!pattern.ok() || !re2::RE2::FullMatch(value.toStdString(), pattern))
        return value.isEmpty() ? invalid(u"no value for %1"_s.arg(parameter.name), parameter.name) : invalid(u"the value of %1 does not match %2"_s.arg(parameter.name, parameter.pattern), parameter.name);
    if (value.startsWith(u'-') && !allowsOption(parameter.pattern))
        return invalid(u"the value of %1 begins with a minus sign, which a program would read as an option"_s.arg(parameter.name),
                       parameter.name);
    return {};
}

/// Lines that do something: no empty ones, no comments.
QStringList workingLines(const QString &code)
{
    QStringList lines;
    for (const QString &line : code.split(u'\n')) {
        const QString text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith(u'#'))
            lines.append(text);
    }
    return lines;
}

/// Out of quotes sh would split such a value into words or take it for a pattern of file names.
bool isSafeUnquoted(const QString &value)
{
    return std::none_of(value.begin(), value.end(), [](QChar c) { return c.isSpace() || c == u'*' || c == u'?' || c == u'['; });
}

Result<ResolvedCommand> resolveForShell(const QString &code, const std::map<QString, QString> &values, ResolvedCommand command)
{
    for (const auto &variable : shellVariables(code)) {
        const auto value = values.find(variable.name);
        if (value != values.end() && !variable.isQuoted && !isSafeUnquoted(value->second))
            return invalid(u"the value of %1 has blanks or * ? [ and stands outside quotes in the script"_s.arg(variable.name),
                           variable.name);
    }
    command.argv = {u"sh"_s, u"-eu"_s, u"-c"_s, code};
    command.viaShell = true;
    command.shown = withValues(code.trimmed(), values);
    return command;
}

Result<ResolvedCommand> resolveWords(const std::vector<ShellWord> &words, ResolvedCommand command)
{
    QStringList shown;
    for (const auto &word : words) {
        QString argument = word.text;
        if (word.isParameter) {
            const auto value = command.environment.find(word.text);
            if (value == command.environment.end())
                return invalid(u"$%1 is not a parameter of the runbook"_s.arg(word.text), word.text);
            argument = value->second;
        }
        command.argv.append(argument);
        shown.append(shellQuoted(argument));
    }
    command.shown = shown.join(u' ');
    return command;
}

} // namespace

QString riskName(Risk risk)
{
    switch (risk) {
    case Risk::Safe:
        return u"safe"_s;
    case Risk::Disruptive:
        return u"disruptive"_s;
    case Risk::Destructive:
        return u"destructive"_s;
    }
    return {};
}

Result<void> checkParameters(const Runbook &runbook, const std::map<QString, QString> &parameters)
{
    for (const auto &[name, value] : parameters)
        if (std::none_of(runbook.parameters.begin(), runbook.parameters.end(), [&name = name](const auto &p) { return p.name == name; }))
            return invalid(u"the runbook has no parameter %1"_s.arg(name), name);
    for (const auto &parameter : runbook.parameters)
        if (auto checked = checkValue(parameter, valueOf(parameter, parameters)); !checked)
            return checked;
    return {};
}

Result<ResolvedCommand> resolveCommand(const Runbook &runbook, const QString &code, const std::map<QString, QString> &parameters)
{
    if (const auto checked = checkParameters(runbook, parameters); !checked)
        return checked.error();
    std::map<QString, QString> values;
    for (const auto &parameter : runbook.parameters)
        values[parameter.name] = valueOf(parameter, parameters);
    ResolvedCommand command;
    command.environment = runbook.environment;
    for (const auto &[name, value] : values)
        command.environment[name] = value;

    const QStringList lines = workingLines(code);
    if (lines.isEmpty())
        return invalid(u"the step runs nothing"_s, runbook.name);
    if (lines.size() == 1)
        if (const auto words = plainWords(lines.front()))
            return resolveWords(*words, std::move(command));
    return resolveForShell(code, values, std::move(command));
}

} // namespace Watchfloor
