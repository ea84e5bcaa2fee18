#pragma once

#include "models/core/clock.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace Watchfloor {

/// What a number counts, named by Grafana's unit ids: "percentunit", "s", "bytes", "reqps", "currencyEUR", "time:HH:mm", "suffix:apples".
/// Any other id is shown as a suffix. The empty id and those of `ownUnit` are our own style.
struct Unit
{
    QString id;
    bool operator==(const Unit &) const = default;
};

/// The unit in the style of Watchfloor's own pages: three significant figures, a narrow space, counts below 10,000 whole. An id that
/// has no such style stays as it is.
Unit ownUnit(const QString &id);

/// Whether decimals add digits to its texts, as to 1.50 s; dates, clocks, words and hexadecimal numbers have none.
bool takesDecimals(const Unit &unit);
/// Whether its prefixes are powers of 1024.
bool isBinary(const Unit &unit);

/// A number made for reading: "4.71" and "%", "12.4" and "K req/s". All are text and may be empty.
struct Quantity
{
    QString number;
    QString suffix = {};
    QString prefix = {}; ///< "$", "-€"
    QString gap = {};    ///< between number and suffix

    /// The whole of it, as Grafana writes it: "-$1.53K", "612 ms".
    QString text() const;
    /// Prefix and number, where the suffix is drawn apart.
    QString figure() const;
    bool operator==(const Quantity &) const = default;
};

/// What a text depends on beside the value.
struct UnitContext
{
    QLocale locale = QLocale(); ///< its decimal sign; of the unit "locale" also its groups
    std::optional<QTimeZone> zone = {}; ///< absent: the local one
    std::optional<WallTime> now = {};   ///< absent: now
};

/// `value` in `unit`; `decimals` below 0 lets the unit choose. Named ids are written as Grafana 13 writes them, to the letter.
Quantity quantity(double value, const Unit &unit, int decimals = -1);

/// The same with all that may be said: a value or null, decimals or Grafana's automatic ones (below 0 is 0), and the context.
Quantity quantity(std::optional<double> value, const Unit &unit, std::optional<int> decimals, const UnitContext &context);

} // namespace Watchfloor
