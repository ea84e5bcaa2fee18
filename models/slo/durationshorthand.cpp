#include "models/slo/durationshorthand.h"

#include <algorithm>
#include <limits>

namespace Watchfloor {

namespace {

qint64 secondsOf(QChar unit)
{
    constexpr qint64 day = 86'400;
    switch (unit.unicode()) {
    case u'm':
        return 60;
    case u'h':
        return 3'600;
    case u'd':
        return day;
    case u'w':
        return 7 * day;
    case u'M':
        return 30 * day;
    case u'Q':
        return 90 * day;
    case u'Y':
        return 365 * day;
    default:
        return 0;
    }
}

}

Result<std::chrono::milliseconds> parseDurationShorthand(QStringView text)
{
    const auto refused = [text](const char *why) { return Error{Error::Kind::Malformed, QStringLiteral("\"%1\" is not a duration-shorthand: %2").arg(text.left(64), QLatin1String(why)), {}}; };
    const qint64 unit = text.isEmpty() ? 0 : secondsOf(text.back());
    const QStringView digits = text.chopped(text.isEmpty() ? 0 : 1);
    const bool isNumber = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (unit == 0 || !isNumber)
        return refused("one number and one of m h d w M Q Y are expected");
    bool ok = false;
    const qint64 number = digits.toLongLong(&ok);
    constexpr qint64 longest = std::numeric_limits<qint64>::max() / 1'000'000'000; // the nanoseconds of a duration in Go
    if (!ok || number > longest / unit)
        return refused("it is too long");
    return std::chrono::milliseconds(number * unit * 1'000);
}

} // namespace Watchfloor
