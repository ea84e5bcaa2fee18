#include "models/core/format.h"
#include "tests/support/testregistry.h"
#include "tests/support/widgethands.h"
#include "tests/widgets_charts/panelpieces.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// Every chart of a panel in three sizes and both modes. With WATCHFLOOR_GALLERY set to a folder the pictures are kept for the eye.
class TestPanelGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void everyChartDrawsInAllSizes_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::addColumn<QSize>("size");
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light})
            for (const QSize size : {QSize(200, 120), QSize(480, 270), QSize(960, 480)})
                QTest::addRow("%s %d", mode == ThemeMode::Dark ? "dark" : "light", size.width()) << mode << size;
    }
    void everyChartDrawsInAllSizes()
    {
        QFETCH(ThemeMode, mode);
        QFETCH(QSize, size);
        applyTheme(*qApp, mode);
        const Theme &colors = theme(mode);
        constexpr int across = 4;
        const int rows = (int(pieces.size()) + across - 1) / across;
        constexpr int gap = 16;
        QImage sheet(across * (size.width() + gap) + gap, rows * (size.height() + gap) + gap, QImage::Format_RGB32);
        sheet.fill(colors.window);
        QPainter painter(&sheet);
        for (size_t at = 0; at < pieces.size(); ++at) {
            const auto chart = pieces[at].make();
            chart->resize(size);
            const QImage image = chart->grabImage();
            int drawn = 0;
            for (int y = 0; y < image.height(); y += 2)
                for (int x = 0; x < image.width(); x += 2)
                    drawn += image.pixelColor(x, y) != colors.surface;
            QVERIFY2(drawn > image.width() * image.height() / 800, pieces[at].name);
            const QPoint place(gap + int(at) % across * (size.width() + gap), gap + int(at) / across * (size.height() + gap));
            painter.fillRect(QRect(place, size).adjusted(-6, -6, 6, 6), colors.surface);
            painter.drawImage(place, image);
        }
        painter.end();
        QVERIFY(keepPicture(sheet, u"panels-%1-%2"_qs.arg(mode == ThemeMode::Dark ? u"dark"_qs : u"light"_qs).arg(size.width())));
    }

    void everyChartReadsOutWhatIsCurrent_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::newRow("dark") << ThemeMode::Dark;
        QTest::newRow("light") << ThemeMode::Light;
    }
    void everyChartReadsOutWhatIsCurrent()
    {
        QFETCH(ThemeMode, mode);
        applyTheme(*qApp, mode);
        const QSize size(360, 200);
        QImage sheet(4 * (size.width() + 16) + 16, int(pieces.size() + 3) / 4 * (size.height() + 16) + 16, QImage::Format_RGB32);
        sheet.fill(theme(mode).window);
        QPainter painter(&sheet);
        for (size_t at = 0; at < pieces.size(); ++at) {
            const auto chart = pieces[at].make();
            chart->resize(size);
            const QImage before = chart->grab().toImage();
            chart->setCurrentItem(0);
            chart->setCurrentItem(pieces[at].several ? 1 : 0);
            QVERIFY2(!chart->readOutText().isEmpty(), pieces[at].name);
            const QImage after = chart->grab().toImage();
            QVERIFY2(before != after, pieces[at].name);
            painter.drawImage(QPoint(16 + int(at) % 4 * (size.width() + 16), 16 + int(at) / 4 * (size.height() + 16)), after);
        }
        painter.end();
        QVERIFY(keepPicture(sheet, u"readouts-%1"_qs.arg(mode == ThemeMode::Dark ? u"dark"_qs : u"light"_qs)));
    }

    void everyChartBecomesAnSvgOfTheSameLook_data()
    {
        QTest::addColumn<int>("piece");
        for (size_t at = 0; at < pieces.size(); ++at)
            QTest::newRow(pieces[at].name) << int(at);
    }
    void everyChartBecomesAnSvgOfTheSameLook()
    {
        QFETCH(int, piece);
        applyTheme(*qApp, ThemeMode::Light);
        const auto chart = pieces[size_t(piece)].make();
        chart->resize(480, 270);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(chart->size());
        generator.setViewBox(chart->rect());
        QPainter painter(&generator);
        chart->paint(painter, chart->rect());
        painter.end();
        QSvgRenderer renderer(buffer.data());
        QVERIFY(renderer.isValid());
        QImage fromSvg(chart->size(), QImage::Format_ARGB32_Premultiplied);
        fromSvg.fill(theme(ThemeMode::Light).surface);
        QPainter again(&fromSvg);
        renderer.render(&again, QRectF(chart->rect()));
        again.end();
        const QImage direct = chart->grabImage();
        int far = 0;
        for (int y = 0; y < direct.height(); ++y)
            for (int x = 0; x < direct.width(); ++x)
                far += std::abs(qGray(direct.pixel(x, y)) - qGray(fromSvg.pixel(x, y))) > 90;
        QVERIFY2(far < direct.width() * direct.height() / 25, qPrintable(QString::number(far)));
        QVERIFY(keepPicture(fromSvg, u"svg-%1"_qs.arg(QString::fromLatin1(pieces[size_t(piece)].name))));
    }

    void noSizeIsTooSmall_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(0, 0), QSize(1, 1), QSize(12, 400), QSize(400, 12), QSize(60, 30), QSize(120, 80)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }
    void noSizeIsTooSmall()
    {
        QFETCH(QSize, size);
        for (const Piece &piece : pieces) {
            const auto chart = piece.make();
            chart->resize(size);
            chart->setCurrentItem(0);
            chart->setState(State::Stale, u"38 s old"_qs);
            QCOMPARE(chart->grab().size(), size);
            for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_End, Qt::Key_Up, Qt::Key_Left})
                QTest::keyClick(chart.get(), key);
            QTest::mouseMove(chart.get(), chart->rect().center());
            QTest::mouseClick(chart.get(), Qt::LeftButton, {}, chart->rect().center());
            QVERIFY2(chart->minimumSizeHint().width() <= chart->sizeHint().width(), piece.name);
        }
    }

    void numbersBeyondAllBoundsStillDraw_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("NaN") << noSample;
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
        QTest::newRow("minus infinity") << -std::numeric_limits<double>::infinity();
        QTest::newRow("greatest") << std::numeric_limits<double>::max();
        QTest::newRow("least") << -std::numeric_limits<double>::max();
        QTest::newRow("smallest") << std::numeric_limits<double>::denorm_min();
        QTest::newRow("zero") << 0.0;
    }
    void numbersBeyondAllBoundsStillDraw()
    {
        QFETCH(double, value);
        std::vector<std::unique_ptr<ChartWidget>> all;
        auto bars = std::make_unique<BarGauge>();
        bars->setBars({{u"a"_qs, value}, {u"b"_qs, 1}});
        all.push_back(std::move(bars));
        auto pie = std::make_unique<PieChart>();
        pie->setSlices({{u"a"_qs, value, {}, {}}, {u"b"_qs, 1, {}, {}}});
        all.push_back(std::move(pie));
        for (const ColumnChart::Stacking stacking : {ColumnChart::Stacking::None, ColumnChart::Stacking::Normal, ColumnChart::Stacking::Percent}) {
            auto chart = std::make_unique<ColumnChart>();
            ColumnChart::Look look;
            look.stacking = stacking;
            chart->setLook(look);
            chart->setData({u"a"_qs, u"b"_qs}, {{u"x"_qs, {value, 1}}, {u"y"_qs, {1, value}}});
            all.push_back(std::move(chart));
        }
        auto gauge = std::make_unique<GaugeWidget>();
        GaugeWidget::Gauge one;
        one.value = value;
        one.minimum = value;
        one.maximum = value;
        gauge->setGauges({one});
        all.push_back(std::move(gauge));
        auto counts = std::make_unique<HistogramChart>();
        counts->setBuckets({0, 1, 2}, {{u"x"_qs, {}, {value, 1}}});
        all.push_back(std::move(counts));
        for (const HeatMap::YScale scale : {HeatMap::YScale::Buckets, HeatMap::YScale::Linear, HeatMap::YScale::Logarithmic}) {
            auto map = std::make_unique<HeatMap>();
            HeatMap::Look look;
            look.yScale = scale;
            map->setLook(look);
            BucketGrid grid;
            grid.step = 60;
            grid.times = {60, 120};
            grid.buckets = {{-std::numeric_limits<double>::infinity(), 1, {}}, {1, std::numeric_limits<double>::infinity(), {}}};
            grid.counts = {value, 1, 2, value};
            map->setGrid(grid);
            all.push_back(std::move(map));
        }
        auto figures = std::make_unique<StatGrid>();
        StatGrid::Stat stat;
        stat.shown = quantity(value, {});
        stat.line = {value, 1, value, 2, 3};
        stat.change = value;
        figures->setStats({stat, stat});
        all.push_back(std::move(figures));
        for (const auto &chart : all) {
            chart->resize(300, 180);
            chart->setCurrentItem(0);
            QVERIFY(!chart->grab().isNull());
        }
    }

    void whatIsNotNowIsHatchedOnSvgToo()
    {
        const auto svgOf = [](ChartWidget &chart) {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            QSvgGenerator generator;
            generator.setOutputDevice(&buffer);
            generator.setSize(chart.size());
            QPainter painter(&generator);
            chart.paint(painter, chart.rect());
            painter.end();
            return buffer.data().size();
        };
        const auto chart = histogram(1);
        chart->resize(480, 270);
        const qsizetype now = svgOf(*chart);
        chart->setState(State::Blind);
        QVERIFY(svgOf(*chart) > now + 4000);
    }
};

WATCHFLOOR_TEST(TestPanelGallery)
#include "tst_panelgallery.moc"
