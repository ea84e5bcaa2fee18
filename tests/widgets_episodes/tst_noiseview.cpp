#include "tests/support/testregistry.h"
#include "tests/support/widgethands.h"
#include "tests/widgets_episodes/pastmonth.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/figures.h"
#include "widgets/controls/textlabel.h"
#include "widgets/episodes/episodecopy.h"
#include "widgets/episodes/noiseview.h"

#include <QClipboard>
#include <QSignalSpy>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestNoiseView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void showsFiguresAndTheNoisiest()
    {
        PastMonth month;
        NoiseView view(month.context());
        view.resize(1500, 800);
        view.findChild<SegmentedControl *>(u"noiseSpan"_s)->setCurrent(2);
        view.show();
        QTRY_VERIFY(view.isSettled());
        QVERIFY(view.report());
        QCOMPARE(view.findChild<FigureLabel *>(u"noiseCount"_s)->text(), QString::number(view.report()->fired));
        auto *table = view.findChild<DataTable *>(u"talkerTable"_s);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"HighErrorRate"_s);
        PastMonth::picture(view, u"noise-dark"_s);
        QSignalSpy searches(&view, &NoiseView::searchRequested);
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(searches.size(), 1);
        QCOMPARE(searches.first().first().toString(), u"alertname=\"HighErrorRate\" service=\"payment\""_s);
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"## "_s));
    }

    void pictures()
    {
        PastMonth month;
        applyTheme(*qApp, ThemeMode::Light);
        NoiseView view(month.context());
        view.resize(1240, 560);
        view.show();
        QTRY_VERIFY(view.isSettled());
        PastMonth::picture(view, u"noise-light"_s);
        QVERIFY(view.report()->fired > 0);
        applyTheme(*qApp, ThemeMode::Dark);
    }

    void clicksChooseLookUpAndExport()
    {
        PastMonth month;
        NoiseView view(month.context());
        view.resize(1500, 800);
        view.show();
        QTRY_VERIFY(view.isSettled());
        auto *span = view.findChild<SegmentedControl *>(u"noiseSpan"_s);
        QTest::mouseClick(span, Qt::LeftButton, {}, QPoint(span->width() - 8, span->height() / 2));
        QCOMPARE(month.commands.searches.back().during->length(), std::chrono::milliseconds(90 * 24h));
        QTRY_VERIFY(view.isSettled());
        auto *table = view.findChild<DataTable *>(u"talkerTable"_s);
        QSignalSpy searches(&view, &NoiseView::searchRequested);
        const QPoint second = table->visualRect(table->model()->index(1, TalkerTableModel::NameColumn)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, second);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(searches.size(), 1);
        QCOMPARE(searches.first().first().toString(), u"alertname=\"%1\" service=\"%2\""_s.arg(table->model()->index(1, TalkerTableModel::NameColumn).data().toString(),
                                                                                               table->model()->index(1, TalkerTableModel::ServiceColumn).data().toString()));
        auto *button = view.findChild<ActionButton *>(u"noiseExport"_s);
        const std::pair<QString, QString> forms[]{{u"Copy as CSV"_s, u"HighErrorRate,payment"_s}, {u"Copy as Markdown"_s, u"## "_s}, {u"Copy as JSON"_s, u"{"_s}};
        for (const auto &[entry, part] : forms) {
            QTest::mouseClick(button, Qt::LeftButton);
            QVERIFY(chooseFrom(button->findChild<QMenu *>(), entry));
            QVERIFY2(QApplication::clipboard()->text().contains(part), qPrintable(QApplication::clipboard()->text().left(300)));
            QVERIFY(view.findChild<TextLabel *>(u"noiseTold"_s)->text().endsWith(u"copied"_s));
        }
    }

    void unknownTimesAreDashes()
    {
        PastMonth month;
        month.commands.episodes = std::vector{month.lives.front()};
        NoiseView view(month.context());
        view.show();
        QTRY_VERIFY(view.isSettled());
        QCOMPARE(view.findChild<FigureLabel *>(u"noiseAcknowledge"_s)->text(), u"\u2014"_s);
        QCOMPARE(view.findChild<FigureLabel *>(u"noiseDetect"_s)->text(), u"5 min"_s);
    }

    void aQuietSpanSaysSo()
    {
        PastMonth month;
        month.commands.episodes = std::vector<Episode>();
        NoiseView view(month.context());
        view.show();
        QTRY_VERIFY(view.isSettled());
        QVERIFY(view.findChild<EmptyState *>()->isVisible());
        Q_EMIT view.findChild<EmptyState *>()->nextStepRequested();
        QCOMPARE(month.commands.searches.back().during->length(), std::chrono::milliseconds(90 * 24h));
    }

    void anUnreadableRecordIsNotQuiet()
    {
        PastMonth month;
        month.commands.episodes = Error{Error::Kind::Locked, {}, {}};
        NoiseView view(month.context());
        view.show();
        QVERIFY(!view.report());
        QVERIFY(!view.findChild<ActionButton *>(u"noiseExport"_s)->isEnabled());
    }

    void copiedNamesAreNoMarkup()
    {
        PastMonth month;
        Episode &life = month.lives.front();
        life.labels.set(u"alertname"_s, u"[x](javascript:1)|<b>"_s);
        const QString text = episodesText({life}, EpisodeFormat::Markdown, month.clock.wall());
        QVERIFY(text.contains(u"\\[x\\]\\(javascript:1\\)\\|\\<b\\>"_s));
    }
};

WATCHFLOOR_TEST(TestNoiseView)
#include "tst_noiseview.moc"
