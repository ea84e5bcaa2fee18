#include "tests/support/testregistry.h"

#include <QTest>

#include <cstring>
#include <filesystem>
#include <vector>

namespace Watchfloor::Testing {

std::map<std::string, TestFactory> &testRegistry()
{
    static std::map<std::string, TestFactory> registry;
    return registry;
}

bool registerTest(const char *file, TestFactory factory)
{
    return testRegistry().emplace(std::filesystem::path(file).stem().string(), std::move(factory)).second;
}

int runTests(int argc, char **argv)
{
    std::vector<std::string> names;
    std::vector<char *> rest{argv[0]};
    for (int i = 1; i < argc; ++i) {
        if (std::strncmp(argv[i], "tst_", 4) == 0)
            names.emplace_back(argv[i]);
        else
            rest.push_back(argv[i]);
    }
    if (names.empty())
        for (const auto &[name, factory] : testRegistry())
            names.push_back(name);
    int failures = 0;
    for (const auto &name : names) {
        const auto found = testRegistry().find(name);
        if (found == testRegistry().end()) {
            std::fprintf(stderr, "no test class %s in this executable\n", name.c_str());
            ++failures;
            continue;
        }
        const auto test = found->second();
        failures += QTest::qExec(test.get(), int(rest.size()), rest.data());
    }
    return failures;
}

} // namespace Watchfloor::Testing
