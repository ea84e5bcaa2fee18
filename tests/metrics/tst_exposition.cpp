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
    R"(foo_sum 324.5)" "\n"
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

    void samplesBeyondTheCapAreCountedNotKept()
    {
        const ExpositionPage page = readExposition(QByteArray("a 1\n").repeated(1'000'003), ExpositionFormat::Text);
        QCOMPARE(page.find(u"a")->samples.size(), size_t(1'000'000));
        QCOMPARE(page.totalSamples, size_t(1'000'003));
        QVERIFY(!page.refusal());
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
        row("hexadecimal with an exponent", "b 0x1p4", "not a number");
        row("underscore", "b 1_000", "not a number");
        row("too large", "b 1e999", "not a number");
        row("signed NaN", "b -NaN", "not a number");
        row("open quote", "b{x=\"1} 1", "closing quote");
        row("no quote", "b{x=1} 1", "quotes");
        row("no equal sign", "b{x} 1", "no =");
        row("no label name", "b{1x=\"1\"} 1", "label name");
        row("colon in a label name", "b{x:y=\"1\"} 1", "no =");
        row("comma only", "b{,} 1", "label name");
        row("two commas", "b{x=\"1\",,} 1", "label name");
        row("no comma", "b{x=\"1\"y=\"2\"} 1", "comma");
        row("blank for a comma", "b{x=\"1\" y=\"2\"} 1", "comma");
        row("unknown escape", "b{x=\"\\t\"} 1", "escape");
        row("label twice", "b{x=\"1\",x=\"2\"} 1", "twice");
        row("label twice, once empty", "b{x=\"\",x=\"2\"} 1", "twice");
        row("reserved label", "b{__name__=\"x\"} 1", "reserved");
        row("open brace", "b{x=\"1\",", "label name");
        row("name", "1b 1", "metric name");
        row("name with a point", "b.c 1", "not a number");
        row("no name", "{} 1", "no metric name");
        row("no name beside labels", "{x=\"1\"} 1", "no metric name");
        row("two names", "{\"b\",\"c\"} 1", "second metric name");
        row("name in and before the braces", "b{\"c\"} 1", "no =");
        row("plain name in the braces", "{b} 1", "no =");
        row("empty name", "{\"\"} 1", "label name");
        row("unknown escape in a name", "{\"b\\x\"} 1", "escape");
        row("quoted name without braces", "\"b\" 1", "metric name");
        row("time with fraction", "b 1 1.5", "milliseconds");
        row("time too large", "b 1 9223372036854775808", "milliseconds");
        row("time with two signs", "b 1 +-1", "milliseconds");
        row("too much", "b 1 2 3", "unexpected");
        row("exemplar", "b 1 # {} 1", "milliseconds");
        row("bad UTF-8", "b{x=\"\xff\"} 1", "UTF-8");
        row("bad UTF-8 in HELP", "# HELP b \xff", "UTF-8");
        row("carriage return", "b 1\r", "not a number");
        row("carriage return alone", "\r", "metric name");
        row("unknown type", "# TYPE b thing", "not a type");
        row("type with a blank behind", "# TYPE b gauge ", "not a type");
        row("type of OpenMetrics", "# TYPE b unknown", "not a type");
        row("type behind samples", "# TYPE a gauge", "after its samples");
        row("second type", "# TYPE h counter", "second TYPE");
        row("second help", "# HELP h other", "second HELP");
        row("no name in TYPE", "# TYPE b-c gauge", "names no metric");
        row("no name in HELP", "# HELP 1b words", "names no metric");
        row("le is no number", "h_bucket{le=\"wide\"} 1", "le");
        row("le is empty", "h_bucket{le=\"\"} 1", "le");
        row("quantile is no number", "s{quantile=\"half\"} 1", "quantile");
        row("negative bucket", "h_bucket{le=\"1\"} -1", "negative bucket");
        row("negative count", "h_count -0.5", "negative count");
    }
    void faultyLinesAreNamedAndGoodOnesKept()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, message);
        const auto page =
            parseExposition("# TYPE h histogram\n# TYPE s summary\n# HELP h about\na 1\n" + line + "\nc 3\n", ExpositionFormat::Text);
        QVERIFY(page.ok());
        QCOMPARE(page->faults.size(), size_t(1));
        QCOMPARE(page->faults[0].line, 5);
        QVERIFY2(page->faults[0].message.contains(message), qPrintable(page->faults[0].message));
        QCOMPARE(page->refusal()->line, 5);
        QCOMPARE(page->find(u"a")->samples[0].value, 1.0);
        QCOMPARE(page->find(u"c")->samples[0].value, 3.0);
    }

    void oddLinesAreTaken_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("value");
        const double infinity = std::numeric_limits<double>::infinity();
        const auto row = [](const char *title, const char *line, const char *name, double value) {
            QTest::newRow(title) << QByteArray(line) << QString::fromUtf8(name) << value;
        };
        row("value beside the brace", "b{x=\"1\"}2", "b", 2);
        row("value beside the name", "b-2", "b", -2);
        row("tabs", "\tb\t{ x\t=\t\"1\"\t,\t}\t2\t", "b", 2);
        row("no digits before the point", "b .5", "b", 0.5);
        row("no digits behind the point", "b +5.", "b", 5);
        row("leading zeros", "b 007", "b", 7);
        row("infinity in words", "b infinity", "b", infinity);
        row("negative infinity in words", "b -INF", "b", -infinity);
        row("too small a number", "b 1e-999", "b", 0);
        row("time with a sign", "b 1 +5", "b", 1);
        row("blanks behind the time", "b 1 5  ", "b", 1);
        row("colons", ":b:c 1", ":b:c", 1);
        row("no labels", "b{} 1", "b", 1);
        row("quoted name", "{\"b.c \xc3\xbc\"} 1", "b.c \xc3\xbc", 1);
        row("quoted name and labels", "{\"b.c\", \"k.l\"=\"1\", m=\"2\",} 1", "b.c", 1);
        row("quoted name behind the labels", "{m=\"2\",\"b.c\"} 1", "b.c", 1);
        row("escapes in a name", "{\"b\\\"\\\\\\n\"} 1", "b\"\\\n", 1);
        row("hash in a value", "b{x=\" # {\"} 1", "b", 1);
    }
    void oddLinesAreTaken()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, name);
        QFETCH(double, value);
        const auto page = parseExposition(line + '\n', ExpositionFormat::Text);
        QVERIFY(page.ok());
        QVERIFY2(page->faults.empty(), page->faults.empty() ? "" : qPrintable(page->faults[0].message));
        QCOMPARE(page->families.size(), size_t(1));
        QCOMPARE(page->families[0].name, name);
        QCOMPARE(page->families[0].samples[0].value, value);
    }

    void commentsThatSayNothingAreNoFaults()
    {
        const auto page = parseExposition("#\n#TYPE\n# TYPE \n# TYPE a\n# TYPE a \n# HELP a\n# HELP a \t\n# any \xff words\n# EOF\n"
                                          " #\tTYPE\ta\tCounter\n# HELP a  two\\nlines \\\\ \\x \\\" \na 1\n# TYPE b gauge_histogram\n",
                                          ExpositionFormat::Text);
        QVERIFY(page.ok());
        QVERIFY2(page->faults.empty(), page->faults.empty() ? "" : qPrintable(page->faults[0].message));
        QCOMPARE(page->find(u"a")->type, QStringLiteral("counter"));
        QCOMPARE(page->find(u"a")->help, QStringLiteral("two\nlines \\ \\x \\\" "));
        QCOMPARE(page->find(u"b")->type, QStringLiteral("gaugehistogram"));
        const auto quotedName = parseExposition("# HELP \"a.b\" \\\"so\\\"\n# TYPE \"a.b\" gauge\n{\"a.b\"} 1\n", ExpositionFormat::Text);
        QVERIFY(quotedName.ok());
        QVERIFY(quotedName->faults.empty());
        QCOMPARE(quotedName->find(u"a.b")->help, QStringLiteral("\"so\""));
        QCOMPARE(quotedName->find(u"a.b")->type, QStringLiteral("gauge"));
    }

    /// Prometheus takes them; a person ought to know.
    void whatHardlyAnybodyMeansIsRemarked_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("bucket without le") << QByteArray("h_bucket 1");
        QTest::newRow("summary without quantile") << QByteArray("s 1");
    }
    void whatHardlyAnybodyMeansIsRemarked()
    {
        QFETCH(QByteArray, line);
        const auto page = parseExposition("# TYPE h histogram\n# TYPE s summary\na 1\n" + line + '\n', ExpositionFormat::Text);
        QVERIFY(page.ok());
        QCOMPARE(page->faults.size(), size_t(1));
        QVERIFY(page->faults[0].isRemark);
        QCOMPARE(page->faults[0].line, 4);
        QVERIFY(!page->refusal());
        QCOMPARE(page->totalSamples, size_t(2));
    }

    void ofASampleThatStandsThereTwiceTheFirstCounts()
    {
        const QByteArray body = "a 1\na 2\na 3 5\n";
        const auto page = parseExposition(body, ExpositionFormat::Text);
        QVERIFY(page.ok());
        QCOMPARE(page->faults.size(), size_t(1));
        QVERIFY(page->faults[0].isRemark && !page->refusal());
        QCOMPARE(page->find(u"a")->samples.size(), size_t(2));
        QCOMPARE(page->find(u"a")->samples[0].value, 1.0);
        QCOMPARE(readExposition(body, ExpositionFormat::Text).find(u"a")->samples.size(), size_t(3));
    }

    void lastLineMustEnd()
    {
        const auto page = parseExposition("a 1\nb 2", ExpositionFormat::Text);
        QVERIFY(page.ok());
        QCOMPARE(page->refusal()->line, 2);
        QCOMPARE(page->find(u"b")->samples.size(), size_t(1));
        QVERIFY(!parseExposition("a 1\n  ", ExpositionFormat::Text)->refusal());
        QVERIFY(!parseExposition("", ExpositionFormat::Text)->refusal());
    }

    void emptyLabelsAreKeptBeside()
    {
        const auto page = parseExposition("a{x=\"\",y=\"1\"} 1\n", ExpositionFormat::Text);
        QVERIFY(page.ok());
        QCOMPARE(page->families[0].samples[0].labels, (Labels{{QStringLiteral("y"), QStringLiteral("1")}}));
        QCOMPARE(page->families[0].samples[0].emptyLabels, QStringList{QStringLiteral("x")});
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
                    QVERIFY(!sample.name.isEmpty() && sample.name.startsWith(family.name));
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
