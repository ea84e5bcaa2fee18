#pragma once

#include <QByteArray>
#include <QString>

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <optional>
#include <variant>

namespace Watchfloor {

struct ExplainVerb;

using ExplainJson = nlohmann::ordered_json;

/// Why a question has no explanation: what is wrong, and where in its text.
struct ExplainFault
{
    QString message;
    std::optional<int> line = {};
    std::optional<int> column = {};
};
/// The members of the answer beside `ok` and `id`, or the fault.
using Explanation = std::variant<ExplainJson, ExplainFault>;

/// One question as it was asked: a JSON object. Every reader of a member refuses a member of another type with a fault that names it;
/// absent and null are the same.
class ExplainRequest
{
public:
    explicit ExplainRequest(const ExplainJson &object)
        : m_object(object)
    {
    }

    bool has(const char *name) const;
    /// Null where it is absent.
    const ExplainJson *member(const char *name) const;
    std::variant<QString, ExplainFault> text(const char *name, const QString &fallback = {}) const;
    std::variant<bool, ExplainFault> flag(const char *name, bool fallback = false) const;
    /// A finite number, or where `words` one of "NaN", "+Inf", "-Inf".
    std::variant<std::optional<double>, ExplainFault> number(const char *name, bool words = false) const;
    /// `text`, `base64` or the file that `file` names, exactly one of them.
    std::variant<QByteArray, ExplainFault> body() const;

private:
    const ExplainJson &m_object;
};

/// What can be explained; the window reads such things by the same functions. A new kind is a line in explainkinds.cpp.
struct ExplainKind
{
    const char *name;
    Explanation (*explain)(const ExplainRequest &request);
};
const ExplainKind *explainKind(std::string_view name);
QStringList explainKindNames();

/// The answer to one line of --batch, an object in one line. Never throws: what cannot be read is `ok` false.
std::string explainLine(std::string_view line);

/// Lines until the end; each is answered, in order, before the next is read. Lines above `limit` bytes are answered by an error.
void explainBatch(std::istream &in, std::ostream &out, size_t limit);

/// As a person reads it: members line by line, lists indented.
std::string explainedText(const ExplainJson &answer);

int explainVerb(const ExplainVerb &verb, bool json);

/// A number as JSON has it: NaN and infinities as "NaN", "+Inf", "-Inf", whole numbers without a point.
ExplainJson explainNumber(double value);
ExplainJson explainTexts(const QStringList &texts);
inline std::string explainText(const QString &text)
{
    return text.toStdString();
}

} // namespace Watchfloor
