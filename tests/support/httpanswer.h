#pragma once

#include "models/http/httpclient.h"

#include <QTestEventLoop>

namespace Watchfloor::Testing {

/// Sends and waits for the answer; "no answer" as Blind when none comes in time, which no deadline of a test reaches.
inline Result<HttpResponse> answerTo(HttpClient &client, HttpRequest request, HttpClient::Lane lane = HttpClient::Lane::Urgent,
                                     std::chrono::milliseconds atMost = std::chrono::seconds(20))
{
    std::optional<Result<HttpResponse>> answer;
    int answers = 0;
    QObject context;
    QTestEventLoop loop;
    client.send(std::move(request), lane, &context, [&](Result<HttpResponse> result) {
        answer = std::move(result);
        ++answers;
        loop.exitLoop();
    });
    loop.enterLoopMSecs(int(atMost.count()));
    if (!answer || answers != 1)
        return Error{Error::Kind::Blind, QStringLiteral("%1 answers").arg(answers), {}};
    return *answer;
}

} // namespace Watchfloor::Testing
