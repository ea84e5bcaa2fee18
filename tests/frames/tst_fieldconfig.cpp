#include "models/frames/fieldconfig.h"
#include "tests/frames/framebuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <cmath>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

/// What is looked at after a property was set.
using Look = std::function<bool(const FieldConfig &)>;

} // namespace


class TestFieldConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPropertyIsApplied_data();
    void everyPropertyIsApplied();
    void nothingResets_data();
    void nothingResets();
    void whatIsUnknownIsSaid_data();
    void whatIsUnknownIsSaid();
    void thresholdsBeginAtTheBottom();
};

void TestFieldConfig::everyPropertyIsApplied_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<Look>("look");
    using C = const FieldConfig &;
    const auto row = [](const char *name, const char *id, const char *value, Look look) { QTest::newRow(name) << QString::fromLatin1(id) << QByteArray(value) << look; };
    row("unit", "unit", "'bytes'", [](C c) { return c.unit.id == u"bytes"; });
    row("decimals", "decimals", "2", [](C c) { return c.decimals == 2; });
    row("decimals in quotes", "decimals", "'3'", [](C c) { return c.decimals == 3; });
    row("decimals are held", "decimals", "900", [](C c) { return c.decimals == 20; });
    row("min", "min", "-5", [](C c) { return c.minimum == -5; });
    row("max", "max", "1.5", [](C c) { return c.maximum == 1.5; });
    row("max in quotes", "max", "'100'", [](C c) { return c.maximum == 100; });
    row("displayName", "displayName", "'${__field.labels.job}'", [](C c) { return c.displayName == u"${__field.labels.job}"; });
    row("noValue", "noValue", "'-'", [](C c) { return c.noValue == u"-"; });
    row("noValue as a number", "noValue", "0", [](C c) { return c.noValue == u"0"; });
    row("description", "description", "'what'", [](C c) { return c.description == u"what"; });
    row("fieldMinMax", "fieldMinMax", "true", [](C c) { return c.ownRange; });
    row("filterable", "filterable", "true", [](C c) { return c.cell.filterable; });
    row("mappings", "mappings", "[{'type':'value','options':{'1':{'text':'up'}}}]", [](C c) { return c.mappings.size() == 1 && c.mappings[0].text == u"up"; });
    row("links", "links", "[{'title':'t','url':'/d/x','targetBlank':true}]",
        [](C c) { return c.links.size() == 1 && c.links[0] == DataLink{u"t"_s, u"/d/x"_s, true}; });
    row("color", "color", "{'mode':'fixed','fixedColor':'red'}", [](C c) { return c.color.mode == u"fixed" && c.color.fixed == u"red"; });
    row("color by series", "color", "{'mode':'continuous-GrYlRd','seriesBy':'max'}", [](C c) { return c.color.mode == u"continuous-GrYlRd" && c.color.by == u"max"; });
    row("thresholds in per cent", "thresholds", "{'mode':'percentage','steps':[{'color':'green','value':null},{'color':'red','value':80}]}",
        [](C c) { return c.thresholds.mode == Thresholds::Mode::Percentage && c.thresholds.steps.size() == 2 && c.thresholds.steps[1].from == 80; });
    row("drawStyle", "custom.drawStyle", "'bars'", [](C c) { return c.style.draw == DrawStyle::Bars; });
    row("lineInterpolation", "custom.lineInterpolation", "'stepAfter'", [](C c) { return c.style.interpolation == LineInterpolation::StepAfter; });
    row("lineWidth", "custom.lineWidth", "3", [](C c) { return c.style.lineWidth == 3 && c.timelineLineWidth == 3; });
    row("fillOpacity", "custom.fillOpacity", "25", [](C c) { return c.style.fillOpacity == 0.25 && c.timelineFill == 0.25; });
    row("gradientMode", "custom.gradientMode", "'scheme'", [](C c) { return c.style.gradient == GradientMode::Scheme; });
    row("fillBelowTo", "custom.fillBelowTo", "'low'", [](C c) { return c.style.fillBelowTo == u"low"; });
    row("dashes", "custom.lineStyle", "{'fill':'dash','dash':[5,15]}", [](C c) { return c.style.dashes == std::vector<double>{5, 15}; });
    row("dashes without lengths", "custom.lineStyle", "{'fill':'dash'}", [](C c) { return c.style.dashes == std::vector<double>{10, 10}; });
    row("dots", "custom.lineStyle", "{'fill':'dot'}", [](C c) { return c.style.dashes == std::vector<double>{0, 10}; });
    row("solid", "custom.lineStyle", "{'fill':'solid','dash':[5,15]}", [](C c) { return c.style.dashes.empty(); });
    row("showPoints", "custom.showPoints", "'never'", [](C c) { return c.style.points == PointsShown::Never; });
    row("pointSize", "custom.pointSize", "9", [](C c) { return c.style.pointSize == 9; });
    row("pointSize of a trend", "custom.pointSize", "{'fixed':7}", [](C c) { return c.style.pointSize == 7; });
    row("spanNulls", "custom.spanNulls", "true", [](C c) { return c.style.spanGapsBelow && std::isinf(*c.style.spanGapsBelow); });
    row("spanNulls below a time", "custom.spanNulls", "60000", [](C c) { return c.style.spanGapsBelow == 60000; });
    row("no spanNulls", "custom.spanNulls", "false", [](C c) { return !c.style.spanGapsBelow; });
    row("insertNulls", "custom.insertNulls", "3600000", [](C c) { return c.style.gapsAbove == 3600000; });
    row("stacking", "custom.stacking", "{'mode':'percent','group':'B'}", [](C c) { return c.style.stack == StackMode::Percent && c.style.stackGroup == u"B"; });
    row("stacking apart", "custom.stacking", "{'mode':'normal','group':false}", [](C c) { return c.style.stack == StackMode::Normal && c.style.stackGroup == u"false"; });
    row("negative-Y", "custom.transform", "'negative-Y'", [](C c) { return c.style.negativeY && !c.style.constant; });
    row("constant", "custom.transform", "'constant'", [](C c) { return c.style.constant && !c.style.negativeY; });
    row("axisPlacement", "custom.axisPlacement", "'right'", [](C c) { return c.style.axis == AxisPlacement::Right; });
    row("axisLabel", "custom.axisLabel", "'requests'", [](C c) { return c.style.axisLabel == u"requests"; });
    row("axisSoftMin", "custom.axisSoftMin", "0", [](C c) { return c.style.softMinimum == 0; });
    row("axisSoftMax", "custom.axisSoftMax", "1", [](C c) { return c.style.softMaximum == 1; });
    row("axisCenteredZero", "custom.axisCenteredZero", "true", [](C c) { return c.style.centeredZero; });
    row("axisColorMode", "custom.axisColorMode", "'series'", [](C c) { return c.style.axisInSeriesColor; });
    row("axisGridShow", "custom.axisGridShow", "false", [](C c) { return !c.style.axisGrid; });
    row("axisWidth", "custom.axisWidth", "80", [](C c) { return c.style.axisWidth == 80; });
    row("log scale", "custom.scaleDistribution", "{'type':'log','log':10}", [](C c) { return c.style.logBase == 10; });
    row("log scale without base", "custom.scaleDistribution", "{'type':'log'}", [](C c) { return c.style.logBase == 2; });
    row("symlog scale", "custom.scaleDistribution", "{'type':'symlog','log':2,'linearThreshold':5}",
        [](C c) { return c.style.logBase == 2 && c.style.linearThreshold == 5; });
    row("thresholdsStyle", "custom.thresholdsStyle", "{'mode':'line+area'}", [](C c) { return c.style.thresholdStyle == ThresholdStyle::LineAndArea; });
    row("thresholdsStyle dashed", "custom.thresholdsStyle", "{'mode':'dashed'}", [](C c) { return c.style.thresholdStyle == ThresholdStyle::Dashed; });
    row("barAlignment", "custom.barAlignment", "-1", [](C c) { return c.style.barAlignment == -1; });
    row("barWidthFactor", "custom.barWidthFactor", "0.9", [](C c) { return c.style.barWidthFactor == 0.9; });
    row("hideFrom", "custom.hideFrom", "{'legend':true,'tooltip':false,'viz':true}",
        [](C c) { return c.style.hiddenInLegend && !c.style.hiddenInTooltip && c.style.hiddenInChart && c.cell.hidden; });
    row("hideFrom of one place", "custom.hideFrom.legend", "true", [](C c) { return c.style.hiddenInLegend; });
    row("width", "custom.width", "120", [](C c) { return c.cell.width == 120; });
    row("minWidth", "custom.minWidth", "50", [](C c) { return c.cell.minimumWidth == 50; });
    row("align", "custom.align", "'center'", [](C c) { return c.cell.align == u"center"; });
    row("align auto", "custom.align", "'auto'", [](C c) { return c.cell.align.isEmpty(); });
    row("displayMode", "custom.displayMode", "'lcd-gauge'", [](C c) { return c.cell.display == u"gauge" && c.cell.gaugeMode == u"lcd"; });
    row("displayMode basic", "custom.displayMode", "'basic'", [](C c) { return c.cell.display == u"gauge" && c.cell.gaugeMode == u"basic"; });
    row("displayMode solid background", "custom.displayMode", "'color-background-solid'",
        [](C c) { return c.cell.display == u"color-background" && c.cell.gaugeMode == u"basic"; });
    row("cellOptions", "custom.cellOptions", "{'type':'color-background','mode':'gradient','applyToRow':true,'wrapText':true}",
        [](C c) { return c.cell.display == u"color-background" && c.cell.gaugeMode == u"gradient" && c.cell.wholeRow && c.cell.wrap; });
    row("hidden", "custom.hidden", "true", [](C c) { return c.cell.hidden; });
    row("custom filterable", "custom.filterable", "true", [](C c) { return c.cell.filterable; });
    row("wrapText", "custom.wrapText", "true", [](C c) { return c.cell.wrap; });
    row("inspect changes nothing", "custom.inspect", "true", [](C c) { return c == FieldConfig(); });
    row("path changes nothing", "path", "'a.b'", [](C c) { return c == FieldConfig(); });
}

void TestFieldConfig::everyPropertyIsApplied()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, value);
    QFETCH(Look, look);
    FieldConfig config;
    QVERIFY(applyProperty(config, {id, json(value)}));
    QVERIFY(look(config));
}

void TestFieldConfig::nothingResets_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("unit") << QByteArray("'s'");
    QTest::newRow("decimals") << QByteArray("1");
    QTest::newRow("min") << QByteArray("1");
    QTest::newRow("displayName") << QByteArray("'x'");
    QTest::newRow("noValue") << QByteArray("'x'");
    QTest::newRow("links") << QByteArray("[{'title':'t','url':'u'}]");
    QTest::newRow("thresholds") << QByteArray("{'steps':[{'value':null,'color':'red'}]}");
    QTest::newRow("color") << QByteArray("{'mode':'fixed'}");
    QTest::newRow("custom.lineWidth") << QByteArray("4");
    QTest::newRow("custom.fillOpacity") << QByteArray("40");
    QTest::newRow("custom.stacking") << QByteArray("{'mode':'normal','group':'X'}");
    QTest::newRow("custom.spanNulls") << QByteArray("true");
    QTest::newRow("custom.lineStyle") << QByteArray("{'fill':'dot'}");
    QTest::newRow("custom.hideFrom") << QByteArray("{'legend':true}");
    QTest::newRow("custom.scaleDistribution") << QByteArray("{'type':'log'}");
    QTest::newRow("custom.width") << QByteArray("4");
    QTest::newRow("custom.cellOptions") << QByteArray("{'type':'gauge'}");
}

void TestFieldConfig::nothingResets()
{
    QFETCH(QByteArray, value);
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    FieldConfig config;
    QVERIFY(applyProperty(config, {id, json(value)}));
    QVERIFY(config != FieldConfig());
    QVERIFY(applyProperty(config, {id, QJsonValue()}));
    QVERIFY(config == FieldConfig());
}

void TestFieldConfig::whatIsUnknownIsSaid_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("id") << u"weather"_s << QByteArray("1");
    QTest::newRow("custom id") << u"custom.weather"_s << QByteArray("1");
    QTest::newRow("draw style") << u"custom.drawStyle"_s << QByteArray("'spiral'");
    QTest::newRow("unit of a number") << u"unit"_s << QByteArray("5");
    QTest::newRow("colour mode") << u"color"_s << QByteArray("{'mode':'rainbow'}");
    QTest::newRow("cell of an unknown kind") << u"custom.cellOptions"_s << QByteArray("{'type':'hologram'}");
    QTest::newRow("number that is none") << u"max"_s << QByteArray("'many'");
    QTest::newRow("thresholds that are a text") << u"thresholds"_s << QByteArray("'1,2'");
    QTest::newRow("a link without address") << u"links"_s << QByteArray("[{'title':'t','internal':{}}]");
}

void TestFieldConfig::whatIsUnknownIsSaid()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, value);
    FieldConfig config;
    QVERIFY(!applyProperty(config, {id, json(value)}));
}

void TestFieldConfig::thresholdsBeginAtTheBottom()
{
    FieldConfig config;
    QVERIFY(applyProperty(config, {u"thresholds"_s, json("{'mode':'absolute','steps':[{'color':'green','value':5},{'color':'red','value':90},{'color':'#EAB839','value':70}]}")}));
    QCOMPARE(config.thresholds.steps.size(), size_t(3));
    QVERIFY(std::isinf(config.thresholds.steps[0].from));
    QCOMPARE(config.thresholds.steps[1].color, u"#EAB839"_s);
    QCOMPARE(config.thresholds.steps[1].state, State::Warning);
    QCOMPARE(config.thresholds.steps[2].state, State::Critical);
}

WATCHFLOOR_TEST(TestFieldConfig)
#include "tst_fieldconfig.moc"
