#pragma once

#include "models/alerts/savedfilter.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

/// The star at the end of the filter: which saved filter holds, and a menu to choose, save, rename and delete them.
class SavedFilters final : public QWidget
{
    Q_OBJECT

public:
    explicit SavedFilters(const PageContext &context, QWidget *parent = nullptr);

    /// What the filter is now.
    void setTerms(const QStringList &terms);
    /// The saved filter that holds exactly; empty: none.
    QString current() const;
    void setNarrow(bool narrow);
    /// Asks for a name and saves what the filter is now.
    void askToSave();

Q_SIGNALS:
    void chosen(const QStringList &terms);

private:
    void refresh();
    void showMenu();
    void askForName(const QString &title, const QString &name, std::function<void(const QString &)> use);

    PageContext m_context;
    ActionButton *m_button;
    QStringList m_terms;
    QString m_last; ///< the filter that was chosen last, for "save the changes"
    bool m_narrow = false;
};

} // namespace Watchfloor
