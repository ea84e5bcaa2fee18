#include "models/core/error.h"
#include "models/core/format.h"
#include "models/core/result.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsWords();
    void sentenceNamesPlaceAndDetail();
    void resultIsOneOrTheOther();
};

void TestError::everyKindHasItsWords()
{
    QSet<QString> names;
    QSet<QString> words;
    for (int kind = 0; kind <= int(Error::Kind::Blind); ++kind) {
        const Error error{Error::Kind(kind), {}, {}};
        names.insert(errorKindName(error.kind));
        words.insert(Format::words(error));
        QVERIFY(Format::sentence(error).endsWith(u'.') || Format::sentence(error).endsWith(u'?'));
    }
    QCOMPARE(names.size(), int(Error::Kind::Blind) + 1);
    QCOMPARE(words.size(), int(Error::Kind::Blind) + 1);
    QVERIFY(!names.contains(QString()));
    QVERIFY(!words.contains(QString()));
}

void TestError::sentenceNamesPlaceAndDetail()
{
    QVERIFY(!Format::sentence({Error::Kind::Timeout, {}, u"http://a:9090/api/v1/query?query=up"_s}).contains(u'?' + u"query"_s));
    QVERIFY(Format::sentence({Error::Kind::Timeout, {}, u"http://a:9090/api/v1/query?query=up"_s}).startsWith(u"http://a:9090/api/v1/query: "_s));
    const QString sentence = Format::sentence({Error::Kind::Timeout, u"10 s, %1 \u202Eevil\n"_s, u"main"_s});
    QVERIFY(sentence.startsWith(u"main: "));
    QVERIFY(sentence.contains(u"10 s, %1"));
    QVERIFY(!sentence.contains(QChar(0x202E)));
    QVERIFY(!sentence.contains(u'\n'));
}

void TestError::resultIsOneOrTheOther()
{
    Result<QString> fine(u"value"_s);
    QVERIFY(fine);
    QCOMPARE(*fine, u"value"_s);
    QCOMPARE(fine->size(), 5);
    QCOMPARE(*std::move(fine), u"value"_s);
    const Result<QString> failed(Error{Error::Kind::Io, u"d"_s, u"w"_s});
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().detail, u"d"_s);
    QVERIFY(Result<void>());
    QVERIFY(!Result<void>(Error{}));
}

WATCHFLOOR_TEST(TestError)
#include "tst_error.moc"
