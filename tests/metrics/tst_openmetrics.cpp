#include "models/metrics/exposition.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;

namespace {

QByteArray labelsOf(int codePoints, const QByteArray &character)
{
    return "{t=\"" + character.repeated(codePoints - 1) + "\"}";
}

}

class TestOpenMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreTaken_data()
    {
        QTest::addColumn<QByteArray>("lines");
        const auto row = [](const char *name, const QByteArray &lines) { QTest::newRow(name) << lines; };
        row("nothing", "");
        row("no metadata", "n 1\n");
        row("metadata alone", "# TYPE n counter\n# HELP n \n");
        row("empty unit", "# UNIT n \nn 1\n");
        row("help before type", "# HELP n about\n# TYPE n gauge\nn 1\n");
        row("counter", "# TYPE n counter\nn_total 17\nn_created 1520430000.123\n");
        row("gauge below zero", "# TYPE n gauge\nn -4.5e3\n");
        row("gauge that is no number", "# TYPE n gauge\nn NaN\n");
        row("infinity in words", "n -infinity\n");
        row("leading zeros", "n 000001.5e+1\n");
        row("unit", "# TYPE n_bytes counter\n# UNIT n_bytes bytes\nn_bytes_total 3\n");
        row("empty braces", "n{} 1\n");
        row("brace in a value", "n{x=\"}\",y=\"{\"} 1\n");
        row("hash in a value", "# TYPE n counter\nn_total{x=\"} 5 # {\"} 1\n");
        row("unknown escape stays", "n{x=\"\\q\"} 1\n");
        row("null byte", QByteArray("n{x=\"a\0b\"} 1\n", 13));
        row("quoted name", "# TYPE \"n.o\" counter\n{\"n.o_total\", x=\"1\"} 2\n");
        row("quoted label", "n{\"x.y\"=\"1\"} 2\n");
        row("times ascend", "n 1 -1.5\nn 2 0\nn 3 1.5e3\n");
        row("times within a nanosecond", "n 1 7.0000000001\nn 2 7.0000000002\nn 3 7.000000001\n");
        row("times of other metrics", "n{x=\"1\"} 1 5\nn{x=\"2\"} 1 4\n");
        row("huge time", "n 1 123456789012345678901.25\n");
        row("histogram", "# TYPE h histogram\nh_bucket{le=\"0.5\"} 1\nh_bucket{le=\"+Inf\"} 2\nh_count 2\nh_sum 1.25\nh_created 5\n");
        row("histogram without sum", "# TYPE h histogram\nh_bucket{le=\"-1\"} 1\nh_bucket{le=\"+Inf\"} 2\n");
        row("histogram bounds as anybody writes them", "# TYPE h histogram\nh_bucket{le=\"1e-3\"} 1\nh_bucket{le=\"1\"} 1\nh_bucket{le=\"10.0\"} 2\nh_bucket{le=\"+Inf\"} 2\n");
        row("histogram in any order of its parts", "# TYPE h histogram\nh_sum 1\nh_count 2\nh_bucket{le=\"+Inf\"} 2\n");
        row("two histograms", "# TYPE h histogram\nh_bucket{x=\"1\",le=\"+Inf\"} 2\nh_bucket{x=\"2\",le=\"1\"} 0\nh_bucket{x=\"2\",le=\"+Inf\"} 1\n");
        row("histogram at two times", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2 1\nh_count 2 1\nh_sum 1 1\nh_bucket{le=\"+Inf\"} 3 2\nh_count 3 2\nh_sum 1 2\n");
        row("gauge histogram", "# TYPE g gaugehistogram\ng_bucket{le=\"-1\"} 1\ng_bucket{le=\"+Inf\"} 1\ng_gcount 1\ng_gsum -3\n");
        row("summary", "# TYPE s summary\ns{quantile=\"0\"} NaN\ns{quantile=\"1.0\"} 3\ns_sum 3\ns_count 2\n");
        row("states", "# TYPE t stateset\nt{t=\"on\"} 1\nt{t=\"off\"} 0.0\n");
        row("info", "# TYPE i info\ni_info{v=\"1\"} 1\ni_info{v=\"2\"} 1.0\n");
        row("infos with times that go back", "# TYPE i info\ni_info{v=\"1\"} 1 5\ni_info{v=\"2\"} 1 3\n");
        row("exemplar of a counter", "# TYPE n counter\nn_total 1 99 # {} 0.5 98.75\n");
        row("exemplar of a bucket", "# TYPE h histogram\nh_bucket{le=\"1\"} 1 # {t=\"a\",s=\"b # {\"} 1\nh_bucket{le=\"+Inf\"} 1\n");
        row("exemplar of 128 characters", "# TYPE n counter\nn_total 1 # " + labelsOf(128, "\xf0\x9f\x98\x80") + " 1\n");
        row("name of another type's sample", "# TYPE n gauge\nn 1\nn_total 1\n");
    }
    void pagesAreTaken()
    {
        QFETCH(QByteArray, lines);
        for (const QByteArray &end : {QByteArray("# EOF\n"), QByteArray("# EOF")}) {
            const auto page = parseExposition(lines + end, ExpositionFormat::OpenMetrics);
            QVERIFY(page.ok());
            QVERIFY2(page->faults.empty(), page->faults.empty() ? "" : qPrintable(page->faults[0].message));
        }
    }

    void pagesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &lines, int line, const char *message) {
            QTest::newRow(name) << lines << line << QString::fromLatin1(message);
        };
        row("empty line", "n 1\n\n", 2, "empty line");
        row("blank in front", " n 1\n", 1, "metric name");
        row("two spaces", "n  1\n", 1, "no value");
        row("tab", "n\t1\n", 1, "no value");
        row("no space behind the brace", "n{x=\"1\"}1\n", 1, "no value");
        row("trailing space", "n 1 \n", 1, "time");
        row("carriage return", "n 1\r\n", 1, "carriage return");
        row("carriage return in HELP", "# HELP n about\r\n", 1, "carriage return");
        row("not UTF-8", "n{x=\"\xff\"} 1\n", 1, "UTF-8");
        row("byte order mark", "\xef\xbb\xbfn 1\n", 1, "metric name");
        row("comment", "# free words\n", 1, "does not know");
        row("comment without a blank", "#TYPE n gauge\n", 1, "does not know");
        row("comment with two blanks", "#  TYPE n gauge\n", 1, "does not know");
        row("end in small letters", "# eof\n", 1, "does not know");
        row("end with a blank", "# EOF \n", 1, "does not know");
        row("name", "1n 1\n", 1, "metric name");
        row("name with a hyphen", "n-o 1\n", 1, "no value");
        row("quoted name without braces", "\"n\" 1\n", 1, "metric name");
        row("comma at the end", "n{x=\"1\",} 1\n", 1, "comma");
        row("comma at the start", "n{,x=\"1\"} 1\n", 1, "label name");
        row("blank between labels", "n{x=\"1\", y=\"2\"} 1\n", 1, "label name");
        row("number as hexadecimal", "n 0x1p4\n", 1, "not a number");
        row("number with underscore", "n 1_0\n", 1, "not a number");
        row("time that is no number", "n 1 NaN\n", 1, "time");
        row("infinite time", "n 1 +Inf\n", 1, "time");
        row("too much", "n 1 2 3\n", 1, "unexpected");
        row("HELP that ends with its name", "# HELP n\n", 1, "says nothing");
        row("TYPE that ends with its name", "# TYPE n\n", 1, "says nothing");
        row("TYPE of nothing", "# TYPE \n", 1, "names no metric");
        row("TYPE with a blank behind", "# TYPE n gauge \n", 1, "not a type");
        row("untyped is of the text format", "# TYPE n untyped\n", 1, "not a type");
        row("second type", "# TYPE g gauge\n# TYPE g gauge\n", 2, "second TYPE");
        row("second help", "# HELP g \n# HELP g \n", 2, "second HELP");
        row("second unit", "# UNIT g_s s\n# UNIT g_s s\n", 2, "second UNIT");
        row("help behind samples", "# TYPE g gauge\ng 1\n# HELP g about\n", 3, "after its samples");
        row("unit is not in the name", "# TYPE n gauge\n# UNIT n seconds\nn 1\n", 2, "unit");
        row("unit without an underscore", "# UNIT nseconds seconds\n", 1, "unit");
        row("unit of an info", "# TYPE n_s info\n# UNIT n_s s\n", 2, "no unit");
        row("unit of states", "# UNIT n_s s\n# TYPE n_s stateset\n", 1, "no unit");
        row("interrupted", "n{x=\"1\"} 1\no 1\nn{x=\"2\"} 2\n", 3, "interrupted");
        row("metadata come again", "# TYPE n gauge\n# TYPE o gauge\n# HELP n about\n", 3, "interrupted");
        row("sample of another metric", "# TYPE n counter\nn_total 1\n# TYPE n_created gauge\nn_created 1\n", 3, "another metric");
        row("metric with the name of a sample", "# TYPE n_created gauge\nn_created 1\n# TYPE n counter\nn_total 1\n", 3, "another metric");
        row("counter without _total", "# TYPE n counter\nn 1\n", 2, "not a sample name");
        row("negative counter", "# TYPE n counter\nn_total -1\n", 2, "negative");
        row("counter that is no number", "# TYPE n counter\nn_total NaN\n", 2, "not a number");
        row("sample twice", "n{x=\"1\"} 1\nn{x=\"1\"} 2\n", 2, "twice");
        row("times go back", "n 1 5\nn 1 4.999999999\n", 2, "backwards");
        row("negative times go back", "n 1 -1\nn 1 -1.5\n", 2, "backwards");
        row("some with a time", "n 1\nn 1 5\n", 2, "have a time");
        row("metrics mixed", "n{x=\"1\"} 1 1\nn{x=\"2\"} 1 1\nn{x=\"1\"} 1 2\n", 3, "stand together");
        row("exemplar on a gauge", "# TYPE g gauge\ng 1 # {} 1\n", 2, "exemplar");
        row("exemplar on a sum", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 1\nh_count 1\nh_sum 1 # {} 1\n", 4, "exemplar");
        row("exemplar without a value", "# TYPE n counter\nn_total 1 # {}\n", 2, "no value");
        row("exemplar without labels", "# TYPE n counter\nn_total 1 # 5\n", 2, "no labels");
        row("exemplar beside the value", "# TYPE n counter\nn_total 1# {} 5\n", 2, "not a number");
        row("exemplar with a blank behind", "# TYPE n counter\nn_total 1 # {} 5 \n", 2, "time");
        row("exemplar of 129 characters", "# TYPE n counter\nn_total 1 # " + labelsOf(129, "x") + " 1\n", 2, "longer than");
        row("exemplar above its bucket", "# TYPE h histogram\nh_bucket{le=\"1\"} 1 # {} 1.5\nh_bucket{le=\"+Inf\"} 1\n", 2, "of its bucket");
        row("bucket without le", "# TYPE h histogram\nh_bucket 1\n", 2, "le");
        row("bucket up to no number", "# TYPE h histogram\nh_bucket{le=\"nan\"} 1\n", 2, "le");
        row("infinity not as it should be", "# TYPE h histogram\nh_bucket{le=\"Inf\"} 1\n", 2, "le");
        row("half an observation", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 0.5\n", 2, "integer");
        row("buckets out of order", "# TYPE h histogram\nh_bucket{le=\"2\"} 1\nh_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} 1\n", 3, "out of order");
        row("buckets not cumulative", "# TYPE h histogram\nh_bucket{le=\"1\"} 2\nh_bucket{le=\"+Inf\"} 1\n", 3, "less");
        row("no bucket for +Inf", "# TYPE h histogram\nh_bucket{le=\"1\"} 2\no 1\n", 2, "+Inf");
        row("no bucket for +Inf in the first of two", "# TYPE h histogram\nh_bucket{x=\"1\",le=\"1\"} 2\nh_bucket{x=\"2\",le=\"+Inf\"} 1\n", 2, "+Inf");
        row("count of its own", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2\nh_count 3\nh_sum 1\n", 4, "count");
        row("sum without count", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2\nh_sum 1\n", 3, "no count");
        row("count without sum", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2\nh_count 2\n", 3, "no sum");
        row("sum of negative buckets", "# TYPE h histogram\nh_bucket{le=\"-1\"} 0\nh_bucket{le=\"+Inf\"} 2\nh_count 2\nh_sum 1\n", 5, "negative");
        row("negative sum", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2\nh_count 2\nh_sum -1\n", 4, "negative");
        row("negative gauge sum", "# TYPE g gaugehistogram\ng_bucket{le=\"+Inf\"} 2\ng_gcount 2\ng_gsum -1\n", 4, "negative");
        row("summary without quantile", "# TYPE s summary\ns 1\n", 2, "quantile");
        row("quantile above one", "# TYPE s summary\ns{quantile=\"1.1\"} 1\n", 2, "quantile");
        row("quantile that is no number", "# TYPE s summary\ns{quantile=\"NaN\"} 1\n", 2, "quantile");
        row("negative value of a quantile", "# TYPE s summary\ns{quantile=\"0.5\"} -1\n", 2, "negative");
        row("state without its label", "# TYPE t stateset\nt{x=\"on\"} 1\n", 2, "label");
        row("half a state", "# TYPE t stateset\nt{t=\"on\"} 0.5\n", 2, "0 nor 1");
        row("info of zero", "# TYPE i info\ni_info 0\n", 2, "not 1");
        row("native histogram of a later format", "# TYPE h histogram\nh {count:1,sum:1}\n", 2, "not a number");
    }
    void pagesAreRefused()
    {
        QFETCH(QByteArray, lines);
        QFETCH(int, line);
        QFETCH(QString, message);
        const auto page = parseExposition(lines + "# EOF\n", ExpositionFormat::OpenMetrics);
        QVERIFY(page.ok());
        const auto refusal = page->refusal();
        QVERIFY(refusal.has_value());
        QVERIFY2(refusal->message.contains(message), qPrintable(refusal->message));
        QCOMPARE(refusal->line, line);
    }

    void textBehindTheEndIsAFault()
    {
        for (const char *behind : {"n 1\n", "\n", "# EOF\n"}) {
            const auto page = parseExposition(QByteArray("a 1\n# EOF\n") + behind, ExpositionFormat::OpenMetrics);
            QVERIFY(page.ok());
            QCOMPARE(page->faults.size(), size_t(1));
            QCOMPARE(page->faults[0].line, 3);
            QVERIFY(!page->find(u"n"));
        }
    }

    void firstFaultOfACutPageIsNamed()
    {
        const ExpositionPage page = readExposition("a 1\nb  1\nc 1", ExpositionFormat::OpenMetrics);
        QVERIFY(page.isCut);
        QCOMPARE(page.refusal()->line, 2);
        QCOMPARE(readExposition("a 1\n", ExpositionFormat::OpenMetrics).refusal()->line, 1);
        QCOMPARE(readExposition("", ExpositionFormat::OpenMetrics).refusal()->line, 1);
    }

    void samplesOfOneTimeCountOnce()
    {
        const auto page = parseExposition("n 1 7.0000000001\nn 2 7.0000000002\nn 3 7.000000001\nn 4 7.000000001\n# EOF\n",
                                          ExpositionFormat::OpenMetrics);
        QVERIFY(page.ok());
        QVERIFY(page->faults.empty());
        const auto &samples = page->families.at(0).samples;
        QCOMPARE(samples.size(), size_t(2));
        QCOMPARE(samples[0].value, 1.0);
        QCOMPARE(samples[1].value, 3.0);
    }

    void interruptedMetricsKeepTheirSamples()
    {
        const auto page = parseExposition("n{x=\"1\"} 1\no 1\nn{x=\"2\"} 2\n# EOF\n", ExpositionFormat::OpenMetrics);
        QVERIFY(page.ok());
        QCOMPARE(page->families.size(), size_t(2));
        QCOMPARE(page->find(u"n")->samples.size(), size_t(2));
    }
};

WATCHFLOOR_TEST(TestOpenMetrics)
#include "tst_openmetrics.moc"
