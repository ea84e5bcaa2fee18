#include "models/runbooks/executor.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestFetchChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreChoices_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QStringList>("choices");
        QTest::addColumn<bool>("fine");
        QTest::newRow("lines") << QStringList{u"printf"_s, u"9b31f02 Cap the pool\\n\\n4f1c9ae Retry\\n"_s}
                               << QStringList{u"9b31f02 Cap the pool"_s, u"4f1c9ae Retry"_s} << true;
        QTest::newRow("no output") << QStringList{u"true"_s} << QStringList() << true;
        QTest::newRow("no command") << QStringList() << QStringList() << true;
        QTest::newRow("too many lines") << QStringList{u"seq"_s, u"5000"_s} << QStringList() << true;
        QTest::newRow("failed") << QStringList{u"false"_s} << QStringList() << false;
        QTest::newRow("no such program") << QStringList{u"watchfloor-no-such-program"_s} << QStringList() << false;
        QTest::newRow("no shell in it") << QStringList{u"echo"_s, u"$(id); x"_s} << QStringList{u"$(id); x"_s} << true;
    }
    void linesAreChoices()
    {
        QFETCH(QStringList, command);
        QFETCH(QStringList, choices);
        QFETCH(bool, fine);
        Runbook runbook;
        runbook.directory = u"/"_s;
        RunbookParameter parameter;
        parameter.name = u"commit"_s;
        parameter.choicesCommand = command;
        std::optional<Result<QStringList>> answer;
        fetchChoices(runbook, parameter, m_clock, this, [&answer](Result<QStringList> result) { answer = std::move(result); });
        QVERIFY(QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000));
        QCOMPARE(answer->ok(), fine);
        if (!fine)
            QVERIFY(!answer->error().detail.isEmpty());
        else if (command.value(0) == u"seq")
            QCOMPARE(answer->value().size(), 1000);
        else
            QCOMPARE(answer->value(), choices);
    }

private:
    SystemClock m_clock;
};

WATCHFLOOR_TEST(TestFetchChoices)
#include "tst_fetchchoices.moc"
