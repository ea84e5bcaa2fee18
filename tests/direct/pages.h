#pragma once

#include "models/metrics/exposition.h"

#include <QByteArray>

namespace Watchfloor::Testing {

inline ExpositionPage page(const QByteArray &text)
{
    return parseExposition(text, ExpositionFormat::Text).value();
}

} // namespace Watchfloor::Testing
