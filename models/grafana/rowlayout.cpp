#include "models/grafana/rowlayout.h"

#include "models/grafana/jsonvalues.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

constexpr int columns = 24;
constexpr int widthFactor = 2;       ///< old rows had 12 columns
constexpr double defaultHeight = 250; ///< pixels
constexpr double leastHeight = 90;
constexpr double gridStep = 38;
constexpr int defaultSpan = 4;
constexpr double mostHeight = 10'000;

/// "250px" or 250 in lines of the grid.
int gridHeight(const QJsonValue &value, int fallback)
{
    QString text = jsonText(value).trimmed();
    if (text.endsWith(u"px"))
        text.chop(2);
    const auto pixels = jsonNumber(QJsonValue(text));
    if (!pixels || *pixels == 0)
        return fallback;
    return int(std::ceil(std::clamp(*pixels, leastHeight, mostHeight) / gridStep));
}

/// A row while it fills from the left; a panel that fits nowhere begins a new line.
class RowArea
{
public:
    RowArea(int height, int y)
        : m_filled(columns, 0)
        , m_height(height)
        , m_y(y)
    {
    }

    int y() const { return m_y; }

    QJsonObject add(int width, int height)
    {
        auto place = find(width);
        if (!place) {
            m_y += m_height;
            std::fill(m_filled.begin(), m_filled.end(), 0);
            place = find(width);
        }
        const auto [x, below] = place.value_or(std::pair{0, 0});
        for (int column = x; column < std::min(columns, x + width); ++column)
            m_filled[size_t(column)] = std::max(m_filled[size_t(column)], below + height);
        return {{QStringLiteral("x"), x}, {QStringLiteral("y"), m_y + below}, {QStringLiteral("w"), width}, {QStringLiteral("h"), height}};
    }

private:
    int filled(int column) const { return m_filled[size_t(column)]; }

    /// The free columns at the right end that rise no further to the left of where they begin.
    std::optional<std::pair<int, int>> find(int width) const
    {
        int first = -1, last = -1;
        for (int column = columns - 1; column >= 0 && filled(column) < m_height; --column) {
            if (last < 0)
                last = column;
            else if (filled(column) <= filled(column + 1))
                first = column;
            else
                break;
        }
        if (first < 0 || last - first < width - 1)
            return std::nullopt;
        return std::pair{first, *std::max_element(m_filled.begin() + first, m_filled.end())};
    }

    std::vector<int> m_filled;
    int m_height;
    int m_y;
};

bool isShown(const QJsonObject &row)
{
    return jsonFlag(row.value(u"collapse")) || jsonFlag(row.value(u"showTitle")) || !jsonText(row.value(u"repeat")).isEmpty();
}

QJsonObject placed(QJsonObject panel, RowArea &area, int rowHeight)
{
    const int span = std::clamp(jsonInteger(panel.value(u"span"), 0), 0, 12);
    const int width = (span == 0 ? defaultSpan : span) * widthFactor;
    panel.insert(QStringLiteral("gridPos"), area.add(width, gridHeight(panel.value(u"height"), rowHeight)));
    if (const auto least = jsonNumber(panel.value(u"minSpan")))
        panel.insert(QStringLiteral("minSpan"), std::min(double(columns), widthFactor * *least));
    return panel;
}

} // namespace

QJsonArray panelsOfRows(const QJsonArray &rows, int y)
{
    const std::vector<QJsonObject> all = jsonObjects(rows);
    const bool showRows = std::any_of(all.begin(), all.end(), isShown);
    QJsonArray panels;
    for (const QJsonObject &row : all) {
        // A repetition that was saved along; it is made anew.
        if (!row.value(u"repeatIteration").isUndefined() && !row.value(u"repeatIteration").isNull())
            continue;
        const int height = gridHeight(row.value(u"height"), gridHeight(defaultHeight, 7));
        const bool collapsed = showRows && jsonFlag(row.value(u"collapse"));
        QJsonObject line{{QStringLiteral("type"), QStringLiteral("row")}, {QStringLiteral("title"), row.value(u"title")}, {QStringLiteral("collapsed"), collapsed},
                         {QStringLiteral("gridPos"), QJsonObject{{QStringLiteral("x"), 0}, {QStringLiteral("y"), y}, {QStringLiteral("w"), columns}, {QStringLiteral("h"), 1}}}};
        putJson(line, QStringLiteral("repeat"), row.value(u"repeat"));
        if (showRows)
            ++y;
        RowArea area(height, y);
        QJsonArray own;
        for (const QJsonObject &panel : jsonObjects(row.value(u"panels")))
            own.append(placed(panel, area, height));
        y = area.y();
        if (collapsed)
            line.insert(QStringLiteral("panels"), own);
        if (showRows)
            panels.append(line);
        if (!collapsed) {
            for (const QJsonValue panel : std::as_const(own))
                panels.append(panel);
            y += height;
        }
    }
    return panels;
}

} // namespace Watchfloor
