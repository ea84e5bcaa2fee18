#pragma once

#include "models/alerts/alertstore.h"

#include <QCoreApplication>

namespace Watchfloor {

/// A column of the alert list: one of those below, or a label.
struct AlertColumn
{
    enum Kind { State, Severity, Name, Service, Summary, Active, Respond, Owner, Origin, Silenced, Label };

    Kind kind = Label;
    QString label{}; ///< of Label only

    /// "summary", "label:pod": as the file of a view has it.
    QString id() const;
    static std::optional<AlertColumn> fromId(const QString &id);
    bool operator==(const AlertColumn &) const = default;
};

/// The words of the alert list: of states, headings and cells. Text from outside is made safe for a line.
class AlertCells
{
    Q_DECLARE_TR_FUNCTIONS(Watchfloor::AlertCells)

public:
    /// "Firing", "Unseen".
    static QString stateWord(AlertState state);
    /// Whether its state is told as flapping: not where more is known, such as that nobody sees it now.
    static bool showsFlapping(const Alert &alert);
    static QString heading(const AlertColumn &column);
    static QString text(const Alert &alert, const AlertColumn &column, const AlertStore &store, WallTime now);
    /// What fires, until when somebody must respond, or why nobody needs to.
    static QString respondText(const Alert &alert, const AlertStore &store, WallTime now);
    /// "4:59"; from an hour on "3 h", "400 d": seconds say nothing there.
    static QString restText(std::chrono::milliseconds rest);
    /// Who muted it and until when, where the silence itself can be seen; or which alert inhibits it.
    static QString silencedText(const Alert &alert, const AlertStore &store, WallTime now);
    /// What alerts are grouped by: a label's name, or @state @severity @origin @cluster.
    static QString groupingWord(const QString &by);
};

} // namespace Watchfloor
