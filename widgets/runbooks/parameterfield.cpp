#include "widgets/runbooks/parameterfield.h"

#include "models/core/format.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace Watchfloor {

namespace {

constexpr int fieldWidth = 260;
constexpr int lengthLimit = 4'096;

} // namespace

ParameterField::ParameterField(const RunbookParameter &parameter, QWidget *parent)
    : QWidget(parent)
    , m_parameter(parameter)
    , m_hint(new ElidedLabel({}, Tone::Secondary, TextSize::Small, QFont::Normal, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Size::cardPadding, Size::gap, Size::cardPadding, Size::gap);
    row->setSpacing(Size::cardPadding);
    auto *caption = new TextLabel(tr("Parameter").toUpper());
    caption->setCaption();
    row->addWidget(caption);
    auto *name = new TextLabel(Format::safeText(parameter.name, 64), Tone::Accent);
    name->setFont(monoFont());
    row->addWidget(name);
    QWidget *field = nullptr;
    if (parameter.choicesCommand.isEmpty()) {
        field = m_edit = new QLineEdit(parameter.fallback, this);
    } else {
        m_combo = new QComboBox(this);
        m_combo->setEditable(true);
        m_combo->setInsertPolicy(QComboBox::NoInsert);
        m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_combo->setCompleter(nullptr);
        m_combo->setMaxVisibleItems(20);
        m_edit = m_combo->lineEdit();
        m_edit->setText(parameter.fallback);
        m_waiting = true;
        field = m_combo;
    }
    field->setObjectName(QStringLiteral("parameter/") + parameter.name);
    field->setAccessibleName(parameter.question.isEmpty() ? parameter.name : Format::safeText(parameter.question));
    field->setMinimumWidth(fieldWidth);
    m_edit->setFont(monoFont());
    m_edit->setMaxLength(lengthLimit);
    row->addWidget(field);
    row->addWidget(m_hint, 1);
    connect(m_edit, &QLineEdit::textChanged, this, &ParameterField::handleEdit);
    handleEdit();
}

QString ParameterField::choiceLine() const
{
    if (!m_combo)
        return {};
    const QString text = m_edit->text().trimmed();
    for (int i = 0; i < m_combo->count(); ++i)
        if (m_combo->itemText(i) == text || m_combo->itemData(i).toString() == text)
            return m_combo->itemText(i);
    return {};
}

QString ParameterField::value() const
{
    const QString text = m_combo ? m_edit->text().trimmed() : m_edit->text();
    if (m_combo)
        for (int i = 0; i < m_combo->count(); ++i)
            if (m_combo->itemText(i) == text)
                return m_combo->itemData(i).toString();
    return text;
}

void ParameterField::setValue(const QString &value)
{
    m_edit->setText(value);
}

QString ParameterField::fault() const
{
    Runbook alone;
    alone.parameters = {m_parameter};
    const auto checked = checkParameters(alone, {{m_parameter.name, value()}});
    return checked ? QString() : checked.error().detail;
}

void ParameterField::setChoices(const QStringList &lines)
{
    m_waiting = false;
    m_choicesFault.clear();
    if (!m_combo)
        return;
    const QString kept = m_edit->text();
    const QSignalBlocker blocker(m_combo);
    m_combo->clear();
    for (const QString &line : lines)
        m_combo->addItem(Format::safeText(line), line.section(u' ', 0, 0, QString::SectionSkipEmpty));
    m_combo->setCurrentIndex(-1);
    m_edit->setText(kept);
    int widest = fieldWidth;
    for (int i = 0; i < m_combo->count(); ++i)
        widest = std::max(widest, QFontMetrics(m_combo->font()).horizontalAdvance(m_combo->itemText(i)) + 40);
    m_combo->view()->setMinimumWidth(std::min(widest, 3 * fieldWidth));
    if (lines.isEmpty())
        m_choicesFault = tr("there are no choices; type a value");
    handleEdit();
}

void ParameterField::setChoicesError(const Error &error)
{
    m_waiting = false;
    m_choicesFault = tr("the choices could not be had: %1").arg(error.detail.isEmpty() ? Format::words(error) : error.detail);
    handleEdit();
}

void ParameterField::edit()
{
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->selectAll();
}

void ParameterField::handleEdit()
{
    const QString wrong = fault();
    const QString question = Format::safeText(m_parameter.question.isEmpty() ? m_parameter.name : m_parameter.question);
    const QString more = choiceLine().section(u' ', 1, -1, QString::SectionSkipEmpty);
    QString hint;
    Tone tone = Tone::Secondary;
    if (wrong.isEmpty()) {
        hint = QStringLiteral("\u2713 ") + (more.isEmpty() ? tr("matches %1").arg(m_parameter.pattern) : more);
        tone = Tone::Healthy;
    } else if (value().isEmpty()) {
        hint = m_waiting ? tr("%1 The choices are being read.").arg(question) : question;
    } else {
        hint = wrong;
        tone = Tone::Critical;
    }
    if (!wrong.isEmpty() && !m_choicesFault.isEmpty()) {
        hint += QStringLiteral(" \u00b7 ") + m_choicesFault;
        tone = Tone::Warning;
    }
    m_hint->setText(Format::safeText(hint, 512));
    m_hint->setTone(tone);
    Q_EMIT changed();
}

void ParameterField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    painter.setPen(theme.line);
    painter.setBrush(theme.sunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::smallRadius, Size::smallRadius);
}

} // namespace Watchfloor
