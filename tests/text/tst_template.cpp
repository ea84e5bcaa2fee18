#include "models/text/template.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

class TestTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsLabels_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing to fill") << QStringLiteral("errors") << QStringLiteral("errors");
        QTest::newRow("legend") << QStringLiteral("{{service}} errors") << QStringLiteral("payment errors");
        QTest::newRow("spaces") << QStringLiteral("{{ service }}") << QStringLiteral("payment");
        QTest::newRow("annotation") << QStringLiteral("{{ $labels.service }}!") << QStringLiteral("payment!");
        QTest::newRow("two") << QStringLiteral("{{service}}/{{code}}") << QStringLiteral("payment/{{service}}");
        QTest::newRow("not a label") << QStringLiteral("{{ $value | humanize }}") << QStringLiteral("{{ $value | humanize }}");
        QTest::newRow("absent label") << QStringLiteral("{{job}}") << QStringLiteral("{{job}}");
        QTest::newRow("open end") << QStringLiteral("{{service}} {{serv") << QStringLiteral("payment {{serv");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("empty braces") << QStringLiteral("{{}}") << QStringLiteral("{{}}");
    }

    void fillsLabels()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        // The value of "code" looks like a template: what was filled in is never filled again.
        const Labels labels{{QStringLiteral("service"), QStringLiteral("payment")}, {QStringLiteral("code"), QStringLiteral("{{service}}")}};
        QCOMPARE(filledLegend(text, labels), expected);
    }
};

WATCHFLOOR_TEST(TestTemplate)
#include "tst_template.moc"
