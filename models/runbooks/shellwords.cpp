#include "models/runbooks/shellwords.h"

#include <QRegularExpression>
#include <QSet>

namespace Watchfloor {

using namespace Qt::StringLiterals;

namespace {

bool isNameStart(QChar c)
{
    return c == u'_' || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || (c >= u'0' && c <= u'9');
}

qsizetype nameLength(QStringView text)
{
    if (text.isEmpty() || !isNameStart(text.front()))
        return 0;
    qsizetype length = 1;
    while (length < text.size() && isNamePart(text[length]))
        ++length;
    return length;
}

/// The name of "$name" or "${name}" at the start of the text and how much of the text it takes.
std::pair<QString, qsizetype> variableAt(QStringView text)
{
    const bool braced = text.size() > 1 && text[1] == u'{';
    const QStringView rest = text.mid(braced ? 2 : 1);
    const qsizetype length = nameLength(rest);
    if (length == 0 || (braced && (length == rest.size() || rest[length] != u'}')))
        return {};
    return {rest.left(length).toString(), length + (braced ? 3 : 1)};
}

/// Words that mean something to sh alone; as a program they do not exist or could not do their work.
bool isShellWord(const QString &word)
{
    static const QSet<QString> words{
        u"!"_s, u"{"_s, u"}"_s, u"."_s, u":"_s, u"alias"_s, u"bg"_s, u"break"_s, u"case"_s, u"cd"_s, u"command"_s, u"continue"_s,
        u"do"_s, u"done"_s, u"elif"_s, u"else"_s, u"esac"_s, u"eval"_s, u"exec"_s, u"exit"_s, u"export"_s, u"fg"_s, u"fi"_s,
        u"for"_s, u"getopts"_s, u"hash"_s, u"if"_s, u"in"_s, u"jobs"_s, u"local"_s, u"read"_s, u"readonly"_s, u"return"_s,
        u"set"_s, u"shift"_s, u"source"_s, u"then"_s, u"times"_s, u"trap"_s, u"type"_s, u"ulimit"_s, u"umask"_s, u"unalias"_s,
        u"unset"_s, u"until"_s, u"wait"_s, u"while"_s};
    return words.contains(word) || word.contains(u'=');
}

/// Takes one line apart, one character after the other; gives up where a shell is needed.
class WordReader
{
public:
    explicit WordReader(QStringView line)
        : m_line(line)
    {
    }

    std::optional<std::vector<ShellWord>> read()
    {
        while (m_at < m_line.size())
            if (!readNext())
                return {};
        endWord();
        if (m_words.empty() || m_words.front().isParameter || isShellWord(m_words.front().text))
            return {};
        return m_words;
    }

private:
    bool readNext()
    {
        const QChar c = m_line[m_at];
        if (c == u' ' || c == u'\t') {
            endWord();
            ++m_at;
            return true;
        }
        if (c == u'\'')
            return readSingleQuoted();
        if (c == u'"')
            return readDoubleQuoted();
        if (c == u'$')
            return readParameter();
        static const QString special = u"|&;<>()`\\*?[]\n\r"_s;
        if (special.contains(c) || (!m_inWord && (c == u'#' || c == u'~')))
            return false;
        ++m_at;
        return add(QString(c));
    }

    bool readSingleQuoted()
    {
        const qsizetype end = m_line.indexOf(u'\'', m_at + 1);
        if (end < 0)
            return false;
        const QString text = m_line.sliced(m_at + 1, end - m_at - 1).toString();
        m_at = end + 1;
        return add(text);
    }

    bool readDoubleQuoted()
    {
        const qsizetype end = m_line.indexOf(u'"', m_at + 1);
        if (end < 0)
            return false;
        const QStringView text = m_line.sliced(m_at + 1, end - m_at - 1);
        if (text.startsWith(u'$')) {
            const auto [name, length] = variableAt(text);
            m_at = end + 1;
            return length == text.size() && addParameter(name);
        }
        if (text.contains(u'$') || text.contains(u'`') || text.contains(u'\\'))
            return false;
        m_at = end + 1;
        return add(text.toString());
    }

    bool readParameter()
    {
        const auto [name, length] = variableAt(m_line.sliced(m_at));
        m_at += length;
        return length > 0 && addParameter(name);
    }

    bool add(const QString &text)
    {
        if (m_inWord && m_word.isParameter)
            return false;
        m_inWord = true;
        m_word.text += text;
        return true;
    }

    bool addParameter(const QString &name)
    {
        if (m_inWord)
            return false;
        m_inWord = true;
        m_word = {name, true};
        return true;
    }

    void endWord()
    {
        if (m_inWord)
            m_words.push_back(m_word);
        m_word = {};
        m_inWord = false;
    }

    QStringView m_line;
    qsizetype m_at = 0;
    std::vector<ShellWord> m_words;
    ShellWord m_word;
    bool m_inWord = false;
};

} // namespace

std::optional<std::vector<ShellWord>> plainWords(QStringView line)
{
    return WordReader(line.trimmed()).read();
}

std::vector<ShellVariable> shellVariables(QStringView script)
{
    std::vector<ShellVariable> variables;
    std::vector<bool> outer; // Whether the text around each open parenthesis was in double quotes.
    bool quoted = false;
    for (qsizetype at = 0; at < script.size(); ++at) {
        const QChar c = script[at];
        if (c == u'\\') {
            ++at;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == u'\'' && !quoted) {
            const qsizetype end = script.indexOf(u'\'', at + 1);
            at = end < 0 ? script.size() : end;
        } else if (c == u'#' && !quoted && (at == 0 || script[at - 1].isSpace())) {
            const qsizetype end = script.indexOf(u'\n', at);
            at = end < 0 ? script.size() : end;
        } else if (c == u'(' && (!quoted || (at > 0 && script[at - 1] == u'$'))) {
            outer.push_back(quoted);
            quoted = false;
        } else if (c == u')' && !quoted && !outer.empty()) {
            quoted = outer.back();
            outer.pop_back();
        } else if (c == u'$') {
            const bool braced = script.mid(at + 1).startsWith(u'{');
            const QStringView rest = script.mid(at + (braced ? 2 : 1));
            const qsizetype length = nameLength(rest);
            if (length == 0)
                continue;
            const QChar next = length < rest.size() ? rest[length] : QChar();
            const bool whole = !braced || next == u'}';
            const bool fallback = braced && (next == u':' || next == u'-' || next == u'=' || next == u'+' || next == u'?');
            const qsizetype taken = length + (braced ? (whole ? 3 : 2) : 1);
            variables.push_back({rest.left(length).toString(), at, whole ? taken : 0, quoted, fallback});
            at += taken - 1;
        }
    }
    return variables;
}

QStringList assignedNames(const QString &script)
{
    static const QRegularExpression assignment(uR"((?:^|[\s;&|(])([A-Za-z_][A-Za-z0-9_]*)=)"_s);
    static const QRegularExpression loop(uR"((?:^|[\s;&|(])for\s+([A-Za-z_][A-Za-z0-9_]*)\b)"_s);
    static const QRegularExpression taking(uR"((?:^|[\s;&|(])(?:read|export|local|readonly)\s+([^\n;&|<>]*))"_s);
    static const QRegularExpression name(uR"([A-Za-z_][A-Za-z0-9_]*)"_s);
    QStringList names;
    for (const auto *pattern : {&assignment, &loop})
        for (auto match = pattern->globalMatch(script); match.hasNext();)
            names.append(match.next().captured(1));
    for (auto match = taking.globalMatch(script); match.hasNext();)
        for (auto word = name.globalMatch(match.next().captured(1)); word.hasNext();)
            names.append(word.next().captured());
    return names;
}

QString shellQuoted(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./{}-]+\\z"_s);
    if (plain.match(text).hasMatch())
        return text;
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString withValues(const QString &script, const std::map<QString, QString> &values)
{
    QString shown;
    qsizetype done = 0;
    for (const auto &variable : shellVariables(script)) {
        const auto value = values.find(variable.name);
        if (value == values.end() || variable.length == 0)
            continue;
        shown += QStringView(script).sliced(done, variable.start - done);
        shown += variable.isQuoted ? value->second : shellQuoted(value->second);
        done = variable.start + variable.length;
    }
    shown += QStringView(script).sliced(done);
    return shown;
}

} // namespace Watchfloor
