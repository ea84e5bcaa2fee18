#include "models/health/bodystatus.h"

#include "models/metrics/boundedjson.h"

#include <array>

namespace Watchfloor {

namespace {

constexpr qsizetype wordLimit = 40;

struct Word
{
    QLatin1String word;
    State state;
};

constexpr std::array words{
    Word{QLatin1String("up"), State::Healthy},          Word{QLatin1String("ok"), State::Healthy},
    Word{QLatin1String("pass"), State::Healthy},        Word{QLatin1String("healthy"), State::Healthy},
    Word{QLatin1String("warn"), State::Warning},        Word{QLatin1String("warning"), State::Warning},
    Word{QLatin1String("degraded"), State::Warning},    Word{QLatin1String("down"), State::Critical},
    Word{QLatin1String("fail"), State::Critical},       Word{QLatin1String("failed"), State::Critical},
    Word{QLatin1String("failing"), State::Critical},    Word{QLatin1String("failure"), State::Critical},
    Word{QLatin1String("error"), State::Critical},      Word{QLatin1String("critical"), State::Critical},
    Word{QLatin1String("unhealthy"), State::Critical},  Word{QLatin1String("outage"), State::Critical},
    Word{QLatin1String("unavailable"), State::Critical}, Word{QLatin1String("out_of_service"), State::Critical},
    Word{QLatin1String("offline"), State::Critical},
};

std::optional<BodyStatus> statusOf(const QString &word)
{
    for (const Word &known : words)
        if (word.compare(known.word, Qt::CaseInsensitive) == 0)
            return BodyStatus{word, known.state};
    return std::nullopt;
}

}

std::optional<BodyStatus> bodyStatus(QByteArrayView body)
{
    const QByteArrayView text = body.trimmed();
    if (!text.startsWith('{'))
        return text.size() <= wordLimit ? statusOf(QString::fromUtf8(text)) : std::nullopt;
    const Result<nlohmann::json> json = parseBoundedJson(text);
    if (!json)
        return std::nullopt;
    if (const nlohmann::json *status = member(*json, "status"))
        return statusOf(stringMember(*status, "status").left(wordLimit));
    return statusOf(stringMember(*json, "status").left(wordLimit));
}

} // namespace Watchfloor
