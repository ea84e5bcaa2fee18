#include "models/core/format.h"
#include "models/session/session.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"
#include "widgets/alerts/alertspage.h"
#include "widgets/controls/datatable.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;

QByteArray alert(const QByteArray &labels, const QByteArray &annotations = {}, const QByteArray &end = "2063-01-01T00:00:00.000Z")
{
    return "{\"labels\":{" + labels + "},\"annotations\":{" + annotations + R"(},"startsAt":"2026-11-21T03:00:00.000Z","endsAt":")" + end
           + R"(","updatedAt":"2026-11-21T03:00:00.000Z","generatorURL":"","fingerprint":"a1","receivers":[{"name":"d"}],)"
             R"("status":{"state":"active","silencedBy":[],"inhibitedBy":[]}})";
}

const QByteArray &honest()
{
    static const QByteArray text = alert(R"("alertname":"HighErrorRate","service":"payment","severity":"critical")");
    return text;
}

QByteArray labels(int count)
{
    QByteArray text = R"("alertname":"Labelled")";
    for (int i = 1; i < count; ++i)
        text += ",\"l" + QByteArray::number(i) + "\":\"value " + QByteArray::number(i) + '"';
    return text;
}

/// A session that asks one Alertmanager, and the page that shows it.
class Rig
{
public:
    SystemClock clock;
    FaultServer server;
    std::unique_ptr<Session> session;
    std::unique_ptr<AlertsPage> page;
    DataTable *table = nullptr;

    explicit Rig(std::chrono::milliseconds interval = 100ms)
    {
        server.on(u"/api/v2/silences"_s, Answer::json("[]"));
        server.on(u"/api/v2/status"_s, Answer::json(R"({"cluster":{"status":"ready"},"versionInfo":{"version":"0.25.0"},"uptime":"2026-11-20T03:00:00.000Z","config":{"original":""}})"));
        SourceSpec spec;
        spec.name = u"am-1"_s;
        spec.kind = SourceKind::Alertmanager;
        spec.target.base = server.url();
        spec.interval = interval;
        Workspace workspace;
        workspace.name = u"Shop"_s;
        workspace.sources = {spec};
        session = std::make_unique<Session>(workspace, clock, Session::Options{{}, u"ab"_s, false, {}});
        page = std::make_unique<AlertsPage>(PageContext{session->stores(), *session, clock, *session});
        page->resize(1300, 700);
        page->setSynchronous(true);
        page->show();
        table = page->findChild<DataTable *>(u"alertTable"_s);
    }
    void answer(const QByteArray &alerts) { server.on(u"/api/v2/alerts"_s, Answer::json('[' + alerts + ']')); }
    void start() { session->start(); }
    const AlertStore &alerts() const { return session->stores().alerts; }
    std::optional<Error> failure() const { return session->stores().sources.find(u"am-1"_s)->freshness.error(); }
    /// Everything that the page says now, in the rows and beside them.
    QStringList texts() const
    {
        page->tick();
        QStringList all;
        for (int row = 0; row < std::min(table->model()->rowCount(), 50); ++row)
            for (int column = 0; column < table->model()->columnCount(); ++column)
                all << table->model()->index(row, column).data().toString();
        for (const QLabel *label : page->findChildren<QLabel *>())
            all << label->text();
        return all;
    }
};

bool isSafe(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        const char16_t code = c.unicode();
        return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e || code == 0x200f || (code < 0x20 && code != u'\n');
    });
}

} // namespace

/// What an Alertmanager may send that nobody should, from the wire to the page.
class TestBadAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }
    void shownAsFarAsItGoes_data();
    void shownAsFarAsItGoes();
    void refusedWithTheListKept_data();
    void refusedWithTheListKept();
    void twoMillionAreCutWorstFirst();
};

void TestBadAlerts::shownAsFarAsItGoes_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("says"); // somewhere on the page once it is opened
    QTest::newRow("a name alone") << alert(R"("alertname":"Alone")") << 2 << u"Alone"_s;
    QTest::newRow("200 labels") << alert(labels(200)) << 2 << u"Labelled"_s;
    QTest::newRow("an annotation of 64 kB") << alert(R"("alertname":"Long")", "\"description\":\"" + QByteArray(65'536, 'x') + '"') << 2 << u"xxxxxxxx…"_s;
    QTest::newRow("a label of 64 kB") << alert("\"alertname\":\"Long\",\"path\":\"" + QByteArray(65'536, 'p') + '"') << 2 << u"Long"_s;
    QTest::newRow("markup") << alert(R"("alertname":"<b>Bold</b>","service":"<img src=x>")", R"("summary":"<a href='file:///etc/passwd'>x</a><script>1</script>")") << 2
                            << u"<b>Bold</b>"_s;
    QTest::newRow("bidirectional controls") << alert(R"("alertname":"Pay\u202etnem\u2066","service":"\u200fshop")", R"("summary":"\u202dleft\u2069 \u0007bell")") << 2 << u"U+202E"_s;
    QTest::newRow("an end in the year 9999") << alert(R"("alertname":"Far")", {}, "9999-12-31T23:59:59.999Z") << 2 << u"Far"_s;
    QTest::newRow("an end long ago") << alert(R"("alertname":"Past")", {}, "0001-01-01T00:00:00.000Z") << 2 << u"Past"_s;
    QTest::newRow("the same twice") << honest() + ',' + honest() << 1 << u"HighErrorRate"_s;
    QTest::newRow("the same with other annotations") << alert(R"("alertname":"HighErrorRate","service":"payment","severity":"critical")", R"("summary":"again")") << 1 << QString();
    QTest::newRow("a severity that nobody knows") << alert(R"("alertname":"Odd","severity":"\ud83d\udd25")") << 2 << u"Odd"_s;
}

void TestBadAlerts::shownAsFarAsItGoes()
{
    QFETCH(QByteArray, bad);
    QFETCH(int, rows);
    QFETCH(QString, says);
    Rig rig;
    rig.answer(honest());
    rig.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.table->model()->rowCount(), 1, patience);
    rig.answer(honest() + ',' + bad);
    const size_t asked = rig.server.requestsTo(u"/api/v2/alerts"_s).size();
    QTRY_VERIFY_WITH_TIMEOUT(rig.server.requestsTo(u"/api/v2/alerts"_s).size() > asked + 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(rig.table->model()->rowCount(), rows, patience);
    QVERIFY(!rig.failure());
    QCOMPARE(rig.alerts().count(AlertState::Firing), rows);
    QStringList seen;
    for (const Alert &each : rig.alerts().alerts()) {
        QVERIFY(rig.page->open(each.fingerprint));
        seen += rig.texts();
    }
    for (const QString &text : seen)
        QVERIFY2(isSafe(text), qPrintable(text.left(300)));
    QVERIFY2(says.isEmpty() || std::any_of(seen.begin(), seen.end(), [&says](const QString &text) { return text.contains(says); }), qPrintable(seen.join(u'\n').left(4'000)));
    for (const QLabel *label : rig.page->findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text().left(300)));
    QVERIFY(!rig.page->grab().isNull());
    // And back.
    rig.answer(honest());
    QTRY_COMPARE_WITH_TIMEOUT(rig.alerts().count(AlertState::Firing), 1, patience);
}

void TestBadAlerts::refusedWithTheListKept_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("says");
    QTest::newRow("no labels") << honest() + ',' + alert({}) << u"an alert without labels"_s;
    QTest::newRow("2,000 labels") << honest() + ',' + alert(labels(2'000)) << u"more than 1000 labels"_s;
    QTest::newRow("labels that are no object") << QByteArray(R"({"labels":[]})") << QString();
    QTest::newRow("no alert at all") << QByteArray("7") << QString();
    QTest::newRow("cut in the middle") << honest().left(100) << QString();
    QTest::newRow("deeper than anybody writes") << QByteArray(100'000, '[') << QString();
}

void TestBadAlerts::refusedWithTheListKept()
{
    QFETCH(QByteArray, bad);
    QFETCH(QString, says);
    Rig rig;
    rig.answer(honest());
    rig.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.table->model()->rowCount(), 1, patience);
    rig.answer(bad);
    QTRY_VERIFY_WITH_TIMEOUT(rig.failure(), patience);
    const QString sentence = Format::sentence(*rig.failure());
    QVERIFY2(sentence.contains(says) && sentence.size() < 900 && isSafe(sentence) && !sentence.contains(u'\n'), qPrintable(sentence));
    QCOMPARE(rig.table->model()->rowCount(), 1);
    QVERIFY(rig.texts().contains(u"HighErrorRate"_s));
    rig.answer(honest());
    QTRY_VERIFY_WITH_TIMEOUT(!rig.failure(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(rig.alerts().count(AlertState::Firing), 1, patience);
}

void TestBadAlerts::twoMillionAreCutWorstFirst()
{
    Rig rig(20s);
    QByteArray body;
    constexpr int count = 2'000'000;
    body.reserve(qsizetype(count) * 29);
    for (int i = 0; i < count - 1; ++i)
        body += "{\"labels\":{\"a\":\"" + QByteArray::number(i) + "\"}},";
    rig.answer(body + honest());
    rig.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.alerts().alerts().size(), size_t(100'000), 90'000);
    QCOMPARE(rig.alerts().alerts().front().name(), u"HighErrorRate"_s);
    QCOMPARE(rig.alerts().cutAnswers().at(u"am-1"_s), size_t(count));
    QTRY_VERIFY_WITH_TIMEOUT(rig.texts().join(u'\n').contains(u"100,000 of 2,000,000 alerts of am-1 are shown"), patience);
}

WATCHFLOOR_TEST(TestBadAlerts)
#include "tst_badalerts.moc"
