#include "models/frames/reducer.h"

#include <cmath>

namespace Watchfloor {

double reduced(const Field &field, const QString &)
{
    for (size_t row = field.size(); row > 0; --row)
        if (!std::isnan(field.number(row - 1)))
            return field.number(row - 1);
    return noSample;
}

bool isKnownReducer(const QString &reducer)
{
    return reducer == u"lastNotNull";
}

QString reducerName(const QString &reducer)
{
    return reducer;
}

} // namespace Watchfloor
