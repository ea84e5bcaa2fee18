#include "models/frames/roworder.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

bool numberBefore(double a, double b, bool descending)
{
    if (std::isnan(a) || std::isnan(b))
        return !std::isnan(a);
    return descending ? a > b : a < b;
}

int comparedOrEmpty(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return int(a.isEmpty()) - int(b.isEmpty());
    return comparedTexts(a, b);
}

} // namespace

int comparedTexts(const QString &a, const QString &b)
{
    const int letters = QString::compare(a, b, Qt::CaseInsensitive);
    if (letters != 0)
        return letters;
    return -QString::compare(a, b, Qt::CaseSensitive);
}

std::vector<size_t> rowsInOrder(const Field &field, bool descending)
{
    std::vector<size_t> rows(field.size());
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i] = i;
    if (field.type == FieldType::String || (field.isText() && !field.numbers)) {
        std::stable_sort(rows.begin(), rows.end(), [&](size_t a, size_t b) {
            const int order = comparedOrEmpty(field.texts[a], field.texts[b]);
            return descending ? order > 0 : order < 0;
        });
    } else {
        std::stable_sort(rows.begin(), rows.end(), [&](size_t a, size_t b) {
            return a != b && numberBefore(field.number(a), field.number(b), descending);
        });
    }
    return rows;
}

} // namespace Watchfloor
