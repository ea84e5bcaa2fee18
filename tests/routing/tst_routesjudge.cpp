#include "models/routing/routingconfig.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

const QStringList labelNames{u"severity"_s, u"service"_s, u"env"_s, u"team"_s};
const QStringList labelValues{u"critical"_s, u"warning"_s, u"payment"_s, u"lab"_s, u"a.b"_s, u"x-1"_s};

/// Trees of routes over a few names and values, so that many of them match.
class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
    }

    QString config()
    {
        m_receivers = 0;
        const QString routes = children(1, u"  "_s);
        QString text = u"route:\n  receiver: r0\n"_s + routes + u"receivers:\n"_s;
        for (int i = 0; i <= m_receivers; ++i)
            text += u"- name: r%1\n"_s.arg(i);
        return text;
    }

    Labels labels()
    {
        Labels made{{u"alertname"_s, u"A"_s}};
        for (const QString &name : labelNames)
            if (chance(70))
                made.set(name, pick(labelValues));
        return made;
    }

private:
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    const QString &pick(const QStringList &list) { return list[m_random.bounded(int(list.size()))]; }

    QString regex()
    {
        switch (m_random.bounded(5)) {
        case 0: return pick(labelValues) + u'|' + pick(labelValues);
        case 1: return u".*"_s;
        case 2: return u".+"_s;
        case 3: return u"[a-p].*"_s;
        default: return u"(?i)CRIT.*|a.b"_s;
        }
    }

    QString conditions(const QString &indent)
    {
        QString text;
        if (chance(35))
            text += indent + u"match: {%1: %2}\n"_s.arg(pick(labelNames), pick(labelValues));
        if (chance(25))
            text += indent + u"match_re: {%1: '%2'}\n"_s.arg(pick(labelNames), regex());
        if (!chance(60))
            return text;
        QStringList lines;
        for (int i = m_random.bounded(1, 3); i > 0; --i) {
            const QString plain = u"%1%2\"%3\""_s.arg(pick(labelNames), chance(50) ? u"="_s : u"!="_s, chance(10) ? QString() : pick(labelValues));
            const QString pattern = u"%1%2\"%3\""_s.arg(pick(labelNames), chance(60) ? u"=~"_s : u"!~"_s, regex());
            lines << u"'%1'"_s.arg(chance(20) ? u'{' + plain + u',' + pattern + u'}' : chance(50) ? plain : pattern);
        }
        return text + indent + u"matchers: [%1]\n"_s.arg(lines.join(u", "_s));
    }

    QString children(int depth, const QString &indent)
    {
        const int count = depth > 3 ? 0 : m_random.bounded(depth == 1 ? 3 : 0, 5);
        if (count == 0)
            return {};
        QString text = indent + u"routes:\n"_s;
        for (int i = 0; i < count; ++i) {
            text += indent + u"- group_by: [alertname]\n"_s;
            const QString inner = indent + u"  "_s;
            if (chance(85))
                text += inner + u"receiver: r%1\n"_s.arg(++m_receivers);
            if (chance(40))
                text += inner + u"continue: true\n"_s;
            text += conditions(inner) + children(depth + 1, inner);
        }
        return text;
    }

    QRandomGenerator m_random;
    int m_receivers = 0;
};

} // namespace

/// The receivers that we find for an alert are those that Alertmanager's amtool finds, in its order.
class TestRoutesJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receiversAreAmtoolsOwn_data();
    void receiversAreAmtoolsOwn();
};

void TestRoutesJudge::receiversAreAmtoolsOwn_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 24; ++seed)
        QTest::addRow("tree %u", seed) << seed;
}

void TestRoutesJudge::receiversAreAmtoolsOwn()
{
    QFETCH(const quint32, seed);
    QTemporaryDir folder;
    Generator generator(seed);
    const QString text = generator.config();
    QFile file(folder.filePath(u"alertmanager.yml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
    file.close();
    const RoutingConfig config = readRoutingConfig(text);
    QVERIFY2(config.valid && config.faults.empty(), qPrintable(text));
    for (int i = 0; i < 10; ++i) {
        const Labels labels = generator.labels();
        QStringList ours;
        for (const RoutingConfig::Path &path : config.match(labels))
            ours << path.back()->receiver;
        QStringList arguments{u"config"_s, u"routes"_s, u"test"_s, u"--config.file"_s, file.fileName()};
        for (const auto &[name, value] : labels)
            arguments << name + u'=' + value;
        QProcess amtool;
        amtool.start(u"amtool"_s, arguments);
        QVERIFY(QTest::qWaitFor([&amtool] { return amtool.state() == QProcess::NotRunning; }, 20'000));
        const QByteArray complaint = amtool.readAllStandardError();
        QVERIFY2(amtool.exitCode() == 0, complaint + text.toUtf8());
        QVERIFY2(QString::fromUtf8(amtool.readAllStandardOutput()).trimmed() == ours.join(u','),
                 qPrintable(labels.toString() + u" leads us to "_s + ours.join(u',') + u'\n' + text));
    }
}

WATCHFLOOR_TEST(TestRoutesJudge)
#include "tst_routesjudge.moc"
