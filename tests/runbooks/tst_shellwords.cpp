#include "models/runbooks/shellwords.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

/// Words joined by |, parameters with a dollar sign before; "shell" where a shell is needed.
QString shown(const std::optional<std::vector<ShellWord>> &words)
{
    if (!words)
        return u"shell"_s;
    QStringList parts;
    for (const auto &word : *words)
        parts.append((word.isParameter ? u"$"_s : QString()) + word.text);
    return parts.join(u'|');
}

} // namespace

class TestShellWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineIsTakenApart_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *line, const char *words) {
            QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(words);
        };
        row("plain", "supervisorctl restart payment", "supervisorctl|restart|payment");
        row("blanks", "  a \t b  ", "a|b");
        row("parameter quoted", R"(git -C /srv/payment checkout "$commit")", "git|-C|/srv/payment|checkout|$commit");
        row("parameter in braces", R"(git checkout "${commit}")", "git|checkout|$commit");
        row("parameter bare", "git checkout $commit", "git|checkout|$commit");
        row("parameter in single quotes is text", "echo '$commit'", "echo|$commit");
        row("single quotes", "echo 'a b;c|d'", "echo|a b;c|d");
        row("double quotes", R"(echo "a b;c")", "echo|a b;c");
        row("quotes within a word", R"(echo a"b c"d'e f')", "echo|ab cde f");
        row("empty word", "echo ''", "echo|");
        row("a dash", "git checkout -", "git|checkout|-");
        row("a tilde inside", "git checkout HEAD@{1}", "git|checkout|HEAD@{1}");
        row("an option with equals", "redis-cli --scan --pattern=x", "redis-cli|--scan|--pattern=x");
        row("unicode", "echo ä→", "echo|ä→");
        for (const char *line : {"a | b", "a > f", "a < f", "a; b", "a && b", "a & ", "echo $(id)", "echo `id`", "echo *", "echo a?",
                                 "echo [ab]", "(a)", "a # note", "echo ~", "a\\ b", "FOO=1 a", "cd /srv", "if true", "exit 0", "! a",
                                 "echo \"$a$b\"", "echo \"x$a\"", "echo x$a", "echo $a.b", "echo \"a\\\"b\"", "echo \"`id`\"",
                                 "echo 'open", "echo \"open", "$commit", "\"$commit\" x", "", "   ", "echo $1", "echo $$", "echo \"$\""})
            row(line, line, "shell");
    }
    void lineIsTakenApart()
    {
        QFETCH(QString, line);
        QFETCH(QString, words);
        QCOMPARE(shown(plainWords(line)), words);
    }

    void variablesAreFound_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("found"); // name, q where quoted, ? with a fallback
        const auto row = [](const char *name, const char *script, const char *found) {
            QTest::newRow(name) << QString::fromUtf8(script) << QString::fromUtf8(found);
        };
        row("none", "echo a", "");
        row("bare", "echo $a", "a");
        row("quoted", "echo \"x $a\"", "aq");
        row("braces", "echo ${a}b", "a");
        row("fallback", "echo \"${a:-b}\"", "aq?");
        row("single quotes", "awk '{print $a}'", "");
        row("escaped", "echo \\$a", "");
        row("comment", "# $a\necho # $b\necho $c", "c");
        row("hash in a word", "echo x#$a", "a");
        row("substitution resets quotes", "echo \"$(f $a) $b\"", "a bq");
        row("nested", "x=$(f \"$(g $a)\" $b)", "a b");
        row("special", "echo $? $$ $1 $@ $#", "");
        row("two", "$a$b", "a b");
        row("single quote in double", "echo \"it's $a\"", "aq");
        row("unclosed", "echo '$a", "");
        row("dollar at the end", "echo $", "");
        row("open brace at the end", "echo ${", "");
    }
    void variablesAreFound()
    {
        QFETCH(QString, script);
        QFETCH(QString, found);
        QStringList names;
        for (const auto &variable : shellVariables(script))
            names.append(variable.name + (variable.isQuoted ? u"q"_s : QString()) + (variable.hasFallback ? u"?"_s : QString()));
        QCOMPARE(names.join(u' '), found);
    }

    void ownNamesAreKnown()
    {
        const QString script = u"keys=$(f)\nfor key in $keys; do read -r line; echo $key; done; export A=1 B"_s;
        QStringList names = assignedNames(script);
        for (const QString &name : {u"keys"_s, u"key"_s, u"line"_s, u"A"_s, u"B"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
    }

    void quotedIsOneWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("plain") << u"a-b/c.d"_s << u"a-b/c.d"_s;
        QTest::newRow("empty") << QString() << u"''"_s;
        QTest::newRow("blank") << u"a b"_s << u"'a b'"_s;
        QTest::newRow("quote") << u"it's"_s << uR"('it'\''s')"_s;
        QTest::newRow("substitution") << u"$(id)"_s << u"'$(id)'"_s;
        QTest::newRow("line end") << u"a\n"_s << u"'a\n'"_s;
    }
    void quotedIsOneWord()
    {
        QFETCH(QString, text);
        QFETCH(QString, quoted);
        QCOMPARE(shellQuoted(text), quoted);
    }

    void valuesAreShownInPlace()
    {
        QCOMPARE(withValues(u"f $a \"${a}\" '$a' ${a:-z} $b"_s, {{u"a"_s, u"x y"_s}}), u"f 'x y' \"x y\" '$a' ${a:-z} $b"_s);
    }
};

WATCHFLOOR_TEST(TestShellWords)
#include "tst_shellwords.moc"
