#include "tests/fuzz/fuzzer.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Watchfloor::Testing;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const Fuzzer &fuzzer = *std::find_if(fuzzers().begin(), fuzzers().end(),
                                                [](const Fuzzer &one) { return qstrcmp(one.name, WATCHFLOOR_FUZZER) == 0; });
    const QString fault = fuzzer.read(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (fault.isEmpty())
        return 0;
    std::fprintf(stderr, "does not hold: %s\n", qPrintable(fault));
    std::abort();
}
