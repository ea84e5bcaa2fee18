#include "widgets/theme/namedcolors.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

class TestNamedColors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursAreReadAsDashboardsWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QColor>("color");
        QTest::newRow("hue") << u"green"_qs << QColor(0x73BF69U);
        QTest::newRow("dark") << u"dark-red"_qs << QColor(0xC4162AU);
        QTest::newRow("semi-dark") << u"semi-dark-orange"_qs << QColor(0xFF780AU);
        QTest::newRow("light") << u"light-purple"_qs << QColor(0xCA95E5U);
        QTest::newRow("super-light") << u"super-light-blue"_qs << QColor(0xC0D8FFU);
        QTest::newRow("capitals") << u" Green "_qs << QColor(0x73BF69U);
        QTest::newRow("six digits") << u"#1F78C1"_qs << QColor(0x1F78C1U);
        QTest::newRow("three digits") << u"#fa0"_qs << QColor(0xFFAA00U);
        QTest::newRow("eight digits, opacity last") << u"#1F78C180"_qs << QColor(0x1F, 0x78, 0xC1, 0x80);
        QTest::newRow("four digits") << u"#fa08"_qs << QColor(0xFF, 0xAA, 0x00, 0x88);
        QTest::newRow("rgb") << u"rgb(31, 120, 193)"_qs << QColor(31, 120, 193);
        QTest::newRow("rgba") << u"rgba(245, 54, 54, 0.9)"_qs << QColor(245, 54, 54, 230);
        QTest::newRow("rgb without commas") << u"rgb(31 120 193 / 50%)"_qs << QColor(31, 120, 193, 128);
        QTest::newRow("hsl") << u"hsl(120, 100%, 50%)"_qs << QColor(0, 255, 0);
        QTest::newRow("CSS name") << u"rebeccapurple?"_qs << QColor();
        QTest::newRow("CSS name that is known") << u"tomato"_qs << QColor(255, 99, 71);
        QTest::newRow("text") << u"text"_qs << theme(ThemeMode::Dark).text;
        QTest::newRow("place") << u"palette:3"_qs << theme(ThemeMode::Dark).series[3];
        QTest::newRow("place beyond the end") << u"palette:13"_qs << theme(ThemeMode::Dark).series[3];
        QTest::newRow("no place") << u"palette:-1"_qs << QColor();
        QTest::newRow("empty") << QString() << QColor();
        QTest::newRow("unknown shade") << u"ultra-dark-red"_qs << QColor();
        QTest::newRow("unknown") << u"semi-dark-mauve"_qs << QColor();
        QTest::newRow("broken number") << u"#12"_qs << QColor();
        QTest::newRow("no hexadecimal number") << u"#zzzzzz"_qs << QColor();
        QTest::newRow("open bracket") << u"rgba(1,2,3"_qs << QColor();
        QTest::newRow("too few") << u"rgb(1,2)"_qs << QColor();
        QTest::newRow("beyond the end") << u"rgb(999, 0, 0)"_qs << QColor(255, 0, 0);
        QTest::newRow("endless") << QString(100'000, u'a') << QColor();
    }
    void coloursAreReadAsDashboardsWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(QColor, color);
        const QColor found = namedColor(text, theme(ThemeMode::Dark));
        QCOMPARE(found.isValid(), color.isValid());
        QCOMPARE(found.rgba(), color.rgba());
    }

    void transparentIsValidAndSeenThrough()
    {
        const QColor color = namedColor(u"transparent"_qs, theme(ThemeMode::Dark));
        QVERIFY(color.isValid());
        QCOMPARE(color.alpha(), 0);
    }

    void everySchemeRunsFromTheGroundToItsOther_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"BrBG", "PRGn", "PiYG", "PuOr", "RdBu", "RdGy", "RdYlBu", "RdYlGn", "Spectral", "Blues", "Greens", "Greys", "Oranges", "Purples", "Reds",
                                 "BuGn", "BuPu", "GnBu", "OrRd", "PuBu", "PuBuGn", "PuRd", "RdPu", "YlGn", "YlGnBu", "YlOrBr", "YlOrRd", "Viridis", "Magma", "Inferno",
                                 "Plasma", "Turbo", "Cividis", "Warm", "Cool", "Cubehelix", "Rainbow", "Sinebow", "interpolateOranges", "continuous-GrYlRd",
                                 "continuous-RdYlGr", "continuous-BlYlRd", "continuous-YlRd", "continuous-BlPu", "continuous-YlBl", "continuous-blues", "continuous-reds",
                                 "continuous-greens", "continuous-purples", "continuous-viridis"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everySchemeRunsFromTheGroundToItsOther()
    {
        QFETCH(QString, name);
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
            const ColorScheme scheme = colorScheme(name, theme(mode));
            QVERIFY(scheme.stops.size() >= 2);
            QCOMPARE(scheme.at(-1).rgb(), scheme.stops.front().rgb());
            QCOMPARE(scheme.at(2).rgb(), scheme.stops.back().rgb());
            QVERIFY(scheme.at(0.5).isValid());
            QCOMPARE(scheme.reversed().at(0).rgb(), scheme.at(1).rgb());
        }
    }

    void oneHueIsTurnedForTheGround()
    {
        const Theme &dark = theme(ThemeMode::Dark);
        const Theme &light = theme(ThemeMode::Light);
        QVERIFY(colorScheme(u"Oranges"_qs, dark).at(0).lightness() < colorScheme(u"Oranges"_qs, dark).at(1).lightness());
        QVERIFY(colorScheme(u"Oranges"_qs, light).at(0).lightness() > colorScheme(u"Oranges"_qs, light).at(1).lightness());
        // From blue to red on either ground, whether somebody asked to turn it or not.
        QCOMPARE(colorScheme(u"Spectral"_qs, dark, true).at(1).rgb(), colorScheme(u"Spectral"_qs, light).at(1).rgb());
        QVERIFY(colorScheme(u"Spectral"_qs, dark).at(1).red() > colorScheme(u"Spectral"_qs, dark).at(0).red());
    }

    void anUnknownSchemeIsEmpty()
    {
        QVERIFY(colorScheme(u"Mauves"_qs, theme(ThemeMode::Dark)).isEmpty());
        QVERIFY(colorScheme({}, theme(ThemeMode::Dark)).isEmpty());
        QVERIFY(!ColorScheme().at(0.5).isValid());
        QCOMPARE(opacityScheme(theme(ThemeMode::Dark).accent).at(0).alpha(), 0);
    }

    void textCanBeReadOnAnyColour()
    {
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light})
            for (const char *hue : {"red", "orange", "yellow", "green", "blue", "purple"})
                for (const char *shade : {"dark-", "semi-dark-", "", "light-", "super-light-"}) {
                    const QColor color = namedColor(QString::fromLatin1(shade) + QString::fromLatin1(hue), theme(mode));
                    QVERIFY(contrastRatio(textOn(color), color) >= 4.4);
                    QVERIFY(contrastRatio(legible(color, theme(mode).surface), theme(mode).surface) >= 4.5);
                }
    }

    void whatCanBeReadIsLeftAsItIs()
    {
        const Theme &dark = theme(ThemeMode::Dark);
        QCOMPARE(legible(dark.warning, dark.surface).rgb(), dark.warning.rgb());
    }
};

WATCHFLOOR_TEST(TestNamedColors)
#include "tst_namedcolors.moc"
