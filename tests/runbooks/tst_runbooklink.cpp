#include "models/runbooks/runbooklink.h"
#include "models/runbooks/runstore.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

Runbook bookOf(const QString &name, const QString &title, const QString &matchers = {}, const QStringList &urls = {})
{
    Runbook runbook;
    runbook.name = name;
    runbook.title = title;
    runbook.urls = urls;
    if (!matchers.isEmpty())
        runbook.match = parseMatchers(matchers).value();
    return runbook;
}

std::vector<Runbook> shelf()
{
    return {bookOf(u"anything"_s, u"Anything at all"_s, u"alertname=~\".+\""_s),
            bookOf(u"roll-back"_s, u"Roll payment back"_s, u"alertname=~\"HighErrorRate|ServiceDown\",service=\"payment\""_s,
                   {u"https://wiki.example.org/display/OPS/4711"_s, u"https://wiki.example.org/all?page=7#undo"_s}),
            bookOf(u"restart"_s, u"Restart payment"_s, u"alertname=\"KubePodCrashLooping\""_s),
            bookOf(u"not-disk"_s, u"All but disks"_s, u"alertname!=\"DiskFull\""_s)};
}

} // namespace

class TestRunbookLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsToARunbookHere_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *what, const QString &address, const QString &name) { QTest::newRow(what) << address << name; };
        row("its name", u"https://runbooks.example.org/payment/roll-back"_s, u"roll-back"_s);
        row("its title", u"https://example.org/wiki/Restart_Payment/"_s, u"restart"_s);
        row("with an ending", u"https://example.org/roll-back.md?raw=1"_s, u"roll-back"_s);
        row("what is behind #", u"https://example.org/all.md#restart-payment"_s, u"restart"_s);
        row("its address", u"https://wiki.example.org/display/OPS/4711"_s, u"roll-back"_s);
        row("its address, another scheme, host in capitals", u"http://WIKI.example.org/display/OPS/4711/"_s, u"roll-back"_s);
        row("its address with more behind", u"https://wiki.example.org/display/OPS/4711?focus=1#top"_s, u"roll-back"_s);
        row("its address with query and fragment", u"https://wiki.example.org/all?page=7#undo"_s, u"roll-back"_s);
        row("another page of the same path", u"https://wiki.example.org/all?page=8#undo"_s, QString());
        row("another port", u"https://wiki.example.org:8443/display/OPS/4711"_s, QString());
        row("an alert's name", u"https://runbooks.example.org/runbooks/kubernetes/kubepodcrashlooping"_s, u"restart"_s);
        row("an alert's name in an expression", u"https://runbooks.example.org/ServiceDown.html"_s, u"roll-back"_s);
        row("a name that is kept away", u"https://runbooks.example.org/DiskFull"_s, QString());
        row("a name that only any name is", u"https://runbooks.example.org/Other"_s, QString());
        row("no path", u"https://example.org/"_s, QString());
        row("no address", u"::: not one"_s, QString());
        row("empty", QString(), QString());
        row("longer than any address", u"https://example.org/roll-back#"_s + QString(5'000, u'a'), QString());
    }
    void leadsToARunbookHere()
    {
        QFETCH(const QString, address);
        const std::vector<Runbook> runbooks = shelf();
        const Runbook *found = runbookAt(address, runbooks);
        QTEST(found ? found->name : QString(), "name");
    }

    void isSuggestedBeforeWhatMatches()
    {
        RunStore store;
        store.setRunbooks(shelf());
        const Labels labels{{u"alertname"_s, u"HighErrorRate"_s}, {u"service"_s, u"payment"_s}};
        const Labels linked{{u"runbook_url"_s, u"https://example.org/restart"_s}};
        QCOMPARE(store.suggested(labels, {})->name, u"anything"_s);
        QCOMPARE(store.suggested(labels, linked)->name, u"restart"_s);
        const Labels named{{u"runbook"_s, u"not-disk"_s}, {u"runbook_url"_s, u"https://example.org/restart"_s}};
        QCOMPARE(store.suggested(labels, named)->name, u"not-disk"_s);
    }
};

WATCHFLOOR_TEST(TestRunbookLink)
#include "tst_runbooklink.moc"
