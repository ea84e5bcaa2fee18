#include "tests/support/testregistry.h"
#include "widgets/theme/applytheme.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/theme.h"

#include <QTest>

using namespace Watchfloor;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, ThemeMode::Dark); }

    void tokensAreThePapersTable_data()
    {
        QTest::addColumn<QColor>("dark");
        QTest::addColumn<QColor>("light");
        QTest::addColumn<QString>("wantedDark");
        QTest::addColumn<QString>("wantedLight");
        const Theme &dark = theme(ThemeMode::Dark);
        const Theme &light = theme(ThemeMode::Light);
        const auto row = [](const char *name, const QColor &a, const QColor &b, const char *wantA, const char *wantB) {
            QTest::newRow(name) << a << b << QString::fromLatin1(wantA) << QString::fromLatin1(wantB);
        };
        row("window", dark.window, light.window, "#0e1116", "#f4f6f9");
        row("surface", dark.surface, light.surface, "#151a21", "#ffffff");
        row("line", dark.line, light.line, "#2a333f", "#d9dfe7");
        row("accent", dark.accent, light.accent, "#4c9aff", "#1f6feb");
        row("healthy", dark.healthy, light.healthy, "#3fb68b", "#1a7f5a");
        row("warning", dark.warning, light.warning, "#f2b134", "#9a6700");
        row("critical", dark.critical, light.critical, "#f0524f", "#cf222e");
        row("stale", dark.stale, light.stale, "#8e9aab", "#6e7781");
        row("blind", dark.blind, light.blind, "#b57bee", "#8250df");
        row("past", dark.past, light.past, "#c9d3df", "#3a4654");
    }
    void tokensAreThePapersTable()
    {
        QFETCH(QColor, dark);
        QFETCH(QColor, light);
        QTEST(dark.name(), "wantedDark");
        QTEST(light.name(), "wantedLight");
    }

    void textCanBeRead_data() { grounds(); }
    void textCanBeRead()
    {
        QFETCH(bool, dark);
        QFETCH(QColor, ground);
        const Theme &tokens = theme(dark ? ThemeMode::Dark : ThemeMode::Light);
        for (const QColor &color : {tokens.text, tokens.text2, tokens.text3})
            QVERIFY2(contrastRatio(color, ground) >= 4.5,
                     qPrintable(color.name() + QStringLiteral(" %1").arg(contrastRatio(color, ground))));
    }

    void shapesAndLinesCanBeSeen_data() { grounds(); }
    void shapesAndLinesCanBeSeen()
    {
        QFETCH(bool, dark);
        QFETCH(QColor, ground);
        const Theme &tokens = theme(dark ? ThemeMode::Dark : ThemeMode::Light);
        for (const State state : allStates)
            QVERIFY2(contrastRatio(tokens.of(state), ground) >= 3, qPrintable(stateName(state)));
        for (const QColor &color : tokens.series)
            QVERIFY2(contrastRatio(color, ground) >= 3, qPrintable(color.name()));
    }

    void wordsOnAFillCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void wordsOnAFillCanBeRead()
    {
        QFETCH(bool, dark);
        const Theme &tokens = theme(dark ? ThemeMode::Dark : ThemeMode::Light);
        for (const QColor &fill : {tokens.accent, tokens.critical, tokens.warning, tokens.healthy, tokens.blind})
            QVERIFY2(contrastRatio(tokens.onAccent, fill) >= 4.5,
                     qPrintable(fill.name() + QStringLiteral(" %1").arg(contrastRatio(tokens.onAccent, fill))));
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    }

    void applyingChangesEveryWidget()
    {
        QWidget widget;
        widget.ensurePolished();
        applyTheme(*qApp, ThemeMode::Light);
        QCOMPARE(themeOf(&widget).mode, ThemeMode::Light);
        QCOMPARE(themeOf(nullptr).mode, ThemeMode::Light);
        applyTheme(*qApp, ThemeMode::Dark);
        QCOMPARE(themeOf(&widget).mode, ThemeMode::Dark);
    }

    void aWindowMayHaveItsOwnMode()
    {
        applyTheme(*qApp, ThemeMode::Light);
        QWidget wall;
        QWidget inside(&wall);
        wall.setPalette(themePalette(theme(ThemeMode::Dark)));
        QCOMPARE(themeOf(&wall).mode, ThemeMode::Dark);
        QCOMPARE(themeOf(&inside).mode, ThemeMode::Dark);
    }

    void theStyleSheetHasNoTokenLeft()
    {
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light})
            QVERIFY(!themeStyleSheet(theme(mode)).contains(u'@'));
    }

private:
    static void grounds()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QColor>("ground");
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            const Theme &tokens = theme(mode);
            const QByteArray name = tokens.isDark() ? "dark " : "light ";
            QTest::newRow(name + "window") << tokens.isDark() << tokens.window;
            QTest::newRow(name + "surface") << tokens.isDark() << tokens.surface;
            QTest::newRow(name + "raised") << tokens.isDark() << tokens.raised;
            QTest::newRow(name + "sunken") << tokens.isDark() << tokens.sunken;
            QTest::newRow(name + "hover") << tokens.isDark() << tokens.hover;
            QTest::newRow(name + "selection") << tokens.isDark() << tokens.selection;
            QTest::newRow(name + "critical ground") << tokens.isDark() << tokens.tint(tokens.critical, 0.07);
        }
    }
};

WATCHFLOOR_TEST(TestTheme)
#include "tst_theme.moc"
