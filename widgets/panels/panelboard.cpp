#include "widgets/panels/panelboard.h"

#include "models/core/format.h"
#include "widgets/panels/rowheader.h"
#include "widgets/theme/sizes.h"

#include <QScrollBar>

#include <limits>

namespace Watchfloor {

namespace {

constexpr int gridColumns = 24;
constexpr int gridRowHeight = 36;
constexpr int narrowBoard = 900;
constexpr int gap = Size::cardGap;
constexpr int axisRoom = 80;
constexpr int fewestColumns = 120;
/// So long one turn of the loop may take; a frame is twice that.
constexpr qint64 turnMilliseconds = 8;
constexpr int gatherMilliseconds = 100;

} // namespace

PanelBoard::PanelBoard(const PanelScene &scene, QWidget *parent)
    : QScrollArea(parent)
    , m_scene(scene)
    , m_board(new QWidget)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(m_board);
    m_work.setSingleShot(true);
    m_work.setInterval(0);
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherMilliseconds);
    connect(&m_work, &QTimer::timeout, this, &PanelBoard::work);
    connect(&m_gather, &QTimer::timeout, this, [this] {
        for (auto &[key, card] : m_cards)
            if (card->isVisibleTo(m_board) && card->isDirty())
                m_stale.push_back(card);
        work();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PanelBoard::lookAround);
    connect(&scene.stores.series, &SeriesStore::changed, this, &PanelBoard::handleChanged);
    connect(&scene.stores.marks, &MarkStore::changed, this, [this] {
        for (auto &[key, card] : m_cards)
            card->markDirty();
        m_gather.start();
    });
}

PanelBoard::~PanelBoard()
{
    dropCards();
}

void PanelBoard::dropCards()
{
    m_full = nullptr;
    m_wanted.clear();
    m_stale.clear();
    for (auto &[key, card] : m_cards)
        delete card;
    for (auto &[key, row] : m_rows)
        delete row;
    m_cards.clear();
    m_rows.clear();
}

void PanelBoard::setDashboard(std::shared_ptr<const Dashboard> dashboard)
{
    const bool same = m_dashboard && dashboard && m_dashboard->name == dashboard->name;
    dropCards();
    m_dashboard = std::move(dashboard);
    if (!same)
        m_toggled.clear();
    m_layout = {};
    m_rects.clear();
    m_ready = false;
    // One that was read anew stays where it was.
    if (!same)
        verticalScrollBar()->setValue(0);
}

void PanelBoard::setView(const PanelView &view)
{
    if (view == m_view && m_ready)
        return;
    const bool otherPlaces = !std::exchange(m_ready, true) || view.variables != m_view.variables;
    m_view = view;
    if (otherPlaces)
        layOut();
    for (auto &[key, card] : m_cards)
        if (card->isVisibleTo(m_board))
            showView(*card);
}

void PanelBoard::setMarks(const BoardMarks &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    for (auto &[key, card] : m_cards)
        card->setMarks(marks);
    m_gather.start();
}

void PanelBoard::setSynchronous(bool synchronous)
{
    m_synchronous = synchronous;
    for (auto &[key, card] : m_cards)
        card->setSynchronous(synchronous);
    work();
}

/// Cards whose place is gone go; those that stay keep what they show.
void PanelBoard::layOut()
{
    m_layout = m_dashboard ? laidOut(*m_dashboard, m_view.variables, m_toggled) : BoardLayout();
    std::set<QString> kept;
    for (const PlacedPanel &placed : m_layout.panels)
        kept.insert(placed.key);
    for (auto entry = m_cards.begin(); entry != m_cards.end();) {
        if (kept.contains(entry->first)) {
            ++entry;
            continue;
        }
        if (m_full == entry->second)
            m_full = nullptr;
        std::erase(m_stale, entry->second);
        delete entry->second;
        entry = m_cards.erase(entry);
    }
    std::map<QString, RowHeader *> rows;
    for (const PlacedRow &placed : m_layout.rows) {
        RowHeader *&header = rows[placed.key];
        if (const auto known = m_rows.find(placed.key); known != m_rows.end()) {
            header = known->second;
            m_rows.erase(known);
        } else {
            header = new RowHeader(m_board);
            connect(header, &RowHeader::clicked, this, [this, key = placed.key] { toggleRow(key); });
        }
        VariableValues values = m_view.variables;
        for (const auto &[name, value] : placed.own)
            values[name] = value;
        header->setRow(Format::safeText(filledTitle(m_dashboard->rows[placed.row].title, values), 120), placed.collapsed, placed.panels);
    }
    for (auto &[key, header] : m_rows)
        header->deleteLater();
    m_rows = std::move(rows);
    arrange();
}

QRect PanelBoard::rectOf(size_t placed) const
{
    return m_rects[placed];
}

void PanelBoard::arrange()
{
    const int width = viewport()->width() - 2;
    m_rects.clear();
    if (m_full) {
        m_full->setGeometry(0, 0, width, viewport()->height());
        m_board->resize(width, viewport()->height());
    }
    // On a narrow window panels stand one below the other, in reading order.
    const bool narrow = width < narrowBoard;
    const double unit = double(width + gap) / gridColumns;
    int shift = 0;    // of everything below, where panels stand one below the other
    int bottom = 0;
    size_t nextRow = 0;
    const auto placeRows = [&](int upTo) {
        for (; nextRow < m_layout.rows.size() && m_layout.rows[nextRow].y <= upTo; ++nextRow) {
            const PlacedRow &row = m_layout.rows[nextRow];
            const int y = narrow ? bottom : row.y * gridRowHeight;
            m_rows[row.key]->setGeometry(0, y, width, gridRowHeight - gap);
            m_rows[row.key]->setVisible(!m_full);
            bottom = std::max(bottom, y + gridRowHeight);
        }
    };
    for (const PlacedPanel &placed : m_layout.panels) {
        placeRows(placed.at.y);
        const PanelPlace &at = placed.at;
        const int height = at.height * gridRowHeight - gap;
        QRect rect(int(at.x * unit), at.y * gridRowHeight + shift, int(at.width * unit) - gap, height);
        if (narrow && at.width > gridColumns / 4)
            rect = QRect(0, bottom, width, height);
        else if (narrow)
            rect.moveTop(bottom);
        const bool endsLine = at.width > gridColumns / 4 || at.x + at.width >= gridColumns;
        if (!narrow)
            bottom = std::max(bottom, rect.bottom() + gap);
        else if (endsLine)
            bottom = rect.bottom() + gap;
        m_rects.push_back(rect);
        if (const auto card = m_cards.find(placed.key); card != m_cards.end() && card->second != m_full)
            card->second->setGeometry(rect);
    }
    placeRows(std::numeric_limits<int>::max());
    if (narrow)
        for (const QRect &rect : m_rects)
            bottom = std::max(bottom, rect.bottom() + gap);
    if (!m_full)
        m_board->resize(width, std::max(bottom, 1));
    lookAround();
}

/// Which panels are in sight, or nearly: they are made, shown and asked for; the others rest.
void PanelBoard::lookAround()
{
    const int height = viewport()->height();
    const int top = verticalScrollBar()->value();
    const QRect sight(0, top - height / 2, std::max(1, viewport()->width()), 2 * height);
    m_wanted.clear();
    for (size_t index = 0; index < m_layout.panels.size(); ++index) {
        const auto entry = m_cards.find(m_layout.panels[index].key);
        PanelCard *card = entry == m_cards.end() ? nullptr : entry->second;
        const bool seen = isVisible() && (m_full ? card == m_full : m_rects[index].intersects(sight));
        if (!card) {
            if (seen)
                m_wanted.push_back(index);
            continue;
        }
        const bool wasAsking = card->isAsking();
        card->setVisible(m_full ? card == m_full : m_rects[index].intersects(sight));
        card->setAsking(seen);
        if (seen && !wasAsking) {
            showView(*card);
            m_stale.push_back(card);
        }
    }
    if (!m_wanted.empty() || !m_stale.empty())
        m_synchronous ? work() : m_work.start();
}

/// Makes and refreshes cards until the turn is over, and goes on in the next one.
void PanelBoard::work()
{
    QElapsedTimer turn;
    turn.start();
    while (!m_wanted.empty() || !m_stale.empty()) {
        if (!m_synchronous && turn.elapsed() >= turnMilliseconds) {
            m_work.start();
            return;
        }
        if (!m_stale.empty()) {
            PanelCard *card = m_stale.front();
            m_stale.pop_front();
            card->refresh();
            continue;
        }
        const size_t index = m_wanted.front();
        m_wanted.pop_front();
        make(index);
    }
}

PanelCard *PanelBoard::make(size_t placed)
{
    const PlacedPanel &place = m_layout.panels[placed];
    if (const auto known = m_cards.find(place.key); known != m_cards.end())
        return known->second;
    auto *card = new PanelCard(m_scene, m_dashboard, m_dashboard->panels[place.panel], place.own, m_board);
    m_cards[place.key] = card;
    card->setIndex(place.panel);
    card->setSynchronous(m_synchronous);
    connect(card, &PanelCard::fullScreenRequested, this, [this, card] { toggleFullScreen(card); });
    connect(card, &PanelCard::zoomRequested, this, &PanelBoard::zoomRequested);
    connect(card, &PanelCard::zoomResetRequested, this, &PanelBoard::zoomResetRequested);
    connect(card, &PanelCard::openRequested, this, &PanelBoard::openRequested);
    card->setGeometry(m_rects[placed]);
    card->setMarks(m_marks);
    card->setVisible(!m_full);
    showView(*card);
    return card;
}

void PanelBoard::showView(PanelCard &card)
{
    PanelView view = m_view;
    const QString source = filledTitle(sourceOf(*m_dashboard, card.panel(), view.onlyPrometheus), view.variables);
    const SourceSpec *spec = m_scene.stores.workspace().queried(source);
    view.interval = spec ? spec->interval : std::chrono::seconds(15);
    view.columns = std::max(card.width() - axisRoom, fewestColumns);
    card.setView(view);
}

void PanelBoard::handleChanged(const QueryKey &key)
{
    bool any = false;
    for (auto &[place, card] : m_cards) {
        card->handleChanged(key);
        any = any || card->isDirty();
    }
    if (any && !m_gather.isActive() && isVisible())
        m_gather.start();
}

void PanelBoard::tick()
{
    for (auto &[key, card] : m_cards)
        if (card->isVisibleTo(m_board))
            m_stale.push_back(card);
    work();
}

bool PanelBoard::isSettled() const
{
    return m_wanted.empty() && std::all_of(m_cards.begin(), m_cards.end(), [this](const auto &entry) { return !entry.second->isVisibleTo(m_board) || entry.second->isSettled(); });
}

std::vector<PanelCard *> PanelBoard::cards() const
{
    std::vector<PanelCard *> list;
    for (const PlacedPanel &placed : m_layout.panels)
        if (const auto card = m_cards.find(placed.key); card != m_cards.end())
            list.push_back(card->second);
    return list;
}

void PanelBoard::toggleRow(const QString &key)
{
    if (!m_toggled.erase(key))
        m_toggled.insert(key);
    layOut();
}

void PanelBoard::setRowsFolded(bool folded)
{
    for (const PlacedRow &row : m_layout.rows)
        if (row.collapsed != folded && !m_toggled.erase(row.key))
            m_toggled.insert(row.key);
    layOut();
}

void PanelBoard::toggleFullScreen(PanelCard *card)
{
    const PanelCard *before = m_full;
    m_full = m_full == card ? nullptr : card;
    arrange();
    if (before && !m_full)
        ensureWidgetVisible(card);
    if (card)
        showView(*card);
}

void PanelBoard::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
    for (auto &[key, card] : m_cards)
        if (card->isVisibleTo(m_board))
            showView(*card);
}

void PanelBoard::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    lookAround();
}

void PanelBoard::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    lookAround();
}

} // namespace Watchfloor
