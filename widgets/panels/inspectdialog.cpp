#include "widgets/panels/inspectdialog.h"

#include "models/core/duration.h"
#include "models/core/format.h"
#include "widgets/controls/outputview.h"
#include "widgets/theme/sizes.h"

#include <QBoxLayout>

namespace Watchfloor {

namespace {
constexpr size_t shownSeries = 500;
}

InspectDialog::InspectDialog(const Panel &panel, const PanelQueries &queries, const SeriesStore &series, const Clock &clock, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("%1: query and data").arg(Format::safeText(panel.title, 80)));
    resize(820, 560);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Size::cardPadding, Size::cardPadding, Size::cardPadding, Size::cardPadding);
    auto *view = new OutputView;
    view->setTitle(Format::safeText(panel.title, 80));
    view->setFollow(false);
    column->addWidget(view);
    for (const QueryKey &key : queries.keys) {
        view->appendLine(key.source, key.expression, Tone::Accent);
        if (!key.isInstant())
            view->appendLine({}, tr("range %1, step %2").arg(durationText(key.length), durationText(key.step)), Tone::Secondary);
        const SeriesStore::Entry *entry = series.find(key);
        if (!entry)
            continue;
        if (const auto &error = entry->freshness.error())
            view->appendLine({}, Format::sentence(*error), Tone::Warning);
        if (!entry->answer)
            continue;
        const auto age = entry->freshness.age(clock.now());
        view->appendLine({}, tr("%n series, %1 old", nullptr, int(entry->answer->series.size())).arg(age ? Format::span(*age) : QString()), Tone::Secondary);
        for (const QString &warning : entry->answer->warnings)
            view->appendLine({}, Format::safeText(warning, 400), Tone::Warning);
        for (size_t i = 0; i < std::min(entry->answer->series.size(), shownSeries); ++i) {
            const Series &line = entry->answer->series[i];
            view->appendLine(QString::number(line.last(), 'g', 10), Format::safeText(line.labels.toString(), 1'000));
        }
    }
}

} // namespace Watchfloor
