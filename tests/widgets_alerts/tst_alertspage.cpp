#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/shownpage.h"
#include "widgets/alerts/alertdetail.h"
#include "widgets/alerts/alertspage.h"
#include "widgets/alerts/linklist.h"
#include "widgets/alerts/rulechart.h"
#include "widgets/silences/silencedialog.h"
#include "widgets/alerts/statechips.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/alerts/filterchip.h"
#include "widgets/alerts/filterfield.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestAlertsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void theWorstIsShownFirst()
    {
        Night night;
        night.tell();
        Shown shown(night);
        QCOMPARE(shown.names().first(), u"HighErrorRate"_s);
        QCOMPARE(shown.detailName(), u"HighErrorRate"_s);
        QCOMPARE(shown.page.openItem(), QString());
    }

    void aClickShowsTheDetail()
    {
        Night night;
        night.tell();
        Shown shown(night);
        shown.click(u"StripeLatency"_s);
        QCOMPARE(shown.detailName(), u"StripeLatency"_s);
        QCOMPARE(shown.page.openItem(), night.fingerprintOf(u"StripeLatency"_s));
        QTest::keyClick(shown.table, Qt::Key_Down);
        QVERIFY(shown.detailName() != u"StripeLatency"_s);
    }

    void openFindsWhatTheFilterHides()
    {
        Night night;
        night.tell();
        Shown shown(night);
        auto *filter = shown.find<FilterField>(u"alertFilter"_s);
        filter->setTerms({u"service=\"payment\""_s});
        QCOMPARE(shown.rowOf(u"StripeLatency"_s), -1);
        QVERIFY(shown.page.open(night.fingerprintOf(u"StripeLatency"_s)));
        QCOMPARE(shown.detailName(), u"StripeLatency"_s);
        QVERIFY(filter->terms().isEmpty());
        QVERIFY(!shown.page.open(u"nothing"_s));
        QVERIFY(shown.page.open({}));
    }

    void theFilterTakesMatchersAndWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("enter");
        QTest::addColumn<int>("rows");
        QTest::newRow("matcher") << u"service=\"payment\""_s << true << 3;
        QTest::newRow("expression") << u"alertname=~\"High.*\""_s << true << 4;
        QTest::newRow("two matchers") << u"{service=\"payment\",severity=\"critical\"}"_s << true << 2;
        QTest::newRow("words while typing") << u"stripe"_s << false << 1;
        QTest::newRow("words as a chip") << u"stripe"_s << true << 1;
        QTest::newRow("a matcher that is not finished") << u"service="_s << false << 14;
        QTest::newRow("an expression that is wrong") << u"service=~\"(\""_s << true << 14;
    }
    void theFilterTakesMatchersAndWords()
    {
        QFETCH(QString, typed);
        QFETCH(bool, enter);
        QFETCH(int, rows);
        Night night;
        night.tell();
        Shown shown(night);
        auto *edit = shown.find<FilterField>(u"alertFilter"_s)->edit();
        for (const QChar character : typed)
            if (character != u',')
                QTest::keyClick(edit, character.toLatin1());
            else
                edit->insert(u","_s);
        if (enter)
            QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(shown.table->model()->rowCount(), rows);
    }

    void chipsFilterByState()
    {
        Night night;
        night.tell();
        Shown shown(night);
        QTest::mouseClick(shown.find<StateChip>(u"chip/unseen"_s), Qt::LeftButton);
        QCOMPARE(shown.names(), QStringList(u"CdnPurgeLag"_s));
        QTest::mouseClick(shown.find<StateChip>(u"chip/unseen"_s), Qt::LeftButton);
        QCOMPARE(shown.names().size(), 14);
        QTest::mouseClick(shown.find<StateChip>(u"chip/firing"_s), Qt::LeftButton);
        QCOMPARE(shown.names().size(), 2);
        QTest::mouseClick(shown.find<StateChip>(u"chip/all"_s), Qt::LeftButton);
        QCOMPARE(shown.names().size(), 14);
    }

    void aHeaderSorts()
    {
        Night night;
        night.tell();
        Shown shown(night);
        QHeaderView *header = shown.table->horizontalHeader();
        const QPoint place(header->sectionViewportPosition(AlertTableModel::NameColumn) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QStringList sorted = shown.names();
        sorted.sort(Qt::CaseInsensitive);
        QCOMPARE(shown.names(), sorted);
    }

    void servicesFoldAway()
    {
        Night night;
        night.tell();
        Shown shown(night);
        auto *grouping = shown.find<SegmentedControl>(u"grouping"_s);
        QTest::mouseClick(grouping, Qt::LeftButton, {}, QPoint(grouping->width() - 12, grouping->height() / 2));
        QCOMPARE(shown.names().first(), u"payment"_s);
        QCOMPARE(shown.cell(0, AlertTableModel::SummaryColumn).left(1), u"3"_s);
        const int rows = shown.table->model()->rowCount();
        QCOMPARE(rows, 14 + 11);
        shown.click(u"payment"_s);
        QCOMPARE(shown.table->model()->rowCount(), rows - 3);
        shown.click(u"payment"_s);
        QCOMPARE(shown.table->model()->rowCount(), rows);
        QCOMPARE(shown.detailName(), u"HighErrorRate"_s);
    }

    void lettersBelongToTheFilterWhileItIsTypedIn()
    {
        Night night;
        night.tell();
        Shown shown(night);
        shown.page.focusFilter();
        auto *edit = shown.find<FilterField>(u"alertFilter"_s)->edit();
        QTest::keyClick(edit, Qt::Key_A);
        QTest::keyClick(edit, Qt::Key_S);
        QVERIFY(night.commands.acknowledged.isEmpty());
        QCOMPARE(edit->text(), u"as"_s);
    }

    void runbooksOpen()
    {
        Night night;
        night.tell();
        night.commands.locked = true;
        Shown shown(night);
        QSignalSpy opened(&shown.page, &Page::openRequested);
        QTest::mouseClick(shown.find(u"runbook/roll-back"_s), Qt::LeftButton);
        QCOMPARE(opened.takeFirst().first().toString(), u"runbooks/roll-back"_s);
        shown.click(u"StripeLatency"_s);
        QTRY_VERIFY(!shown.find(u"runbook/roll-back"_s));
    }

    void theRuleIsAskedOfItsOwnSource()
    {
        Night night;
        night.tell();
        Shown shown(night);
        QVERIFY(!night.commands.watched.empty());
        const QueryKey key = night.commands.watched.back();
        QCOMPARE(key.source, u"main"_s);
        QVERIFY(key.expression.startsWith(u"sum(rate(http_requests_total"));
        QVERIFY(!key.expression.contains(u"> 0.01"));
        QCOMPARE(key.length, std::chrono::milliseconds(30min));
        QVERIFY(!shown.page.isSettled());
        night.answer(key);
        QTRY_VERIFY(shown.page.isSettled());
        const size_t asked = night.commands.watched.size();
        shown.page.tick();
        QCOMPARE(night.commands.watched.size(), asked);
    }

    void aBlindSourceIsSaid()
    {
        Night night;
        night.tell();
        Shown shown(night);
        const auto banners = shown.page.findChildren<Banner *>();
        const auto visible = std::count_if(banners.begin(), banners.end(), [](const Banner *banner) { return banner->isVisible(); });
        QCOMPARE(visible, 1);
        Banner *const banner = *std::find_if(banners.begin(), banners.end(), [](const Banner *each) { return each->isVisible(); });
        const auto labels = banner->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u"am-2 has not answered since 03:11:20"); }));
        QSignalSpy opened(&shown.page, &Page::openRequested);
        QTest::mouseClick(banner->findChild<ActionButton *>(), Qt::LeftButton);
        QCOMPARE(opened.first().first().toString(), u"sources"_s);
    }

    void nothingIsNeverCalledQuietWhileBlind_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::addColumn<QString>("title");
        QTest::newRow("nobody answered") << false << u"No alert can be seen"_s;
        QTest::newRow("all answered") << true << u"Nothing fires"_s;
    }
    void nothingIsNeverCalledQuietWhileBlind()
    {
        QFETCH(bool, answered);
        QFETCH(QString, title);
        Night night;
        if (answered) {
            night.prometheus({});
            night.alertmanager(u"am-1"_s, {});
            night.alertmanager(u"am-2"_s, {});
        }
        Shown shown(night);
        auto *empty = shown.page.findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        const auto labels = empty->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&title](const QLabel *label) { return label->text() == title; }));
        QVERIFY(!shown.table->isVisible());
    }

    void onlyPlainAddressesMayBeOpened_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("may");
        QTest::newRow("https") << u"https://runbooks.example.org/a"_s << true;
        QTest::newRow("http") << u"http://127.0.0.1:9090/graph?g0.expr=up"_s << true;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("script") << u"javascript:alert(1)"_s << false;
        QTest::newRow("name and password") << u"https://a:b@example.org"_s << false;
        QTest::newRow("no host") << u"https:///x"_s << false;
        QTest::newRow("words") << u"see the wiki"_s << false;
        QTest::newRow("desktop file") << u"smb://host/share"_s << false;
    }
    void onlyPlainAddressesMayBeOpened()
    {
        QFETCH(QString, address);
        QFETCH(bool, may);
        QCOMPARE(LinkList::mayOpen(QUrl(address, QUrl::StrictMode)), may);
    }

    void textOfAnAlertIsNeverMarkup()
    {
        Night night;
        OriginAlert alert = night.alert(u"<b>Bold</b>"_s, u"<img src=x>"_s, u"critical"_s, u"<a href='file:///'>x</a>"_s, 1min);
        night.prometheus({alert});
        Shown shown(night);
        QCOMPARE(shown.detailName(), u"<b>Bold</b>"_s);
        for (const QLabel *label : shown.page.findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text()));
    }

    void fiftyThousandRowsStayQuick()
    {
        Night night;
        std::vector<OriginAlert> alerts;
        for (int i = 0; i < 50'000; ++i)
            alerts.push_back(night.alert(u"Alert%1"_s.arg(i), u"service-%1"_s.arg(i % 300), u"warning"_s, u"summary"_s, 1min));
        night.prometheus(alerts);
        Shown shown(night);
        QCOMPARE(shown.table->model()->rowCount(), 50'000);
        QElapsedTimer timer;
        timer.start();
        shown.page.tick();
        QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
        timer.restart();
        shown.find<SegmentedControl>(u"grouping"_s)->setCurrent(1);
        QTest::mouseClick(shown.find<SegmentedControl>(u"grouping"_s), Qt::LeftButton, {}, QPoint(12, 12));
        QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    }

    void whatIsInhibitedStandsUnderItsCause()
    {
        Night night;
        night.errorsFingerprint = u"x"_s;
        night.tell();
        Shown shown(night);
        QCOMPARE(shown.names().mid(0, 3), QStringList({u"HighErrorRate"_s, u"HighResponseTime"_s, u"CircuitBreakerOpen"_s}));
        QCOMPARE(shown.cell(1, AlertTableModel::SilencedColumn), u"by HighErrorRate"_s);
        shown.table->setFocus();
        shown.table->setCurrentIndex(shown.table->model()->index(0, 0));
        QTest::keyClick(shown.table, Qt::Key_Left);
        QCOMPARE(shown.names().size(), 12);
        QVERIFY(shown.cell(0, AlertTableModel::SummaryColumn).startsWith(u"2 more under this"));
        QVERIFY(shown.page.open(night.fingerprintOf(u"CircuitBreakerOpen"_s)));
        QCOMPARE(shown.names().size(), 14);
    }

    void chipsAreTurnedEditedAndTakenAway()
    {
        Night night;
        night.tell();
        Shown shown(night);
        auto *filter = shown.find<FilterField>(u"alertFilter"_s);
        filter->setTerms({u"service=\"payment\""_s, u"@state!=silenced"_s});
        const auto chip = [&](const QString &term) { return shown.find<FilterChip>(u"chip:"_s + term); };
        QTest::keyClick(chip(u"service=\"payment\""_s), Qt::Key_Minus);
        QCOMPARE(filter->terms().first(), u"service!=\"payment\""_s);
        QCOMPARE(shown.rowOf(u"HighErrorRate"_s), -1);
        QTest::keyClick(chip(u"service!=\"payment\""_s), Qt::Key_Return);
        QCOMPARE(filter->terms(), QStringList(u"@state!=silenced"_s));
        QCOMPARE(filter->edit()->text(), u"service!=\"payment\""_s);
        filter->edit()->clear();
        FilterChip *last = chip(u"@state!=silenced"_s);
        QTRY_VERIFY(last->width() == last->sizeHint().width());
        QTest::mouseClick(last, Qt::LeftButton, {}, QPoint(last->width() - 10, last->height() / 2));
        QVERIFY(filter->terms().isEmpty());
        QCOMPARE(shown.names().size(), 14);
    }

    void theKeysOfTheFilter()
    {
        Night night;
        night.tell();
        Shown shown(night);
        shown.page.focusFilter();
        auto *filter = shown.find<FilterField>(u"alertFilter"_s);
        QLineEdit *edit = filter->edit();
        QTest::keyClicks(edit, u"@state=burning"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(filter->fault().contains(u"there is no state"));
        QTest::keyClick(edit, Qt::Key_Escape);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(edit->text().isEmpty());
        QTest::keyClicks(edit, u"sev"_s);
        QTRY_VERIFY(filter->isCompleting());
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(edit->text(), u"severity"_s);
        QTest::keyClicks(edit, u"=crit"_s);
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(filter->terms(), QStringList(u"severity=\"critical\""_s));
        QVERIFY(edit->text().isEmpty());
        QTest::keyClick(edit, Qt::Key_Backspace);
        QCOMPARE(edit->text(), u"severity=\"critical\""_s);
        QVERIFY(filter->terms().isEmpty());
    }

    void savedFiltersAreChosenAndSaved()
    {
        Night night;
        night.apply({}, OwnFilters{{{u"Payment"_s, {u"service=\"payment\""_s}, true}}});
        night.tell();
        Shown shown(night);
        auto *filter = shown.find<FilterField>(u"alertFilter"_s);
        filter->setTerms({u"service=\"payment\""_s});
        QCOMPARE(shown.find(u"savedFilters"_s)->accessibleName(), u"Saved filter Payment"_s);
        filter->addTerm(u"disk"_s);
        QCOMPARE(shown.find(u"savedFilters"_s)->accessibleName(), u"Saved filters"_s);
        QTest::keyClick(filter->edit(), Qt::Key_S, Qt::ControlModifier);
        auto *dialog = shown.page.findChild<QInputDialog *>(u"filterName"_s);
        QVERIFY(dialog);
        dialog->setTextValue(u" Disks "_s);
        dialog->accept();
        QCOMPARE(night.commands.savedFilters.size(), size_t(1));
        QCOMPARE(night.commands.savedFilters.front().name, u"Disks"_s);
        QCOMPARE(night.commands.savedFilters.front().terms, QStringList({u"service=\"payment\""_s, u"disk"_s}));
    }

    void theViewComesBack()
    {
        const QTemporaryDir folder;
        Session::Options options = nightOptions();
        options.dataFolder = folder.path();
        FakeClock clock;
        FakeCommands commands;
        Session session(nightWorkspace(), clock, options);
        {
            AlertsPage page({session.stores(), commands, clock, session});
            page.resize(1864, 964);
            page.findChild<FilterField *>(u"alertFilter"_s)->setTerms({u"env=\"production\""_s});
            QTest::mouseClick(page.findChild<SegmentedControl *>(u"grouping"_s), Qt::LeftButton, {}, QPoint(page.findChild<SegmentedControl *>(u"grouping"_s)->sizeHint().width() - 12, 12));
            page.findChild<DataTable *>(u"alertTable"_s)->horizontalHeader()->setSortIndicator(AlertTableModel::NameColumn, Qt::DescendingOrder);
        }
        AlertsPage page({session.stores(), commands, clock, session});
        QCOMPARE(page.findChild<FilterField *>(u"alertFilter"_s)->terms(), QStringList(u"env=\"production\""_s));
        QCOMPARE(page.findChild<SegmentedControl *>(u"grouping"_s)->current(), 1);
        const QHeaderView *header = page.findChild<DataTable *>(u"alertTable"_s)->horizontalHeader();
        QCOMPARE(header->sortIndicatorSection(), int(AlertTableModel::NameColumn));
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void keysFoldGroups()
    {
        Night night;
        night.tell();
        Shown shown(night);
        auto *grouping = shown.find<SegmentedControl>(u"grouping"_s);
        QTest::mouseClick(grouping, Qt::LeftButton, {}, QPoint(grouping->width() - 12, grouping->height() / 2));
        const int rows = shown.table->model()->rowCount();
        shown.table->setFocus();
        shown.table->setCurrentIndex(shown.table->model()->index(shown.rowOf(u"HighErrorRate"_s), 0));
        QTest::keyClick(shown.table, Qt::Key_Left);
        if (shown.table->currentIndex().row() != 0)
            QTest::keyClick(shown.table, Qt::Key_Left);
        QTest::keyClick(shown.table, Qt::Key_Left);
        QVERIFY(shown.table->model()->rowCount() < rows);
        QTest::keyClick(shown.table, Qt::Key_Right);
        QTest::keyClick(shown.table, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(shown.table->model()->rowCount(), 11);
        QTest::keyClick(shown.table, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(shown.table->model()->rowCount(), rows);
    }

    void tabsOpenByPath_data()
    {
        QTest::addColumn<QString>("item");
        QTest::newRow("silences") << u"silences"_s;
        QTest::newRow("history") << u"history"_s;
        QTest::newRow("noise") << u"noise"_s;
    }
    void tabsOpenByPath()
    {
        QFETCH(QString, item);
        Night night;
        night.tell();
        Shown shown(night);
        QVERIFY(shown.page.open(item));
        QCOMPARE(shown.page.openItem(), item);
        QVERIFY(!shown.table->isVisible());
        shown.page.tick();
        QVERIFY(shown.page.open({}));
        QVERIFY(shown.table->isVisible());
    }

    void itFitsEveryScreen_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<ThemeMode>("mode");
        for (const QSize size : {QSize(1310, 656), QSize(1864, 964), QSize(3784, 2044)})
            for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light})
                QTest::newRow(qPrintable(u"%1-%2"_s.arg(size.width()).arg(mode == ThemeMode::Dark ? u"dark"_s : u"light"_s))) << size << mode;
    }
    void itFitsEveryScreen()
    {
        QFETCH(QSize, size);
        QFETCH(ThemeMode, mode);
        applyTheme(*qApp, mode);
        Night night;
        night.errorsFingerprint = u"x"_s;
        night.tell();
        Shown shown(night, size);
        night.answer(night.commands.watched.back());
        QVERIFY(QTest::qWaitForWindowExposed(&shown.page));
        QTRY_VERIFY(shown.page.isSettled());
        for (int turn = 0; turn < 4; ++turn)
            QCoreApplication::processEvents();
        const QImage image = shown.page.grab().toImage();
        QCOMPARE(image.size(), size);
        QVERIFY(!shown.table->horizontalScrollBar()->isVisible());
        if (const QString folder = qEnvironmentVariable("WATCHFLOOR_PICTURES"); !folder.isEmpty())
            QVERIFY(image.save(u"%1/alerts-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
        applyTheme(*qApp, ThemeMode::Dark);
    }
};

WATCHFLOOR_TEST(TestAlertsPage)
#include "tst_alertspage.moc"
