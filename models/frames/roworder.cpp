#include "models/frames/roworder.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

/// As JavaScript compares: no value counts as zero.
bool numberBefore(double a, double b, bool descending)
{
    a = isNone(a) ? 0 : a;
    b = isNone(b) ? 0 : b;
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

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The digits from `at` on without leading zeros; `at` moves behind them.
QStringView digitsAt(QStringView text, qsizetype &at)
{
    while (at + 1 < text.size() && text[at] == u'0' && isDigit(text[at + 1]))
        ++at;
    const qsizetype from = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.sliced(from, at - from);
}

int signOf(qsizetype difference)
{
    return difference < 0 ? -1 : difference > 0;
}

} // namespace

int comparedNaturally(const QString &a, const QString &b)
{
    qsizetype i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const QStringView left = digitsAt(a, i);
            const QStringView right = digitsAt(b, j);
            const int order = left.size() != right.size() ? signOf(left.size() - right.size()) : signOf(left.compare(right));
            if (order != 0)
                return order;
            continue;
        }
        const int order = QStringView(a).sliced(i++, 1).compare(QStringView(b).sliced(j++, 1), Qt::CaseInsensitive);
        if (order != 0)
            return signOf(order);
    }
    return signOf((a.size() - i) - (b.size() - j));
}

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
            // What is true comes before what is not.
            return a != b && numberBefore(field.number(a), field.number(b), descending != (field.type == FieldType::Boolean));
        });
    }
    return rows;
}

} // namespace Watchfloor
