#include "widgets/silences/mutedpanel.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/textlabel.h"
#include "widgets/silences/mutedmodel.h"

#include <QBoxLayout>
#include <QHeaderView>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr auto recordSpan = 14 * 24h;
constexpr int mostEpisodes = 5'000;

class MutedDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    Cell cell(const QModelIndex &index) const override
    {
        Cell cell = CellDelegate::cell(index);
        cell.detail = index.data(MutedModel::DetailRole).toString();
        if (const QVariant state = index.data(MutedModel::StateRole); state.isValid())
            cell.glyph = State(state.toInt());
        if (index.data(MutedModel::HeadingRole).toBool())
            cell.tone = Tone::Secondary;
        return cell;
    }
};

/// One line for each alert, however many lives it had.
std::vector<PastAlert> folded(const std::vector<Episode> &episodes)
{
    QHash<QString, size_t> places;
    std::vector<PastAlert> past;
    for (const Episode &episode : episodes) {
        const auto known = places.constFind(episode.fingerprint);
        if (known == places.constEnd()) {
            places.insert(episode.fingerprint, past.size());
            past.push_back({episode.fingerprint, episode.labels, episode.severity, 1, episode.startedAt});
            continue;
        }
        PastAlert &alert = past[*known];
        ++alert.times;
        alert.last = std::max(alert.last, episode.startedAt);
    }
    return past;
}

} // namespace

MutedPanel::MutedPanel(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_previewer(context.stores.alerts)
    , m_model(new MutedModel(this))
    , m_headline(new TextLabel({}, Tone::Primary, TextSize::Heading, QFont::DemiBold))
    , m_detail(new TextLabel({}, Tone::Secondary, TextSize::Small))
    , m_views(new SegmentedControl)
    , m_list(new DataTable)
    , m_empty(new TextLabel({}, Tone::Hint))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::gap);
    m_headline->setObjectName(QStringLiteral("silenceMutes"));
    m_headline->setWordWrap(true);
    m_detail->setObjectName(QStringLiteral("silenceMutesDetail"));
    m_detail->setWordWrap(true);
    m_views->setObjectName(QStringLiteral("silenceReach"));
    m_views->addSegment(tr("Now"));
    m_views->addSegment(tr("Could"));
    m_list->setObjectName(QStringLiteral("silenceMuted"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new MutedDelegate(m_list));
    m_list->horizontalHeader()->hide();
    m_list->setStretchColumn(0);
    m_list->setCompact(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_empty->setWordWrap(true);
    column->addWidget(m_headline);
    column->addWidget(m_detail);
    column->addWidget(m_views);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty);
    column->addStretch(0);
    connect(m_views, &SegmentedControl::currentChanged, this, &MutedPanel::showView);
    connect(&m_previewer, &SilencePreviewer::previewed, this, &MutedPanel::showPreview);
    askRecord();
}

void MutedPanel::askRecord()
{
    const WallTime now = m_context.clock.wall();
    EpisodeSearch search;
    search.during = TimeRange{now - recordSpan, now};
    search.limit = mostEpisodes;
    m_context.commands.searchEpisodes(search, this, [this](const Result<std::vector<Episode>> &found) {
        if (found)
            m_previewer.setPast(folded(*found));
    });
}

void MutedPanel::setMatchers(const Matchers &matchers)
{
    m_previewer.ask(matchers);
}

void MutedPanel::setCluster(const QString &cluster)
{
    const auto clusters = m_context.stores.alerts.clusters();
    const auto known = clusters.find(cluster);
    m_previewer.setMembers(known == clusters.end() ? QStringList() : known->second);
}

QString MutedPanel::detailOf(const SilencePreview &preview) const
{
    if (m_previewer.matchers().empty())
        return tr("Without a matcher a silence matches nothing.");
    const int count = int(preview.muted.size());
    if (count == 0)
        return tr("Nothing open matches. What comes later will.");
    QStringList parts;
    for (const auto &[severity, number] : preview.bySeverity)
        if (number > 0)
            parts << QStringLiteral("%1 %2").arg(Format::count(number), Format::severity(severity).toLower());
    if (count > preview.notYet)
        parts << tr("%n muted already", nullptr, count - preview.notYet);
    if (count == preview.outOf && count > 1)
        parts << tr("that is every open alert");
    return parts.join(QStringLiteral(", "));
}

void MutedPanel::showPreview()
{
    const SilencePreview &preview = m_previewer.preview();
    const int count = int(preview.muted.size());
    m_headline->setTone(count == preview.outOf && count > 1 ? Tone::Warning : Tone::Primary);
    m_headline->setText(tr("Mutes %n alert(s) now", nullptr, count));
    m_detail->setText(detailOf(preview));
    m_views->setSegmentText(0, tr("Now %1").arg(Format::count(count)));
    const SilenceReach &reach = m_previewer.reach();
    m_views->setSegmentText(1, tr("Could mute %1").arg(Format::count(qint64(reach.rules.size() + reach.past.size()))));
    m_views->updateGeometry();
    showView(m_views->current());
    Q_EMIT previewed();
}

void MutedPanel::showView(int view)
{
    if (view == 0)
        m_model->showMuted(m_previewer.preview());
    else
        m_model->showReach(m_previewer.reach(), m_context.clock.wall());
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(view == 0 ? tr("No open alert is muted by this.")
                               : tr("No rule that a Prometheus runs, and no alert of the last 14 days, could be muted by this."));
}

} // namespace Watchfloor
