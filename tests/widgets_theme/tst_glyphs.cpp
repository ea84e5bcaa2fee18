#include "tests/support/testregistry.h"
#include "widgets/theme/glyphs.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Watchfloor;

namespace {

QImage painted(State state, GlyphStyle style, int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintStateGlyph(painter, QRectF(1, 1, side - 2, side - 2), state, QColor(Qt::white), style);
    return image;
}

int differing(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qAlpha(a.pixel(x, y)) - qAlpha(b.pixel(x, y))) > 96;
    return count;
}

} // namespace

class TestGlyphs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hatchLinesStayInsideTheirRectangle()
    {
        const QRectF rect(3, 5, 40, 20);
        const QVector<QLineF> lines = hatchLines(rect, 8);
        QCOMPARE(lines.size(), 7);
        for (const QLineF &line : lines) {
            QVERIFY(rect.contains(line.p1()) && rect.contains(line.p2()));
            QVERIFY(line.dx() > 0 && qFuzzyCompare(line.dx(), -line.dy()));
        }
        QVERIFY(hatchLines({}, 8).isEmpty());
    }

    /// Whoever sees no colours still tells the states apart.
    void shapesDifferWithoutColour()
    {
        for (const int side : {14, 16, 24, 64})
            for (const State a : allStates)
                for (const State b : allStates)
                    if (a < b)
                        QVERIFY2(differing(painted(a, GlyphStyle::Filled, side), painted(b, GlyphStyle::Filled, side)) > side,
                                 qPrintable(stateName(a) + u' ' + stateName(b) + QStringLiteral(" %1").arg(side)));
    }

    void pendingAndAcknowledgedDifferFromFiring_data()
    {
        QTest::addColumn<State>("state");
        QTest::newRow("critical") << State::Critical;
        QTest::newRow("warning") << State::Warning;
        QTest::newRow("healthy") << State::Healthy;
    }
    void pendingAndAcknowledgedDifferFromFiring()
    {
        QFETCH(State, state);
        const QImage filled = painted(state, GlyphStyle::Filled, 24);
        const QImage outline = painted(state, GlyphStyle::Outline, 24);
        const QImage checked = painted(state, GlyphStyle::Checked, 24);
        QVERIFY(differing(filled, outline) > 24);
        QVERIFY(differing(outline, checked) > 4);
    }

    void onlyWhatIsNotNowIsHatched()
    {
        for (const State state : allStates) {
            QCOMPARE(isHatched(state), state == State::Stale || state == State::Blind);
            QCOMPARE(hatchBrush(state, theme(ThemeMode::Dark)).style() != Qt::NoBrush, isHatched(state));
        }
    }

    void thePanelShowsItsStateAtTheLeftEdge()
    {
        const Theme &tokens = theme(ThemeMode::Dark);
        const State state = State::Warning;
        QImage image(80, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(tokens.window);
        QPainter painter(&image);
        paintPanel(painter, image.rect(), tokens, {.state = &state});
        painter.end();
        QCOMPARE(image.pixelColor(1, 20), tokens.warning);
        QCOMPARE(image.pixelColor(40, 20), tokens.surface);
    }

    void theIconIsThereInEverySize()
    {
        for (const State state : allStates)
            QVERIFY(!stateIcon(state, theme(ThemeMode::Light)).pixmap(22, 22).isNull());
    }
};

WATCHFLOOR_TEST(TestGlyphs)
#include "tst_glyphs.moc"
