#include "models/core/format.h"
#include "models/health/healthfamilies.h"

#include <array>

namespace Watchfloor::HealthFamilies {

namespace {

constexpr qsizetype wordLimit = 60;
constexpr int shownLimit = 80;

struct Word
{
    QLatin1String word;
    State state;
};

constexpr std::array commonWords{
    Word{QLatin1String("up"), State::Healthy},
    Word{QLatin1String("ok"), State::Healthy},
    Word{QLatin1String("okay"), State::Healthy},
    Word{QLatin1String("pass"), State::Healthy},
    Word{QLatin1String("passing"), State::Healthy},
    Word{QLatin1String("healthy"), State::Healthy},
    Word{QLatin1String("alive"), State::Healthy},
    Word{QLatin1String("ready"), State::Healthy},
    Word{QLatin1String("running"), State::Healthy},
    Word{QLatin1String("available"), State::Healthy},
    Word{QLatin1String("operational"), State::Healthy},
    Word{QLatin1String("serving"), State::Healthy},
    Word{QLatin1String("pong"), State::Healthy},
    Word{QLatin1String("green"), State::Healthy},
    Word{QLatin1String("warn"), State::Warning},
    Word{QLatin1String("warning"), State::Warning},
    Word{QLatin1String("degraded"), State::Warning},
    Word{QLatin1String("partial"), State::Warning},
    Word{QLatin1String("partially available"), State::Warning},
    Word{QLatin1String("yellow"), State::Warning},
    Word{QLatin1String("down"), State::Critical},
    Word{QLatin1String("fail"), State::Critical},
    Word{QLatin1String("failed"), State::Critical},
    Word{QLatin1String("failing"), State::Critical},
    Word{QLatin1String("failure"), State::Critical},
    Word{QLatin1String("fatal"), State::Critical},
    Word{QLatin1String("error"), State::Critical},
    Word{QLatin1String("critical"), State::Critical},
    Word{QLatin1String("unhealthy"), State::Critical},
    Word{QLatin1String("not healthy"), State::Critical},
    Word{QLatin1String("not ready"), State::Critical},
    Word{QLatin1String("not_ready"), State::Critical},
    Word{QLatin1String("not ok"), State::Critical},
    Word{QLatin1String("not_serving"), State::Critical},
    Word{QLatin1String("outage"), State::Critical},
    Word{QLatin1String("unavailable"), State::Critical},
    Word{QLatin1String("service unavailable"), State::Critical},
    Word{QLatin1String("out_of_service"), State::Critical},
    Word{QLatin1String("shutting_down"), State::Critical},
    Word{QLatin1String("offline"), State::Critical},
    Word{QLatin1String("dead"), State::Critical},
    Word{QLatin1String("red"), State::Critical},
    Word{QLatin1String("unknown"), State::Blind},
};

/// Words that are a family of their own, written just so.
const struct
{
    const char *word;
    const char *family;
    State state;
} exactWords[] = {
    {"ok", "kubernetes", State::Healthy},
    {"Healthy", "aspnet", State::Healthy},
    {"Degraded", "aspnet", State::Warning},
    {"Unhealthy", "aspnet", State::Critical},
    {"SERVER_IS_READY", "lightship", State::Healthy},
    {"SERVER_IS_NOT_SHUTTING_DOWN", "lightship", State::Healthy},
    {"SERVER_IS_NOT_READY", "lightship", State::Critical},
    {"SERVER_IS_SHUTTING_DOWN", "lightship", State::Critical},
};

bool isCheckLine(QByteArrayView line)
{
    return line.startsWith("[+]") || line.startsWith("[-]");
}

/// "[+]ping ok", "[-]etcd failed: reason withheld".
HealthComponent checkOf(QByteArrayView line)
{
    const QByteArray text = line.sliced(3).toByteArray().trimmed();
    const qsizetype end = text.indexOf(' ');
    HealthComponent check;
    check.name = shownWord(QString::fromUtf8(text.left(end)));
    check.said = end < 0 ? QString() : shownWord(QString::fromUtf8(text.mid(end + 1)));
    check.state = line.startsWith("[+]") ? State::Healthy : State::Critical;
    return check;
}

/// Kubernetes' check pages: a line a check, and last "healthz check passed".
std::optional<HealthBody> fromCheckLines(QByteArrayView text)
{
    HealthBody body{QStringLiteral("kubernetes"), {}, State::Healthy};
    bool passed = false;
    for (const QByteArray &raw : text.toByteArray().split('\n')) {
        const QByteArray line = raw.trimmed();
        if (isCheckLine(line)) {
            const HealthComponent check = checkOf(line);
            if (check.state == State::Critical && body.state == State::Healthy)
                body.detail = QStringLiteral("%1 %2").arg(check.name, check.said).trimmed();
            body.state = worse(body.state, check.state);
            if (body.components.size() < componentLimit)
                body.components.push_back(check);
        } else if (line.endsWith(" check passed") || line.endsWith(" check failed")) {
            passed = line.endsWith("passed");
            body.word = shownWord(QString::fromUtf8(line));
            if (!passed)
                body.state = State::Critical;
        }
    }
    if (body.components.empty() && body.word.isEmpty())
        return std::nullopt;
    if (body.word.isEmpty() || (passed && body.state == State::Critical))
        body.word = body.state == State::Healthy ? QStringLiteral("all checks passed") : QStringLiteral("a check failed");
    return body;
}

/// "Prometheus Server is Healthy." and its kin.
std::optional<HealthBody> fromSentence(const QString &text)
{
    for (const auto &[ending, state] : {std::pair(QLatin1String("is healthy"), State::Healthy), std::pair(QLatin1String("is ready"), State::Healthy)}) {
        const QString plain = text.endsWith(u'.') ? text.chopped(1) : text;
        if (plain.endsWith(ending, Qt::CaseInsensitive) && !plain.contains(u'\n'))
            return HealthBody{QStringLiteral("plain"), shownWord(text), state};
    }
    return std::nullopt;
}

}

std::optional<State> commonWord(const QString &word)
{
    for (const Word &known : commonWords)
        if (word.compare(known.word, Qt::CaseInsensitive) == 0)
            return known.state;
    return std::nullopt;
}

QString shownWord(const QString &word)
{
    return Format::safeText(word.left(2 * shownLimit).simplified(), shownLimit);
}

QString shownWord(const std::string &word)
{
    return shownWord(QString::fromUtf8(word.data(), qsizetype(std::min(word.size(), size_t(4 * shownLimit)))));
}

std::optional<HealthBody> fromText(QByteArrayView text)
{
    const QByteArrayView plain = text.trimmed();
    for (const auto &[word, family, state] : exactWords)
        if (plain == QByteArrayView(word))
            return HealthBody{QLatin1String(family), QLatin1String(word), state};
    if (plain.startsWith("internal server error: "))
        return HealthBody{QStringLiteral("kubernetes"), shownWord(QString::fromUtf8(plain)), State::Critical};
    if (plain.contains("[+]") || plain.contains("[-]") || plain.endsWith(" check passed") || plain.endsWith(" check failed"))
        if (auto lines = fromCheckLines(plain))
            return lines;
    if (plain.size() > wordLimit)
        return std::nullopt;
    const QString word = QString::fromUtf8(plain);
    const QString bare = word.endsWith(u'!') || word.endsWith(u'.') ? word.chopped(1) : word;
    if (const auto state = commonWord(bare))
        return HealthBody{QStringLiteral("plain"), shownWord(word), *state};
    return fromSentence(word);
}

} // namespace Watchfloor::HealthFamilies
