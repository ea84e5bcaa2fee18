#pragma once

#include "models/sources/source.h"

#include <QObject>

#include <vector>

namespace Watchfloor {

/// Every source with its age; who cannot be seen is known here and nowhere else.
class SourceStore final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Replaces the set; a source that stays as it was keeps what is known of it.
    void setSources(const std::vector<SourceSpec> &specs);
    void apply(const QString &name, const SourceAnswer &answer, Instant now);
    /// What it cost in the last minute.
    void apply(const QString &name, const SourceFigures &figures);
    void applyFailure(const QString &name, const Error &error, Instant now);

    const std::vector<SourceStatus> &sources() const { return m_sources; }
    const SourceStatus *find(const QString &name) const;
    /// Blind for a name that is not there.
    State state(const QString &name, Instant now) const;

Q_SIGNALS:
    void changed(const QString &name); ///< empty: the whole set
    void figuresChanged(const QString &name);

private:
    SourceStatus *known(const QString &name);

    std::vector<SourceStatus> m_sources;
};

} // namespace Watchfloor
