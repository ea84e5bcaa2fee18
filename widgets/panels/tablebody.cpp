#include "widgets/panels/tablebody.h"

#include "models/core/format.h"
#include "models/frames/datalink.h"
#include "models/frames/reducer.h"
#include "models/panels/paneltablemodel.h"
#include "widgets/controls/datatable.h"
#include "widgets/panels/boardlinks.h"
#include "widgets/panels/choicepopup.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/namedcolors.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace Watchfloor {

namespace {

constexpr int cellPadding = 10;
constexpr int leastColumn = 48;
constexpr int scrollRoom = 12;
constexpr int gaugeHeight = 8;
constexpr double groundShare = 0.85;

/// Selection, hover and lines alone.
class GroundDelegate final : public CellDelegate
{
protected:
    Cell cell(const QModelIndex &) const override { return {}; }
    std::optional<State> rowState(const QModelIndex &) const override { return std::nullopt; }
};

/// Cells as the dashboard wants them: coloured text or ground, a small gauge, plain.
class PanelCellDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString style = index.data(PanelTableModel::StyleRole).toString();
        const Theme &theme = themeOf(option.widget);
        const QColor color = namedColor(index.data(PanelTableModel::ColorRole).toString(), theme);
        const bool ground = style == u"color-background" && color.isValid();
        const bool text = style == u"color-text" && color.isValid();
        const bool gauge = (style == u"gauge" || style == u"gradient-gauge" || style == u"lcd-gauge" || style == u"basic") && index.data(PanelTableModel::PercentRole).isValid();
        if (!ground && !text && !gauge)
            return CellDelegate::paint(painter, option, index);
        m_ground.paint(painter, option, index);
        painter->save();
        QRectF box = QRectF(option.rect).adjusted(cellPadding, 0, -cellPadding, -1);
        if (ground)
            painter->fillRect(option.rect.adjusted(0, 0, 0, -1), translucent(color, groundShare));
        if (gauge)
            paintGauge(*painter, box, index, color.isValid() ? color : theme.accent, theme);
        painter->setFont(textFont());
        painter->setPen(ground ? textOn(color) : text ? legible(color, theme.surface) : theme.text);
        drawTabular(*painter, box, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()), index.data().toString());
        painter->restore();
    }

protected:
    Cell cell(const QModelIndex &index) const override
    {
        Cell shown = CellDelegate::cell(index);
        shown.tabular = index.data(PanelTableModel::ValueRole).typeId() == QMetaType::Double;
        const State state = index.data(PanelTableModel::StateRole).value<State>();
        if (shown.tabular && (state == State::Critical || state == State::Warning) && index.data(PanelTableModel::ColorRole).toString().isEmpty())
            shown.tone = toneOf(state);
        return shown;
    }
    std::optional<State> rowState(const QModelIndex &) const override { return std::nullopt; }

private:
    /// The bar takes what the widest text leaves.
    static void paintGauge(QPainter &painter, QRectF &box, const QModelIndex &index, const QColor &color, const Theme &theme)
    {
        const double room = box.width() * 0.6;
        const QRectF track(box.left(), box.center().y() - gaugeHeight / 2.0, room, gaugeHeight);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.track);
        painter.drawRoundedRect(track, 2, 2);
        const double share = std::clamp(index.data(PanelTableModel::PercentRole).toDouble(), 0.0, 1.0);
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(room * share, gaugeHeight)), 2, 2);
        box.setLeft(track.right() + Size::gap);
    }

    GroundDelegate m_ground;
};

/// What is counted over the rows, under their columns.
class TableFooter final : public QWidget
{
public:
    TableFooter(const DataTable &table, const PanelTableModel &model, const TableOptions &options)
        : m_table(table)
        , m_model(model)
        , m_options(options)
    {
        setFixedHeight(Size::compactRow);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(this);
        painter.fillRect(QRect(0, 0, width(), 1), theme.line);
        painter.setFont(textFont(TextSize::Body, QFont::DemiBold));
        painter.setPen(theme.text2);
        const QString calculation = m_options.footerCalculations.value(0, QStringLiteral("sum"));
        const QHeaderView &header = *m_table.horizontalHeader();
        for (int column = 0; column < m_model.columnCount(); ++column) {
            const Field *field = m_model.field(column);
            const bool wanted = m_options.footerFields.isEmpty() || m_options.footerFields.contains(field->displayName) || m_options.footerFields.contains(field->name);
            const QString text = wanted ? m_model.footer(column, calculation) : QString();
            const QRectF box(header.sectionViewportPosition(column) + cellPadding, 0, header.sectionSize(column) - 2 * cellPadding, height());
            const QString shown = text.isEmpty() && column == 0 ? reducerName(calculation) : text;
            drawTabular(painter, box, (field->isNumeric() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, shown);
        }
    }

private:
    const DataTable &m_table;
    const PanelTableModel &m_model;
    TableOptions m_options;
};

} // namespace

TableBody::TableBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : PanelBody(scene, panel, parent)
    , m_model(new PanelTableModel(this))
    , m_table(new DataTable)
    , m_frames(new QComboBox)
    , m_footer(new TableFooter(*m_table, *m_model, panel.options.table))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_footer);
    column->addWidget(m_frames, 0, Qt::AlignLeft);
    setFocusProxy(m_table);
    m_frames->hide();
    m_frames->setToolTip(tr("Which of the panel's tables is shown"));
    m_footer->setVisible(panel.options.table.footer);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PanelCellDelegate(m_table));
    m_table->setCompact(true);
    QHeaderView *header = m_table->horizontalHeader();
    header->setVisible(panel.options.table.header);
    header->setSortIndicator(-1, Qt::AscendingOrder); // in the answer's order until somebody asks
    m_table->setSortingEnabled(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &TableBody::showHeaderMenu);
    connect(header, &QHeaderView::sectionResized, m_footer, qOverload<>(&QWidget::update));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](QPoint position) {
        showCellMenu(m_table->indexAt(position), m_table->viewport()->mapToGlobal(position), false);
    });
    connect(m_table, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        showCellMenu(index, m_table->viewport()->mapToGlobal(m_table->visualRect(index).bottomLeft()), true);
    });
    connect(m_frames, &QComboBox::activated, this, [this] { showContent(); });
    m_table->installEventFilter(this);
}

void TableBody::showContent()
{
    const auto &frames = content().frames;
    QStringList names;
    for (const Frame &frame : frames)
        names << Format::safeText(frame.name.isEmpty() ? frame.refId : frame.name, 120);
    const int chosen = std::clamp(m_frames->currentIndex(), 0, std::max(0, int(frames.size()) - 1));
    QStringList before;
    for (int index = 0; index < m_frames->count(); ++index)
        before << m_frames->itemText(index);
    if (names != before) {
        m_frames->clear();
        m_frames->addItems(names);
        m_frames->setCurrentIndex(frames.empty() ? -1 : chosen);
    }
    m_frames->setVisible(frames.size() > 1);
    m_model->setFrame(frames.empty() ? Frame() : frames[size_t(chosen)]);
    showColumns();
    m_footer->update();
}

void TableBody::showColumns()
{
    QStringList columns;
    for (int column = 0; column < m_model->columnCount(); ++column)
        columns << m_model->field(column)->displayName;
    if (columns == m_columns || columns.isEmpty())
        return;
    m_columns = columns;
    m_widths.clear();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setStretchLastSection(false);
    for (int column = 0; column < columns.size(); ++column) {
        const double width = m_model->field(column)->config.cell.width;
        if (width <= 0)
            m_table->resizeColumnToContents(column);
        m_widths.push_back(width > 0 ? int(width) : m_table->columnWidth(column));
    }
    fitColumns();
    const TableOptions &options = panel().options.table;
    const int by = m_model->columnOf(options.sortBy);
    if (!std::exchange(m_sorted, true) && by >= 0)
        m_table->sortByColumn(by, options.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

/// Columns as wide as they need; where the room is short, texts give way and numbers stay.
void TableBody::fitColumns()
{
    if (m_widths.empty())
        return;
    const auto gives = [this](int column) { return m_model->field(column)->isText() && m_model->field(column)->config.cell.width <= 0; };
    int needed = 0;
    int texts = 0;
    int stretched = -1;
    for (int column = 0; column < int(m_widths.size()); ++column) {
        needed += m_widths[size_t(column)];
        texts += gives(column) ? m_widths[size_t(column)] : 0;
        if (stretched < 0 && gives(column))
            stretched = column;
    }
    const int missing = std::max(0, needed - width() + scrollRoom);
    const double share = texts > 0 ? std::max(0.0, 1.0 - double(missing) / texts) : 1;
    for (int column = 0; column < int(m_widths.size()); ++column)
        m_table->setColumnWidth(column, gives(column) ? std::max(leastColumn, int(m_widths[size_t(column)] * share)) : m_widths[size_t(column)]);
    m_table->setStretchColumn(std::max(stretched, 0));
}

void TableBody::resizeEvent(QResizeEvent *event)
{
    PanelBody::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitColumns();
}

void TableBody::showMoment()
{
    m_table->viewport()->update();
}

void TableBody::showHeaderMenu(QPoint position)
{
    const int column = m_table->horizontalHeader()->logicalIndexAt(position);
    const QPoint global = m_table->horizontalHeader()->mapToGlobal(position);
    if (column < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Least first"), this, [this, column] { m_table->sortByColumn(column, Qt::AscendingOrder); });
    menu->addAction(tr("Greatest first"), this, [this, column] { m_table->sortByColumn(column, Qt::DescendingOrder); });
    menu->addAction(tr("As answered"), this, [this] { m_table->sortByColumn(-1, Qt::AscendingOrder); });
    menu->addSeparator();
    menu->addAction(tr("Filter…"), this, [this, column, global] { filterColumn(column, global); });
    if (m_model->isFiltered(column))
        menu->addAction(tr("Show all again"), this, [this, column] { m_model->setFilter(column, std::nullopt); });
    menu->popup(global);
}

void TableBody::filterColumn(int column, QPoint global)
{
    std::vector<ChoiceModel::Choice> choices;
    const QStringList texts = m_model->textsOf(column);
    for (const QString &text : texts)
        choices.push_back({text.isEmpty() ? tr("(empty)") : text, text});
    const auto filter = m_model->filter(column);
    auto *popup = new ChoicePopup(this);
    popup->setChoices(std::move(choices), filter ? QStringList(filter->begin(), filter->end()) : texts, {true, false, false});
    connect(popup, &ChoicePopup::chosen, this, [this, column, texts](const QStringList &values) {
        const bool all = values.size() == texts.size();
        m_model->setFilter(column, all ? std::nullopt : std::optional(QSet<QString>(values.begin(), values.end())));
        m_footer->update();
    });
    popup->openAt(global);
}

/// What can be copied of a cell, and where its field's links lead for its row.
void TableBody::showCellMenu(const QModelIndex &cell, QPoint global, bool onlyLinks)
{
    const Field *field = m_model->field(cell.column());
    if (!cell.isValid() || !field)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("cellMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!onlyLinks) {
        menu->addAction(tr("Copy cell"), this, [text = cell.data().toString()] { QGuiApplication::clipboard()->setText(text); });
        menu->addAction(tr("Copy rows"), this, [this] { QGuiApplication::clipboard()->setText(selectedText()); });
        menu->addSeparator();
    }
    const size_t row = m_model->source(cell.row());
    const MacroContext context{&m_model->frame(), field, field->displayName, row, displayed(*field, row), moment().range};
    std::vector<BoardLink> links;
    for (const DataLink &link : field->config.links) {
        const ResolvedLink leads = resolved(link, context, [this](const QString &text) { return filledTitle(text, content().variables); });
        if (const auto found = leads.target ? boardLink(leads.title, leads.text, scene().stores.workspace().dashboards) : std::nullopt)
            links.push_back(*found);
    }
    addLinks(*menu, links, this, [this](const QString &path) { Q_EMIT openRequested(path); });
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(global);
}

QString TableBody::selectedText() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return m_model->text(rows);
}

bool TableBody::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(selectedText());
        return true;
    }
    return PanelBody::eventFilter(watched, event);
}

} // namespace Watchfloor
