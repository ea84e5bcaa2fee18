#pragma once

#include "models/alerts/alert.h"

namespace Watchfloor {

/// A silence of an Alertmanager that stands behind an acknowledgement, so that others see it.
struct BackingSilence
{
    QString source;
    QString id;
    bool operator==(const BackingSilence &) const = default;
};

/// The silences that `acknowledgement` names; what cannot be read is left out.
inline std::vector<BackingSilence> backingSilences(const Acknowledgement &acknowledgement)
{
    std::vector<BackingSilence> found;
    for (const QString &line : acknowledgement.silence.split(u'\n', Qt::SkipEmptyParts))
        if (const qsizetype slash = line.lastIndexOf(u'/'); slash > 0 && slash + 1 < line.size())
            found.push_back({line.left(slash), line.sliced(slash + 1)});
    return found;
}

inline void addBacking(Acknowledgement &acknowledgement, const BackingSilence &silence)
{
    if (!acknowledgement.silence.isEmpty())
        acknowledgement.silence += u'\n';
    acknowledgement.silence += silence.source + u'/' + silence.id;
}

inline bool isBackedBy(const Acknowledgement &acknowledgement, const QString &id)
{
    const auto backing = backingSilences(acknowledgement);
    return std::any_of(backing.begin(), backing.end(), [&id](const BackingSilence &silence) { return silence.id == id; });
}

} // namespace Watchfloor
