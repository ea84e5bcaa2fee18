#include "models/slo/arithmetic.h"

#include "models/core/duration.h"
#include "models/core/format.h"

namespace Watchfloor {

namespace {
class Arithmetic
{
    Q_DECLARE_TR_FUNCTIONS(Arithmetic)

public:
    Arithmetic(const SloStatus &status, WallTime now)
        : m_status(status)
        , m_now(now)
        , m_window(durationText(status.objective.window))
        , m_target(QString::number(status.objective.target, 'g', 12))
    {
    }

    std::vector<ArithmeticRow> rows() const
    {
        return {total(), errors(), sli(), allowed(), left(), time(), burn(), empty()};
    }

private:
    using Kind = ArithmeticRow::Kind;

    static QString dash() { return QString(QChar(0x2014)); }
    static QString count(double value) { return Format::count(std::llround(value)); }
    const Budget &budget() const { return m_status.budget; }
    bool hasTraffic() const { return budget().sli.has_value(); }
    QString orDash(const QString &text) const { return hasTraffic() ? text : dash(); }

    ArithmeticRow total() const { return {Kind::Total, tr("total"), tr("in the last %1").arg(m_window), count(budget().total)}; }
    ArithmeticRow errors() const { return {Kind::Errors, tr("errors"), tr("in the last %1").arg(m_window), orDash(count(budget().errors))}; }
    ArithmeticRow sli() const
    {
        return {Kind::Sli, tr("SLI"), tr("1 − errors ÷ total"), hasTraffic() ? Format::ratio(*budget().sli) : dash()};
    }
    ArithmeticRow allowed() const
    {
        return {Kind::Allowed, tr("allowed"), tr("total × (1 − %1)").arg(m_target), orDash(count(budget().allowed))};
    }
    ArithmeticRow left() const
    {
        const QString share = budget().remaining ? Format::ratio(*budget().remaining, 1) : dash();
        return {Kind::Left, tr("left"), tr("allowed − errors = %1").arg(share), orDash(count(budget().eventsLeft))};
    }
    ArithmeticRow time() const
    {
        const QString share = budget().remaining ? Format::ratio(*budget().remaining, 1) : dash();
        const QString ratio = QString::number(1 - m_status.objective.target, 'g', 6);
        const auto span = budget().timeLeft;
        const QString value = span.count() < 0 ? QChar(0x2212) + Format::span(-span) : Format::span(span);
        return {Kind::Time, tr("as time"), tr("%1 × %2 × %3").arg(share, m_window, ratio), orDash(value)};
    }
    ArithmeticRow burn() const
    {
        const auto rate = m_status.burnOver(std::chrono::hours(1));
        const QString how = tr("error ratio of 1 h ÷ (1 − %1)").arg(m_target);
        return {Kind::Burn, tr("burn rate"), how, rate ? tr("%1x").arg(quantity(*rate, Unit{}).text()) : dash()};
    }
    ArithmeticRow empty() const
    {
        const auto at = m_status.emptyAt(m_now);
        return {Kind::Empty, tr("empty"), tr("left ÷ burn rate × %1").arg(m_window), at ? Format::moment(*at, m_now) : dash()};
    }

    const SloStatus &m_status;
    WallTime m_now;
    QString m_window;
    QString m_target;
};
}

std::vector<ArithmeticRow> arithmeticOf(const SloStatus &status, WallTime now)
{
    return status.known ? Arithmetic(status, now).rows() : std::vector<ArithmeticRow>();
}

} // namespace Watchfloor
