#include "widgets/theme/seriescolors.h"

#include <algorithm>
#include <numeric>

namespace Watchfloor {

namespace {

constexpr int colorCount = int(std::tuple_size_v<decltype(Theme::series)>);

Labels nameless(const Labels &labels)
{
    Labels result = labels;
    result.remove(u"__name__");
    return result;
}

} // namespace

int seriesColorIndex(const Labels &labels)
{
    // FNV-1a: qHash may differ from run to run, and a colour may not.
    quint64 hash = 14695981039346656037ULL;
    const QByteArray text = nameless(labels).toString().toUtf8();
    for (const char byte : text)
        hash = (hash ^ quint8(byte)) * 1099511628211ULL;
    // The last colour is a grey: nobody's own, only for what finds all others taken.
    return int((hash ^ (hash >> 32)) % (colorCount - 1));
}

std::vector<int> seriesColorIndexes(const std::vector<Labels> &series)
{
    std::vector<size_t> order(series.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return series[a] < series[b]; });

    std::vector<int> result(series.size(), 0);
    std::array<int, colorCount> uses{};
    int leastUses = 0;
    for (const size_t at : order) {
        int place = seriesColorIndex(series[at]);
        while (uses[size_t(place)] > leastUses)
            place = (place + 1) % colorCount;
        ++uses[size_t(place)];
        result[at] = place;
        leastUses = *std::min_element(uses.begin(), uses.end());
    }
    return result;
}

} // namespace Watchfloor
