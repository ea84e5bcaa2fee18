#include "models/metrics/prometheusjson.h"

namespace Watchfloor {

namespace {

/// Exactly `digits` digits at `at`; -1 where others stand.
int digitsAt(QByteArrayView text, qsizetype at, int digits)
{
    if (at + digits > text.size())
        return -1;
    int value = 0;
    for (int i = 0; i < digits; ++i) {
        const char c = text[at + i];
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// Minutes east of UTC for what follows the seconds: "Z", "+02:00".
std::optional<int> zoneMinutes(QByteArrayView zone)
{
    if (zone == QByteArrayView("Z") || zone == QByteArrayView("z"))
        return 0;
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':')
        return std::nullopt;
    const int hours = digitsAt(zone, 1, 2);
    const int minutes = digitsAt(zone, 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

}

Result<WallTime> parseRfc3339(QByteArrayView text)
{
    using namespace std::chrono;
    const auto error = [text] {
        const QString shown = QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 40)));
        return Error{Error::Kind::Malformed, QStringLiteral("not a time of RFC 3339 with a zone: %1").arg(shown), {}};
    };
    if (text.size() < 20 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != 't') || text[13] != ':' || text[16] != ':')
        return error();
    const year_month_day date{year(digitsAt(text, 0, 4)), month(unsigned(digitsAt(text, 5, 2))), day(unsigned(digitsAt(text, 8, 2)))};
    const int hour = digitsAt(text, 11, 2);
    const int minute = digitsAt(text, 14, 2);
    const int second = digitsAt(text, 17, 2);
    if (digitsAt(text, 0, 4) < 0 || !date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
        return error();
    qsizetype at = 19;
    int fraction = 0;
    if (text[at] == '.') {
        const qsizetype begin = ++at;
        int scale = 100;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
            fraction += (text[at] - '0') * scale;
        if (at == begin)
            return error();
    }
    const auto zone = zoneMinutes(text.sliced(at));
    if (!zone)
        return error();
    const WallTime time = sys_days(date) + hours(hour) + minutes(minute) + seconds(second) + milliseconds(fraction) - minutes(*zone);
    return date.year() <= year(1) ? WallTime{} : time;
}

} // namespace Watchfloor
