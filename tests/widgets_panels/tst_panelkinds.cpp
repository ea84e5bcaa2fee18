#include "tests/support/testregistry.h"
#include "tests/widgets_panels/kindsboard.h"
#include "widgets/controls/markdownview.h"
#include "widgets/panels/textbody.h"
#include "widgets/theme/applytheme.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// Every kind of panel, drawn from answers that the stores took in.
class TestPanelKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void everyKindIsDrawn_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("dark-1366") << true << QSize(1306, 640);
        QTest::newRow("light-1366") << false << QSize(1306, 640);
        QTest::newRow("dark-1920") << true << QSize(1860, 1260);
        QTest::newRow("light-1920") << false << QSize(1860, 1260);
    }
    void everyKindIsDrawn()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light);
        BoardRoom room({kindsBoard()}, size);
        Mark deploy;
        deploy.kind = Mark::Kind::Deploy;
        deploy.at = room.clock.wall() - 8min;
        deploy.text = u"payment 4f1c9ae"_s;
        deploy.key = u"d"_s;
        room.apply(deploy);
        ConsoleAlertsSnapshot alerts;
        OriginAlert alert;
        alert.labels = Labels{{u"alertname"_s, u"HighErrorRate"_s}, {u"service"_s, u"payment"_s}, {u"severity"_s, u"critical"_s}};
        alert.annotations = Labels{{u"summary"_s, u"Error ratio 4.7 %, limit 1 %"_s}};
        alert.startsAt = room.clock.wall() - 6min;
        alerts.alerts = {alert};
        room.apply(alerts, u"console"_s);
        int part = 0;
        for (PanelBoard &board = room.page.board();;) {
            room.answer([&](const QueryKey &key) { return nightAnswer(room, key); });
            QVERIFY(room.page.isSettled());
            room.draw();
            QVERIFY(keepPicture(room.page.grab(), u"panels-%1-%2"_s.arg(QString::fromLatin1(QTest::currentDataTag())).arg(++part)));
            QScrollBar *bar = board.verticalScrollBar();
            if (bar->value() >= bar->maximum())
                break;
            bar->setValue(std::min(bar->maximum(), bar->value() + board.viewport()->height() - 40));
        }
        const Theme &theme = themeOf(nullptr);
        for (PanelCard *card : room.page.board().cards()) {
            const QImage image = card->grab().toImage();
            // More than a title on a plain ground.
            QSet<QRgb> colors;
            for (int y = 34; y < image.height() - 2; y += 2)
                for (int x = 2; x < image.width() - 2; x += 2)
                    colors.insert(image.pixel(x, y));
            QVERIFY2(colors.size() > 3, qPrintable(card->panel().title));
            QVERIFY(colors.contains(theme.surface.rgb()) || colors.size() > 30);
        }
    }

    void everyKindCanBeTakenAway()
    {
        BoardRoom room({kindsBoard()}, {1860, 1400});
        room.answer([&](const QueryKey &key) { return nightAnswer(room, key); });
        for (PanelCard *card : room.page.board().cards()) {
            const QByteArray svg = card->svg();
            QVERIFY2(svg.contains("<svg"), qPrintable(card->panel().title));
            QVERIFY(!card->image().isNull());
            QVERIFY2(card->queries().asks.empty() || card->csv().contains(u','), qPrintable(card->panel().title));
        }
        QVERIFY(room.card(u"Error ratio"_s)->csv().startsWith(u"time,payment,api-gateway,hotel,auth\r\n"));
    }

    void foreignHtmlIsOnlyText()
    {
        BoardRoom room({kindsBoard()}, {1860, 2400});
        PanelCard *card = room.card(u"How to read this"_s);
        QVERIFY(card);
        QStringList texts;
        for (const QLabel *label : card->findChildren<QLabel *>())
            QVERIFY(label->textFormat() != Qt::RichText);
        for (const auto *text : card->findChildren<MarkdownText *>())
            texts << text->text();
        QVERIFY(texts.join(u' ').contains(u"First look at errors"));
        QVERIFY(!texts.join(u' ').contains(u"alert(1)"));
    }

    void aKindThatIsNotDrawnKeepsItsQueries()
    {
        BoardRoom room({kindsBoard()}, {1860, 2400});
        PanelCard *card = room.card(u"World"_s);
        QVERIFY(card);
        QVERIFY(card->queries().asks.empty());
        QStringList words;
        for (const QLabel *label : card->findChildren<QLabel *>())
            words << label->text();
        QVERIFY(words.join(u' ').contains(u"grafana-worldmap-panel"));
        QVERIFY(words.join(u' ').contains(u"sum by (country) (orders)"));
        auto *copy = card->findChild<QPushButton *>(u"copyQueries"_s);
        QVERIFY(copy);
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"sum by (country) (orders)"_s);
    }
};

WATCHFLOOR_TEST(TestPanelKinds)
#include "tst_panelkinds.moc"
