#pragma once

#include <QString>
#include <QStringList>

namespace Watchfloor {

/// How numbers of one unit id are written.
struct UnitRule
{
    enum class Kind {
        Fixed,          ///< the number and the symbol after a space
        Before,         ///< the symbol and the number
        Text,
        Short,          ///< K, Mil, Bil …
        Pressure,       ///< psi, ksi, Mpsi
        Metric,         ///< the symbol with a prefix of powers of 1000
        Binary,         ///< the symbol with a prefix of powers of 1024
        Count,          ///< K, M, B, T and the symbol
        Currency,       ///< the symbol before the number
        CurrencyAfter,
        Financial,      ///< unscaled, in groups of thousands
        FinancialAfter,
        Percent,
        Ratio,          ///< 1 is 100 %
        Hexadecimal,
        Hexadecimal0x,
        Scientific,
        Localised,
        Boolean,        ///< the symbol is "true/false"
        Nanoseconds,
        Microseconds,
        Milliseconds,
        Seconds,
        Minutes,
        Hours,
        Days,
        TimeTicks,      ///< hundredths of a second
        MillisecondSpan, ///< "1 hour, 2 minutes"
        SecondSpan,
        HoursMinutesSeconds,
        DaysHoursMinutesSeconds,
        MillisecondClock,
        SecondClock,
        Date,           ///< the symbol is the pattern
        DateOrTime,     ///< the patterns of another day and of today, with a line feed between
        FromNow,
        Own             ///< Watchfloor's own style; the symbol is the id
    };
    Kind kind = Kind::Fixed;
    QString symbol;
    int offset = 0; ///< the power that the number comes in: 1 for kilobytes
};

/// The rule of an id: Grafana's table, its custom ids ("suffix:", "prefix:", "time:", "si:", "count:", "currency:", "bool:"), our own
/// ("own:" and the empty id); any other id is a suffix. Source: Grafana, packages/grafana-data/src/valueFormats, version 13.
UnitRule unitRule(const QString &id);

/// All ids of Grafana's table.
QStringList unitIds();

} // namespace Watchfloor
