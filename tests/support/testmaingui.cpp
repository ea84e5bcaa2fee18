#include "tests/support/testregistry.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("watchfloor-tests"));
    return Watchfloor::Testing::runTests(argc, argv);
}
