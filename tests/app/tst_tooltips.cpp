#include "models/core/tooltiptext.h"
#include "models/episodes/episodetablemodel.h"
#include "models/explore/movertablemodel.h"
#include "models/health/endpointtablemodel.h"
#include "models/panels/paneltablemodel.h"
#include "models/services/servicetablemodel.h"
#include "models/silences/silencetablemodel.h"
#include "models/sources/sourcetablemodel.h"
#include "models/webhooks/deliverystore.h"
#include "models/webhooks/deliverytablemodel.h"
#include "tests/services/world.h"
#include "tests/support/testregistry.h"

#include <QTest>
#include <QTextDocument>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

const QString hostile = u"<img src=http://evil.example/x> <b>calm</b> & \"all\" is well"_s;

/// What a person sees: Qt decides by the looks of a tool tip whether it is markup.
QString shown(const QString &tip)
{
    if (!Qt::mightBeRichText(tip))
        return tip;
    QTextDocument document;
    document.setHtml(tip);
    return document.toPlainText();
}

QStringList tipsOf(const QAbstractItemModel &model)
{
    QStringList tips;
    for (int column = 0; column < model.columnCount(); ++column) {
        tips << model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
        for (int row = 0; row < model.rowCount(); ++row)
            tips << model.index(row, column).data(Qt::ToolTipRole).toString();
    }
    return tips;
}

Labels hostileLabels()
{
    return {{u"alertname"_s, hostile}, {u"service"_s, u"payment"_s}, {u"severity"_s, u"critical"_s}};
}

} // namespace

/// What came from outside is shown in a tool tip as it is, never as markup.
class TestToolTips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showTextAsItIs_data();
    void showTextAsItIs();
    void longLinesWrap();
    void everyModelEscapes_data();
    void everyModelEscapes();
};

void TestToolTips::showTextAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("plain") << u"5 alerts fire"_s;
    QTest::newRow("quoted") << u"{alertname=\"A & B\"}"_s;
    QTest::newRow("two lines") << u"a\nb"_s;
    QTest::newRow("an element") << u"<b>calm</b>"_s;
    QTest::newRow("an image on the second line") << u"a\n<img src=x>"_s;
    QTest::newRow("an escaped element") << u"&lt;b&gt;"_s;
    QTest::newRow("less than") << u"errors < 0.01"_s;
    QTest::newRow("everything") << hostile;
    QTest::newRow("a long line") << u"summary\n"_s + QStringList(20, u"\"10 & more\""_s).join(u' ');
}

void TestToolTips::showTextAsItIs()
{
    QFETCH(QString, text);
    QCOMPARE(shown(toolTipText(text)), text);
}

/// Qt wraps markup alone.
void TestToolTips::longLinesWrap()
{
    const QString line = QStringList(20, u"seven"_s).join(u' ');
    QVERIFY(Qt::mightBeRichText(toolTipText(line)));
    QVERIFY(Qt::mightBeRichText(toolTipText(u"short\n"_s + line)));
    QVERIFY(!Qt::mightBeRichText(toolTipText(QStringList(20, u"seven"_s).join(u'\n'))));
}

void TestToolTips::everyModelEscapes_data()
{
    QTest::addColumn<QString>("model");
    for (const char *name : {"episodes", "movers", "endpoints", "panel", "services", "silences", "sources", "deliveries"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestToolTips::everyModelEscapes()
{
    QFETCH(QString, model);
    World world({serviceOf("payment")}, {sourceOf("am", SourceKind::Alertmanager)});
    OriginAlert alert;
    alert.labels = hostileLabels();
    alert.annotations = {{u"summary"_s, hostile}};
    world.prometheusSays({alert});
    world.update();
    world.sources.apply(u"am"_s, SourceAnswer{}, world.clock.now());
    DeliveryStore deliveries;
    HealthStore health;
    std::unique_ptr<QAbstractItemModel> made;
    if (model == u"episodes") {
        auto table = std::make_unique<EpisodeTableModel>(world.clock);
        Episode episode;
        episode.labels = hostileLabels();
        episode.summary = hostile;
        table->setEpisodes({episode});
        made = std::move(table);
    } else if (model == u"movers") {
        auto table = std::make_unique<MoverTableModel>();
        Mover mover;
        mover.labels = {{u"job"_s, hostile}};
        table->setMovers({mover});
        made = std::move(table);
    } else if (model == u"endpoints") {
        health.setEndpoints({endpointOf("payment", "a")});
        ProbeResult result;
        result.endpoint = u"payment/a"_s;
        result.state = State::Critical;
        result.error = Error{Error::Kind::Server, hostile, {}};
        health.apply(result, world.clock.now(), world.clock.wall());
        made = std::make_unique<EndpointTableModel>(health, world.clock);
    } else if (model == u"panel") {
        auto table = std::make_unique<PanelTableModel>();
        Field field;
        field.name = field.displayName = hostile;
        field.config.description = hostile;
        Frame frame;
        frame.fields = {field};
        table->setFrame(frame);
        made = std::move(table);
    } else if (model == u"services") {
        made = std::make_unique<ServiceTableModel>(world.services);
    } else if (model == u"silences") {
        Silence silence;
        silence.id = u"a"_s;
        silence.matchers = {*Matcher::make(u"alertname"_s, Matcher::Operator::Equal, hostile)};
        silence.endsAt = world.clock.wall() + std::chrono::hours(1);
        silence.comment = silence.createdBy = hostile;
        AlertmanagerSnapshot snapshot;
        snapshot.silences = {silence};
        world.alerts.apply(u"am"_s, snapshot, world.clock.now(), world.clock.wall());
        made = std::make_unique<SilenceTableModel>(world.alerts, world.sources, world.clock);
    } else if (model == u"sources") {
        world.sources.applyFailure(u"am"_s, {Error::Kind::Rejected, hostile, u"am"_s}, world.clock.now());
        made = std::make_unique<SourceTableModel>(world.sources, world.clock);
    } else {
        Delivery delivery;
        delivery.id = u"1"_s;
        delivery.alertname = hostile;
        delivery.state = Delivery::State::Failed;
        delivery.error = Error{Error::Kind::Rejected, hostile, {}};
        deliveries.apply(delivery);
        made = std::make_unique<DeliveryTableModel>(deliveries, world.clock);
    }
    int told = 0;
    for (const QString &tip : tipsOf(*made)) {
        const bool tells = tip.contains(u"evil.example");
        told += tells ? 1 : 0;
        QVERIFY2(!tells || shown(tip).contains(u"<img src=http://evil.example/x>"), qPrintable(tip));
    }
    QVERIFY(told > 0);
}

WATCHFLOOR_TEST(TestToolTips)
#include "tst_tooltips.moc"
