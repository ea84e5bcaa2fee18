#include "tests/fuzz/fuzzer.h"

namespace Watchfloor::Testing {

const std::vector<Fuzzer> &fuzzers()
{
    static const std::vector<Fuzzer> all{answerFuzzer(),    exemplarFuzzer(),  textExpositionFuzzer(), openMetricsFuzzer(), yamlFuzzer(),    dashboardFuzzer(),
                                         shortFormFuzzer(), gzipFuzzer(),      httpFuzzer(),           promqlFuzzer(),      questionFuzzer(),
                                         conditionFuzzer(), jsonPathFuzzer(), healthFuzzer()};
    return all;
}

} // namespace Watchfloor::Testing
