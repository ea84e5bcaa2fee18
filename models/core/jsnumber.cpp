#include "models/core/jsnumber.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

namespace Watchfloor::JsNumber {

namespace {

constexpr int mostDecimals = 100; // what JavaScript allows
constexpr int exactDigits = 780;  // no double has more

/// 0.d1d2d3… × 10^point of a finite magnitude.
struct Decimal
{
    QByteArray digits;
    int point = 0;
};

/// Takes "d.ddde+XX" apart.
Decimal fromScientific(QByteArrayView text)
{
    const qsizetype exponentAt = text.indexOf('e');
    Decimal decimal;
    for (const char c : text.first(exponentAt))
        if (c != '.')
            decimal.digits += c;
    decimal.point = text.sliced(exponentAt + 1).toInt() + 1;
    while (decimal.digits.size() > 1 && decimal.digits.endsWith('0'))
        decimal.digits.chop(1);
    return decimal;
}

Decimal shortest(double magnitude)
{
    std::array<char, 64> buffer;
    const auto [end, error] = std::to_chars(buffer.begin(), buffer.end(), magnitude, std::chars_format::scientific);
    return error == std::errc() ? fromScientific(QByteArrayView(buffer.begin(), end)) : Decimal{"0", 1};
}

Decimal exact(double magnitude)
{
    std::array<char, exactDigits + 32> buffer;
    const int size = std::snprintf(buffer.data(), buffer.size(), "%.*e", exactDigits, magnitude);
    return fromScientific(QByteArrayView(buffer.data(), size));
}

/// Only the first `count` digits, halves rounded up; may be empty for nothing left.
void keep(Decimal &decimal, qsizetype count)
{
    if (count >= decimal.digits.size())
        return;
    const bool up = count >= 0 && decimal.digits.at(count) >= '5';
    decimal.digits.truncate(std::max<qsizetype>(count, 0));
    if (!up)
        return;
    qsizetype at = count - 1;
    while (at >= 0 && decimal.digits.at(at) == '9')
        decimal.digits[at--] = '0';
    if (at >= 0) {
        ++decimal.digits[at];
    } else {
        decimal.digits.prepend('1');
        ++decimal.point;
    }
}

QString exponent(int value)
{
    return (value < 0 ? QStringLiteral("e-") : QStringLiteral("e+")) + QString::number(std::abs(value));
}

QString scientific(const Decimal &decimal, int decimals)
{
    QByteArray digits = decimal.digits;
    if (decimals >= 0)
        digits = digits.leftJustified(decimals + 1, '0', true);
    QString text = QString::fromLatin1(digits.left(1));
    if (digits.size() > 1)
        text += u'.' + QString::fromLatin1(digits.mid(1));
    return text + exponent(decimal.point - 1);
}

QString sign(double value)
{
    return value < 0 ? QStringLiteral("-") : QString();
}

QString unusual(double value)
{
    return std::isnan(value) ? QStringLiteral("NaN") : sign(value) + QStringLiteral("Infinity");
}

/// Digits after the point of a fraction in base 16, as few as tell it from its neighbours; `whole` takes a carry.
QByteArray hexadecimalFraction(double fraction, double spread, double &whole)
{
    QByteArray digits;
    while (fraction >= spread) {
        fraction *= 16;
        spread *= 16;
        const int digit = int(fraction);
        digits += char(digit);
        fraction -= digit;
        const bool above = fraction > 0.5 || (fraction == 0.5 && digit % 2 == 1);
        if (!above || fraction + spread <= 1)
            continue;
        while (!digits.isEmpty() && digits.back() == 15)
            digits.chop(1);
        if (digits.isEmpty())
            whole += 1;
        else
            ++digits.back();
        break;
    }
    for (char &digit : digits)
        digit = "0123456789abcdef"[int(digit)];
    return digits;
}

} // namespace

QString text(double value)
{
    if (!std::isfinite(value))
        return unusual(value);
    if (value == 0)
        return QStringLiteral("0");
    const Decimal decimal = shortest(std::fabs(value));
    const int count = int(decimal.digits.size());
    if (decimal.point > 21 || decimal.point <= -6)
        return sign(value) + scientific(decimal, -1);
    const QString digits = QString::fromLatin1(decimal.digits);
    if (decimal.point <= 0)
        return sign(value) + QStringLiteral("0.") + QString(-decimal.point, u'0') + digits;
    if (count <= decimal.point)
        return sign(value) + digits + QString(decimal.point - count, u'0');
    return sign(value) + digits.left(decimal.point) + u'.' + digits.mid(decimal.point);
}

double round(double value)
{
    const double below = std::floor(value);
    return value - below >= 0.5 ? below + 1 : below;
}

QString exponential(double value, std::optional<int> decimals)
{
    if (!std::isfinite(value))
        return unusual(value);
    const int digits = decimals ? std::clamp(*decimals, 0, mostDecimals) : -1;
    if (value == 0)
        return scientific({"0", 1}, digits);
    Decimal decimal = decimals ? exact(std::fabs(value)) : shortest(std::fabs(value));
    if (decimals)
        keep(decimal, digits + 1);
    return sign(value) + scientific(decimal, digits);
}

QString hexadecimal(double value)
{
    if (!std::isfinite(value))
        return unusual(value);
    const double magnitude = std::fabs(value);
    double whole = std::floor(magnitude);
    const double spread = std::max(0.5 * (std::nextafter(magnitude, std::numeric_limits<double>::infinity()) - magnitude),
                                   std::numeric_limits<double>::denorm_min());
    const QByteArray fraction = hexadecimalFraction(magnitude - whole, spread, whole);
    QByteArray digits;
    do {
        const double rest = std::fmod(whole, 16);
        digits.prepend("0123456789abcdef"[int(rest)]);
        whole = (whole - rest) / 16;
    } while (whole > 0);
    const QString text = sign(value) + QString::fromLatin1(digits);
    return fraction.isEmpty() ? text : text + u'.' + QString::fromLatin1(fraction);
}

QString localised(double value, int least, int most)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    // Unlike String(), Intl keeps the sign of a negative zero.
    const QString minus = std::signbit(value) ? QStringLiteral("-") : QString();
    if (std::isinf(value))
        return minus + QChar(0x221E);
    least = std::clamp(least, 0, mostDecimals);
    most = std::clamp(most, least, mostDecimals);
    Decimal decimal = value == 0 ? Decimal{{}, 0} : shortest(std::fabs(value));
    keep(decimal, qsizetype(decimal.point) + most);
    QByteArray whole = decimal.point > 0 ? decimal.digits.left(decimal.point).leftJustified(decimal.point, '0') : QByteArray("0");
    QByteArray fraction = decimal.digits.isEmpty() ? QByteArray() : QByteArray(std::max(-decimal.point, 0), '0') + decimal.digits.mid(std::max(decimal.point, 0));
    while (fraction.size() > least && fraction.endsWith('0'))
        fraction.chop(1);
    fraction = fraction.leftJustified(least, '0');
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, ',');
    return minus + QString::fromLatin1(fraction.isEmpty() ? whole : whole + '.' + fraction);
}

} // namespace Watchfloor::JsNumber
