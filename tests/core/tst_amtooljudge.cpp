#include "models/core/matchersyntax.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

/// Alertmanager's own amtool reads what we read: the same matchers are accepted, mean the same and match the same.
class TestAmtoolJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatWeAcceptItReadsAlike();
    void whatWeRefuseItRefuses();
    void labelsMatchAlike();

private:
    struct Verdict
    {
        bool accepted = false;
        QString output;
    };
    Verdict ask(const QStringList &arguments);
    QString writeRoutes(const QStringList &texts);

    QTemporaryDir m_folder;
    QStringList m_accepted;
    QStringList m_refused;
};

namespace {

/// A JSON string is a string of YAML, too.
QString jsonText(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2)).replace(QChar(0x85), u"\\u0085"_s).replace(QChar(0x2028), u"\\u2028"_s);
}

/// Names, operators, values, separators and braces put together, most of them right, then some of them spoilt.
class Generator
{
public:
    QString next()
    {
        QString text = chance(3) ? u"{"_s : chance(12) ? u" { "_s : u""_s;
        const int count = 1 + below(3);
        for (int i = 0; i < count; ++i)
            text += matcher() + (i + 1 < count || chance(5) ? pick({u","_s, u", "_s, u" ,\t"_s, u",\n"_s}) : u""_s);
        text += text.startsWith(u'{') || chance(12) ? pick({u"}"_s, u" }"_s, u",}"_s, u"}}"_s, u"}"_s, u"}"_s}) : u""_s;
        return chance(3) ? spoilt(text) : text;
    }

private:
    int below(int bound) { return int(m_random.bounded(bound)); }
    bool chance(int of) { return below(of) == 0; }
    QString pick(const QStringList &from) { return from[below(int(from.size()))]; }

    QString matcher()
    {
        const QString space = chance(4) ? pick({u" "_s, u"\t"_s, u"\n"_s, u"  "_s, u"\v"_s, u"\u00a0"_s}) : u""_s;
        return space + pick({u"a"_s, u"alertname"_s, u"_x9"_s, u"job:rate"_s, u"team"_s, u"a"_s, u"a"_s}) + space + pick({u"="_s, u"!="_s, u"=~"_s, u"!~"_s, u"=~"_s})
               + space + value() + space;
    }

    QString value()
    {
        const QString plain = pick({u"web"_s, u""_s, u"a|b"_s, u"web-.*"_s, u"x.y"_s, u"[a-c]+"_s, u"(?i)WEB"_s, u"é\u202e\U0001f642"_s, u"a b"_s, u"'x'"_s, u"\\d{2,3}"_s,
                                    u"^web$"_s, u"(?P<n>a)"_s, u"[^a]"_s, u"web)|(?:db"_s, u"x\\\\y"_s, u"a\\nb"_s, u"say \\\"hi\\\""_s, u"{b=c}"_s, u"\\pL+"_s, u"(a"_s,
                                    u"a{1001}"_s, u"\\C"_s, u"a**"_s, u"[[:alpha:]]*"_s, u"x{,3}"_s, u"\\x{e9}.*"_s, u"(?s)x.y"_s, u"\\bweb\\b"_s, u"\\"_s, u"\\_"_s, u"1,2"_s});
        return chance(3) ? plain : u'"' + plain + u'"';
    }

    QString spoilt(QString text)
    {
        for (int i = 1 + below(2); i > 0; --i) {
            const int at = below(int(text.size()) + 1);
            if (chance(2) && at < text.size())
                text.remove(at, 1);
            else
                text.insert(at, pick({u"\""_s, u"\\"_s, u","_s, u"{"_s, u"}"_s, u"="_s, u"!"_s, u"~"_s, u" "_s, u"-"_s, u"\n"_s, u"\\\""_s, u"é"_s}));
        }
        return text;
    }

    QRandomGenerator m_random{20'261'121};
};

MatcherReading classic(const QString &text)
{
    return readMatchers(goText(text), MatcherGrammar::Classic);
}

/// Alertmanager sorts the matchers of a route by name, value, kind; a route without any is the default.
QString routeText(Matchers matchers)
{
    const auto key = [](const Matcher &matcher) { return std::tuple(matcher.name().toUtf8(), matcher.value().toUtf8(), int(matcher.op())); };
    std::stable_sort(matchers.begin(), matchers.end(), [key](const Matcher &a, const Matcher &b) { return key(a) < key(b); });
    return matchers.empty() ? u"default-route"_s : canonicalText(matchers);
}

} // namespace

void TestAmtoolJudge::initTestCase()
{
    QVERIFY(m_folder.isValid());
    Generator generator;
    while (m_accepted.size() < 600 || m_refused.size() < 200) {
        const QString text = generator.next();
        QStringList &list = classic(text).fault ? m_refused : m_accepted;
        if (list.size() < 600 && text.isValidUtf16() && !list.contains(text))
            list << text;
    }
    m_refused.resize(200);
}

TestAmtoolJudge::Verdict TestAmtoolJudge::ask(const QStringList &arguments)
{
    QProcess amtool;
    amtool.start(QStringLiteral("amtool"), arguments);
    if (!QTest::qWaitFor([&amtool] { return amtool.state() == QProcess::NotRunning; }, 20'000))
        return {};
    return {amtool.exitStatus() == QProcess::NormalExit && amtool.exitCode() == 0, QString::fromUtf8(amtool.readAllStandardOutput())};
}

/// One route a text, each with a receiver of its own and going on to the next.
QString TestAmtoolJudge::writeRoutes(const QStringList &texts)
{
    QString routes = u"route:\n  receiver: none\n  routes:\n"_s;
    QString receivers = u"receivers:\n- name: none\n"_s;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        routes += u"  - {matchers: [%1], receiver: r%2, continue: true}\n"_s.arg(jsonText(texts[i])).arg(i);
        receivers += u"- name: r%1\n"_s.arg(i);
    }
    const QString path = m_folder.filePath(u"alertmanager.yml"_s);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write((routes + receivers).toUtf8());
    return path;
}

void TestAmtoolJudge::whatWeAcceptItReadsAlike()
{
    const QString path = writeRoutes(m_accepted);
    const Verdict verdict = ask({u"config"_s, u"routes"_s, u"show"_s, u"--config.file"_s, path});
    if (!verdict.accepted) {
        for (const QString &text : m_accepted)
            QVERIFY2(ask({u"check-config"_s, writeRoutes({text})}).accepted, qPrintable(u"refused by amtool: "_s + jsonText(text)));
        QFAIL("amtool refuses the whole");
    }
    static const QRegularExpression line(u"[├└]── (.*)  continue: true  receiver: r(\\d+)$"_s, QRegularExpression::DotMatchesEverythingOption);
    qsizetype compared = 0;
    for (const QString &row : verdict.output.split(u'\n')) {
        const auto match = line.match(row);
        if (!match.hasMatch())
            continue;
        const QString &text = m_accepted[match.captured(2).toInt()];
        QCOMPARE(match.captured(1), routeText(classic(text).matchers));
        ++compared;
    }
    QCOMPARE(compared, m_accepted.size());
}

void TestAmtoolJudge::whatWeRefuseItRefuses()
{
    for (const QString &text : m_refused)
        QVERIFY2(!ask({u"check-config"_s, writeRoutes({text})}).accepted, qPrintable(u"accepted by amtool: "_s + jsonText(text)));
    QVERIFY(ask({u"check-config"_s, writeRoutes({u"a=1"_s})}).accepted);
}

void TestAmtoolJudge::labelsMatchAlike()
{
    const QString path = writeRoutes(m_accepted);
    const Labels sets[] = {{{u"a"_s, u"web"_s}},
                           {{u"a"_s, u"web-1"_s}, {u"team"_s, u"WEB"_s}},
                           {{u"a"_s, u"x\ny"_s}, {u"alertname"_s, u"x.y"_s}},
                           {{u"a"_s, u"é\u202e\U0001f642"_s}, {u"_x9"_s, u"a"_s}, {u"job:rate"_s, u"42"_s}},
                           {{u"a"_s, u"b"_s}, {u"alertname"_s, u"é"_s}, {u"team"_s, u"a b"_s}, {u"job:rate"_s, u"'x'"_s}},
                           {{u"a"_s, u"say \"hi\""_s}, {u"alertname"_s, u"\\"_s}, {u"team"_s, u"db"_s}, {u"_x9"_s, u"{b=c}"_s}},
                           {{u"team"_s, u"a,b\\\\"_s}, {u"_x9"_s, u"webdb"_s}, {u"alertname"_s, u"a\nb"_s}}};
    for (const Labels &labels : sets) {
        QStringList arguments{u"config"_s, u"routes"_s, u"test"_s, u"--config.file"_s, path};
        for (const auto &[name, value] : labels)
            arguments << name + u'=' + quoted(value);
        QStringList expected;
        for (qsizetype i = 0; i < m_accepted.size(); ++i)
            if (matchAll(classic(m_accepted[i]).matchers, labels))
                expected << u"r%1"_s.arg(i);
        QVERIFY(expected.size() > 20);
        const Verdict verdict = ask(arguments);
        QVERIFY2(verdict.accepted, qPrintable(labels.toString()));
        const QStringList told = verdict.output.trimmed().split(u',');
        for (const QString &receiver : told + expected)
            QVERIFY2(told.contains(receiver) == expected.contains(receiver),
                     qPrintable(jsonText(m_accepted[receiver.mid(1).toInt()]) + u" of "_s + labels.toString()));
    }
}

WATCHFLOOR_TEST(TestAmtoolJudge)
#include "tst_amtooljudge.moc"
