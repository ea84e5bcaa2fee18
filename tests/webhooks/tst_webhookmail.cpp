#include "models/webhooks/webhookletter.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Watchfloor;

namespace {

WebhookLetter sampleLetter(const QString &id, Delivery::State state)
{
    WebhookLetter letter;
    letter.event.fingerprint = QStringLiteral("f");
    letter.event.labels = Labels{{QStringLiteral("alertname"), QStringLiteral("A \"b\"\n")}};
    letter.event.action = WebhookEvent::Action::Resolved;
    letter.delivery.id = id;
    letter.delivery.webhook = QStringLiteral("team");
    letter.delivery.attempts = 4;
    letter.delivery.state = state;
    letter.delivery.error = Error{Error::Kind::Server, QStringLiteral("status 500"), QStringLiteral("team")};
    if (state == Delivery::State::Failed)
        letter.delivery.settledAt = WallTime(std::chrono::milliseconds(7));
    return letter;
}

}

class TestWebhookMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromItsFile()
    {
        QTemporaryDir folder;
        WebhookMail mail;
        mail.letters.push_back(sampleLetter(QStringLiteral("a"), Delivery::State::Sending));
        mail.letters.push_back(sampleLetter(QStringLiteral("b"), Delivery::State::Failed));
        mail.told[{QStringLiteral("team"), QStringLiteral("f")}] = mail.letters[0].event;
        QVERIFY(saveWebhookMail(folder.path(), webhookMailText(mail)).ok());
        const auto back = loadWebhookMail(folder.path());
        QVERIFY(back.ok());
        QCOMPARE(back->letters.size(), size_t(2));
        QCOMPARE(back->letters[0].delivery.state, Delivery::State::Waiting); // what was under way is sent again
        QCOMPARE(back->letters[0].delivery.attempts, 4);
        QVERIFY(back->letters[0].delivery.resolved);
        QCOMPARE(back->letters[1].delivery.state, Delivery::State::Failed);
        QCOMPARE(back->letters[1].delivery.error->detail, QStringLiteral("status 500"));
        QVERIFY(back->told == mail.told);
    }

    void nothingKeptIsNothing()
    {
        QTemporaryDir folder;
        const auto mail = loadWebhookMail(folder.path());
        QVERIFY(mail.ok() && mail->letters.empty() && mail->told.empty());
    }

    void damagedFilesAreSaidAndSetAside_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "{", "[]", "null", "{\"letters\":[]}", "{\"letters\":1,\"told\":[]}", "\xff\xfe"})
            QTest::newRow(*text ? text : "empty") << QByteArray(text);
    }
    void damagedFilesAreSaidAndSetAside()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("webhooks.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(!loadWebhookMail(folder.path()).ok());
        const auto aside = setAsideWebhookMail(folder.path());
        QVERIFY(aside.ok() && QFile::exists(*aside));
        QVERIFY(loadWebhookMail(folder.path()).ok());
    }

    void spoiltEntriesAreLeftOut()
    {
        QTemporaryDir folder;
        QByteArray text = webhookMailText({{sampleLetter(QStringLiteral("a"), Delivery::State::Waiting)}, {}});
        text.replace("\"letters\": [", "\"letters\": [7, null, {}, {\"event\": {}}, {\"id\": \"x\", \"webhook\": \"w\", \"event\": {\"action\": 99}},");
        QVERIFY(saveWebhookMail(folder.path(), text).ok());
        const auto mail = loadWebhookMail(folder.path());
        QVERIFY(mail.ok());
        QCOMPARE(mail->letters.size(), size_t(1));
    }
};

WATCHFLOOR_TEST(TestWebhookMail)
#include "tst_webhookmail.moc"
