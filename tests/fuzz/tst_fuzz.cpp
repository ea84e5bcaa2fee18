#include "tests/fuzz/fuzzer.h"
#include "tests/support/mutation.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor::Testing;

/// Every reader of foreign bytes on bodies spoilt by a fixed seed: the same on every machine and in every run. The targets for
/// libFuzzer, which looks further, are made with WATCHFLOOR_FUZZ.
class TestFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readersHoldWhateverComes_data()
    {
        QTest::addColumn<size_t>("index");
        for (size_t i = 0; i < fuzzers().size(); ++i)
            QTest::newRow(fuzzers()[i].name) << i;
    }
    void readersHoldWhateverComes()
    {
        QFETCH(size_t, index);
        const Fuzzer &fuzzer = fuzzers()[index];
        const std::vector<QByteArray> seeds = fuzzer.seeds();
        const std::vector<QByteArray> tokens = fuzzer.tokens();
        std::mt19937 random(20261121);
        for (int round = -int(seeds.size()); round < fuzzer.rounds; ++round) {
            QByteArray body = round < 0 ? seeds[size_t(-round - 1)] : seeds[random() % seeds.size()];
            for (unsigned times = round < 0 ? 0 : 1 + random() % 5; times > 0; --times)
                mutate(body, random, tokens);
            // An allocation of its own length, so that a read past the end is one past its block for a sanitizer.
            const QByteArray exact(body.constData(), body.size());
            const QString fault = fuzzer.read(exact);
            QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("round %1: %2\n%3").arg(round).arg(fault, QString::fromLatin1(exact.toBase64()))));
        }
    }
};

WATCHFLOOR_TEST(TestFuzz)
#include "tst_fuzz.moc"
