#include "models/panels/layout.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace Watchfloor {

namespace {

constexpr int gridColumns = 24;
constexpr size_t instanceLimit = 1'000;
constexpr int rowHeight = 1;

/// One of the values that a variable has now.
VariableValue single(const VariableValue &of, qsizetype index)
{
    VariableValue one = of;
    one.values = {of.values[index]};
    one.texts = {of.texts.value(index, of.values[index])};
    one.all = false;
    return one;
}

/// What something repeated by `name` stands for, one after the other; once and as it is without values.
std::vector<VariableValues> repeats(const QString &name, const VariableValues &values, const VariableValues &own)
{
    if (name.isEmpty() || own.contains(name))
        return {own};
    const auto found = values.find(name);
    if (found == values.end() || found->second.values.isEmpty())
        return {own};
    std::vector<VariableValues> each;
    for (qsizetype index = 0; index < found->second.values.size(); ++index) {
        VariableValues scoped = own;
        scoped[name] = single(found->second, index);
        each.push_back(std::move(scoped));
    }
    return each;
}

QString keyOf(const QString &what, const VariableValues &own)
{
    QString key = what;
    for (const auto &[name, value] : own)
        key += u'/' + name + u'=' + value.values.join(u',');
    return key;
}

/// Panels of one row, or of none, placed as they are written and then repeated.
struct Wanted
{
    size_t panel = 0;
    PanelPlace at;
    VariableValues own;
};

class Layouter
{
public:
    Layouter(const Dashboard &dashboard, const VariableValues &values, const std::set<QString> &toggled)
        : m_dashboard(dashboard)
        , m_values(values)
        , m_toggled(toggled)
    {
        m_moves = dashboard.foreign || !dashboard.rows.empty()
                  || std::any_of(dashboard.panels.begin(), dashboard.panels.end(), [](const Panel &panel) { return !panel.repeat.isEmpty(); });
    }

    BoardLayout run()
    {
        placePanels(-1, {});
        for (size_t row = 0; row < m_dashboard.rows.size(); ++row)
            for (const VariableValues &own : repeats(m_dashboard.rows[row].repeat, m_values, {}))
                placeRow(row, own);
        m_layout.height = *std::max_element(m_skyline.begin(), m_skyline.end());
        return std::move(m_layout);
    }

private:
    void placeRow(size_t row, const VariableValues &own);
    void placePanels(int row, const VariableValues &own);
    std::vector<Wanted> wanted(int row, const VariableValues &own) const;
    void repeatPanel(const Panel &panel, size_t index, int &pushed, const VariableValues &own, std::vector<Wanted> &into) const;

    const Dashboard &m_dashboard;
    const VariableValues &m_values;
    const std::set<QString> &m_toggled;
    BoardLayout m_layout;
    std::array<int, gridColumns> m_skyline{}; ///< how far down each column is taken
    bool m_moves = false;
};

void Layouter::placeRow(size_t row, const VariableValues &own)
{
    const DashboardRow &spec = m_dashboard.rows[row];
    PlacedRow placed{row, *std::max_element(m_skyline.begin(), m_skyline.end()), own, keyOf(QStringLiteral("row%1").arg(row), own), spec.collapsed, 0};
    if (m_toggled.contains(placed.key))
        placed.collapsed = !placed.collapsed;
    placed.panels = int(std::count_if(m_dashboard.panels.begin(), m_dashboard.panels.end(), [row](const Panel &panel) { return panel.row == int(row); }));
    m_layout.rows.push_back(placed);
    m_skyline.fill(placed.y + rowHeight);
    if (!placed.collapsed)
        placePanels(int(row), own);
}

/// A panel once for each value. What stands below on other lines is pushed down by as much as it grew.
void Layouter::repeatPanel(const Panel &panel, size_t index, int &pushed, const VariableValues &own, std::vector<Wanted> &into) const
{
    const std::vector<VariableValues> each = repeats(panel.repeat, m_values, own);
    PanelPlace at = panel.at;
    at.y += pushed;
    const bool isRepeated = !panel.repeat.isEmpty() && !own.contains(panel.repeat) && m_values.contains(panel.repeat);
    if (!isRepeated) {
        into.push_back({index, at, each.front()});
        return;
    }
    const int first = at.y;
    if (!panel.repeatDown) {
        at.x = 0;
        at.width = std::max(gridColumns / int(each.size()), gridColumns / std::max(1, panel.repeatPerRow));
    }
    for (size_t i = 0; i < each.size(); ++i) {
        into.push_back({index, at, each[i]});
        if (i + 1 == each.size())
            break;
        if (!panel.repeatDown)
            at.x += at.width;
        if (panel.repeatDown || at.x + at.width > gridColumns) {
            at.x = panel.repeatDown ? at.x : 0;
            at.y += at.height;
        }
    }
    pushed += at.y - first;
}

std::vector<Wanted> Layouter::wanted(int row, const VariableValues &own) const
{
    std::vector<size_t> order;
    for (size_t index = 0; index < m_dashboard.panels.size(); ++index)
        if (m_dashboard.panels[index].row == row)
            order.push_back(index);
    std::stable_sort(order.begin(), order.end(), [this](size_t a, size_t b) {
        const PanelPlace &left = m_dashboard.panels[a].at;
        const PanelPlace &right = m_dashboard.panels[b].at;
        return std::pair(left.y, left.x) < std::pair(right.y, right.x);
    });
    std::vector<Wanted> list;
    int pushed = 0;
    int line = 0;
    int lineShift = 0; // of those that began on the same line as a panel that grew
    for (const size_t index : order) {
        const Panel &panel = m_dashboard.panels[index];
        if (list.empty() || panel.at.y != line) {
            line = panel.at.y;
            lineShift = pushed;
        }
        int shift = lineShift;
        repeatPanel(panel, index, shift, own, list);
        pushed = std::max(pushed, shift);
    }
    if (m_moves)
        std::stable_sort(list.begin(), list.end(), [](const Wanted &a, const Wanted &b) { return std::pair(a.at.y, a.at.x) < std::pair(b.at.y, b.at.x); });
    return list;
}

void Layouter::placePanels(int row, const VariableValues &own)
{
    for (Wanted &wish : wanted(row, own)) {
        if (m_layout.panels.size() == instanceLimit) {
            ++m_layout.leftOut;
            continue;
        }
        PanelPlace &at = wish.at;
        at.width = std::clamp(at.width, 1, gridColumns);
        at.height = std::max(at.height, 1);
        at.x = std::clamp(at.x, 0, gridColumns - at.width);
        const auto from = m_skyline.begin() + at.x;
        if (m_moves)
            at.y = *std::max_element(from, from + at.width);
        std::for_each(from, from + at.width, [&at](int &taken) { taken = std::max(taken, at.y + at.height); });
        const Panel &panel = m_dashboard.panels[wish.panel];
        m_layout.panels.push_back({wish.panel, at, wish.own, keyOf(QStringLiteral("panel%1-%2").arg(panel.id).arg(wish.panel), wish.own)});
    }
}

} // namespace

BoardLayout laidOut(const Dashboard &dashboard, const VariableValues &values, const std::set<QString> &toggled)
{
    return Layouter(dashboard, values, toggled).run();
}

} // namespace Watchfloor
