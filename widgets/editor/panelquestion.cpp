#include "widgets/editor/panelquestion.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"

#include <QBoxLayout>

namespace Watchfloor {

namespace {
constexpr int questionWidth = 440;
}

PanelQuestion::PanelQuestion(const QString &title, const QString &sentence, const QString &button, Act act, Act undo, QWidget *parent)
    : QDialog(parent)
    , m_sentence(new TextLabel(sentence))
    , m_act(new ActionButton(button, ActionButton::Look::Danger))
    , m_undo(new ActionButton(tr("Undo")))
    , m_close(new ActionButton(tr("Cancel")))
{
    setObjectName(QStringLiteral("panelQuestion"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_sentence->setObjectName(QStringLiteral("questionText"));
    m_sentence->setWordWrap(true);
    m_sentence->setFixedWidth(questionWidth);
    m_act->setObjectName(QStringLiteral("questionAct"));
    m_act->setAutoDefault(false);
    m_undo->setObjectName(QStringLiteral("questionUndo"));
    m_undo->setIconName(QStringLiteral("undo"));
    m_undo->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(m_sentence);
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    row->addStretch(1);
    row->addWidget(m_undo);
    row->addWidget(m_close);
    row->addWidget(m_act);
    column->addLayout(row);
    m_act->setVisible(act != nullptr);
    connect(m_close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_act, &QAbstractButton::clicked, this, [this, act = std::move(act)] { tell(act(), true); });
    connect(m_undo, &QAbstractButton::clicked, this, [this, undo = std::move(undo)] { tell(undo(), false); });
    m_close->setFocus();
}

void PanelQuestion::tell(const Outcome &outcome, bool canUndo)
{
    m_sentence->setText(outcome.sentence);
    m_sentence->setTone(outcome.done ? Tone::Primary : Tone::Critical);
    m_act->hide();
    m_undo->setVisible(outcome.done && canUndo);
    m_close->setText(tr("Close"));
}

} // namespace Watchfloor
