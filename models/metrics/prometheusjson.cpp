#include "models/metrics/prometheusjson.h"

#include "models/metrics/answerhandler.h"
#include "models/metrics/answerscanner.h"

namespace Watchfloor {

Result<QueryAnswer> parseQueryAnswerGenerally(QByteArrayView body, size_t limit)
{
    if (body.trimmed().isEmpty())
        return Error{Error::Kind::Malformed, QStringLiteral("the answer is empty"), {}};
    AnswerHandler handler(limit);
    if (body.isValidUtf8()) {
        (void)nlohmann::json::sax_parse(body.begin(), body.end(), &handler);
    } else {
        const QByteArray replaced = QString::fromUtf8(body).toUtf8();
        (void)nlohmann::json::sax_parse(replaced.begin(), replaced.end(), &handler);
    }
    return handler.result();
}

Result<QueryAnswer> parseQueryAnswer(QByteArrayView body, size_t limit)
{
    if (auto answer = scanQueryAnswer(body, limit))
        return *std::move(answer);
    return parseQueryAnswerGenerally(body, limit);
}

} // namespace Watchfloor
