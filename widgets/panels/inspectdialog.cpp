#include "widgets/panels/inspectdialog.h"

#include "models/core/duration.h"
#include "models/core/format.h"
#include "widgets/controls/outputview.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>

namespace Watchfloor {

namespace {

constexpr size_t shownSeries = 500;
constexpr int expressionLimit = 8'000;

QString roleText(PanelAsk::Role role)
{
    switch (role) {
    case PanelAsk::Role::Value:
        return {};
    case PanelAsk::Role::Line:
        return InspectDialog::tr("the line behind the figure");
    case PanelAsk::Role::Comparison:
        return InspectDialog::tr("to compare with");
    }
    return {};
}

} // namespace

InspectDialog::InspectDialog(const Panel &panel, const PanelQueries &queries, const SeriesStore &series, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_view(new OutputView)
{
    setWindowTitle(tr("%1: query and data").arg(Format::safeText(panel.title, 80)));
    resize(820, 560);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Size::cardPadding, Size::cardPadding, Size::cardPadding, Size::cardPadding);
    m_view->setTitle(Format::safeText(panel.title, 80));
    m_view->setFollow(false);
    column->addWidget(m_view);
    for (const Error &fault : queries.faults)
        m_view->appendLine(fault.where, Format::sentence(fault), Tone::Warning);
    for (const PanelAsk &ask : queries.asks)
        addAsk(panel, ask, series, clock);
    for (const PanelQuery &query : panel.queries)
        if (query.hidden || query.language != u"promql")
            m_view->appendLine(query.refId, tr("not asked: %1").arg(Format::safeText(query.expression, expressionLimit)), Tone::Hint);
}

void InspectDialog::addAsk(const Panel &panel, const PanelAsk &ask, const SeriesStore &series, const Clock &clock)
{
    const QString &refId = panel.queries[ask.query].refId;
    const QueryKey &key = ask.key;
    m_view->appendLine(refId.isEmpty() ? key.source : QStringLiteral("%1 · %2").arg(refId, key.source), Format::safeText(key.expression, expressionLimit), Tone::Accent);
    QStringList facts;
    facts << (key.isInstant() ? tr("the value of now") : tr("range %1, step %2").arg(durationText(key.length), durationText(key.step)));
    if (key.back.count() > 0)
        facts << tr("%1 ago").arg(durationText(key.back));
    if (!key.followsNow())
        facts << tr("until %1").arg(Format::isoTime(key.until));
    if (const QString role = roleText(ask.role); !role.isEmpty())
        facts << role;
    m_view->appendLine({}, facts.join(QStringLiteral(" · ")), Tone::Secondary);
    const SeriesStore::Entry *entry = series.find(key);
    if (!entry) {
        m_view->appendLine({}, tr("Asking…"), Tone::Secondary);
        return;
    }
    if (const auto &error = entry->freshness.error()) {
        m_view->appendLine({}, Format::sentence(*error), Tone::Warning);
        if (!error->detail.isEmpty())
            m_view->appendLine({}, Format::safeText(error->detail, 2'000), Tone::Warning);
    }
    if (!entry->answer)
        return;
    const auto age = entry->freshness.age(clock.now());
    m_view->appendLine({}, tr("%n series, %1 old", nullptr, int(entry->answer->series.size())).arg(age ? Format::span(*age) : QString()), Tone::Secondary);
    addAnswer(*entry->answer);
}

void InspectDialog::addAnswer(const QueryAnswer &answer)
{
    if (answer.error)
        m_view->appendLine({}, Format::sentence(*answer.error), Tone::Warning);
    for (const QString &warning : answer.warnings)
        m_view->appendLine({}, Format::safeText(warning, 400), Tone::Warning);
    for (const QString &info : answer.infos)
        m_view->appendLine({}, Format::safeText(info, 400), Tone::Hint);
    if (!answer.text.isEmpty())
        m_view->appendLine({}, Format::safeText(answer.text, 2'000));
    for (size_t i = 0; i < std::min(answer.series.size(), shownSeries); ++i) {
        const Series &line = answer.series[i];
        const QString samples = tr("%n samples", nullptr, int(std::max(line.size(), line.histograms.size())));
        m_view->appendLine(QString::number(line.last(), 'g', 17), QStringLiteral("%1  %2").arg(Format::safeText(line.labels.toString(), 1'000), samples));
    }
    if (answer.series.size() > shownSeries)
        m_view->appendLine({}, tr("%n more series", nullptr, int(answer.series.size() - shownSeries)), Tone::Hint);
}

} // namespace Watchfloor
