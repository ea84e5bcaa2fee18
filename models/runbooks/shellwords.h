#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace Watchfloor {

/// One argument of a plain command: its text, or the name of the parameter that stands for the whole of it.
struct ShellWord
{
    QString text;
    bool isParameter = false;
    bool operator==(const ShellWord &) const = default;
};

/// The words of a line that needs no shell: words and quotes only, "$name" as a whole word. Nothing where a shell would do more:
/// pipes, redirections, substitutions, globs, assignments, keywords, built-ins without a program.
std::optional<std::vector<ShellWord>> plainWords(QStringView line);

/// A use of a variable in a script for sh.
struct ShellVariable
{
    QString name;
    qsizetype start = 0; ///< of the dollar sign
    qsizetype length = 0;
    bool isQuoted = false;
    bool hasFallback = false; ///< ${name:-text} and its like
    bool operator==(const ShellVariable &) const = default;
};

/// Every $name and ${name} that sh would expand; not those in single quotes, comments or after a backslash.
std::vector<ShellVariable> shellVariables(QStringView script);

/// Names that a script gives a value itself: assignments, for, read, export.
QStringList assignedNames(const QString &script);

/// The text as one word for sh.
QString shellQuoted(const QString &text);

/// The script with the values in place of their variables, for reading only.
QString withValues(const QString &script, const std::map<QString, QString> &values);

} // namespace Watchfloor
