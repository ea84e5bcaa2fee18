#include "models/explore/movertablemodel.h"

#include "models/core/duration.h"
#include "models/core/format.h"
#include "models/core/tooltiptext.h"

#include <cmath>

namespace Watchfloor {

namespace {

constexpr std::chrono::milliseconds rateWindow{120'000};
constexpr double shownTimes = 1'000;

/// In the unit that a metric's name ends with, where it says one.
QString figure(const Mover &mover, double value)
{
    const QString name = mover.labels.value(u"__name__");
    if (!mover.isRate && (name.endsWith(QLatin1String("_seconds")) || name.endsWith(QLatin1String("_bytes"))))
        return quantity(value, ownUnit(name.endsWith(QLatin1String("_bytes")) ? QStringLiteral("bytes") : QStringLiteral("s"))).text();
    constexpr double smallest = 0.01;
    const QString text = value != 0 && std::fabs(value) < smallest ? QString::number(value, 'g', 2) : quantity(value, {}).text();
    return mover.isRate ? text + QStringLiteral("/s") : text;
}

QString change(const Mover &mover)
{
    if (mover.before == 0)
        return MoverTableModel::tr("began");
    if (mover.after == 0)
        return MoverTableModel::tr("ended");
    const double ratio = mover.ratio();
    if (ratio < 0)
        return MoverTableModel::tr("changed sign");
    if (ratio >= 2 || ratio <= 0.5) {
        const double times = ratio >= 1 ? ratio : 1 / ratio;
        const QString text = times > shownTimes ? QStringLiteral("> 1000") : QString::number(times, 'g', 3);
        return ratio >= 1 ? QStringLiteral("× %1").arg(text) : QStringLiteral("÷ %1").arg(text);
    }
    return QStringLiteral("%1%2 %").arg(ratio >= 1 ? u'+' : QChar(0x2212)).arg(std::fabs(ratio - 1) * 100, 0, 'f', 1);
}

} // namespace

void MoverTableModel::setMovers(std::vector<Mover> movers)
{
    beginResetModel();
    m_movers = std::move(movers);
    endResetModel();
}

int MoverTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_movers.size());
}

int MoverTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MoverTableModel::cell(const Mover &mover, int column) const
{
    switch (column) {
    case SeriesColumn:
        return Format::safeText(mover.labels.value(u"__name__") + [&] {
            Labels others = mover.labels;
            others.remove(u"__name__");
            return others.isEmpty() ? QString() : others.toString();
        }(), 300);
    case BeforeColumn:
        return figure(mover, mover.before);
    case AfterColumn:
        return figure(mover, mover.after);
    case ChangeColumn:
        return change(mover);
    case ScoreColumn:
        return mover.score >= shownTimes ? QStringLiteral("> 1000") : QString::number(mover.score, 'f', mover.score < 10 ? 1 : 0);
    default:
        return {};
    }
}

QVariant MoverTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_movers.size())
        return {};
    const Mover &mover = m_movers[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(mover, index.column());
    case Qt::TextAlignmentRole:
        return int(index.column() == SeriesColumn ? Qt::AlignLeft : Qt::AlignRight) | int(Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return index.column() == ScoreColumn ? tr("Distance between the medians before and after, measured by the series' own unrest.")
                                             : toolTipText(cell(mover, SeriesColumn));
    case ScoreRole:
        return mover.score;
    case ShareRole:
        return m_movers.front().score > 0 ? std::log1p(mover.score) / std::log1p(m_movers.front().score) : 0.0;
    case ExpressionRole:
        return expressionOf(mover, rateWindow);
    case NumberRole:
        return index.column() == BeforeColumn ? mover.before : index.column() == AfterColumn ? mover.after : mover.score;
    default:
        return {};
    }
}

QVariant MoverTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeriesColumn: return tr("Series");
    case BeforeColumn: return tr("Before");
    case AfterColumn: return tr("After");
    case ChangeColumn: return tr("Change");
    case ScoreColumn: return tr("Moved");
    default: return {};
    }
}

QString expressionOf(const Mover &mover, std::chrono::milliseconds window)
{
    Labels others = mover.labels;
    const QString name = others.value(u"__name__");
    others.remove(u"__name__");
    const QString selector = name + (others.isEmpty() ? QString() : others.toString());
    return mover.isRate ? QStringLiteral("rate(%1[%2])").arg(selector, durationText(window)) : selector;
}

} // namespace Watchfloor
