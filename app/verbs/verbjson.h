#pragma once

#include "models/core/error.h"

#include <QString>

#include <nlohmann/json.hpp>

namespace Watchfloor {

/// The one sentence of an error for who runs a verb.
QString verbSentence(const Error &error);

/// Says what went wrong and gives `code`: with `json` as the one document on standard output, else on standard error.
int refuse(const QString &sentence, int code, bool json);
int refuse(const Error &error, int code, bool json);

} // namespace Watchfloor
