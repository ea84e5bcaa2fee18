#pragma once

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace Watchfloor::Testing {

using TestFactory = std::function<std::unique_ptr<QObject>()>;

/// Test classes of this executable by the name of their file (tst_labels).
std::map<std::string, TestFactory> &testRegistry();

/// Adds one class to the registry; returns true so that a static can hold it.
bool registerTest(const char *file, TestFactory factory);

/// Runs the classes named in the arguments, or all of them; returns the number of failures.
int runTests(int argc, char **argv);

} // namespace Watchfloor::Testing

/// Registers a QtTest class; stands at the end of its file, before the include of its .moc.
#define WATCHFLOOR_TEST(Class)                                                                                \
    static const bool registered##Class =                                                                    \
        Watchfloor::Testing::registerTest(__FILE__, [] { return std::make_unique<Class>(); });
