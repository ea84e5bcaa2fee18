#include "models/http/httprequest.h"
#include "models/http/secretresolver.h"

#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

class TestSecretResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void environmentIsReadAtTheMomentOfUse();
    void fileIsReadAtTheMomentOfUse();
    void unreadableFileIsMissing_data();
    void unreadableFileIsMissing();
    void namesLeadToReferences();
    void missingKeychainAnswersOnceToEach();
    void waitIsReadInBothForms_data();
    void waitIsReadInBothForms();
    void originsAreCompared_data();
    void originsAreCompared();

private:
    static std::optional<Result<Secret>> resolve(const SecretResolver &resolver, const SecretReference &reference)
    {
        std::optional<Result<Secret>> result;
        resolver.resolve(reference, [&result](Result<Secret> secret) { result = std::move(secret); });
        return result;
    }
};

void TestSecretResolver::environmentIsReadAtTheMomentOfUse()
{
    const SystemSecretResolver resolver;
    const SecretReference reference{SecretReference::Kind::Environment, QStringLiteral("WATCHFLOOR_TEST_SECRET")};
    qunsetenv("WATCHFLOOR_TEST_SECRET");
    QCOMPARE(resolve(resolver, reference)->error().kind, Error::Kind::MissingSecret);
    qputenv("WATCHFLOOR_TEST_SECRET", "one");
    QCOMPARE((*resolve(resolver, reference))->reveal(), QByteArray("one"));
    qputenv("WATCHFLOOR_TEST_SECRET", "two");
    QCOMPARE((*resolve(resolver, reference))->reveal(), QByteArray("two"));
}

void TestSecretResolver::fileIsReadAtTheMomentOfUse()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("token"));
    const SystemSecretResolver resolver;
    for (const char *content : {"one", "two\n", "two\r\n", "two\n\n"}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        QCOMPARE((*resolve(resolver, {SecretReference::Kind::File, path}))->reveal(), QByteArray(content).trimmed());
    }
}

void TestSecretResolver::unreadableFileIsMissing_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("absent") << QStringLiteral("/nowhere/token");
    QTest::newRow("folder") << QStringLiteral("/tmp");
    QTest::newRow("device without end") << QStringLiteral("/dev/zero");
    QTest::newRow("pipe without writer") << QStringLiteral("pipe");
    QTest::newRow("empty") << QStringLiteral("empty");
    QTest::newRow("too long") << QStringLiteral("long");
}

void TestSecretResolver::unreadableFileIsMissing()
{
    QFETCH(QString, path);
    QTemporaryDir folder;
    if (!path.startsWith(u'/')) {
        const QString name = path;
        path = folder.filePath(name);
        if (name == u"pipe") {
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        } else {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(name == u"long" ? 70'000 : 0, 'x'));
        }
    }
    const auto result = resolve(SystemSecretResolver(), {SecretReference::Kind::File, path});
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().kind, Error::Kind::MissingSecret);
    QVERIFY(result->error().detail.contains(path));
}

void TestSecretResolver::namesLeadToReferences()
{
    const SecretReference reference{SecretReference::Kind::File, QStringLiteral("/run/token")};
    const SystemSecretResolver resolver({{QStringLiteral("main"), reference}});
    QCOMPARE(resolver.named(QStringLiteral("main")), reference);
    QVERIFY(!resolver.named(QStringLiteral("other")).isSet());
    QCOMPARE(resolve(resolver, resolver.named(QStringLiteral("other")))->error().kind, Error::Kind::MissingSecret);
}

void TestSecretResolver::missingKeychainAnswersOnceToEach()
{
    // Without a session bus there is no key chain to ask, which is what a server without a desktop has.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
    const SystemSecretResolver resolver;
    int answers = 0;
    for (int i = 0; i < 3; ++i)
        resolver.resolve({SecretReference::Kind::Keychain, QStringLiteral("watchfloor-test-entry")}, [&](const Result<Secret> &result) {
            ++answers;
            QVERIFY(!result.ok());
            QCOMPARE(result.error().kind, Error::Kind::MissingSecret);
            QVERIFY(result.error().detail.contains(QStringLiteral("watchfloor-test-entry")));
        });
    QTRY_COMPARE_WITH_TIMEOUT(answers, 3, 30'000);
}

void TestSecretResolver::waitIsReadInBothForms_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("seconds") << QByteArray("120") << qint64(120'000);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("an hour at most") << QByteArray("99999999999") << qint64(3'600'000);
    QTest::newRow("date") << QByteArray("Sat, 21 Nov 2026 00:01:00 GMT") << qint64(60'000);
    QTest::newRow("date that has gone") << QByteArray("Fri, 20 Nov 2026 00:01:00 GMT") << qint64(0);
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::newRow("nonsense") << QByteArray("soon") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
}

void TestSecretResolver::waitIsReadInBothForms()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, milliseconds);
    const auto wait = retryAfter(value, fromEpochSeconds(1'795'219'200)); // 2026-11-21 00:00 UTC
    QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), milliseconds);
}

void TestSecretResolver::originsAreCompared_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const char *one, const char *other, bool same) {
        QTest::newRow(name) << QString::fromLatin1(one) << QString::fromLatin1(other) << same;
    };
    row("path", "http://a/x", "http://a/y", true);
    row("default port", "https://a/", "https://a:443/", true);
    row("case", "http://A/", "http://a/", true);
    row("port", "http://a/", "http://a:81/", false);
    row("scheme", "http://a:443/", "https://a/", false);
    row("subdomain", "http://a.b/", "http://b/", false);
}

void TestSecretResolver::originsAreCompared()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(sameOrigin(QUrl(one), QUrl(other)), same);
    QCOMPARE(sameOrigin(QUrl(other), QUrl(one)), same);
}

WATCHFLOOR_TEST(TestSecretResolver)
#include "tst_secretresolver.moc"
