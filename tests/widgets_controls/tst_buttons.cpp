#include "tests/support/testregistry.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/pill.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;

class TestButtons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clickingASegmentChoosesIt()
    {
        SegmentedControl control;
        control.addSegment(u"Flat"_qs, u"list"_qs);
        control.addSegment(u"By service"_qs, u"tree"_qs);
        control.resize(control.sizeHint());
        QSignalSpy spy(&control, &SegmentedControl::currentChanged);
        QTest::mouseClick(&control, Qt::LeftButton, {}, QPoint(control.width() - 10, 10));
        QCOMPARE(control.current(), 1);
        QCOMPARE(spy.size(), 1);
        QTest::mouseClick(&control, Qt::LeftButton, {}, QPoint(control.width() - 10, 10));
        QCOMPARE(spy.size(), 1);
    }

    void arrowKeysMoveBetweenSegmentsAndStopAtTheEnds()
    {
        SegmentedControl control;
        for (const auto &text : {u"1x"_qs, u"10x"_qs, u"60x"_qs})
            control.addSegment(text);
        QTest::keyClick(&control, Qt::Key_Left);
        QCOMPARE(control.current(), 0);
        for (int press = 0; press < 5; ++press)
            QTest::keyClick(&control, Qt::Key_Right);
        QCOMPARE(control.current(), 2);
    }

    void whatIsDecoratedNeedsMoreRoom()
    {
        ActionButton plain(u"Roll back"_qs);
        ActionButton full(u"Roll back"_qs, ActionButton::Look::Caution);
        full.setIconName(u"undo"_qs);
        full.setKeyHint(u"R"_qs);
        full.setLocked(true);
        QVERIFY(full.sizeHint().width() > plain.sizeHint().width() + 50);
        QCOMPARE(full.sizeHint().height(), plain.sizeHint().height());
    }

    void aPillIsClickedOnlyWhenItMayBe()
    {
        QWidget root;
        Pill pill(u"INC-12"_qs, Tone::Critical, Pill::Look::Tinted, &root);
        root.resize(200, 60);
        pill.resize(pill.sizeHint());
        QSignalSpy spy(&pill, &QAbstractButton::clicked);
        QCOMPARE(root.childAt(pill.geometry().center()), nullptr);
        pill.setClickable(true);
        QCOMPARE(root.childAt(pill.geometry().center()), static_cast<QWidget *>(&pill));
        QTest::mouseClick(&pill, Qt::LeftButton);
        QCOMPARE(spy.size(), 1);
    }

    void aCountOfZeroIsNotShown()
    {
        QWidget root;
        CountBadge badge(&root);
        badge.setCount(4);
        QVERIFY(!badge.isHidden());
        badge.setCount(0);
        QVERIFY(badge.isHidden());
    }

    void enterPressesTheButtonThatHasTheKeyboard()
    {
        QDialog dialog;
        auto *row = new QHBoxLayout(&dialog);
        auto *cancel = new ActionButton(u"Cancel"_qs);
        auto *act = new ActionButton(u"Act"_qs);
        auto *more = new IconButton(u"chevron-down"_qs, u"More"_qs);
        cancel->setAutoDefault(false);
        act->setDefault(true);
        for (QWidget *button : std::initializer_list<QWidget *>{cancel, act, more})
            row->addWidget(button);
        QSignalSpy acts(act, &ActionButton::clicked);
        QSignalSpy cancels(cancel, &ActionButton::clicked);
        QSignalSpy opens(more, &IconButton::clicked);
        dialog.show();
        QTest::keyClick(cancel, Qt::Key_Return);
        QTest::keyClick(more, Qt::Key_Enter);
        QCOMPARE(cancels.size(), 1);
        QCOMPARE(opens.size(), 1);
        QCOMPARE(acts.size(), 0);
    }

    void theNextStepIsOneClickAway()
    {
        EmptyState empty;
        empty.setMessage(u"alerts"_qs, u"No alert"_qs);
        empty.setNextStep(u"Open sources"_qs);
        QSignalSpy spy(&empty, &EmptyState::nextStepRequested);
        auto *button = empty.findChild<ActionButton *>();
        QVERIFY(button && !button->isHidden());
        button->click();
        QCOMPARE(spy.size(), 1);
        empty.setNextStep({});
        QVERIFY(button->isHidden());
    }
};

WATCHFLOOR_TEST(TestButtons)
#include "tst_buttons.moc"
