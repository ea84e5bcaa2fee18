#include "tests/support/testregistry.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("watchfloor-tests"));
    return Watchfloor::Testing::runTests(argc, argv);
}
