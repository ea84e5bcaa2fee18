#include "models/core/redact.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestRedact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesSecrets_data();
    void hidesSecrets();
    void keepsTheRest_data();
    void keepsTheRest();
    void urlsLoseTheirUser();
};

void TestRedact::hidesSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("user and password") << u"GET http://mk:s3cret@main:9090/x failed"_s;
    QTest::newRow("password with an at") << u"http://mk:p@s3cret@main/"_s;
    QTest::newRow("token in the query") << u"http://main/x?token=s3cret&a=b"_s;
    QTest::newRow("key in the middle") << u"http://main/x?a=b&api_key=s3cret"_s;
    QTest::newRow("after the hash") << u"http://main/cb#access_token=s3cret"_s;
    QTest::newRow("upper case") << u"http://main/?ACCESS_TOKEN=s3cret"_s;
    QTest::newRow("bearer") << u"Authorization: Bearer s3cret-token"_s;
    QTest::newRow("basic") << u"authorization: basic s3cretbWs6eA=="_s;
    QTest::newRow("password parameter") << u"postgres://db/x?password=s3cret"_s;
    QTest::newRow("two of them") << u"https://a:s3cret@x https://b:s3cret@y"_s;
}

void TestRedact::hidesSecrets()
{
    QFETCH(QString, text);
    const QString shown = redacted(text);
    QVERIFY2(!shown.contains(u"s3cret"), qPrintable(shown));
    QVERIFY(shown.contains(u"***"));
    QCOMPARE(redacted(shown), shown);
}

void TestRedact::keepsTheRest_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("address") << u"http://main:9090/api/v1/query?query=up&time=1"_s;
    QTest::newRow("mail") << u"ask ops@example.com about it"_s;
    QTest::newRow("words") << u"the token of the bearer is missing"_s;
    QTest::newRow("empty") << u""_s;
}

void TestRedact::keepsTheRest()
{
    QFETCH(QString, text);
    if (text.contains(u"bearer"))
        QVERIFY(redacted(text).startsWith(u"the token of the"));
    else
        QCOMPARE(redacted(text), text);
}

void TestRedact::urlsLoseTheirUser()
{
    QCOMPARE(redacted(QUrl(u"https://mk:s3cret@main:9090/x?token=abc&q=up"_s)), u"https://main:9090/x?token=***&q=up"_s);
}

WATCHFLOOR_TEST(TestRedact)
#include "tst_redact.moc"
