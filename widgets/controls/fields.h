#pragma once

#include <QLineEdit>
#include <QWidget>

namespace Watchfloor {

class FlowLayout;

/// A line edit with a magnifier and a key hint; Escape empties it. textChanged() follows every key, capped at 256 characters.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &hint, const QString &key = {}, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_key;
};

/// Matchers as chips: text becomes a chip on Enter or comma, Backspace in the empty field takes the last one back for editing.
/// A chip that `validator` refuses stays text and is underlined red with the reason as tool-tip.
class ChipField final : public QWidget
{
    Q_OBJECT

public:
    /// Returns an empty text when the chip is good, else what is wrong with it.
    using Validator = std::function<QString(const QString &)>;

    explicit ChipField(const QString &hint, QWidget *parent = nullptr);
    QStringList chips() const { return m_chips; }
    void setChips(const QStringList &chips);
    void setValidator(Validator validator) { m_validator = std::move(validator); }
    QLineEdit *edit() { return m_edit; }
    /// A control at the right end, inside the frame.
    void addTrailing(QWidget *widget);

Q_SIGNALS:
    void chipsChanged(const QStringList &chips);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void handleReturn();
    void removeChip(int index);
    void rebuild();
    void showFault(const QString &fault);

    QStringList m_chips;
    Validator m_validator;
    QLineEdit *m_edit;
    FlowLayout *m_flow;
    std::vector<QWidget *> m_boxes;
    bool m_faulty = false;
};

} // namespace Watchfloor
