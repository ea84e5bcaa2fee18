#include "models/runbooks/runbook.h"

#include "models/runbooks/runbooklink.h"
#include "models/runbooks/runbookstep.h"
#include "models/text/yaml.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace Watchfloor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sizeLimit = 1024 * 1024;
constexpr size_t stepsLimit = 200;
constexpr qsizetype urlsLimit = 50;

/// Names that belong to the machine; a parameter of that name would change what every command does.
bool isReservedName(const QString &name)
{
    static const QStringList reserved{u"PATH"_s, u"HOME"_s, u"LANG"_s, u"IFS"_s, u"ENV"_s, u"SHELL"_s, u"PWD"_s, u"USER"_s, u"PS4"_s};
    return reserved.contains(name) || name.startsWith(u"LD_"_s) || name.startsWith(u"LC_"_s);
}

bool isVariableName(const QString &name)
{
    static const QRegularExpression pattern(u"^[A-Za-z_][A-Za-z0-9_]{0,63}\\z"_s);
    return pattern.match(name).hasMatch();
}

/// The front matter with its first line of dashes, and the body behind as many empty lines as it takes, so that lines of both
/// count as in the file.
struct Halves
{
    QByteArray front;
    QByteArray body;
    bool isClosed = false;
};

Halves halves(const QByteArray &text)
{
    Halves result;
    qsizetype start = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    const qsizetype first = start;
    int lines = 0;
    while (start < text.size()) {
        const qsizetype lineEnd = text.indexOf('\n', start);
        const qsizetype end = lineEnd < 0 ? text.size() : lineEnd + 1;
        const QByteArray line = text.mid(start, end - start).trimmed();
        if (lines == 0 && line != "---")
            return result;
        ++lines;
        if (lines > 1 && (line == "---" || line == "...")) {
            result.front = text.mid(first, start - first);
            result.body = QByteArray(lines, '\n') + text.mid(end);
            result.isClosed = true;
            return result;
        }
        start = end;
    }
    return result;
}

class RunbookReader
{
public:
    explicit RunbookReader(const QString &file)
        : m_reader(file)
        , m_file(file)
    {
        m_runbook.file = file;
    }

    RunbookDocument read(const QByteArray &text)
    {
        if (text.size() > sizeLimit)
            return failed(u"the file is larger than 1 MiB"_s);
        const Halves parts = halves(text);
        if (!parts.isClosed)
            return failed(u"a runbook begins with front matter between two lines of ---"_s);
        YamlFile yaml = readYaml(parts.front, m_file);
        m_faults = std::move(yaml.faults);
        if (!yaml.documents.empty() && yaml.documents.front().isMap())
            readFront(yaml.documents.front());
        else if (m_faults.empty())
            return failed(u"the front matter is empty"_s);
        readBody(parts.body);
        m_faults.insert(m_faults.end(), m_reader.faults().begin(), m_reader.faults().end());
        std::stable_sort(m_faults.begin(), m_faults.end(), [](const Fault &a, const Fault &b) { return a.line < b.line; });
        if (m_faults.empty())
            return {m_runbook, {}};
        return {{}, m_faults};
    }

private:
    RunbookDocument failed(const QString &message) const { return {{}, {{m_file, 1, 0, {}, message}}}; }

    void readFront(const YamlNode &front)
    {
        m_reader.expectKeys(front, {u"runbook"_s, u"title"_s, u"match"_s, u"url"_s, u"target"_s, u"risk"_s, u"directory"_s, u"environment"_s,
                                    u"parameters"_s});
        m_runbook.name = m_reader.text(m_reader.require(front, u"runbook"_s));
        static const QRegularExpression name(u"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\z"_s);
        if (!m_runbook.name.isEmpty() && !name.match(m_runbook.name).hasMatch())
            m_reader.fault(front.at(u"runbook"_s), u"a name is letters, digits, dots, dashes and underscores, at most 100"_s);
        m_runbook.title = m_reader.text(m_reader.require(front, u"title"_s)).simplified();
        m_runbook.target = m_reader.text(m_reader.require(front, u"target"_s)).trimmed();
        readMatch(front.at(u"match"_s));
        readUrls(front.at(u"url"_s));
        readRisk(front.at(u"risk"_s));
        const QDir folder = QFileInfo(m_file).absoluteDir();
        m_runbook.directory = QDir::cleanPath(folder.absoluteFilePath(m_reader.text(front.at(u"directory"_s))));
        readEnvironment(front.at(u"environment"_s));
        readParameters(front.at(u"parameters"_s));
    }

    void readMatch(const YamlNode &node)
    {
        const std::vector<YamlNode> entries = node.isScalar() ? std::vector{node} : node.items();
        if (!node.isNull() && !node.isScalar() && !node.isSequence())
            m_reader.fault(node, u"a list of matchers is expected"_s);
        for (const YamlNode &entry : entries) {
            auto matcher = parseMatcher(m_reader.text(entry));
            if (matcher)
                m_runbook.match.push_back(*std::move(matcher));
            else
                m_reader.fault(entry, matcher.error().detail);
        }
    }

    void readUrls(const YamlNode &node)
    {
        m_runbook.urls = m_reader.texts(node);
        if (m_runbook.urls.size() > urlsLimit)
            m_reader.fault(node, u"at most %1 addresses"_s.arg(urlsLimit));
        for (const QString &url : m_runbook.urls)
            if (!isRunbookAddress(url))
                m_reader.fault(node, u"an address with http or https is expected, not \"%1\""_s.arg(url.left(64)));
    }

    void readRisk(const YamlNode &node)
    {
        const QString text = m_reader.text(node, riskName(m_runbook.risk));
        for (const Risk risk : {Risk::Safe, Risk::Disruptive, Risk::Destructive}) {
            if (riskName(risk) == text) {
                m_runbook.risk = risk;
                return;
            }
        }
        m_reader.fault(node, u"safe, disruptive or destructive is expected, not \"%1\""_s.arg(text.left(32)));
    }

    void readEnvironment(const YamlNode &node)
    {
        if (!node.isNull() && !node.isMap())
            m_reader.fault(node, u"a map of variables is expected"_s);
        for (const QString &key : node.isMap() ? node.keys() : QStringList()) {
            if (!isVariableName(key))
                m_reader.fault(node.at(key), u"\"%1\" is not a variable's name"_s.arg(key.left(64)));
            m_runbook.environment[key] = m_reader.text(node.at(key));
        }
    }

    void readParameters(const YamlNode &node)
    {
        if (!node.isNull() && !node.isMap())
            m_reader.fault(node, u"a map of parameters is expected"_s);
        for (const QString &key : node.isMap() ? node.keys() : QStringList())
            readParameter(key, node.at(key));
    }

    void readParameter(const QString &key, const YamlNode &node)
    {
        m_reader.expectKeys(node, {u"pattern"_s, u"ask"_s, u"default"_s, u"choices"_s});
        RunbookParameter parameter;
        parameter.name = key;
        if (!isVariableName(key) || isReservedName(key))
            m_reader.fault(node, u"\"%1\" cannot be a parameter's name"_s.arg(key.left(64)));
        if (m_runbook.environment.contains(key))
            m_reader.fault(node, u"\"%1\" is in the environment too"_s.arg(key));
        parameter.pattern = m_reader.text(m_reader.require(node, u"pattern"_s));
        parameter.question = m_reader.text(node.at(u"ask"_s), key);
        parameter.fallback = m_reader.text(node.at(u"default"_s));
        parameter.choicesCommand = m_reader.texts(node.at(u"choices"_s));
        if (const auto checked = checkPattern(parameter.pattern); !checked) {
            m_reader.fault(node.at(u"pattern"_s), u"not a pattern for RE2: %1"_s.arg(checked.error().detail));
        } else if (!parameter.fallback.isEmpty()) {
            Runbook alone;
            alone.parameters = {parameter};
            if (const auto fits = checkParameters(alone, {}); !fits)
                m_reader.fault(node.at(u"default"_s), fits.error().detail);
        }
        m_runbook.parameters.push_back(std::move(parameter));
    }

    void readBody(const QByteArray &body)
    {
        auto document = parseMarkdown(body);
        if (!document) {
            m_faults.push_back({m_file, 0, 0, {}, document.error().detail});
            return;
        }
        m_runbook.document = *std::move(document);
        QStringList known{u"PATH"_s, u"HOME"_s, u"LANG"_s, u"PWD"_s, u"IFS"_s};
        for (const auto &[name, value] : m_runbook.environment)
            known.append(name);
        for (const auto &parameter : m_runbook.parameters)
            known.append(parameter.name);
        for (const auto &block : m_runbook.document)
            if (block.kind == MarkdownBlock::Kind::Code)
                if (auto step = readStep(block, known, m_file, m_faults))
                    m_runbook.steps.push_back(*std::move(step));
        if (m_runbook.steps.size() > stepsLimit)
            m_faults.push_back({m_file, 0, 0, {}, u"more than %1 steps"_s.arg(stepsLimit)});
    }

    YamlReader m_reader;
    QString m_file;
    Runbook m_runbook;
    std::vector<Fault> m_faults;
};

} // namespace

RunbookDocument readRunbook(const QByteArray &text, const QString &file)
{
    return RunbookReader(file).read(text);
}

} // namespace Watchfloor
