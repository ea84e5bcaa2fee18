#pragma once

#include "models/routing/notificationtrace.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>

namespace Watchfloor {

/// A trace as a person reads it.
class TraceWords
{
    Q_DECLARE_TR_FUNCTIONS(Watchfloor::TraceWords)

public:
    struct Note
    {
        QString text;
        Tone tone = Tone::Secondary;
        bool operator==(const Note &) const = default;
    };
    struct Words
    {
        QString sentence; ///< whether somebody was told, and why not
        Tone tone = Tone::Primary;
        std::vector<Note> notes; ///< what else is to be known
    };

    static Words of(const NotificationTrace &trace, WallTime now);
    /// The steps of a route, from its matchers to whom it tells.
    static QStringList steps(const RouteTrace &route);
    /// "PagerDuty", "Slack"; one that is not known here as the file has it.
    static QString integration(const QString &name);
    /// Of a section over all traces: whether anybody was told.
    static QString title(const std::vector<NotificationTrace> &traces);
    /// The same in few words, for one line.
    static QString summary(const std::vector<NotificationTrace> &traces, WallTime now);

private:
    static QString receivers(const NotificationTrace &trace);
    static QString held(const NotificationTrace &trace, WallTime now);
    static QString muted(const NotificationTrace &trace, WallTime now);
    static QString sentence(const NotificationTrace &trace, WallTime now);
    static void addNotes(const NotificationTrace &trace, WallTime now, std::vector<Note> &notes);
    static void addRouteNotes(const NotificationTrace &trace, WallTime now, std::vector<Note> &notes);
};

} // namespace Watchfloor
