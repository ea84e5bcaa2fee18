#pragma once

#include "tests/frames/framebuilders.h"

#include <QTest>

namespace Watchfloor {

/// Columns and the check of a table of steps: what goes in, the step, and what comes out as asText writes it.
inline void addStepColumns()
{
    QTest::addColumn<std::vector<Frame>>("frames");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("expected");
}

inline void addStep(const char *name, const std::vector<Frame> &frames, const char *id, const char *options, const QString &expected)
{
    QTest::newRow(name) << frames << QString::fromLatin1(id) << QByteArray(options) << expected;
}

inline void checkStep()
{
    QFETCH(std::vector<Frame>, frames);
    QFETCH(QString, id);
    QFETCH(QByteArray, options);
    QFETCH(QString, expected);
    QVERIFY(options.isEmpty() || json(options).isObject());
    QCOMPARE(transformedText(frames, id, json(options)), expected);
}

} // namespace Watchfloor
