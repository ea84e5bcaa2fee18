#include "widgets/silences/mutedmodel.h"

#include "models/core/format.h"
#include "widgets/controls/alertlook.h"

namespace Watchfloor {

namespace {

constexpr size_t mostListed = 200;
constexpr int nameLimit = 80;
constexpr int detailLimit = 120;

QString safe(const QString &text, int limit)
{
    return Format::safeText(text, limit);
}

} // namespace

int MutedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int MutedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant MutedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return line.text;
    case DetailRole:
        return line.detail;
    case StateRole:
        return line.state ? QVariant(int(*line.state)) : QVariant();
    case HeadingRole:
        return line.isHeading;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2").arg(line.text, line.detail);
    default:
        return {};
    }
}

void MutedModel::setLines(std::vector<Line> lines)
{
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

void MutedModel::showMuted(const SilencePreview &preview)
{
    std::vector<Line> lines;
    for (const Alert *alert : preview.muted) {
        if (lines.size() == mostListed) {
            lines.push_back({tr("and %1 more").arg(Format::count(qint64(preview.muted.size() - mostListed))), {}, {}, true});
            break;
        }
        QStringList details{safe(alert->service(), nameLimit)};
        if (alert->state == AlertState::Silenced)
            details << tr("muted already");
        else if (alert->state == AlertState::Pending)
            details << tr("pending");
        details.removeAll(QString());
        lines.push_back({safe(alert->name(), nameLimit), details.join(QStringLiteral(", ")), glyphOf(alert->severity)});
    }
    setLines(std::move(lines));
}

void MutedModel::showReach(const SilenceReach &reach, WallTime now)
{
    std::vector<Line> lines;
    if (!reach.rules.empty())
        lines.push_back({tr("Rules: %1 of %2").arg(reach.rules.size()).arg(reach.rulesOutOf), {}, {}, true});
    for (const SilenceReach::Rule &rule : reach.rules) {
        if (lines.size() > mostListed)
            break;
        lines.push_back({safe(rule.name, nameLimit), rule.always ? tr("whatever it raises") : tr("depends on %1").arg(safe(rule.decidedBy.join(QStringLiteral(", ")), detailLimit)),
                         glyphOf(rule.severity)});
    }
    if (!reach.past.empty())
        lines.push_back({tr("Alerts of the last 14 days: %1 of %2").arg(reach.past.size()).arg(reach.pastOutOf), {}, {}, true});
    const size_t most = lines.size() + mostListed;
    for (const PastAlert &alert : reach.past) {
        if (lines.size() == most)
            break;
        const QString when = tr("%n time(s), last %1", nullptr, alert.times).arg(Format::moment(alert.last, now));
        const QString service = safe(alert.labels.value(u"service"), nameLimit);
        lines.push_back({safe(alert.labels.value(u"alertname"), nameLimit), service.isEmpty() ? when : QStringLiteral("%1, %2").arg(service, when), glyphOf(alert.severity)});
    }
    setLines(std::move(lines));
}

} // namespace Watchfloor
