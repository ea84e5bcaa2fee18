#include "tests/support/testregistry.h"
#include "tests/support/widgethands.h"
#include "tests/widgets_charts/chartdata.h"
#include "widgets/charts/bargauge.h"
#include "widgets/charts/gauge.h"
#include "widgets/charts/burndownchart.h"
#include "widgets/charts/statetimeline.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/figures.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/keyvaluelist.h"
#include "widgets/controls/outputview.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/stateglyph.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/applytheme.h"
#include "widgets/theme/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

Mark deployMark()
{
    Mark mark;
    mark.kind = Mark::Kind::Deploy;
    mark.at = lastHour().end - 8min;
    mark.text = u"deploy 4f1c9ae"_qs;
    return mark;
}

Series errors(const QString &service, double level, double rise, int seed)
{
    return seriesOf(service, [=](double share) {
        const double grown = share > 0.866 ? rise * (1 - std::exp(-(share - 0.866) * 22)) : 0;
        return level * (0.6 + 0.8 * noise(share, seed)) + grown;
    });
}

std::vector<double> wobble(int seed, double rise = 0)
{
    std::vector<double> values;
    for (int at = 0; at < 80; ++at)
        values.push_back(10 + 2.5 * noise(at / 80.0, seed) + (at > 60 ? rise * (at - 60) : 0));
    return values;
}

QWidget *tile(const QString &name, State state, const QString &why, double errorRatio, double left, int seed)
{
    auto *card = new Card;
    card->setState(state);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new StateGlyph(state));
    head->addWidget(new TextLabel(name, Tone::Primary, TextSize::Heading, QFont::DemiBold));
    auto *badge = new TextLabel(stateName(state), toneOf(state));
    head->addWidget(badge);
    head->addWidget(new ElidedLabel(why, Tone::Hint), 1);
    head->addWidget(new TextLabel(u"2 s"_qs, Tone::Hint, TextSize::Small));
    card->body()->addLayout(head);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(12);
    const auto figure = [&](const QString &label, double value, const QString &unit, State mood, double rise) {
        auto *stat = new StatTile(label, TextSize::Title);
        if (state == State::Blind) {
            stat->setQuantity({});
        } else {
            stat->setQuantity(quantity(value, Unit{unit}));
            stat->setState(mood);
            stat->setValues(wobble(seed, rise), rise > 0 ? std::optional(14.0) : std::nullopt);
        }
        figures->addWidget(stat);
    };
    figure(u"requests"_qs, 1240, u"reqps"_qs, State::Healthy, 0);
    figure(u"errors"_qs, errorRatio, u"percentunit"_qs, state == State::Critical ? State::Critical : State::Healthy,
           state == State::Critical ? 0.6 : 0);
    figure(u"p95"_qs, 0.612, u"s"_qs, state == State::Warning ? State::Warning : State::Healthy, 0);
    card->body()->addLayout(figures, 1);
    auto *budget = new QHBoxLayout;
    budget->addWidget(new TextLabel(u"budget"_qs, Tone::Secondary, TextSize::Small));
    auto *bar = new BudgetBar;
    bar->setLeft(left, state);
    budget->addWidget(bar, 1);
    budget->addWidget(new TextLabel(quantity(left, Unit{u"percentunit"_qs}, 0).text() + u" left"_qs, Tone::Secondary, TextSize::Small));
    card->body()->addLayout(budget);
    return card;
}

QWidget *controls()
{
    auto *card = new Card(u"Controls"_qs);
    auto row = [&card] {
        auto *line = new QHBoxLayout;
        line->setSpacing(8);
        card->body()->addLayout(line);
        return line;
    };
    auto *buttons = row();
    auto *acknowledge = new ActionButton(u"Acknowledge"_qs, ActionButton::Look::Primary);
    acknowledge->setIconName(u"check"_qs);
    acknowledge->setKeyHint(u"A"_qs);
    buttons->addWidget(acknowledge);
    auto *silence = new ActionButton(u"Silence..."_qs);
    silence->setIconName(u"bell-off"_qs);
    buttons->addWidget(silence);
    auto *rollBack = new ActionButton(u"Roll payment back"_qs, ActionButton::Look::Caution);
    rollBack->setIconName(u"undo"_qs);
    rollBack->setLocked(true);
    buttons->addWidget(rollBack);
    auto *flush = new ActionButton(u"Flush redis"_qs, ActionButton::Look::Danger);
    flush->setIconName(u"lock"_qs);
    buttons->addWidget(flush);
    auto *disabled = new ActionButton(u"Flush redis"_qs, ActionButton::Look::Danger);
    disabled->setEnabled(false);
    buttons->addWidget(disabled);
    buttons->addWidget(new ActionButton(u"open SLO"_qs, ActionButton::Look::Link));
    buttons->addStretch();

    auto *pills = row();
    pills->addWidget(new Pill(u"PRODUCTION"_qs, Tone::Critical, Pill::Look::Outlined));
    auto *locked = new Pill(u"Actions locked"_qs, Tone::Warning);
    locked->setIconName(u"lock"_qs);
    locked->setLarge(true);
    pills->addWidget(locked);
    auto *incident = new Pill(u"INC-12"_qs, Tone::Critical);
    incident->setIconName(u"incidents"_qs);
    incident->setDetail(u"41 min"_qs);
    incident->setLarge(true);
    pills->addWidget(incident);
    pills->addWidget(new Pill(u"Firing"_qs, Tone::Critical, Pill::Look::Filled));
    pills->addWidget(new Pill(u"disruptive"_qs, Tone::Warning));
    for (const State state : allStates)
        pills->addWidget(new StateBadge(state));
    auto *count = new CountBadge;
    count->setCount(4);
    pills->addWidget(count);
    pills->addWidget(new KeyHint(u"Ctrl+K"_qs));
    pills->addStretch();

    auto *fields = row();
    auto *chips = new ChipField(u"Add a matcher..."_qs);
    chips->setChips({u"env=\"production\""_qs, u"severity=~\"critical|warning\""_qs});
    fields->addWidget(chips, 1);
    auto *segments = new SegmentedControl;
    segments->addSegment(u"Flat"_qs, u"list"_qs);
    segments->addSegment(u"By service"_qs, u"tree"_qs);
    fields->addWidget(segments);
    fields->addWidget(new IconButton(u"refresh"_qs, u"Refresh"_qs));
    auto *more = row();
    more->addWidget(new SearchField(u"Search, or type > to run..."_qs, u"Ctrl K"_qs), 1);
    auto *combo = new QComboBox;
    combo->addItems({u"Last 1 hour"_qs, u"Last 6 hours"_qs});
    more->addWidget(combo);
    more->addWidget(new QSpinBox);
    auto *box = new QCheckBox(u"Only mine"_qs);
    box->setChecked(true);
    more->addWidget(box);
    auto *banner = new Banner;
    banner->setMessage(State::Blind, u"am-2 has not answered since 03:11:32."_qs, u"The 1 alert that only it knew is kept as last seen, not cleared."_qs);
    banner->setLink(u"Open source"_qs);
    card->body()->addWidget(banner);
    auto *labels = new ChipList;
    labels->setTexts({u"service=payment"_qs, u"severity=critical"_qs, u"env=production"_qs, u"team=payments"_qs});
    card->body()->addWidget(labels);
    return card;
}

QWidget *icons()
{
    auto *card = new Card(u"Icons"_qs);
    auto *grid = new QGridLayout;
    grid->setSpacing(6);
    int at = 0;
    for (const QString &name : iconNames()) {
        auto *label = new QLabel;
        label->setPixmap(iconPixmap(name, themeOf(nullptr).text2, 24));
        label->setToolTip(name);
        grid->addWidget(label, at / 20, at % 20);
        ++at;
    }
    card->body()->addLayout(grid);
    return card;
}

QWidget *glyphs()
{
    class Sheet final : public QWidget
    {
        void paintEvent(QPaintEvent *) override
        {
            QPainter painter(this);
            double x = 4;
            for (const int side : {12, 16, 24, 40}) {
                double y = 4;
                for (const GlyphStyle style : {GlyphStyle::Filled, GlyphStyle::Outline, GlyphStyle::Checked}) {
                    for (size_t at = 0; at < allStates.size(); ++at)
                        paintStateGlyph(painter, QRectF(x + double(at) * (side + 6), y, side, side), allStates[at], themeOf(this), style);
                    y += 44;
                }
                x += 5 * (side + 6) + 12;
            }
        }
        QSize sizeHint() const override { return {640, 140}; }
    };
    auto *card = new Card(u"Glyphs"_qs);
    card->body()->addWidget(new Sheet);
    return card;
}

QWidget *table(QStandardItemModel &model)
{
    constexpr int stateRole = Qt::UserRole + 1;
    model.setHorizontalHeaderLabels({u"State"_qs, u"Severity"_qs, u"Alert"_qs, u"Service"_qs, u"Summary"_qs, u"Active for"_qs});
    const auto add = [&](State state, const QString &word, const QString &alert, const QString &service, const QString &summary, const QString &age) {
        auto *first = new QStandardItem(word);
        first->setData(QVariant::fromValue(state), stateRole);
        auto *last = new QStandardItem(age);
        last->setTextAlignment(Qt::AlignRight);
        model.appendRow({first, new QStandardItem(stateName(state)), new QStandardItem(alert), new QStandardItem(service), new QStandardItem(summary), last});
    };
    add(State::Critical, u"Firing"_qs, u"HighErrorRate"_qs, u"payment"_qs, u"Error ratio 4.71 %, limit 1 %"_qs, u"6 min"_qs);
    add(State::Warning, u"Firing"_qs, u"HighAPILatency"_qs, u"api-gateway"_qs, u"p95 612 ms, limit 500 ms"_qs, u"5 min"_qs);
    add(State::Blind, u"Blind"_qs, u"CdnPurgeLag"_qs, u"cdn"_qs, u"Only am-2 knew it: firing at 03:11:32"_qs, u"22 min"_qs);
    add(State::Stale, u"Stale"_qs, u"HotelSearchSlow"_qs, u"hotel"_qs, u"p95 1.1 s, limit 1 s, answer 38 s old"_qs, u"2 min"_qs);
    add(State::Healthy, u"Recovered"_qs, u"LowCacheHitRate"_qs, u"redis"_qs, u"Hit rate 91.2 %, was 64 %"_qs, u"9 min"_qs);
    auto *card = new Card;
    card->setFlush(true);
    auto *view = new DataTable;
    view->setModel(&model);
    view->setItemDelegate(new StateDelegate(stateRole, 0, view));
    view->setColumnWidths({120, 90, 160, 110, 280});
    view->selectRow(0);
    card->body()->addWidget(view);
    return card;
}

QWidget *charts()
{
    auto *host = new QWidget;
    auto *grid = new QGridLayout(host);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    const auto chart = [&](int row, int column, const QString &title) {
        auto *card = new Card(title);
        card->setDetail(u"2 s · main"_qs);
        auto *view = new TimeChart;
        view->setSynchronous(true);
        view->setRange(lastHour());
        card->body()->addWidget(view, 1);
        grid->addWidget(card, row, column);
        return view;
    };
    auto *ratio = chart(0, 0, u"Error ratio by service"_qs);
    ratio->setUnit(Unit{u"percentunit"_qs});
    ratio->setSeries({{errors(u"payment"_qs, 0.0006, 0.047, 1), u"payment"_qs, {}, false, false},
                      {errors(u"api-gateway"_qs, 0.0012, 0.0086, 2), u"api-gateway"_qs, {}, false, false},
                      {errors(u"auth"_qs, 0.0002, 0, 3), u"auth"_qs, {}, false, false},
                      {errors(u"ecommerce"_qs, 0.0008, 0, 4), u"ecommerce"_qs, {}, false, false},
                      {errors(u"hotel"_qs, 0.0003, 0, 5), u"hotel"_qs, {}, false, false}});
    ratio->setThresholds({{0.01, State::Critical, u"limit 1 %"_qs, true, true}});
    ratio->setMarks({deployMark()});
    auto *latency = chart(0, 1, u"p95 latency by service"_qs);
    latency->setUnit(Unit{u"s"_qs});
    latency->setLegend(TimeChart::Legend::Table);
    latency->setSeries({{errors(u"payment"_qs, 0.42, 1.5, 6), u"payment"_qs, {}, false, false},
                        {errors(u"api-gateway"_qs, 0.43, 0.2, 7), u"api-gateway"_qs, {}, false, false},
                        {errors(u"auth"_qs, 0.088, 0, 8), u"auth"_qs, {}, false, false}});
    latency->setThresholds({{0.5, State::Critical, u"limit 500 ms"_qs, true, true}});
    latency->setMarks({deployMark()});
    latency->setCursor(lastHour().end - 20min);
    auto *rule = chart(1, 0, u"The rule, as it ran"_qs);
    rule->setUnit(Unit{u"percentunit"_qs});
    rule->setLegend(TimeChart::Legend::None);
    rule->setLastValueShown(true);
    rule->setSeries({{errors(u"payment"_qs, 0.0006, 0.047, 1), u"payment"_qs, {}, true, false}});
    rule->setThresholds({{0.01, State::Critical, u"limit 1 %"_qs, true, false}});
    rule->setSpans({{lastHour().end - 7min, lastHour().end - 3min, State::Warning, u"pending"_qs}, {lastHour().end - 3min, lastHour().end, State::Critical, u"firing"_qs}});
    auto *blind = chart(1, 1, u"hotel p95"_qs);
    blind->setUnit(Unit{u"s"_qs});
    blind->setSeries({{errors(u"hotel"_qs, 0.34, 0, 9), u"hotel"_qs, {}, true, false}});
    blind->setState(State::Stale, u"38 s old, limit 30 s"_qs);

    auto *burnCard = new Card(u"Budget burn-down"_qs);
    auto *burnDown = new BurnDownChart;
    BurnDown burn;
    burn.window = {lastHour().end - 505h, lastHour().end + 215h};
    burn.now = lastHour().end;
    const double start = toEpochSeconds(burn.window.start);
    for (const auto &[hours, left] : std::initializer_list<std::pair<double, double>>{
             {0, 1.0}, {160, 0.925}, {161, 0.755}, {340, 0.665}, {341, 0.646}, {470, 0.59}, {472, 0.25}, {500, 0.235}, {505, 0.18}})
        burn.left.push_back({start + hours * 3600, left});
    burn.emptyFast = burn.now + 12h;
    burn.emptySlow = burn.now + 66h;
    burn.freeze = 0.10;
    Mark first;
    first.kind = Mark::Kind::Incident;
    first.at = burn.window.start + 160h;
    first.text = u"INC-9, −17.0 %"_qs;
    Mark second = first;
    second.at = burn.window.start + 471h;
    second.text = u"INC-11, −34.0 %"_qs;
    Mark deploy = deployMark();
    deploy.at = burn.window.start + 340h;
    deploy.text = u"deploy b81d0c2, −1.9 %"_qs;
    burn.marks = {first, deploy, second};
    burnDown->setBurnDown(burn);
    burnDown->setCaption(u"18 % left"_qs, u"empty today 03:34"_qs);
    burnDown->setLegendShown(true);
    burnCard->body()->addWidget(burnDown, 1);
    grid->addWidget(burnCard, 0, 2);

    auto *small = new Card(u"Burn rate, certificate, memory"_qs);
    auto *bars = new BarGauge;
    BarGauge::Look barLook;
    barLook.style = BarGauge::Style::Plain;
    barLook.unit = Unit{u"x"_qs};
    barLook.limit = 10;
    bars->setLook(barLook);
    bars->setBars({{u"5 m"_qs, 42, State::Critical}, {u"30 m"_qs, 9.4, State::Warning}, {u"1 d"_qs, 1.96}, {u"taxi"_qs, noSample, State::Blind}});
    small->body()->addWidget(bars);
    auto *gauges = new QHBoxLayout;
    for (const double value : {0.42, 0.81, 0.97}) {
        auto *gauge = new GaugeWidget;
        gauge->setUnit(Unit{u"percentunit"_qs}, 0);
        gauge->setLimits({{0.75, State::Warning}, {0.9, State::Critical}});
        gauge->setValue(value, value > 0.9 ? State::Critical : value > 0.75 ? State::Warning : State::Healthy);
        gauge->setLabel(u"memory"_qs);
        gauges->addWidget(gauge);
    }
    small->body()->addLayout(gauges, 1);
    auto *strip = new TickStrip;
    std::vector<TickStrip::Tick> ticks(30, {State::Healthy, {}, true});
    ticks[6] = ticks[14] = ticks[29] = {State::Critical, u"4 min"_qs, false};
    ticks[20] = {State::Blind, {}, false};
    strip->setTicks(ticks);
    small->body()->addWidget(strip);
    grid->addWidget(small, 1, 2);

    auto *order = new Card(u"In what order it happened"_qs);
    order->setSubtitle(u"last hour, oldest first"_qs);
    auto *timeline = new StateTimeline;
    const WallTime end = lastHour().end;
    timeline->setRange(lastHour());
    timeline->setNow(end);
    timeline->setMarks({deployMark()});
    timeline->setRows({{u"LowCacheHitRate"_qs, State::Warning, {{end - 42min, end - 41min, State::Warning, StateTimeline::Fill::Outline, {}}, {end - 41min, end - 33min, State::Warning, StateTimeline::Fill::Solid, {}}}},
                       {u"HighErrorRate"_qs, State::Critical, {{end - 7min, end - 2min, State::Critical, StateTimeline::Fill::Outline, {}}, {end - 2min, end, State::Critical, StateTimeline::Fill::Solid, {}}}},
                       {u"StripeLatency"_qs, State::Warning, {{end - 11min, end - 9min, State::Warning, StateTimeline::Fill::Solid, {}}, {end - 9min, end, State::Warning, StateTimeline::Fill::Striped, {}}}},
                       {u"am-2 (source)"_qs, State::Blind, {{end - 2min, end, State::Blind, StateTimeline::Fill::Hatched, {}}}}});
    order->body()->addWidget(timeline);
    grid->addWidget(order, 2, 0, 1, 2);
    auto *output = new Card;
    auto *view = new OutputView;
    view->appendLine(u"03:13:05"_qs, u"$ git -C /srv/payment checkout 9b31f02"_qs, Tone::Accent);
    view->appendLine(u"03:13:05"_qs, u"HEAD is now at 9b31f02 Cap the Stripe client pool at 64"_qs);
    view->appendLine(u"03:13:05"_qs, u"exit 0 after 0.4 s"_qs, Tone::Healthy);
    output->body()->addWidget(view);
    grid->addWidget(output, 2, 2);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    grid->setRowStretch(0, 3);
    grid->setRowStretch(1, 3);
    grid->setRowStretch(2, 2);
    return host;
}

QWidget *firstPage(QStandardItemModel &model)
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setSpacing(12);
    grid->addWidget(tile(u"payment"_qs, State::Critical, u"rollback suggested"_qs, 0.0471, 0.18, 1), 0, 0);
    grid->addWidget(tile(u"api-gateway"_qs, State::Warning, u"p95 over 500 ms"_qs, 0.0086, 0.61, 2), 0, 1);
    grid->addWidget(tile(u"hotel"_qs, State::Stale, u"38 s old, limit 30 s"_qs, 0.0002, 0.94, 3), 0, 2);
    grid->addWidget(tile(u"auth"_qs, State::Healthy, {}, 0.0001, 0.97, 4), 1, 0);
    grid->addWidget(tile(u"taxi"_qs, State::Blind, u"target gone from main since 03:08"_qs, 0, 0.79, 5), 1, 1);
    auto *empty = new EmptyState;
    empty->setMessage(u"alerts"_qs, u"No alert fires"_qs, u"All 14 sources answered within their interval; the last alert recovered at 02:40."_qs);
    empty->setNextStep(u"Show recovered"_qs);
    auto *emptyCard = new Card;
    emptyCard->body()->addWidget(empty);
    grid->addWidget(emptyCard, 1, 2);
    grid->addWidget(controls(), 2, 0, 1, 2);
    auto *list = new Card(u"Labels"_qs);
    list->setTitle(u"Labels"_qs, Card::TitleLook::Caption);
    list->setDetail(u"8"_qs);
    auto *pairs = new KeyValueList;
    pairs->setRows({{u"service"_qs, u"payment"_qs}, {u"Where"_qs, u"ops-1 (this machine), cluster prod-eu, namespace production, pod redis-0"_qs}, {u"expression"_qs, u"sum(rate(http_requests_total[1m]))"_qs, Tone::Primary, true}});
    list->body()->addWidget(pairs);
    list->body()->addStretch();
    grid->addWidget(list, 2, 2);
    grid->addWidget(table(model), 3, 0, 1, 2);
    auto *column = new QVBoxLayout;
    column->addWidget(glyphs());
    column->addWidget(icons());
    grid->addLayout(column, 3, 2);
    for (int at = 0; at < 3; ++at)
        grid->setColumnStretch(at, 1);
    return page;
}

} // namespace

/// Every control and chart once, in both modes. With WATCHFLOOR_GALLERY set to a folder the pictures are kept for the eye.
class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void everyPieceIsDrawnInBothModes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void everyPieceIsDrawnInBothModes()
    {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light);
        const Theme &tokens = themeOf(nullptr);
        QStandardItemModel model;
        const std::unique_ptr<QWidget> controlsPage(firstPage(model));
        const std::unique_ptr<QWidget> chartsPage(charts());
        for (QWidget *page : {controlsPage.get(), chartsPage.get()}) {
            page->resize(1600, 1000);
            page->show();
            QTest::qWait(0);
            const QImage image = page->grab().toImage();
            for (const State state : allStates)
                if (state != State::Blind || page == controlsPage.get())
                    QVERIFY2(holds(image, tokens.of(state)), qPrintable(stateName(state)));
            QVERIFY(keepPicture(image, (page == controlsPage.get() ? u"gallery-controls-"_qs : u"gallery-charts-"_qs) + (dark ? u"dark"_qs : u"light"_qs)));
        }
    }

private:
    static bool holds(const QImage &image, const QColor &color)
    {
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixel(x, y) == color.rgb())
                    return true;
        return false;
    }
};

WATCHFLOOR_TEST(TestGallery)
#include "tst_gallery.moc"
