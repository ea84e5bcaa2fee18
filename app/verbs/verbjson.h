#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"

#include <QString>

#include <nlohmann/json.hpp>

namespace Watchfloor {

/// A time as every verb's JSON has it: RFC 3339 in UTC with milliseconds, as an Alertmanager writes and reads it.
std::string jsonTime(WallTime time);

/// The one sentence of an error for who runs a verb.
QString verbSentence(const Error &error);

/// Says what went wrong and gives `code`: with `json` as the one document on standard output, else on standard error.
int refuse(const QString &sentence, int code, bool json);
int refuse(const Error &error, int code, bool json);

} // namespace Watchfloor
