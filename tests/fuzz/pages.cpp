#include "models/metrics/exposition.h"
#include "tests/fuzz/fuzzer.h"

namespace Watchfloor::Testing {

namespace {

std::vector<QByteArray> textSeeds()
{
    return {"# HELP a about\n# TYPE a counter\na{x=\"1\",y=\"b\\\"\\\\\\n\"} 1027 1395066363000\na{x=\"2\"} 3\n",
            "# TYPE h histogram\nh_bucket{le=\"0.05\"} 24054\nh_bucket{le=\"+Inf\"} 144320\nh_sum 53423\nh_count 144320\n",
            "# TYPE s summary\ns{quantile=\"0.99\"} 76656\ns_sum 1.7560473e+07\ns_count 2693\n",
            "# TYPE \"a.b\" gauge\n{\"a.b\",\"c d\"=\"e\"} NaN\n", "\tspaced\t{ a = \"b\" , }\t-Inf\n# free words\n\n"};
}

std::vector<QByteArray> openSeeds()
{
    return {"# TYPE a counter\n# UNIT a \n# HELP a about\na_total{x=\"1\"} 5 1520879607.5 # {t=\"x\"} 2 1520879607\na_created{x=\"1\"} 1\n# EOF\n",
            "# TYPE h histogram\nh_bucket{le=\"0.1\"} 8 # {} 0.054\nh_bucket{le=\"+Inf\"} 17\nh_count 17\nh_sum 324789.3\n# EOF\n",
            "# TYPE g gaugehistogram\ng_bucket{le=\"-1\"} 1\ng_bucket{le=\"+Inf\"} 1\ng_gcount 1\ng_gsum -3\n# EOF\n",
            "# TYPE t stateset\nt{t=\"on\"} 1\nt{t=\"off\"} 0\n# TYPE i info\ni_info{v=\"1\"} 1\n# EOF\n",
            "# TYPE s_seconds summary\n# UNIT s_seconds seconds\ns_seconds{quantile=\"0.5\"} NaN\ns_seconds_sum 1\ns_seconds_count 2\n# EOF"};
}

std::vector<QByteArray> pageTokens()
{
    return {"\n", " ", "\t", "#", "# TYPE a gauge\n", "# HELP a ", "# UNIT a_s s\n", "# EOF\n", "{", "}", "\"", "\\", ",", "=", "le=\"1\"", "le=\"+Inf\"", "quantile=\"0.5\"",
            "_total", "_bucket", "_sum", "_count", "_created", "_info", "NaN", "+Inf", "-1", "1e5", "0x1p3", "1_0", " # {a=\"b\"} 1", " 1", "\xff", "\xc3\xbc", "\r"};
}

/// Faults are on lines of the page, and every sample is of its family.
QString readPage(const QByteArray &bytes, ExpositionFormat format)
{
    const ExpositionPage page = readExposition(bytes, format);
    const auto lines = bytes.count('\n') + 1;
    for (const ExpositionFault &fault : page.faults)
        if (fault.line < 1 || fault.line > lines || fault.message.isEmpty())
            return QStringLiteral("a fault is on a line of the page");
    size_t samples = 0;
    for (const MetricFamily &family : page.families) {
        samples += family.samples.size();
        for (const Sample &sample : family.samples)
            if (sample.name.isEmpty() || !sample.name.startsWith(family.name))
                return QStringLiteral("a sample is of its family");
    }
    return samples == page.totalSamples ? QString() : QStringLiteral("every sample is counted");
}

}

Fuzzer textExpositionFuzzer()
{
    return {"text-exposition", textSeeds, pageTokens, [](const QByteArray &bytes) { return readPage(bytes, ExpositionFormat::Text); }, 20'000};
}

Fuzzer openMetricsFuzzer()
{
    return {"openmetrics", openSeeds, pageTokens, [](const QByteArray &bytes) { return readPage(bytes, ExpositionFormat::OpenMetrics); }, 20'000};
}

} // namespace Watchfloor::Testing
