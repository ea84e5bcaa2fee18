#include "tests/support/testregistry.h"
#include "widgets/controls/card.h"
#include "widgets/controls/stateglyph.h"
#include "widgets/theme/applytheme.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Watchfloor;

class TestCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void theStripeHasTheStatesColour_data()
    {
        QTest::addColumn<State>("state");
        QTest::newRow("critical") << State::Critical;
        QTest::newRow("blind") << State::Blind;
        QTest::newRow("stale") << State::Stale;
        QTest::newRow("warning") << State::Warning;
    }
    void theStripeHasTheStatesColour()
    {
        QFETCH(State, state);
        Card card(u"payment"_qs);
        card.setState(state);
        card.resize(300, 120);
        const QImage image = card.grab().toImage();
        QCOMPARE(image.pixelColor(1, 60), theme(ThemeMode::Dark).of(state));
    }

    void aHealthyCardIsCalm()
    {
        Card healthy(u"auth"_qs);
        Card plain(u"auth"_qs);
        healthy.setState(State::Healthy);
        for (Card *card : {&healthy, &plain})
            card->resize(300, 120);
        QCOMPARE(healthy.grab().toImage(), plain.grab().toImage());
    }

    void anEmptyHeaderTakesNoRoom()
    {
        Card bare;
        Card titled(u"Title"_qs);
        QVERIFY(bare.sizeHint().height() < titled.sizeHint().height());
    }

    void mouseAndKeyboardOpenAClickableCard()
    {
        Card card(u"payment"_qs);
        card.resize(300, 120);
        QSignalSpy spy(&card, &Card::clicked);
        QTest::mouseClick(&card, Qt::LeftButton);
        QCOMPARE(spy.size(), 0);
        card.setClickable(true);
        QTest::mouseClick(&card, Qt::LeftButton);
        QTest::keyClick(&card, Qt::Key_Return);
        QCOMPARE(spy.size(), 2);
    }

    void glyphsAreNamedForScreenReaders()
    {
        StateGlyph glyph(State::Blind);
        QCOMPARE(glyph.accessibleName(), u"Blind"_qs);
        StateBadge badge;
        badge.setState(State::Stale, u"Stale 38 s"_qs);
        QCOMPARE(badge.accessibleName(), u"Stale 38 s"_qs);
    }
};

WATCHFLOOR_TEST(TestCard)
#include "tst_card.moc"
