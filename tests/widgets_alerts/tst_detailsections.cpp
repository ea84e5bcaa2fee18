#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/shownpage.h"
#include "widgets/alerts/alertdetail.h"
#include "widgets/alerts/detailsection.h"
#include "widgets/alerts/statelink.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

/// The detail on its own window, of one alert.
struct Detail
{
    AlertDetail widget;

    Detail(Night &night, const QString &name, bool narrow = false)
        : widget(night.context())
    {
        widget.setSynchronous(true);
        widget.resize(narrow ? 356 : 420, 2'400);
        widget.setNarrow(narrow);
        widget.setVisible(true);
        shown = widget.show(night.fingerprintOf(name));
    }

    bool says(const QString &words) const
    {
        for (const QLabel *label : widget.findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }
    void click(QWidget *target) const { QTest::mouseClick(target, Qt::LeftButton); }
    /// The button with that text that is seen.
    ActionButton *button(const QString &text) const
    {
        for (ActionButton *each : widget.findChildren<ActionButton *>())
            if (each->isVisible() && each->text() == text)
                return each;
        return nullptr;
    }

    bool shown = false;
};

/// Payment needs redis, which is down, and stripe, which is fine.
Workspace dependingWorkspace()
{
    Workspace workspace = nightWorkspace();
    for (const QString &name : {u"redis"_s, u"stripe"_s}) {
        Service service;
        service.name = name;
        service.labels = {{u"service"_s, name}};
        workspace.services.push_back(service);
    }
    workspace.services.front().depends = QStringList{u"redis"_s, u"stripe"_s};
    return workspace;
}

Delivery deliveryOf(Night &night, const QString &name, Delivery::State state)
{
    Delivery delivery;
    delivery.id = u"d-%1"_s.arg(int(state));
    delivery.webhook = u"team"_s;
    delivery.fingerprint = night.fingerprintOf(name);
    delivery.alertname = name;
    delivery.state = state;
    delivery.attempts = 3;
    delivery.at = night.clock.wall() - 1min;
    if (state == Delivery::State::Failed)
        delivery.error = Error{Error::Kind::NotFound, {}, u"team"_s};
    return delivery;
}

} // namespace

/// Each part of the detail, as a person reads and clicks it.
class TestDetailSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void oneIsCopiedWhole_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("begins");
        QTest::newRow("text") << u"Copy as text"_s << u"HighErrorRate\n\nState: Firing\n"_s;
        QTest::newRow("JSON") << u"Copy as JSON"_s << u"{\n"_s;
        QTest::newRow("Markdown") << u"Copy as Markdown"_s << u"### HighErrorRate\n\n- **State**: Firing\n"_s;
    }
    void oneIsCopiedWhole()
    {
        QFETCH(const QString, entry);
        QFETCH(const QString, begins);
        Night night;
        night.tell();
        Detail detail(night, u"HighErrorRate"_s);
        detail.click(detail.widget.findChild<IconButton *>(u"copyAlert"_s));
        QVERIFY(chooseFrom(detail.widget.findChild<QMenu *>(u"copyMenu"_s), entry));
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(begins), qPrintable(copied));
        QVERIFY(copied.contains(u"Customers see a failed card payment"_s));
        QVERIFY(copied.contains(u"production"_s));
        if (entry.endsWith(u"JSON"_s))
            QCOMPARE(nlohmann::json::parse(copied.toStdString())["labels"]["service"].get<std::string>(), std::string("payment"));
    }

    void copiedMarkupStaysText()
    {
        Night night;
        OriginAlert alert = night.alert(u"<b>|*x*"_s, u"a_b"_s, u"critical"_s, u"# [x](javascript:1)"_s, 1min);
        night.prometheus({alert});
        Detail detail(night, u"<b>|*x*"_s);
        detail.click(detail.widget.findChild<IconButton *>(u"copyAlert"_s));
        QVERIFY(chooseFrom(detail.widget.findChild<QMenu *>(u"copyMenu"_s), u"Copy as Markdown"_s));
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(u"### \\<b\\>\\|\\*x\\*"_s), qPrintable(copied));
        QVERIFY2(copied.contains(u"\\# \\[x\\](javascript:1)"_s), qPrintable(copied));
    }

    void aDependencyThatIsDownLeadsToItsPlace()
    {
        Night night(dependingWorkspace());
        night.tell();
        night.prometheus({night.alert(u"HighErrorRate"_s, u"payment"_s, u"critical"_s, u"errors"_s, 6min), night.alert(u"RedisDown"_s, u"redis"_s, u"critical"_s, u"down"_s, 7min)});
        night.pass(1s);
        Detail detail(night, u"HighErrorRate"_s);
        QSignalSpy opened(&detail.widget, &AlertDetail::openRequested);
        auto *redis = detail.widget.findChild<StateLink *>(u"service/overview/redis"_s);
        QVERIFY(redis && redis->isVisible());
        QVERIFY(keepPicture(detail.widget.grab(), u"detail"_s));
        QVERIFY2(redis->text().startsWith(u"needs redis: critical"_s), qPrintable(redis->text()));
        detail.click(redis);
        QCOMPARE(opened.takeFirst().first().toString(), u"overview/redis"_s);
        auto *payment = detail.widget.findChild<StateLink *>(u"service/overview/payment"_s);
        payment->setFocus();
        QTest::keyClick(payment, Qt::Key_Return);
        QCOMPARE(opened.takeFirst().first().toString(), u"overview/payment"_s);
    }

    void theBudgetIsSaidAndOpens()
    {
        Night night;
        night.tell();
        Detail detail(night, u"HighErrorRate"_s);
        QVERIFY(detail.says(u"18.0"_s) && detail.says(u"left"_s));
        QVERIFY(detail.says(u"Burning 47x over 1 h (page above 10x)"_s));
        QSignalSpy opened(&detail.widget, &AlertDetail::openRequested);
        QVERIFY(detail.button(u"open SLO"_s));
        detail.click(detail.button(u"open SLO"_s));
        QCOMPARE(opened.first().first().toString(), u"slos/payment-availability"_s);
        Detail other(night, u"NodeHighCPU"_s);
        QVERIFY(!other.button(u"open SLO"_s));
    }

    void whatWasHandedOnIsSaidAndTriedAgain()
    {
        Night night;
        night.tell();
        night.apply({}, deliveryOf(night, u"HighErrorRate"_s, Delivery::State::Delivered));
        night.apply({}, deliveryOf(night, u"HighErrorRate"_s, Delivery::State::Failed));
        night.apply({}, deliveryOf(night, u"StripeLatency"_s, Delivery::State::Retrying));
        Detail detail(night, u"HighErrorRate"_s);
        QVERIFY(detail.says(u"Webhook team: delivered at 03:11:44."_s));
        QVERIFY(detail.says(u"Webhook team: given up after 3 attempt"_s));
        QVERIFY(!detail.says(u"tried again."_s));
        QVERIFY(detail.button(u"Try again now"_s));
        detail.click(detail.button(u"Try again now"_s));
        QCOMPARE(night.commands.retried, QStringList(u"d-%1"_s.arg(int(Delivery::State::Failed))));
    }

    void aMemberThatDisagreesIsNamed()
    {
        Workspace workspace = nightWorkspace();
        for (SourceSpec &spec : workspace.sources)
            if (spec.kind == SourceKind::Alertmanager)
                spec.cluster = u"eu"_s;
        Night night(workspace);
        const OriginAlert alert = night.alert(u"SplitView"_s, u"payment"_s, u"critical"_s, u"one side alone"_s, 5min);
        for (int round = 0; round < 3; ++round) {
            night.alertmanager(u"am-1"_s, {alert});
            night.alertmanager(u"am-2"_s, {});
            night.pass(5s);
        }
        Detail detail(night, u"SplitView"_s);
        QVERIFY(detail.says(u"they disagree"_s));
        QVERIFY(detail.says(u"does not list it; healthy"_s));
        QVERIFY(detail.says(u"firing since"_s));
    }

    void aNarrowHeadShowsNameAndStateWhole()
    {
        Night night;
        night.tell();
        for (const QString &name : {u"PaymentBudgetFastBurn"_s, u"StripeLatency"_s, u"HighErrorRate"_s}) {
            Detail detail(night, name, true);
            detail.widget.resize(356, 600);
            const auto *scroll = detail.widget.findChild<QScrollArea *>();
            QTRY_VERIFY2(scroll->widget()->width() <= scroll->viewport()->width(), qPrintable(name));
            const auto *label = detail.widget.findChild<QLabel *>(u"alertName"_s);
            QVERIFY2(label->fontMetrics().horizontalAdvance(label->text()) <= label->width(), qPrintable(name));
        }
    }

    void thePlaceInTheListGoesWhereThereIsNoRoom()
    {
        Night night;
        night.prometheus({night.alert(u"RedisDown"_s, u"redis"_s, u"critical"_s, u"It does not answer"_s, 9min)});
        Detail detail(night, u"RedisDown"_s, true);
        detail.widget.setPlace({1, 24});
        const auto *scroll = detail.widget.findChild<QScrollArea *>();
        for (const int width : {400, 370, 360, 352}) {
            detail.widget.resize(420, 600);
            QTRY_VERIFY(detail.says(u"1 of 24"_s));
            detail.widget.resize(width, 600);
            QTRY_VERIFY2(scroll->widget()->width() <= scroll->viewport()->width(), qPrintable(QString::number(width)));
        }
    }

    void sectionsFoldWhereThereIsLittleRoom()
    {
        Night night;
        night.tell();
        Detail detail(night, u"HighErrorRate"_s, true);
        detail.widget.resize(356, 200);
        QTRY_VERIFY(!detail.says(u"firing since"_s));
        const auto headers = detail.widget.findChildren<FoldHeader *>();
        const auto found = std::find_if(headers.begin(), headers.end(), [](const FoldHeader *header) { return header->text() == u"Who says so"_s; });
        QVERIFY(found != headers.end() && (*found)->isVisible());
        QVERIFY((*found)->accessibleName().startsWith(u"Who says so: am-1, main"_s));
        QVERIFY(!detail.says(u"firing since"_s));
        detail.click(*found);
        QVERIFY(detail.says(u"firing since"_s));
        QTest::keyClick(*found, Qt::Key_Return);
        QVERIFY(!detail.says(u"firing since"_s));
        detail.widget.setNarrow(false);
        QVERIFY(!(*found)->isVisible());
        QVERIFY(detail.says(u"firing since"_s));
    }

    void whatHasRoomIsUnfoldedUnlessAPersonFoldedIt()
    {
        Night night;
        night.tell();
        Detail detail(night, u"HighErrorRate"_s, true);
        QTRY_VERIFY(detail.says(u"firing since"_s));
        const auto *scroll = detail.widget.findChild<QScrollArea *>();
        QVERIFY(scroll->widget()->height() <= scroll->viewport()->height());
        const auto headers = detail.widget.findChildren<FoldHeader *>();
        const auto found = std::find_if(headers.begin(), headers.end(), [](const FoldHeader *header) { return header->text() == u"Who says so"_s; });
        detail.click(*found);
        QVERIFY(!detail.says(u"firing since"_s));
        QVERIFY(detail.widget.show(night.fingerprintOf(u"StripeLatency"_s)));
        detail.widget.resize(356, 2'300);
        QVERIFY2(!detail.says(u"firing since"_s), "a person folded it");
    }

    void aMutedOneNamesWhoMutedItAndWhy()
    {
        Night night;
        night.tell();
        Detail detail(night, u"NodeHighCPU"_s);
        QVERIFY(detail.says(u"Muted by ak · until"_s));
    }

    void theRuleIsPlottedWithItsLimitAndSpans()
    {
        Night night;
        night.tell();
        Detail detail(night, u"HighErrorRate"_s);
        night.answer(night.commands.watched.back());
        QTRY_VERIFY(detail.widget.isSettled());
        auto *chart = detail.widget.findChild<TimeChart *>();
        const auto has = [chart](const QColor &colour, double xFrom, double xTo) {
            const QImage picture = chart->grabImage();
            const QRectF plot = chart->plotArea();
            int found = 0;
            for (int y = int(plot.top()); y < int(plot.bottom()); ++y)
                for (int x = int(plot.left() + xFrom * plot.width()); x < int(plot.left() + xTo * plot.width()); ++x)
                    found += picture.pixelColor(x, y) == colour;
            return found;
        };
        const QColor critical = themeOf(chart).of(State::Critical);
        // The limit's line goes all the way, also where nothing was wrong yet.
        QVERIFY(has(critical, 0, 0.5) > 20);
        const QImage withSpans = chart->grabImage();
        chart->setSpans({});
        QVERIFY(chart->grabImage() != withSpans);
        QVERIFY(detail.says(u"for 5 min"_s));
    }

    void theStartIsOnThePlot_data()
    {
        QTest::addColumn<int>("ageMinutes");
        QTest::addColumn<int>("lengthMinutes");
        QTest::newRow("minutes") << 7 << 30;
        QTest::newRow("an hour") << 60 << 180;
        QTest::newRow("a day") << 24 * 60 << 48 * 60;
        QTest::newRow("five days") << 5 * 24 * 60 << 7 * 24 * 60;
        QTest::newRow("a fortnight") << 14 * 24 * 60 << 30 * 24 * 60;
    }
    void theStartIsOnThePlot()
    {
        QFETCH(const int, ageMinutes);
        QFETCH(const int, lengthMinutes);
        Night night;
        AlertRule rule;
        rule.name = u"Old"_s;
        rule.expression = u"depth > 1000"_s;
        rule.health = u"ok"_s;
        night.rules = {rule};
        night.prometheus({night.alert(u"Old"_s, u"payment"_s, u"critical"_s, u"deep"_s, std::chrono::minutes(ageMinutes))});
        Detail detail(night, u"Old"_s);
        QVERIFY(!night.commands.watched.empty());
        QCOMPARE(night.commands.watched.back().length, std::chrono::milliseconds(std::chrono::minutes(lengthMinutes)));
    }
};

WATCHFLOOR_TEST(TestDetailSections)
#include "tst_detailsections.moc"
