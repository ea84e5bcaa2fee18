#pragma once

#include <QAbstractListModel>
#include <QFrame>
#include <QStringList>

#include <vector>

class QListView;

namespace Watchfloor {

class ActionButton;
class SearchField;

/// What can be chosen of a variable or a column, with what is chosen; a filter narrows what is listed, not what is chosen.
class ChoiceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Choice
    {
        QString text;
        QString value;
    };
    /// One value, or several; with `all` a first line for `allChoice`.
    struct Rules
    {
        bool several = false;
        bool all = false;
        bool custom = false; ///< what was typed may be chosen although it is not listed
    };
    enum Role { ValueRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;
    void setChoices(std::vector<Choice> choices, const QStringList &chosen, const Rules &rules);
    void setFilter(const QString &text);
    /// Chooses the row, or lets it go again where several may be chosen.
    void toggle(int row);
    void choose(const QStringList &values);
    const QStringList &chosen() const { return m_chosen; }
    const Rules &rules() const { return m_rules; }
    QStringList listed() const; ///< values, without the line for all

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void arrange();

    std::vector<Choice> m_choices;
    std::vector<Choice> m_shown; ///< that pass the filter, with the lines for all and for what was typed
    QStringList m_chosen;
    Rules m_rules;
    QString m_filter;
};

/// A list to choose from that opens below what it belongs to: search, check boxes where several may be chosen, all and none. One choice closes it; several
/// are told when it closes.
class ChoicePopup final : public QFrame
{
    Q_OBJECT

public:
    explicit ChoicePopup(QWidget *parent);
    void setChoices(std::vector<ChoiceModel::Choice> choices, const QStringList &chosen, const ChoiceModel::Rules &rules);
    void openBelow(const QWidget *anchor);
    void openAt(QPoint global);
    ChoiceModel &model() { return *m_model; }

Q_SIGNALS:
    void chosen(const QStringList &values);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void take(int row);

    ChoiceModel *m_model;
    SearchField *m_search;
    QListView *m_list;
    ActionButton *m_all;
    ActionButton *m_none;
    QStringList m_before;
};

} // namespace Watchfloor
