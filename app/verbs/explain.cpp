#include "app/verbs/explain.h"

#include "app/invocation.h"
#include "models/core/gotext.h"
#include "models/metrics/boundedjson.h"

#include <algorithm>
#include <iostream>
#include <iterator>

namespace Watchfloor {

namespace {

/// The longest line that is read: a body of 256 MiB does not come in a line, but as a file.
constexpr size_t lineLimit = size_t(128) << 20;

ExplainJson faultJson(const ExplainFault &fault)
{
    ExplainJson answer{{"ok", false}, {"error", explainText(fault.message)}};
    if (fault.line)
        answer["line"] = *fault.line;
    if (fault.column)
        answer["column"] = *fault.column;
    return answer;
}

Explanation explained(const ExplainJson &object)
{
    const auto kind = object.find("kind");
    if (kind == object.end() || !kind->is_string())
        return ExplainFault{QStringLiteral("no \"kind\" says what to explain")};
    const auto &name = kind->get_ref<const std::string &>();
    const ExplainKind *known = explainKind(name);
    if (!known)
        return ExplainFault{QStringLiteral("unknown kind \"%1\"; there are %2")
                                .arg(QString::fromStdString(name.substr(0, 60)), explainKindNames().join(QStringLiteral(", ")))};
    try {
        return known->explain(ExplainRequest(object));
    } catch (const std::exception &problem) {
        return ExplainFault{QStringLiteral("cannot be read: %1").arg(QString::fromUtf8(problem.what()).left(200))};
    }
}

/// What is not JSON only for its characters still tells its id.
ExplainJson unreadableLine(std::string_view line)
{
    const QByteArray mended = goJson(QByteArrayView(line.data(), qsizetype(line.size())));
    const ExplainJson object = ExplainJson::parse(mended.begin(), mended.end(), nullptr, false);
    if (!object.is_object())
        return faultJson({QStringLiteral("the line is not valid JSON")});
    ExplainJson answer = faultJson({QStringLiteral("the line is not valid JSON: it is not UTF-8 or has half of a surrogate pair; give such text as \"base64\"")});
    if (const auto id = object.find("id"); id != object.end())
        answer["id"] = *id;
    return answer;
}

ExplainJson answerOf(const Explanation &explanation)
{
    if (const auto *fault = std::get_if<ExplainFault>(&explanation))
        return faultJson(*fault);
    ExplainJson answer{{"ok", true}};
    answer.update(std::get<ExplainJson>(explanation));
    return answer;
}

std::string dumped(const ExplainJson &json)
{
    return json.dump(-1, ' ', false, ExplainJson::error_handler_t::replace);
}

/// A line without its line feed; false at the end. Of one that is too long the rest is passed over.
bool readLine(std::istream &in, std::string &line, size_t limit, bool &tooLong)
{
    line.clear();
    tooLong = false;
    bool any = false;
    std::streambuf *buffer = in.rdbuf();
    for (int c = buffer->sbumpc(); c != std::char_traits<char>::eof(); c = buffer->sbumpc()) {
        any = true;
        if (c == '\n')
            return true;
        if (line.size() < limit)
            line.push_back(char(c));
        else
            tooLong = true;
    }
    return any;
}

bool isScalarList(const ExplainJson &json)
{
    return json.is_array() && std::none_of(json.begin(), json.end(), [](const ExplainJson &entry) { return entry.is_structured(); });
}

/// A scalar, or a short list or empty object, in its line.
std::string inLine(const ExplainJson &json)
{
    if (json.is_string()) {
        const auto &text = json.get_ref<const std::string &>();
        const bool plain = !text.empty() && std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
        return plain ? text : dumped(json);
    }
    if (json.is_null())
        return "none";
    return dumped(json);
}

void write(std::string &to, const ExplainJson &json, const std::string &indent, bool inList)
{
    bool first = inList;
    for (const auto &[key, value] : json.items()) {
        const bool nested = value.is_structured() && !value.empty() && !isScalarList(value);
        if (!first)
            to += indent;
        first = false;
        if (json.is_object())
            to += key + ':' + (nested ? "\n" : ' ' + inLine(value) + '\n');
        else
            to += nested ? "- " : "- " + inLine(value) + '\n';
        if (nested)
            write(to, value, indent + "  ", json.is_array());
    }
}

}

std::string explainLine(std::string_view line)
{
    if (!jsonDepthWithin(QByteArrayView(line.data(), qsizetype(line.size()))))
        return dumped(faultJson({QStringLiteral("the line is JSON nested deeper than %1").arg(jsonDepthLimit)}));
    const ExplainJson object = ExplainJson::parse(line.begin(), line.end(), nullptr, false);
    if (object.is_discarded())
        return dumped(unreadableLine(line));
    if (!object.is_object())
        return dumped(faultJson({QStringLiteral("the line is not a JSON object")}));
    ExplainJson answer = answerOf(explained(object));
    if (const auto id = object.find("id"); id != object.end())
        answer["id"] = *id;
    return dumped(answer);
}

void explainBatch(std::istream &in, std::ostream &out, size_t limit)
{
    std::string line;
    for (bool tooLong = false; out && readLine(in, line, limit, tooLong);) {
        if (tooLong)
            out << dumped(faultJson({QStringLiteral("the line is longer than %1 bytes").arg(limit)}));
        else
            out << explainLine(line);
        out << '\n' << std::flush;
    }
}

std::string explainedText(const ExplainJson &answer)
{
    std::string text;
    write(text, answer, {}, false);
    return text;
}

int explainVerb(const ExplainVerb &verb, bool json)
{
    if (verb.batch) {
        std::ios::sync_with_stdio(false);
        explainBatch(std::cin, std::cout, lineLimit);
        return std::cout ? exitFine : exitCannot;
    }
    if (verb.kind.isEmpty()) {
        std::cerr << "There are " << explainText(explainKindNames().join(QStringLiteral(", "))) << '\n';
        return exitCannot;
    }
    ExplainJson question{{"kind", explainText(verb.kind)}};
    if (verb.text == u"-")
        question["text"] = std::string(std::istreambuf_iterator<char>(std::cin), {});
    else if (!verb.text.isNull())
        question["text"] = explainText(verb.text);
    if (!verb.file.isEmpty())
        question["file"] = explainText(verb.file);
    for (const QString &setting : verb.settings) {
        const qsizetype sign = setting.indexOf(u'=');
        const std::string value = explainText(setting.mid(sign + 1));
        const ExplainJson read = ExplainJson::parse(value, nullptr, false);
        question[explainText(setting.left(sign))] = read.is_discarded() ? ExplainJson(value) : read;
    }
    const Explanation explanation = explained(question);
    if (json)
        std::cout << dumped(answerOf(explanation)) << '\n';
    const auto *fault = std::get_if<ExplainFault>(&explanation);
    if (fault && !json) {
        if (fault->line)
            std::cerr << "line " << *fault->line << (fault->column ? ", column " + std::to_string(*fault->column) : std::string()) << ": ";
        std::cerr << explainText(fault->message) << '\n';
    } else if (!json) {
        std::cout << explainedText(std::get<ExplainJson>(explanation));
    }
    return fault ? exitFound : exitFine;
}

} // namespace Watchfloor
