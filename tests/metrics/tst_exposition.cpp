#include "models/metrics/exposition.h"
#include "tests/support/testregistry.h"

#include <random>

using namespace Watchfloor;

namespace {

const char textPage[] =
    R"(# HELP http_requests_total The total number of HTTP requests.)" "\n"
    R"(# TYPE http_requests_total counter)" "\n"
    R"(http_requests_total{method="post",code="200"} 1027 1395066363000)" "\n"
    R"(http_requests_total{method="post",code="400"}    3 1395066363000)" "\n"
    R"()" "\n"
    R"(# Escaping in label values:)" "\n"
    "msdos_file_access_time_seconds{path=\"C:\\\\DIR\\\\FILE.TXT\",error=\"Cannot find file:\\n\\\"FILE.TXT\\\"\"} 1.458255915e9\n"
    R"(metric_without_timestamp_and_labels 12.47)" "\n"
    R"(something_weird{problem="division by zero"} +Inf -3982045)" "\n"
    R"(# TYPE http_request_duration_seconds histogram)" "\n"
    R"(http_request_duration_seconds_bucket{le="0.05"} 24054)" "\n"
    R"(http_request_duration_seconds_bucket{le="+Inf"} 144320)" "\n"
    R"(http_request_duration_seconds_sum 53423)" "\n"
    R"(http_request_duration_seconds_count 144320)" "\n"
    R"(# TYPE rpc_duration_seconds summary)" "\n"
    R"(rpc_duration_seconds{quantile="0.99"} 76656)" "\n"
    R"(rpc_duration_seconds_sum 1.7560473e+07)" "\n"
    R"(	spaced	{ a = "b" , }	7)" "\n";

const char openPage[] =
    R"(# TYPE acme_http_router_request_seconds summary)" "\n"
    R"(# UNIT acme_http_router_request_seconds seconds)" "\n"
    R"(# HELP acme_http_router_request_seconds Latency though all of ACME's HTTP request router.)" "\n"
    R"(acme_http_router_request_seconds_sum{path="/api/v1",method="GET"} 9036.32)" "\n"
    R"(acme_http_router_request_seconds_count{path="/api/v1",method="GET"} 807283.0)" "\n"
    R"(acme_http_router_request_seconds_created{path="/api/v1",method="GET"} 1605281325.0)" "\n"
    R"(# TYPE foo histogram)" "\n"
    R"(foo_bucket{le="0.1"} 8 # {} 0.054)" "\n"
    R"(foo_bucket{le="+Inf"} 17 # {trace_id="oHg5SJYRHA0"} 9.8 1520879607.789)" "\n"
    R"(foo_count 17)" "\n"
    R"(# TYPE hits counter)" "\n"
    R"(hits_total 5 1520879607.5)" "\n"
    R"(# TYPE build info)" "\n"
    R"(build_info{version="1"} 1)" "\n"
    R"(# EOF)" "\n";

}

class TestExposition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentedTextPageIsRead()
    {
        const auto page = parseExposition(textPage, ExpositionFormat::Text);
        QVERIFY(page.ok());
        QVERIFY2(page->faults.empty(), page->faults.empty() ? "" : qPrintable(page->faults[0].message));
        const MetricFamily *requests = page->find(u"http_requests_total");
        QVERIFY(requests);
        QCOMPARE(requests->type, QStringLiteral("counter"));
        QCOMPARE(requests->help, QStringLiteral("The total number of HTTP requests."));
        QCOMPARE(requests->samples.size(), size_t(2));
        QCOMPARE(requests->samples[0].value, 1027.0);
        QCOMPARE(requests->samples[0].timestamp, std::optional(1395066363.0));
        QCOMPARE(page->find(u"msdos_file_access_time_seconds")->samples[0].labels.value(u"error"),
                 QStringLiteral("Cannot find file:\n\"FILE.TXT\""));
        QCOMPARE(page->find(u"something_weird")->samples[0].timestamp, std::optional(-3982.045));
        QCOMPARE(page->find(u"http_request_duration_seconds")->samples.size(), size_t(4));
        QVERIFY(!page->find(u"http_request_duration_seconds_sum"));
        QCOMPARE(page->find(u"rpc_duration_seconds")->samples.size(), size_t(2));
        QCOMPARE(page->find(u"spaced")->samples[0].labels, (Labels{{QStringLiteral("a"), QStringLiteral("b")}}));
        QCOMPARE(page->find(u"spaced")->type, QStringLiteral("untyped"));
    }

    void documentedOpenMetricsPageIsRead()
    {
        const auto page = parseExposition(openPage, ExpositionFormat::OpenMetrics);
        QVERIFY(page.ok());
        QVERIFY2(page->faults.empty(), page->faults.empty() ? "" : qPrintable(page->faults[0].message));
        QCOMPARE(page->families.size(), size_t(4));
        QCOMPARE(page->families[0].unit, QStringLiteral("seconds"));
        const auto &exemplar = page->families[1].samples[1].exemplar;
        QVERIFY(exemplar.has_value());
        QCOMPARE(exemplar->labels.value(u"trace_id"), QStringLiteral("oHg5SJYRHA0"));
        QCOMPARE(exemplar->value, 9.8);
        QCOMPARE(exemplar->timestamp, std::optional(1520879607.789));
        QCOMPARE(page->find(u"hits")->samples[0].timestamp, std::optional(1520879607.5));
        QCOMPARE(page->find(u"build")->type, QStringLiteral("info"));
    }

    void pagesAreRefusedAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ExpositionFormat>("format");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("HTML") << QByteArray("\n<html>log in</html>") << ExpositionFormat::Text << Error::Kind::NotExpected;
        QTest::newRow("no EOF") << QByteArray("a 1\n") << ExpositionFormat::OpenMetrics << Error::Kind::Truncated;
        QTest::newRow("empty OpenMetrics") << QByteArray() << ExpositionFormat::OpenMetrics << Error::Kind::Truncated;
        QTest::newRow("too many samples") << QByteArray("a 1\n").repeated(1'000'001) << ExpositionFormat::Text << Error::Kind::TooLarge;
    }
    void pagesAreRefusedAsAWhole()
    {
        QFETCH(QByteArray, body);
        QFETCH(ExpositionFormat, format);
        QFETCH(Error::Kind, kind);
        const auto page = parseExposition(body, format);
        QVERIFY(!page.ok());
        QCOMPARE(page.error().kind, kind);
    }

    void faultyLinesAreNamedAndGoodOnesKept_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *line, const char *message) {
            QTest::newRow(name) << QByteArray(line) << QString::fromLatin1(message);
        };
        row("no value", "b{x=\"1\"}", "no value");
        row("no number", "b abc", "not a number");
        row("hexadecimal", "b 0x10", "not a number");
        row("too large", "b 1e999", "not a number");
        row("open quote", "b{x=\"1} 1", "closing quote");
        row("no quote", "b{x=1} 1", "quotes");
        row("no equal sign", "b{x} 1", "no =");
        row("no label name", "b{1x=\"1\"} 1", "label name");
        row("no comma", "b{x=\"1\"y=\"2\"} 1", "comma");
        row("unknown escape", "b{x=\"\\t\"} 1", "escape");
        row("label twice", "b{x=\"1\",x=\"2\"} 1", "twice");
        row("open brace", "b{x=\"1\",", "label name");
        row("name", "1b 1", "metric name");
        row("time with fraction", "b 1 1.5", "milliseconds");
        row("too much", "b 1 2 3", "unexpected");
        row("bad UTF-8", "b{x=\"\xff\"} 1", "UTF-8");
        row("unknown type", "# TYPE b thing", "not a type");
        row("type behind samples", "# TYPE a gauge", "after its samples");
        row("type without name", "# TYPE", "names no metric");
        row("sample twice", "a 2", "twice");
        row("bucket without le", "h_bucket 1", "le");
        row("summary without quantile", "s 1", "quantile");
    }
    void faultyLinesAreNamedAndGoodOnesKept()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, message);
        const auto page = parseExposition("# TYPE h histogram\n# TYPE s summary\na 1\n" + line + "\nc 3\n", ExpositionFormat::Text);
        QVERIFY(page.ok());
        QCOMPARE(page->faults.size(), size_t(1));
        QCOMPARE(page->faults[0].line, 4);
        QVERIFY2(page->faults[0].message.contains(message), qPrintable(page->faults[0].message));
        QCOMPARE(page->find(u"a")->samples[0].value, 1.0);
        QCOMPARE(page->find(u"c")->samples[0].value, 3.0);
    }

    void openMetricsIsStrict_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *lines, const char *message) {
            QTest::newRow(name) << QByteArray(lines) << QString::fromLatin1(message);
        };
        row("empty line", "\n", "empty line");
        row("two spaces", "a  1\n", "no value");
        row("tab", "a\t1\n", "no value");
        row("comment", "# free words\n", "does not know");
        row("counter without _total", "# TYPE n counter\nn 1\n", "not a sample name");
        row("negative counter", "# TYPE n counter\nn_total -1\n", "negative");
        row("NaN counter", "# TYPE n counter\nn_total NaN\n", "not a number");
        row("unit is not in the name", "# UNIT n seconds\n", "unit");
        row("interrupted", "a{x=\"1\"} 1\nb 1\na{x=\"2\"} 2\n", "interrupted");
        row("exemplar on a gauge", "# TYPE g gauge\ng 1 # {} 1\n", "exemplar");
        row("long exemplar", "# TYPE n counter\nn_total 1 # {t=\"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789\"} 1\n",
            "longer than");
        row("second type", "# TYPE g gauge\n# TYPE g gauge\n", "second TYPE");
        row("untyped is of the text format", "# TYPE g untyped\n", "not a type");
        row("trailing space", "a 1 \n", "time");
    }
    void openMetricsIsStrict()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, message);
        const auto page = parseExposition(lines + "# EOF\n", ExpositionFormat::OpenMetrics);
        QVERIFY(page.ok());
        QCOMPARE(page->faults.size(), size_t(1));
        QVERIFY2(page->faults[0].message.contains(message), qPrintable(page->faults[0].message));
    }

    void textBehindTheEndIsAFault()
    {
        const auto page = parseExposition("a 1\n# EOF\nb 1\n", ExpositionFormat::OpenMetrics);
        QVERIFY(page.ok());
        QCOMPARE(page->faults.size(), size_t(1));
        QCOMPARE(page->faults[0].line, 3);
        QVERIFY(!page->find(u"b"));
    }

    /// Whatever comes: no crash, every fault on a line of the page, no sample with a name that is none.
    void mutatedPagesAreReadSafely()
    {
        std::mt19937 random(20261121);
        size_t faults = 0;
        for (int round = 0; round < 3'000; ++round) {
            const bool open = random() % 2 == 0;
            QByteArray body = open ? openPage : textPage;
            for (unsigned times = 1 + random() % 4; times > 0; --times) {
                const qsizetype at = qsizetype(random() % size_t(body.size()));
                if (random() % 2)
                    body[at] = char(random() & 0xff);
                else
                    body.insert(at, body.mid(qsizetype(random() % size_t(body.size())), 20));
            }
            const auto page = parseExposition(body, open ? ExpositionFormat::OpenMetrics : ExpositionFormat::Text);
            if (!page.ok())
                continue;
            faults += page->faults.size();
            for (const ExpositionFault &fault : page->faults)
                QVERIFY(fault.line >= 1 && fault.line <= body.count('\n') + 1 && !fault.message.isEmpty());
            for (const MetricFamily &family : page->families)
                for (const Sample &sample : family.samples)
                    QVERIFY(sample.name.startsWith(family.name));
        }
        QVERIFY(faults > 1'000);
    }

    void contentTypeNamesTheFormat()
    {
        QCOMPARE(expositionFormat("application/openmetrics-text; version=1.0.0"), ExpositionFormat::OpenMetrics);
        QCOMPARE(expositionFormat("text/plain; version=0.0.4"), ExpositionFormat::Text);
        QCOMPARE(expositionFormat(""), ExpositionFormat::Text);
    }
};

WATCHFLOOR_TEST(TestExposition)
#include "tst_exposition.moc"
