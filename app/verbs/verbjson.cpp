#include "app/verbs/verbjson.h"

#include "models/core/format.h"

#include <iostream>

namespace Watchfloor {

QString verbSentence(const Error &error)
{
    // These are whole sentences of ours already.
    const bool isSaid = error.kind == Error::Kind::Invalid || error.kind == Error::Kind::Blind;
    return isSaid && !error.detail.isEmpty() ? error.detail : Format::sentence(error);
}

int refuse(const QString &sentence, int code, bool json)
{
    if (json)
        std::cout << nlohmann::json{{"error", sentence.toStdString()}}.dump() << '\n';
    else
        std::cerr << sentence.toStdString() << '\n';
    return code;
}

int refuse(const Error &error, int code, bool json)
{
    return refuse(verbSentence(error), code, json);
}

} // namespace Watchfloor
