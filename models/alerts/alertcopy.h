#pragma once

#include "models/alerts/alertcells.h"
#include "models/alerts/slice.h"

namespace Watchfloor {

/// Alerts as text for a chat, a program or a document.
class AlertCopy
{
    Q_DECLARE_TR_FUNCTIONS(Watchfloor::AlertCopy)

public:
    enum class Form { Text, Json, Markdown };

    struct Copied
    {
        QString text;
        int alerts = 0;
        int leftOut = 0; ///< of a selection that is larger than what is copied at once
    };

    /// A copy of many alerts, some of them at a time. Those that leave meanwhile are not in it.
    class Work
    {
    public:
        Work(const std::vector<const Alert *> &alerts, Form form, std::vector<AlertColumn> columns, const AlertStore &store, WallTime now);
        /// True when all is copied.
        bool proceed(Slice &slice);
        const Copied &copied() const { return m_copied; }
        int wanted() const { return int(m_fingerprints.size()); }

    private:
        QString lineOf(const Alert &alert) const;
        void finish();

        QStringList m_fingerprints;
        Form m_form;
        std::vector<AlertColumn> m_columns;
        const AlertStore &m_store;
        WallTime m_now;
        qsizetype m_at = 0;
        Copied m_copied;
    };

    /// Text and Markdown have these columns; JSON has all that is known. At most 10,000 alerts and some megabytes.
    static Copied of(const std::vector<const Alert *> &alerts, Form form, const std::vector<AlertColumn> &columns, const AlertStore &store, WallTime now);
    /// One alert with all that is known of it: what the columns say, labels, annotations.
    static QString whole(const Alert &alert, Form form, const AlertStore &store, WallTime now);
};

} // namespace Watchfloor
