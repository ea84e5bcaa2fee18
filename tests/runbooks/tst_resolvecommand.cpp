#include "models/runbooks/runbook.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

Runbook runbookWith(const QString &pattern, const QString &fallback = {})
{
    RunbookParameter parameter;
    parameter.name = u"commit"_s;
    parameter.pattern = pattern;
    parameter.fallback = fallback;
    Runbook runbook;
    runbook.name = u"rollback"_s;
    runbook.environment = {{u"REGION"_s, u"eu 1"_s}};
    runbook.parameters = {parameter};
    return runbook;
}

} // namespace

class TestResolveCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsNeedNoShell()
    {
        const auto command = resolveCommand(runbookWith(u"[0-9a-f]{7,40}"_s), u"git -C /srv/payment checkout \"$commit\"\n"_s,
                                            {{u"commit"_s, u"9b31f02"_s}});
        QVERIFY(command.ok());
        QVERIFY(!command->viaShell);
        QCOMPARE(command->argv, (QStringList{u"git"_s, u"-C"_s, u"/srv/payment"_s, u"checkout"_s, u"9b31f02"_s}));
        QCOMPARE(command->shown, u"git -C /srv/payment checkout 9b31f02"_s);
        QCOMPARE(command->environment, (std::map<QString, QString>{{u"REGION"_s, u"eu 1"_s}, {u"commit"_s, u"9b31f02"_s}}));
    }

    void environmentIsAWholeArgumentToo()
    {
        const auto command = resolveCommand(runbookWith(u".*"_s), u"deploy \"$REGION\""_s, {});
        QCOMPARE(command->argv, (QStringList{u"deploy"_s, u"eu 1"_s}));
    }

    void scriptsGetValuesAsEnvironmentOnly_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("pipe") << u"git show \"$commit\" | head -1"_s;
        QTest::newRow("two lines") << u"git fetch\ngit checkout \"$commit\""_s;
        QTest::newRow("part of a word") << u"git show \"$commit:file\""_s;
        QTest::newRow("and") << u"git fetch && git checkout \"$commit\""_s;
        QTest::newRow("redirection") << u"git show \"$commit\" > /tmp/out"_s;
        QTest::newRow("substitution") << u"echo \"$(git show \"$commit\")\""_s;
    }
    void scriptsGetValuesAsEnvironmentOnly()
    {
        QFETCH(QString, code);
        const auto command = resolveCommand(runbookWith(u"[0-9a-f]{7,40}"_s), code, {{u"commit"_s, u"9b31f02"_s}});
        QVERIFY(command.ok());
        QVERIFY(command->viaShell);
        QCOMPARE(command->argv, (QStringList{u"sh"_s, u"-eu"_s, u"-c"_s, code}));
        QCOMPARE(command->environment.at(u"commit"_s), u"9b31f02"_s);
        QVERIFY(command->shown.contains(u"9b31f02"_s));
    }

    void commentsAndEmptyLinesDoNotNeedAShell()
    {
        const auto command = resolveCommand(runbookWith(u".*"_s), u"# what this does\n\nuptime -p\n"_s, {});
        QCOMPARE(command->argv, (QStringList{u"uptime"_s, u"-p"_s}));
    }

    void hostileValuesAreRefusedOrOneArgument_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *name, const char *pattern, const QString &value, bool accepted) {
            QTest::newRow(name) << QString::fromUtf8(pattern) << value << accepted;
        };
        row("second command", "[a-z]+", u"a; rm -rf /"_s, false);
        row("substitution", "[a-z]+", u"$(reboot)"_s, false);
        row("line end after a match", "[a-z]+", u"abc\nreboot"_s, false);
        row("line end at the end", "[a-z]+", u"abc\n"_s, false);
        row("match in the middle only", "[a-z]+", u"1abc1"_s, false);
        row("alternative is anchored as a whole", "a|b", u"ax"_s, false);
        row("empty", "[a-z]+", QString(), false);
        row("empty where allowed", "[a-z]*", QString(), true);
        row("option", ".*", u"--upload-pack=reboot"_s, false);
        row("a dash alone", ".*", u"-"_s, false);
        row("option of a class that has a dash", "[a-z-]+", u"-f"_s, false);
        row("signed", "[+-]?[0-9]+", u"-5"_s, true);
        row("option in a negated class", "[^;]+", u"-f"_s, false);
        row("option that the pattern names", "--(soft|hard)", u"--hard"_s, true);
        row("negative number", "-?[0-9]+", u"-5"_s, true);
        row("grouped", "(-1|[0-9])", u"-1"_s, true);
        row("second alternative", "([0-9]|-1)", u"-1"_s, true);
        row("NUL", ".*", u"a"_s + QChar(0) + u"b"_s, false);
        row("too long", ".*", QString(5000, u'a'), false);
        row("anything goes, as one argument", "(?s).*", u"a; rm -rf / $(x) `y` \n \"'"_s, true);
        row("broken pattern", "(", u"a"_s, false);
        row("look-ahead is not RE2", "(?=a)a", u"a"_s, false);
    }
    void hostileValuesAreRefusedOrOneArgument()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, value);
        QFETCH(bool, accepted);
        const auto command = resolveCommand(runbookWith(pattern), u"git checkout \"$commit\""_s, {{u"commit"_s, value}});
        QCOMPARE(command.ok(), accepted);
        if (accepted) {
            QCOMPARE(command->argv, (QStringList{u"git"_s, u"checkout"_s, value}));
        } else {
            QCOMPARE(command.error().kind, Error::Kind::Invalid);
            QCOMPARE(command.error().where, u"commit"_s);
        }
    }

    void valuesThatShWouldSplitAreRefusedOutsideQuotes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("bare") << u"true && git checkout $commit"_s << false;
        QTest::newRow("quoted") << u"true && git checkout \"$commit\""_s << true;
    }
    void valuesThatShWouldSplitAreRefusedOutsideQuotes()
    {
        QFETCH(QString, code);
        QFETCH(bool, accepted);
        for (const QString &value : {u"a b"_s, u"*"_s, u"a\tb"_s})
            QCOMPARE(resolveCommand(runbookWith(u"(?s).*"_s), code, {{u"commit"_s, value}}).ok(), accepted);
    }

    void parametersMustAllBeThere()
    {
        QVERIFY(!checkParameters(runbookWith(u"[a-z]+"_s), {}).ok());
        QVERIFY(checkParameters(runbookWith(u"[a-z]+"_s, u"main"_s), {}).ok());
        QVERIFY(!checkParameters(runbookWith(u"[a-z]*"_s), {{u"other"_s, u"x"_s}}).ok());
        const auto command = resolveCommand(runbookWith(u"[a-z]+"_s, u"main"_s), u"git checkout $commit"_s, {});
        QCOMPARE(command->argv.last(), u"main"_s);
    }

    void nothingToRunIsAnError()
    {
        QVERIFY(!resolveCommand(runbookWith(u".*"_s), u"\n# only words\n"_s, {}).ok());
    }

    void unknownNamesAreAnErrorWithoutAShell()
    {
        QVERIFY(!resolveCommand(runbookWith(u".*"_s), u"git checkout \"$other\""_s, {}).ok());
    }
};

WATCHFLOOR_TEST(TestResolveCommand)
#include "tst_resolvecommand.moc"
