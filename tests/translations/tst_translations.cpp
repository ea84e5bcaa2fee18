#include "app/translations.h"
#include "models/core/format.h"
#include "tests/support/testregistry.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Watchfloor;

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< one, or one a plural form
    QString type;
    bool plural = false;

    QString key() const { return context + u'|' + source + u'|' + comment; }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{context, {}, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == u"yes"};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            message.comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.type = xml.attributes().value(QLatin1String("type")).toString();
            if (!message.plural)
                message.translations << xml.readElementText();
            while (message.plural && xml.readNextStartElement())
                message.translations << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

std::vector<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"message")
            messages.push_back(readMessage(xml, context));
    }
    return xml.hasError() ? std::vector<Message>() : messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:L?\\d{1,2}|L?n)"));
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found << matches.next().captured();
    found.sort();
    return found;
}

/// What a sentence or a wish for more ends in, whatever the language; how a language writes a date is its own.
QString ending(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("(\\.|\\?|:|…|\\s)$"));
    return pattern.match(text).captured(1);
}

QString place(const Message &message)
{
    return message.context + QStringLiteral(": ") + message.source;
}

} // namespace

/// Every text of the program is there in every language.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everyTextHasTheContextOfItsClass();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void everyTextOfTheSourcesIsThere_data();
    void everyTextOfTheSourcesIsThere();
    void placeholdersAreKept_data();
    void placeholdersAreKept();
    void endingsAreKept_data();
    void endingsAreKept();
    void textsComeOutTranslated_data();
    void textsComeOutTranslated();
    void pluralsFollowTheLanguage_data();
    void pluralsFollowTheLanguage();
    void unknownLanguageIsEnglishWithPlurals();

private:
    static void languages();
    QString path(const QString &language) const { return m_root + QStringLiteral("/translations/watchfloor_%1.ts").arg(language); }
    static void install(const QLocale &locale);

    const QString m_root = qEnvironmentVariable("WATCHFLOOR_SOURCE_DIR");
    QTemporaryDir m_folder;
    QString m_complaints;
};

void TestTranslations::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << QStringLiteral("de");
    QTest::newRow("Russian") << QStringLiteral("ru");
    QTest::newRow("English plurals") << QStringLiteral("en");
}

void TestTranslations::initTestCase()
{
    for (const QString &language : {QStringLiteral("all"), QStringLiteral("en")}) {
        QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-I.")};
        if (language == u"en")
            arguments << QStringLiteral("-pluralonly");
        arguments << QStringLiteral("models") << QStringLiteral("widgets") << QStringLiteral("app") << QStringLiteral("-ts") << m_folder.filePath(language + QStringLiteral(".ts"));
        QProcess lupdate;
        lupdate.setWorkingDirectory(m_root);
        lupdate.start(QStringLiteral(LUPDATE), arguments);
        QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
        QCOMPARE(lupdate.exitCode(), 0);
        m_complaints += QString::fromUtf8(lupdate.readAllStandardError());
    }
}

void TestTranslations::cleanup()
{
    for (QTranslator *translator : QCoreApplication::instance()->findChildren<QTranslator *>())
        delete translator;
    QLocale::setDefault(QLocale::c());
}

void TestTranslations::install(const QLocale &locale)
{
    QLocale::setDefault(locale);
    installTranslations(*QCoreApplication::instance());
}

// A tr() of a class without Q_OBJECT, or of a plain function, is looked up under another context than lupdate writes.
void TestTranslations::everyTextHasTheContextOfItsClass()
{
    QStringList faults;
    const QStringList complaints = m_complaints.split(u'\n');
    for (const QString &complaint : complaints)
        if (complaint.contains(u"lacks Q_OBJECT") || complaint.contains(u"Qualifying with unknown") || complaint.contains(u"cannot be called without context"))
            faults << complaint;
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslations::everyTextIsTranslated_data()
{
    languages();
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(QString, language);
    const auto messages = readMessages(path(language));
    QVERIFY(!messages.empty());
    QStringList faults;
    for (const Message &message : messages) {
        if (!message.type.isEmpty() || message.translations.isEmpty() || message.translations.contains(QString()))
            faults << place(message);
        if (message.plural && message.translations.size() != (language == u"ru" ? 3 : 2))
            faults << place(message);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslations::everyTextOfTheSourcesIsThere_data()
{
    languages();
}

void TestTranslations::everyTextOfTheSourcesIsThere()
{
    QFETCH(QString, language);
    const auto inSources = readMessages(m_folder.filePath(language == u"en" ? QStringLiteral("en.ts") : QStringLiteral("all.ts")));
    QVERIFY(!inSources.empty());
    QStringList known;
    QStringList faults;
    for (const Message &message : readMessages(path(language)))
        known << message.key();
    for (const Message &message : inSources)
        if (!known.removeOne(message.key()))
            faults << QStringLiteral("not in the file: ") + place(message);
    for (const QString &left : std::as_const(known))
        faults << QStringLiteral("not in the sources: ") + left;
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslations::placeholdersAreKept_data()
{
    languages();
}

void TestTranslations::placeholdersAreKept()
{
    QFETCH(QString, language);
    QStringList faults;
    for (const Message &message : readMessages(path(language)))
        for (const QString &translation : message.translations)
            if (placeholders(translation) != placeholders(message.source))
                faults << place(message) + QStringLiteral(" -> ") + translation;
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslations::endingsAreKept_data()
{
    languages();
}

void TestTranslations::endingsAreKept()
{
    QFETCH(QString, language);
    QStringList faults;
    for (const Message &message : readMessages(path(language)))
        for (const QString &translation : message.translations)
            if (!message.comment.startsWith(u"a date") && ending(translation) != ending(message.source))
                faults << place(message) + QStringLiteral(" -> ") + translation;
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslations::textsComeOutTranslated_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("span");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QLocale &locale, const QString &state, const QString &span, const QString &error) {
        QTest::newRow(name) << locale << state << span << error;
    };
    row("German", QLocale(QLocale::German), QStringLiteral("Veraltet"), QStringLiteral("1 h 5 min"), QStringLiteral("Verbindung abgelehnt"));
    row("Austria", QLocale(QLocale::German, QLocale::Austria), QStringLiteral("Veraltet"), QStringLiteral("1 h 5 min"), QStringLiteral("Verbindung abgelehnt"));
    row("Russian", QLocale(QLocale::Russian), QStringLiteral("Устарело"), QStringLiteral("1 ч 5 мин"), QStringLiteral("в соединении отказано"));
    row("English", QLocale(QLocale::English), QStringLiteral("Stale"), QStringLiteral("1 h 5 min"), QStringLiteral("connection refused"));
}

void TestTranslations::textsComeOutTranslated()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, state);
    QFETCH(QString, span);
    QFETCH(QString, error);
    install(locale);
    QCOMPARE(Format::state(State::Stale), state);
    QCOMPARE(Format::span(std::chrono::minutes(65)), span);
    QCOMPARE(Format::words(Error{Error::Kind::Refused, {}, {}}), error);
}

void TestTranslations::pluralsFollowTheLanguage_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("English") << QLocale(QLocale::English) << QStringList{QStringLiteral("1 endpoint"), QStringLiteral("2 endpoints"), QStringLiteral("5 endpoints"), QStringLiteral("21 endpoints")};
    QTest::newRow("German") << QLocale(QLocale::German) << QStringList{QStringLiteral("1 Endpunkt"), QStringLiteral("2 Endpunkte"), QStringLiteral("5 Endpunkte"), QStringLiteral("21 Endpunkte")};
    QTest::newRow("Russian") << QLocale(QLocale::Russian) << QStringList{QStringLiteral("1 эндпоинт"), QStringLiteral("2 эндпоинта"), QStringLiteral("5 эндпоинтов"), QStringLiteral("21 эндпоинт")};
}

void TestTranslations::pluralsFollowTheLanguage()
{
    QFETCH(QLocale, locale);
    QFETCH(QStringList, texts);
    install(locale);
    QStringList shown;
    for (const int count : {1, 2, 5, 21})
        shown << QCoreApplication::translate("Watchfloor::TruthBar", "%n endpoint(s)", nullptr, count);
    QCOMPARE(shown, texts);
}

void TestTranslations::unknownLanguageIsEnglishWithPlurals()
{
    install(QLocale(QLocale::Icelandic));
    QCOMPARE(Format::state(State::Stale), QStringLiteral("Stale"));
    QCOMPARE(QCoreApplication::translate("Watchfloor::TruthBar", "%n endpoint(s)", nullptr, 1), QStringLiteral("1 endpoint"));
}

WATCHFLOOR_TEST(TestTranslations)

#include "tst_translations.moc"
