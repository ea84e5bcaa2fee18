#pragma once

#include "models/silences/silencepreview.h"
#include "models/silences/silencereach.h"

#include <QObject>
#include <QTimer>

namespace Watchfloor {

/// Keeps the preview of some matchers true while they are typed and the alerts change, in slices that do not hold the main loop.
/// What was asked before is void as soon as something else is.
class SilencePreviewer final : public QObject
{
    Q_OBJECT

public:
    explicit SilencePreviewer(const AlertStore &store, QObject *parent = nullptr);

    /// The first slice is done at once: where it is enough, the preview is there when this returns.
    void ask(const Matchers &matchers);
    /// The Alertmanagers that the silence is for, those of one cluster; none: any.
    void setMembers(const QStringList &members);
    /// What the record of the last days knows; asks again.
    void setPast(std::vector<PastAlert> past);

    bool isBusy() const { return m_slices.isActive(); }
    const Matchers &matchers() const { return m_match.matchers(); }
    /// The pointers in it are good while the store does not change, and changed() of the store makes this ask again.
    const SilencePreview &preview() const { return m_preview; }
    const SilenceReach &reach() const { return m_reach; }

Q_SIGNALS:
    /// A whole preview is there.
    void previewed();

private:
    void restart();
    void slice();

    const AlertStore &m_store;
    AlertMatch m_match;
    QStringList m_members;
    SilencePreview m_preview;
    SilencePreview m_next;
    SilenceReach m_reach;
    RuleReach m_rules;
    std::vector<PastAlert> m_past;
    size_t m_at = 0;
    QTimer m_slices;
    QTimer m_again;
};

} // namespace Watchfloor
