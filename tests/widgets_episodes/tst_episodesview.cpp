#include "tests/support/testregistry.h"
#include "tests/support/widgethands.h"
#include "tests/widgets_episodes/pastmonth.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/textlabel.h"
#include "widgets/episodes/episodedetail.h"
#include "widgets/episodes/episodestrip.h"
#include "widgets/episodes/episodesview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QSignalSpy>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {
struct Shown
{
    explicit Shown(PastMonth &month, QSize size = {1500, 800})
        : view(month.context())
    {
        view.resize(size);
        view.show();
        table = view.findChild<DataTable *>(u"episodeTable"_s);
        search = view.findChild<SearchField *>(u"episodeSearch"_s);
    }
    QString cell(int row, int column) const { return table->model()->index(row, column).data().toString(); }
    EpisodesView view;
    DataTable *table = nullptr;
    SearchField *search = nullptr;
};
}

class TestEpisodesView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void showsLivesAndWhatBefellTheChosen()
    {
        PastMonth month;
        Shown shown(month);
        QCOMPARE(shown.table->model()->rowCount(), int(month.lives.size()));
        QCOMPARE(shown.cell(0, EpisodeTableModel::NameColumn), u"HighErrorRate"_s);
        QCOMPARE(shown.cell(0, EpisodeTableModel::EndedColumn), u"open"_s);
        QCOMPARE(shown.cell(2, EpisodeTableModel::EndColumn), u"End not seen"_s);
        QVERIFY(shown.cell(2, EpisodeTableModel::DurationColumn).startsWith(u'\u2265'));
        QCOMPARE(shown.cell(4, EpisodeTableModel::EndColumn), u"Never fired"_s);
        const QStringList texts = shown.view.findChild<EpisodeEventList *>()->texts();
        QCOMPARE(texts.size(), 7);
        QVERIFY(texts[2].endsWith(u"Escalated to DevOps Lead"_s));
        QVERIFY2(texts[3].endsWith(u"<b>looking</b>"_s), "a comment is text");
        QVERIFY(shown.view.isSettled());
        QVERIFY(!shown.view.findChild<ActionButton *>(u"openAlert"_s)->isVisible());
        PastMonth::picture(shown.view, u"episodes-dark"_s);
    }

    void pictures()
    {
        PastMonth month;
        applyTheme(*qApp, ThemeMode::Light);
        Shown shown(month, {1240, 560});
        PastMonth::picture(shown.view, u"episodes-light"_s);
        QVERIFY(shown.view.findChild<EpisodeDetail *>()->width() >= 300);
        applyTheme(*qApp, ThemeMode::Dark);
    }

    void typedWordsAndMatchersAreAsked()
    {
        PastMonth month;
        Shown shown(month);
        month.commands.searches.clear();
        shown.view.focusFilter();
        QTest::keyClicks(shown.search, u"slow severity=warning"_s);
        QTest::keyClick(shown.search, Qt::Key_Return);
        const auto asked = std::find_if(month.commands.searches.begin(), month.commands.searches.end(), [](const EpisodeSearch &search) { return search.fingerprint.isEmpty(); });
        QVERIFY(asked != month.commands.searches.end());
        QCOMPARE(asked->text, u"slow"_s);
        QCOMPARE(asked->matchers.size(), 1u);
        QCOMPARE(asked->during, std::optional(lastUntil(month.clock.wall(), 7 * 24h)));
    }

    void aBrokenMatcherIsSaidAndTheListStays()
    {
        PastMonth month;
        Shown shown(month);
        const size_t asked = month.commands.searches.size();
        shown.view.setSearch(u"instance=~\"(\""_s);
        QCOMPARE(month.commands.searches.size(), asked);
        QCOMPARE(shown.table->model()->rowCount(), int(month.lives.size()));
        const auto labels = shown.view.findChildren<TextLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const TextLabel *label) { return label->isVisible() && label->tone() == Tone::Critical && !label->text().isEmpty(); }));
    }

    void nothingFoundOffersTheWholeRecord()
    {
        PastMonth month;
        month.commands.episodes = std::vector<Episode>();
        Shown shown(month);
        auto *empty = shown.view.findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        PastMonth::picture(shown.view, u"episodes-empty"_s);
        month.commands.searches.clear();
        Q_EMIT empty->nextStepRequested();
        QVERIFY(!month.commands.searches.back().during);
    }

    void anUnreadableRecordIsNoEmptyOne()
    {
        PastMonth month;
        month.commands.episodes = Error{Error::Kind::DiskFull, {}, u"history.sqlite"_s};
        Shown shown(month);
        QVERIFY(shown.view.findChild<EmptyState *>()->isVisible());
        const auto labels = shown.view.findChildren<TextLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const TextLabel *label) { return label->text().contains(u"cannot be read"_s); }));
    }

    void keysChooseAndCopy()
    {
        PastMonth month;
        Shown shown(month);
        shown.table->setFocus();
        QTest::keyClick(shown.table, Qt::Key_Down);
        QCOMPARE(shown.table->currentIndex().row(), 1);
        shown.view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.view));
        QTest::keyClick(shown.table, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"stripe"_s), "the row, not one cell of it");
        QVERIFY(copied.contains(u"StripeLatency"_s));
        QCOMPARE(copied.count(u'\n'), 1);
    }

    void clicksChooseLookFurtherAndCopy()
    {
        PastMonth month;
        Shown shown(month);
        const auto placeOf = [&shown](int row) { return shown.table->visualRect(shown.table->model()->index(row, EpisodeTableModel::NameColumn)).center(); };
        QTest::mouseClick(shown.table->viewport(), Qt::LeftButton, {}, placeOf(1));
        auto *detail = shown.view.findChild<EpisodeDetail *>();
        const auto says = [detail](const QString &words) {
            const auto labels = detail->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) { return label->text() == words; });
        };
        QVERIFY(says(u"StripeLatency"_s));
        QTest::mouseClick(shown.table->viewport(), Qt::LeftButton, Qt::ShiftModifier, placeOf(2));
        auto *copy = shown.view.findChild<ActionButton *>(u"episodeCopy"_s);
        for (const QString &form : {u"As text"_s, u"As Markdown"_s, u"As JSON"_s}) {
            QTest::mouseClick(copy, Qt::LeftButton);
            QVERIFY(chooseFrom(copy->findChild<QMenu *>(), form));
            const QString copied = QApplication::clipboard()->text();
            QVERIFY2(copied.contains(u"StripeLatency"_s) && copied.contains(u"CdnPurgeLag"_s) && !copied.contains(u"TaxiDispatchSlow"_s), qPrintable(copied));
        }
        auto *span = shown.view.findChild<SegmentedControl *>(u"episodeSpan"_s);
        QTest::mouseClick(span, Qt::LeftButton, {}, QPoint(span->width() - 8, span->height() / 2));
        QVERIFY(!month.commands.searches.back().during); // all that is kept, 90 days of it unless the workspace says otherwise
        QTest::mouseClick(shown.table->viewport(), Qt::LeftButton, {}, placeOf(1));
        month.commands.searches.clear();
        for (ActionButton *button : detail->findChildren<ActionButton *>())
            if (button->text() == u"All of this alert")
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(shown.search->text().contains(u"StripeLatency"_s));
        QVERIFY(!month.commands.searches.empty());
    }

    void whatIsOpenComesFirstTheNewestOnTop()
    {
        PastMonth month;
        month.commands.episodes = std::vector{month.lives[1], month.lives[3], month.lives[0], month.lives[2]};
        Shown shown(month);
        QStringList names;
        for (int row = 0; row < shown.table->model()->rowCount(); ++row)
            names << shown.cell(row, EpisodeTableModel::NameColumn);
        QCOMPARE(names, (QStringList{u"HighErrorRate"_s, u"StripeLatency"_s, u"TaxiDispatchSlow"_s, u"CdnPurgeLag"_s}));
    }

    void columnsSort()
    {
        PastMonth month;
        EpisodeTableModel model(month.clock);
        const QAbstractItemModelTester tester(&model);
        model.setEpisodes(month.lives);
        const QPersistentModelIndex kept(model.index(0, 0));
        model.sort(EpisodeTableModel::DurationColumn, Qt::DescendingOrder);
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(lengthOf(*model.episodeAt(row), month.clock.wall()) <= lengthOf(*model.episodeAt(row - 1), month.clock.wall()));
        QCOMPARE(model.episodeAt(kept.row())->id, month.lives.front().id);
    }

    void theCourseIsCutAtItsEvents()
    {
        PastMonth month;
        const Episode &life = month.lives.front();
        const auto stretches = stretchesOf(life, month.clock.wall());
        QCOMPARE(stretches.size(), 4u);
        QCOMPARE(stretches[0], (EpisodeStrip::Stretch{life.startedAt, *life.firedAt, AlertState::Pending}));
        QCOMPARE(stretches[2].state, AlertState::Acknowledged);
        QCOMPARE(stretches[3].to, month.clock.wall());
    }
};

WATCHFLOOR_TEST(TestEpisodesView)
#include "tst_episodesview.moc"
