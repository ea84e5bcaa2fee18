#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace Watchfloor::Testing {

/// A reader of foreign bytes with what must hold whatever they are. Which tool makes the bytes is not its business: the mutations
/// of tst_fuzz by a fixed seed, or libFuzzer.
struct Fuzzer
{
    const char *name;
    std::vector<QByteArray> (*seeds)();
    std::vector<QByteArray> (*tokens)(); ///< pieces of the language, put in here and there
    /// Reads the bytes; what does not hold, for a person, else nothing.
    QString (*read)(const QByteArray &bytes);
    int rounds; ///< of tst_fuzz
};

const std::vector<Fuzzer> &fuzzers();

Fuzzer answerFuzzer();
Fuzzer exemplarFuzzer();
Fuzzer textExpositionFuzzer();
Fuzzer openMetricsFuzzer();
Fuzzer yamlFuzzer();
Fuzzer dashboardFuzzer();
Fuzzer shortFormFuzzer();
Fuzzer gzipFuzzer();
Fuzzer httpFuzzer();
Fuzzer promqlFuzzer();
Fuzzer questionFuzzer();
Fuzzer conditionFuzzer();
Fuzzer jsonPathFuzzer();
Fuzzer healthFuzzer();

} // namespace Watchfloor::Testing
