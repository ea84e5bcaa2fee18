#include "tests/support/testregistry.h"
#include "widgets/wall/walldirector.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Burning = WallDirector::Burning;

/// From this second on this burns; `skips` before the wall looks.
struct Beat
{
    int second;
    std::vector<Burning> burning;
    QString path; ///< what is shown then
    bool skips = false;
};

Burning payment(State state = State::Critical, bool acknowledged = false)
{
    return {u"payment"_s, state, acknowledged};
}
Burning taxi(State state = State::Critical)
{
    return {u"taxi"_s, state, false};
}

WallSpec threePages()
{
    WallSpec spec;
    spec.pages = {{u"overview"_s, 30s}, {u"slos"_s, 20s}, {u"dashboards/payment"_s, 10s}};
    return spec;
}

const QString paymentBurns = u"takeover/payment"_s;
const QString taxiBurns = u"takeover/taxi"_s;

} // namespace

class TestWallDirector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatItShould_data();
    void showsWhatItShould();
    void withoutPagesItIsTheOverview();
    void anotherSpecBeginsAnew();
};

void TestWallDirector::showsWhatItShould_data()
{
    QTest::addColumn<WallSpec>("spec");
    QTest::addColumn<std::vector<Beat>>("beats");
    const auto row = [](const char *name, const std::vector<Beat> &beats, const WallSpec &spec = threePages()) {
        QTest::newRow(name) << spec << beats;
    };
    const QString overview = u"overview"_s;
    const QString slos = u"slos"_s;
    const QString board = u"dashboards/payment"_s;

    row("each page for its dwell", {{0, {}, overview}, {29, {}, overview}, {30, {}, slos}, {49, {}, slos}, {50, {}, board}, {59, {}, board},
                                    {60, {}, overview}, {89, {}, overview}, {90, {}, slos}});
    row("a key goes on at once", {{0, {}, overview}, {5, {}, slos, true}, {24, {}, slos}, {25, {}, board}, {26, {}, overview, true}, {55, {}, overview}, {56, {}, slos}});
    row("taken over after three seconds", {{0, {}, overview}, {1, {payment()}, overview}, {3, {payment()}, overview}, {4, {payment()}, paymentBurns},
                                           {300, {payment()}, paymentBurns}});
    row("a flicker takes nothing over", {{0, {}, overview}, {1, {payment()}, overview}, {2, {}, overview}, {3, {payment()}, overview}, {5, {payment()}, overview},
                                         {6, {payment()}, paymentBurns}});
    row("given back after ten quiet seconds", {{0, {payment()}, paymentBurns}, {10, {}, paymentBurns}, {19, {}, paymentBurns}, {20, {}, overview}, {49, {}, overview},
                                               {50, {}, slos}});
    row("quiet that does not last", {{0, {payment()}, paymentBurns}, {10, {}, paymentBurns}, {18, {payment()}, paymentBurns}, {19, {}, paymentBurns},
                                     {28, {}, paymentBurns}, {29, {}, overview}});
    row("switched on in the middle of it", {{0, {payment()}, paymentBurns}});
    row("acknowledged takes nothing over", {{0, {}, overview}, {1, {payment(State::Critical, true)}, overview}, {20, {payment(State::Critical, true)}, overview}});
    row("acknowledged gives it back", {{0, {payment()}, paymentBurns}, {5, {payment(State::Critical, true)}, paymentBurns},
                                       {15, {payment(State::Critical, true)}, overview}});
    row("acknowledged, but another burns", {{0, {payment()}, paymentBurns}, {5, {payment(State::Critical, true), taxi()}, taxiBurns}});
    row("who has it keeps it among equals", {{0, {taxi()}, taxiBurns}, {5, {payment(), taxi()}, taxiBurns}, {6, {payment()}, paymentBurns}});
    row("warning is not enough", {{0, {payment(State::Warning)}, overview}, {20, {payment(State::Warning)}, overview}});
    row("stale is not enough", {{0, {payment(State::Stale)}, overview}, {20, {payment(State::Stale)}, overview}});
    row("blind is not enough", {{0, {payment(State::Blind)}, overview}, {20, {payment(State::Blind)}, overview}});
    row("rotation waits for it and goes on where it was", {{0, {}, overview}, {30, {}, slos}, {31, {payment()}, slos}, {34, {payment()}, paymentBurns},
                                                            {100, {}, paymentBurns}, {110, {}, slos}, {129, {}, slos}, {130, {}, board}});
    WallSpec never = threePages();
    never.takeover.reset();
    row("never where nothing may", {{0, {payment()}, overview}, {20, {payment()}, overview}, {30, {payment()}, slos}}, never);
    WallSpec early = threePages();
    early.takeover = State::Warning;
    row("a worse one takes it from a lesser", {{0, {taxi(State::Warning)}, taxiBurns}, {5, {payment(), taxi(State::Warning)}, paymentBurns}}, early);
    row("blind is worse than the limit", {{0, {payment(State::Blind)}, paymentBurns}}, early);
}

void TestWallDirector::showsWhatItShould()
{
    QFETCH(WallSpec, spec);
    QFETCH(std::vector<Beat>, beats);
    WallDirector director(spec);
    const Instant start{1h};
    size_t at = 0;
    // Once a second, as the session ticks; what burns burns until the next beat.
    for (int second = 0; second <= beats.back().second; ++second) {
        const bool isBeat = at < beats.size() && beats[at].second == second;
        if (isBeat && beats[at].skips)
            director.skip(start + std::chrono::seconds(second));
        director.advance(start + std::chrono::seconds(second), isBeat ? beats[at].burning : beats[at - 1].burning);
        if (!isBeat)
            continue;
        QVERIFY2(director.path() == beats[at].path, qPrintable(u"second %1: %2, not %3"_s.arg(second).arg(director.path(), beats[at].path)));
        QCOMPARE(director.takenOverBy().has_value(), beats[at].path.startsWith(u"takeover/"_s));
        ++at;
    }
    QCOMPARE(at, beats.size());
}

void TestWallDirector::withoutPagesItIsTheOverview()
{
    WallSpec spec;
    spec.pages.clear();
    WallDirector director(spec);
    director.advance(Instant{1h}, {});
    director.skip(Instant{2h});
    director.advance(Instant{3h}, {});
    QCOMPARE(director.path(), u"overview"_s);
    director.advance(Instant{4h}, {payment()});
    director.advance(Instant{4h} + 3s, {payment()});
    QCOMPARE(director.path(), paymentBurns);
}

void TestWallDirector::anotherSpecBeginsAnew()
{
    WallDirector director(threePages());
    director.advance(Instant{1h}, {});
    director.advance(Instant{1h} + 55s, {});
    director.advance(Instant{1h} + 80s, {});
    QCOMPARE(director.path(), u"dashboards/payment"_s);
    WallSpec shorter;
    shorter.pages = {{u"sources"_s, 10s}};
    director.setSpec(shorter);
    QCOMPARE(director.path(), u"sources"_s);
    director.advance(Instant{2h}, {});
    director.advance(Instant{2h} + 60s, {});
    QCOMPARE(director.path(), u"sources"_s);
}

WATCHFLOOR_TEST(TestWallDirector)
#include "tst_walldirector.moc"
