#include "models/health/healthbody.h"

#include "models/health/healthfamilies.h"
#include "models/metrics/boundedjson.h"

#include <array>
#include <set>

namespace Watchfloor {

namespace {

using Json = nlohmann::json;

/// A second "status" decides nothing: readers differ in which one they take.
bool namesItsStateTwice(QByteArrayView text)
{
    constexpr std::array stateKeys{"status", "Status", "outcome", "state", "health"};
    std::vector<std::set<std::string>> open;
    bool twice = false;
    const auto look = [&](int, Json::parse_event_t event, Json &parsed) {
        if (event == Json::parse_event_t::object_start)
            open.emplace_back();
        else if (event == Json::parse_event_t::object_end && !open.empty())
            open.pop_back();
        else if (event == Json::parse_event_t::key && !open.empty() && std::find(stateKeys.begin(), stateKeys.end(), parsed.get_ref<const std::string &>()) != stateKeys.end())
            twice = twice || !open.back().insert(parsed.get_ref<const std::string &>()).second;
        return true;
    };
    const Json read = Json::parse(text.begin(), text.end(), look, false);
    return twice || read.is_discarded();
}

QByteArrayView withoutMark(QByteArrayView body)
{
    return body.startsWith("\xef\xbb\xbf") ? body.sliced(3) : body;
}

bool isPage(QByteArrayView body, QByteArrayView contentType)
{
    return contentType.toByteArray().toLower().contains("html") || body.trimmed().startsWith('<');
}

QString whyUnread(QByteArrayView body, QByteArrayView contentType)
{
    const QByteArrayView text = withoutMark(body).trimmed();
    if (text.isEmpty())
        return QStringLiteral("the body is empty");
    if (isPage(text, contentType))
        return QStringLiteral("the body is an HTML page");
    if (text.startsWith('{') || text.startsWith('[')) {
        if (!parseBoundedJson(text))
            return QStringLiteral("the body is not whole JSON");
        if (namesItsStateTwice(text))
            return QStringLiteral("the body names its state twice");
    }
    return QStringLiteral("the body says no state that is known");
}

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

/// We were not let in, or sent elsewhere: that says nothing about the service.
bool keepsUsOut(int status)
{
    return (status >= 300 && status < 400) || status == 401 || status == 403 || status == 404 || status == 407 || status == 429;
}

HealthVerdict unread(int status, QByteArrayView contentType, QByteArrayView body)
{
    const bool failing = status != 0 && !isSuccess(status) && !keepsUsOut(status);
    const QString why = whyUnread(body, contentType);
    HealthVerdict verdict{failing ? State::Critical : State::Blind, QStringLiteral("unknown"), why};
    if (status != 0)
        verdict.reason = QStringLiteral("status %1, and %2").arg(QString::number(status), why);
    return verdict;
}

}

std::optional<HealthBody> readHealthBody(QByteArrayView body, QByteArrayView contentType)
{
    const QByteArrayView text = withoutMark(body).trimmed();
    if (text.isEmpty() || isPage(text, contentType))
        return std::nullopt;
    if (!text.startsWith('{') && !text.startsWith('"'))
        return HealthFamilies::fromText(text);
    const Result<Json> json = parseBoundedJson(text);
    if (!json || namesItsStateTwice(text))
        return std::nullopt;
    if (json->is_string())
        return HealthFamilies::fromText(json->get_ref<const std::string &>());
    return json->is_object() ? HealthFamilies::fromJson(*json, contentType) : std::nullopt;
}

HealthVerdict healthVerdict(int status, QByteArrayView contentType, QByteArrayView body)
{
    return healthVerdict(status, contentType, body, readHealthBody(body, contentType));
}

HealthVerdict healthVerdict(int status, QByteArrayView contentType, QByteArrayView body, const std::optional<HealthBody> &read)
{
    if (!read)
        return unread(status, contentType, body);
    HealthVerdict verdict{read->state, read->family, {}, read->components};
    const bool fine = isSuccess(status);
    const bool keptOut = keepsUsOut(status) && read->state == State::Blind;
    // Degraded comes with a code of success; with any other, code and body disagree as well.
    const bool agree = status == 0 || keptOut || (fine ? read->state != State::Critical : read->state == State::Critical);
    if (!agree || (!fine && status != 0 && !keptOut))
        verdict.state = State::Critical;
    verdict.reason = status == 0 ? QStringLiteral("the body says \"%1\"").arg(read->word)
                                 : QStringLiteral("status %1, %2 the body says \"%3\"").arg(QString::number(status), agree ? QStringLiteral("and") : QStringLiteral("but"), read->word);
    if (!read->detail.isEmpty())
        verdict.reason += QStringLiteral(": ") + read->detail;
    return verdict;
}

} // namespace Watchfloor
