#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"

#include <QString>

#include <vector>

namespace Watchfloor {

/// A query that was asked by hand.
struct AskedQuery
{
    QString source;
    QString expression;
    WallTime at{};
    bool starred = false; ///< kept however many others come
    bool operator==(const AskedQuery &) const = default;
};

/// What was asked, newest first, each once. Kept in a file of JSON lines.
class QueryHistory
{
public:
    static constexpr size_t limit = 500; ///< beside the starred ones

    void add(const QString &source, const QString &expression, WallTime at);
    void setStarred(size_t place, bool starred);
    void remove(size_t place);
    const std::vector<AskedQuery> &queries() const { return m_queries; }
    /// Places of those that contain every word of `text`.
    std::vector<size_t> matching(const QString &text) const;

    /// Lines that cannot be read are left out; no file is an empty history.
    static QueryHistory load(const QString &file);
    Result<void> save(const QString &file) const;

private:
    std::vector<AskedQuery> m_queries;
};

} // namespace Watchfloor
