#include "models/core/duration.h"

#include <array>

namespace Watchfloor {

namespace {
struct DurationUnit
{
    QStringView name;
    qint64 milliseconds;
};
constexpr std::array<DurationUnit, 7> durationUnits{{{u"y", 31'536'000'000},
                                                     {u"w", 604'800'000},
                                                     {u"d", 86'400'000},
                                                     {u"h", 3'600'000},
                                                     {u"m", 60'000},
                                                     {u"s", 1'000},
                                                     {u"ms", 1}}};

Error invalidDuration(QStringView text, const char *why)
{
    return {Error::Kind::Malformed, QStringLiteral("\"%1\" is not a duration: %2").arg(text.left(64), QLatin1String(why)), {}};
}
}

Result<std::chrono::milliseconds> parseDuration(QStringView text)
{
    if (text == u"0")
        return std::chrono::milliseconds(0);
    if (text.isEmpty())
        return invalidDuration(text, "it is empty");
    qint64 total = 0;
    qsizetype at = 0;
    size_t nextUnit = 0;
    while (at < text.size()) {
        const qsizetype digits = at;
        while (at < text.size() && text[at] >= u'0' && text[at] <= u'9')
            ++at;
        if (at == digits)
            return invalidDuration(text, "a number is missing");
        bool ok = false;
        const qint64 number = text.sliced(digits, at - digits).toLongLong(&ok);
        const qsizetype letters = at;
        while (at < text.size() && text[at].isLetter())
            ++at;
        const QStringView name = text.sliced(letters, at - letters);
        size_t unit = nextUnit;
        while (unit < durationUnits.size() && durationUnits[unit].name != name)
            ++unit;
        if (!ok || unit == durationUnits.size())
            return invalidDuration(text, "units are y w d h m s ms, each once, largest first");
        qint64 part = 0;
        if (__builtin_mul_overflow(number, durationUnits[unit].milliseconds, &part) || __builtin_add_overflow(total, part, &total)
            || total > 9'223'372'036'854)
            return invalidDuration(text, "it is too long");
        nextUnit = unit + 1;
    }
    return std::chrono::milliseconds(total);
}

QString durationText(std::chrono::milliseconds duration)
{
    qint64 rest = duration.count();
    if (rest == 0)
        return QStringLiteral("0s");
    QString text;
    if (rest < 0) {
        text = QStringLiteral("-");
        rest = -rest;
    }
    for (const auto &[name, milliseconds] : durationUnits) {
        // Years and weeks are written only where they divide the whole, as Prometheus does.
        const bool exactOnly = milliseconds > 86'400'000;
        if (rest < milliseconds || (exactOnly && rest % milliseconds != 0))
            continue;
        text += QString::number(rest / milliseconds) + name.toString();
        rest %= milliseconds;
    }
    return text;
}

} // namespace Watchfloor
