#pragma once

#include "models/alerts/alertcopy.h"
#include "models/core/matcher.h"
#include "widgets/controls/page.h"

#include <QPointer>
#include <QTimer>

class QMenu;

namespace Watchfloor {

class AlertDetail;
class AlertList;
class SilenceDialog;

/// What can be done with the chosen alerts of a list, by key, button or menu.
class AlertActions final : public QObject
{
    Q_OBJECT

public:
    AlertActions(const PageContext &context, AlertList &list, QWidget &page);

    /// Does what its buttons ask for: with the alert that it shows, and with all chosen ones where that is one of them.
    void serve(AlertDetail &detail);
    /// The alert shown in full: what is done without a choice in the list is done with it.
    void setCurrent(const QString &fingerprint) { m_current = fingerprint; }
    QStringList chosen() const;
    /// Takes on whatever of the chosen ones nobody has; when all are taken, lets them go.
    void acknowledge();
    /// For a time, without one until they are over; those that somebody has change hands where nobody's is chosen.
    void acknowledgeFor(std::optional<std::chrono::milliseconds> length, bool silence);
    void acknowledgeWithComment();
    /// A silence of what the chosen ones have in common.
    void silence();
    void openSilenceDialog(const Matchers &matchers);
    /// Takes away those of the chosen ones that are over or cannot be seen.
    void dismiss();
    /// Many are copied between two events: it is told when that begins and when it is done.
    void copy(AlertCopy::Form form);
    void showMenu(const QPoint &place);
    void tick();

Q_SIGNALS:
    /// A term for the filter.
    void filterRequested(const QString &term);

private:
    using Alerts = std::vector<const Alert *>;
    Alerts chosenAlerts() const;
    /// Of the chosen ones those that can be taken on, or let go.
    QStringList open() const;
    QStringList taken() const;
    QStringList takeable() const;
    QStringList over() const;
    void chooseCurrent();
    void proceedCopy();
    void finishCopy(bool took);
    void tellAcknowledged(const QStringList &fingerprints);
    void tellNothingToTake();
    void addFilters(QMenu &menu, const Alert &alert);

    PageContext m_context;
    AlertList &m_list;
    QWidget &m_page;
    QString m_current;
    QPointer<SilenceDialog> m_dialog;
    std::optional<AlertCopy::Work> m_copy;
    QTimer m_copyOn;
};

} // namespace Watchfloor
