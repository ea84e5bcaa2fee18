#pragma once

#include "models/core/clock.h"
#include "models/core/matcher.h"

#include <QDateTime>
#include <QStringList>

#include <string>

namespace Watchfloor {

/// RFC 3339 in UTC with milliseconds, as an Alertmanager writes and reads times: 2026-11-21T18:00:00.000Z.
inline QString rfc3339Text(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(time.time_since_epoch().count()), Qt::UTC).toString(Qt::ISODateWithMs);
}

inline std::string jsonTime(WallTime time)
{
    return rfc3339Text(time).toStdString();
}

// `Json` is nlohmann's, ordered or not.

template<typename Json>
Json jsonList(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.push_back(text.toStdString());
    return list;
}

/// Pairs of texts, such as labels, as an object.
template<typename Json, typename Pairs>
Json jsonMap(const Pairs &pairs)
{
    Json map = Json::object();
    for (const auto &[name, value] : pairs)
        map[name.toStdString()] = value.toStdString();
    return map;
}

/// As Alertmanager's API v2 has the matchers of a silence.
template<typename Json>
Json jsonMatchers(const Matchers &matchers)
{
    Json list = Json::array();
    for (const Matcher &matcher : matchers)
        list.push_back({{"name", matcher.name().toStdString()},
                        {"value", matcher.value().toStdString()},
                        {"isRegex", matcher.isRegex()},
                        {"isEqual", matcher.isEqual()}});
    return list;
}

} // namespace Watchfloor
