#include "models/silences/silencetext.h"

#include "models/core/format.h"
#include "models/core/jsonwriting.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

/// As the API names them.
QString stateWord(Silence::State state)
{
    return state == Silence::State::Active ? QStringLiteral("active") : state == Silence::State::Pending ? QStringLiteral("pending") : QStringLiteral("expired");
}

nlohmann::ordered_json jsonOf(const Silence &silence)
{
    return {{"id", silence.id.toStdString()},
            {"status", {{"state", stateWord(silence.state).toStdString()}}},
            {"matchers", jsonMatchers<nlohmann::ordered_json>(silence.matchers)},
            {"startsAt", jsonTime(silence.startsAt)},
            {"endsAt", jsonTime(silence.endsAt)},
            {"updatedAt", jsonTime(silence.updatedAt)},
            {"createdBy", silence.createdBy.toStdString()},
            {"comment", silence.comment.toStdString()}};
}

} // namespace

QString silenceText(const ClusterSilence &row)
{
    const Silence &silence = row.silence;
    return QStringLiteral("%1 (%2)\n%3 - %4\n%5: %6\n%7 %8\n")
        .arg(matchersText(silence.matchers), stateWord(silence.state), Format::isoTime(silence.startsAt), Format::isoTime(silence.endsAt),
             Format::safeText(silence.createdBy), Format::safeText(silence.comment, 1'000), row.cluster, silence.id);
}

QByteArray silencesJson(const std::vector<ClusterSilence> &rows)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ClusterSilence &row : rows)
        list.push_back(jsonOf(row.silence));
    return QByteArray::fromStdString(list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) + '\n';
}

QString shellWord(const QString &word)
{
    QString inside = word;
    return u'\'' + inside.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QString amtoolCommand(const Silence &silence, const QString &url)
{
    QStringList words{QStringLiteral("amtool silence add"),
                      QStringLiteral("--alertmanager.url=") + shellWord(url),
                      QStringLiteral("--author=") + shellWord(silence.createdBy),
                      QStringLiteral("--comment=") + shellWord(silence.comment)};
    if (silence.state == Silence::State::Pending)
        words << QStringLiteral("--start=") + shellWord(rfc3339Text(silence.startsAt));
    words << QStringLiteral("--end=") + shellWord(rfc3339Text(silence.endsAt));
    for (const Matcher &matcher : silence.matchers)
        words << shellWord(matcher.toString());
    return words.join(QLatin1Char(' '));
}

} // namespace Watchfloor
