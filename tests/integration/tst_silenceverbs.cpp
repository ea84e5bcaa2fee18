#include "models/metrics/prometheusjson.h"
#include "tests/alertmanagers/alertmanagers.h"
#include "tests/integration/shell.h"
#include "tests/support/testregistry.h"

#include <QFile>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

Labels named(const QString &name)
{
    return {{u"alertname"_s, name}, {u"service"_s, u"payment"_s}, {u"severity"_s, u"critical"_s}};
}

bool isRfc3339(const nlohmann::json &time)
{
    return time.is_string() && time.get<std::string>().find('T') == 10 && parseRfc3339(QByteArray::fromStdString(time.get<std::string>())).ok();
}

} // namespace

/// `silence` and `alerts` beside two real Alertmanagers that the workspace calls one cluster and that never meet.
class TestSilenceVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void membersThatDisagreeAreDisputed();
    void timesAreRfc3339AndReadBack();
    void previewSaysWhatAddWouldRefuse();
    void previewKeepsToItsSource();
    void everyOutcomeIsOneDocument_data();
    void everyOutcomeIsOneDocument();
    void expireTellsEach();
    void aDeadMemberIsOfItsCluster();
    void nobodySaysYesToANumberThatIsNotKnown();

private:
    Shell::Ended run(QStringList words, const QString &workspace = u"eu.yaml"_s) const { return m_shell.watchfloor(words << u"-w"_s << m_shell.home().filePath(workspace)); }
    void write(const QString &name, const QString &rest) const;

    Shell m_shell;
    Alertmanagers m_servers;
};

void TestSilenceVerbs::write(const QString &name, const QString &rest) const
{
    QFile file(m_shell.home().filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(u"workspace: Eu\nsources:\n"
               "  - {name: am-1, alertmanager: {url: \"%1\", cluster: eu}}\n"
               "  - {name: am-2, alertmanager: {url: \"%2\", cluster: eu}}\n"_s.arg(m_servers.url(0).toString(), m_servers.url(1).toString()).toUtf8());
    file.write(rest.toUtf8());
}

void TestSilenceVerbs::initTestCase()
{
    QVERIFY(m_servers.start(2, Alertmanagers::Gossip::Apart));
    QVERIFY(m_servers.tell(0, {named(u"OnlyHere"_s), named(u"Both"_s)}));
    QVERIFY(m_servers.tell(1, {named(u"Both"_s)}));
    write(u"eu.yaml"_s, {});
    QFile apart(m_shell.home().filePath(u"apart.yaml"_s));
    QVERIFY(apart.open(QIODevice::WriteOnly));
    apart.write(u"workspace: Apart\nsources:\n  - {name: am-1, alertmanager: {url: \"%1\"}}\n  - {name: am-2, alertmanager: {url: \"%2\"}}\n"_s
                    .arg(m_servers.url(0).toString(), m_servers.url(1).toString())
                    .toUtf8());
    write(u"few.yaml"_s, u"policy: {silences: {most: 5}}\n"_s);
}

void TestSilenceVerbs::membersThatDisagreeAreDisputed()
{
    const Shell::Ended ended = run({u"alerts"_s, u"--json"_s});
    const auto json = ended.json();
    QVERIFY2(json.is_object() && json["alerts"].size() == 2, qPrintable(ended.output + ended.complaint));
    for (const auto &alert : json["alerts"])
        QVERIFY2(alert["disputed"] == (alert["labels"]["alertname"] == "OnlyHere"), qPrintable(ended.output));
    QCOMPARE(run({u"alerts"_s}).output.count(u"members disagree"_s), 1);
}

void TestSilenceVerbs::timesAreRfc3339AndReadBack()
{
    const auto alerts = run({u"alerts"_s, u"--json"_s}).json();
    QVERIFY(isRfc3339(alerts["alerts"][0]["startsAt"]));
    const auto add = [this](const QString &until) {
        return run({u"silence"_s, u"add"_s, u"alertname=NeverFires"_s, u"--comment"_s, u"c"_s, u"--yes"_s, u"--json"_s, u"--until"_s, until});
    };
    const Shell::Ended first = add(QDateTime::currentDateTimeUtc().addSecs(3'600).toString(Qt::ISODate));
    QVERIFY2(first.code == 0, qPrintable(first.output + first.complaint));
    QVERIFY(isRfc3339(first.json()["endsAt"]));
    // What it prints it takes, as JSON and as text.
    const Shell::Ended second = add(QString::fromStdString(first.text("endsAt")));
    QVERIFY2(second.code == 0, qPrintable(second.output));
    QCOMPARE(second.text("endsAt"), first.text("endsAt"));
    const QString list = run({u"silence"_s, u"list"_s}).output;
    const qsizetype until = list.indexOf(u"until "_s);
    QVERIFY2(until > 0, qPrintable(list));
    const Shell::Ended third = add(list.mid(until + 6, 23));
    QVERIFY2(third.code == 0, qPrintable(third.output));
    QCOMPARE(third.text("endsAt"), first.text("endsAt"));
    for (const auto &silence : run({u"silence"_s, u"list"_s, u"--json"_s}).json()["silences"])
        QVERIFY(isRfc3339(silence["startsAt"]) && isRfc3339(silence["endsAt"]));
    QCOMPARE(add(u"tomorrow"_s).code, 2);
}

void TestSilenceVerbs::previewSaysWhatAddWouldRefuse()
{
    const Shell::Ended all = run({u"silence"_s, u"preview"_s, u"a="_s, u"--json"_s});
    QCOMPARE(all.code, 1);
    QVERIFY2(QString::fromStdString(all.text("refused")).contains(u"every alert"_s), qPrintable(all.output));
    QCOMPARE(all.json()["mutes"].size(), size_t(2));
    const Shell::Ended words = run({u"silence"_s, u"preview"_s, u"a="_s});
    QCOMPARE(words.code, 1);
    QVERIFY2(words.output.contains(u"add would refuse it"_s), qPrintable(words.output));
    const Shell::Ended one = run({u"silence"_s, u"preview"_s, u"alertname=Both"_s, u"--source"_s, u"eu"_s, u"--json"_s});
    QCOMPARE(one.code, 0);
    QVERIFY(one.json()["refused"].is_null() && one.json()["mutes"].size() == 1);
    QCOMPARE(run({u"silence"_s, u"preview"_s, u"alertname=Both"_s, u"--source"_s, u"nosuch"_s}).code, 2);
}

void TestSilenceVerbs::previewKeepsToItsSource()
{
    const auto muted = [this](const QStringList &source) {
        const auto json = run(QStringList{u"silence"_s, u"preview"_s, u"service=payment"_s, u"--json"_s} + source, u"apart.yaml"_s).json();
        return json.is_object() ? std::pair(json["mutes"].size(), json["outOf"].get<int>()) : std::pair(size_t(9), 9);
    };
    QCOMPARE(muted({}), std::pair(size_t(2), 2));
    QCOMPARE(muted({u"--source"_s, u"am-1"_s}), std::pair(size_t(2), 2));
    QCOMPARE(muted({u"--source"_s, u"am-2"_s}), std::pair(size_t(1), 1));
}

void TestSilenceVerbs::everyOutcomeIsOneDocument_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("a filter that is none") << QStringList{u"alerts"_s, u"--filter"_s, u"a=~("_s} << 2;
    QTest::newRow("no matcher") << QStringList{u"silence"_s, u"add"_s, u"a!b"_s, u"--comment"_s, u"c"_s, u"--yes"_s} << 2;
    QTest::newRow("no reason") << QStringList{u"silence"_s, u"add"_s, u"a=b"_s, u"--yes"_s} << 2;
    QTest::newRow("nobody to ask") << QStringList{u"silence"_s, u"add"_s, u"a=b"_s, u"--comment"_s, u"c"_s} << 2;
    QTest::newRow("no such Alertmanager") << QStringList{u"silence"_s, u"add"_s, u"a=b"_s, u"--comment"_s, u"c"_s, u"--source"_s, u"nosuch"_s} << 2;
    QTest::newRow("no end") << QStringList{u"silence"_s, u"add"_s, u"a=b"_s, u"--comment"_s, u"c"_s, u"--until"_s, u"then"_s} << 2;
    QTest::newRow("refused by the policy") << QStringList{u"silence"_s, u"add"_s, u"alertname=~.+"_s, u"--comment"_s, u"c"_s, u"--yes"_s} << 1;
    QTest::newRow("a preview of no matcher") << QStringList{u"silence"_s, u"preview"_s, u"a!b"_s} << 2;
    QTest::newRow("a preview nowhere") << QStringList{u"silence"_s, u"preview"_s, u"a=b"_s, u"--source"_s, u"nosuch"_s} << 2;
}

void TestSilenceVerbs::everyOutcomeIsOneDocument()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    const Shell::Ended ended = run(words + QStringList{u"--json"_s});
    QCOMPARE(ended.code, code);
    QVERIFY2(!ended.text("error").empty(), qPrintable(ended.output + ended.complaint));
    QCOMPARE(run(words, u"nosuch.yaml"_s).code, 2);
    QVERIFY(!m_shell.watchfloor(words + QStringList{u"--json"_s, u"-w"_s, m_shell.home().filePath(u"nosuch.yaml"_s)}).text("error").empty());
}

void TestSilenceVerbs::expireTellsEach()
{
    const Shell::Ended added = run({u"silence"_s, u"add"_s, u"alertname=NeverFires"_s, u"--comment"_s, u"c"_s, u"--yes"_s, u"--json"_s});
    const QString id = QString::fromStdString(added.text("id"));
    const Shell::Ended ended = run({u"silence"_s, u"expire"_s, u"00000000-0000-0000-0000-000000000000"_s, id, u"--json"_s});
    QCOMPARE(ended.code, 1);
    const auto json = ended.json();
    QVERIFY2(json.is_object() && json["expired"].size() == 1 && json["errors"].size() == 1, qPrintable(ended.output + ended.complaint));
    QVERIFY(json["expired"][0]["id"] == id.toStdString());
    QVERIFY(json["errors"][0]["error"].is_string());
    QCOMPARE(run({u"silence"_s, u"expire"_s, id}).output.trimmed(), id);
}

/// From here on am-2 is dead.
void TestSilenceVerbs::aDeadMemberIsOfItsCluster()
{
    m_servers.kill(1);
    const Shell::Ended added = run({u"silence"_s, u"add"_s, u"alertname=NeverFires"_s, u"--comment"_s, u"c"_s, u"--yes"_s, u"--json"_s});
    QVERIFY2(added.code == 0, qPrintable(added.output + added.complaint));
    QCOMPARE(added.text("source"), std::string("eu"));
    QCOMPARE(added.json()["blind"].size(), size_t(1));
    QVERIFY(added.json()["blind"][0]["source"] == "am-2");
    QVERIFY(added.complaint.contains(u"am-2 is"_s));
    const Shell::Ended words = run({u"silence"_s, u"add"_s, u"alertname=NeverFires"_s, u"--comment"_s, u"c"_s, u"--yes"_s});
    QCOMPARE(words.code, 0);
    QVERIFY2(words.complaint.contains(u"am-2 is"_s), qPrintable(words.complaint));
}

void TestSilenceVerbs::nobodySaysYesToANumberThatIsNotKnown()
{
    const QStringList add{u"silence"_s, u"add"_s, u"alertname=NeverFires"_s, u"--comment"_s, u"c"_s, u"--json"_s};
    const Shell::Ended refused = run(add, u"few.yaml"_s);
    QCOMPARE(refused.code, 1);
    const QString why = QString::fromStdString(refused.text("error"));
    QVERIFY2(why.contains(u"am-2"_s) && why.contains(u"--yes"_s), qPrintable(why));
    const Shell::Ended said = run(add + QStringList{u"--yes"_s}, u"few.yaml"_s);
    QVERIFY2(said.code == 0, qPrintable(said.output));
    QVERIFY2(said.complaint.contains(u"is not counted"_s), qPrintable(said.complaint));
}

WATCHFLOOR_TEST(TestSilenceVerbs)
#include "tst_silenceverbs.moc"
