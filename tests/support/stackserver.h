#pragma once

#include "models/stack/localstack.h"

#include <QTestEventLoop>

namespace Watchfloor::Testing {

/// Starts a server of the stack and waits until it answers; why it does not in time.
inline Result<void> startServer(LocalStack &stack, const QString &name, std::chrono::milliseconds atMost = std::chrono::seconds(60))
{
    Result<void> outcome = Error{Error::Kind::Timeout, QStringLiteral("not ready in time"), name};
    QTestEventLoop loop;
    QObject context;
    QObject::connect(&stack, &LocalStack::serverReady, &context, [&](const QString &ready) {
        if (ready != name)
            return;
        outcome = {};
        loop.exitLoop();
    });
    QObject::connect(&stack, &LocalStack::serverFailed, &context, [&](const QString &failed, const Error &error) {
        if (failed != name)
            return;
        outcome = error;
        loop.exitLoop();
    });
    stack.startServer(name);
    loop.enterLoopMSecs(int(atMost.count()));
    return outcome;
}

} // namespace Watchfloor::Testing
