#include "models/core/secret.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsAsStars();
    void revealsOnlyWhenAsked();
    void referencesCarryNoSecret();
};

void TestSecret::printsAsStars()
{
    const Secret secret("hunter2");
    QString text;
    QDebug(&text) << secret;
    QVERIFY(!text.contains(u"hunter2"));
    QVERIFY(text.contains(u"***"));
    QCOMPARE(fmt::format("{}", secret), std::string("***"));
}

void TestSecret::revealsOnlyWhenAsked()
{
    QCOMPARE(Secret("hunter2").reveal(), QByteArray("hunter2"));
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret("a") == Secret("a"));
}

void TestSecret::referencesCarryNoSecret()
{
    QVERIFY(!SecretReference().isSet());
    QVERIFY((SecretReference{SecretReference::Kind::Environment, u"TOKEN"_s}.isSet()));
}

WATCHFLOOR_TEST(TestSecret)
#include "tst_secret.moc"
