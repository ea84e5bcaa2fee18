#include "models/explore/queryhistory.h"

#include "models/core/durablefile.h"

#include <QFile>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr qint64 fileLimit = 4 * 1024 * 1024;
constexpr qsizetype expressionLimit = 20'000;

std::optional<AskedQuery> readLine(const QByteArray &line)
{
    const auto json = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    if (!json.is_object() || !json.contains("expression") || !json["expression"].is_string() || !json.contains("at") || !json["at"].is_number_integer())
        return std::nullopt;
    AskedQuery query;
    query.expression = QString::fromStdString(json["expression"].get<std::string>());
    query.at = WallTime(std::chrono::milliseconds(json["at"].get<qint64>()));
    if (json.contains("source") && json["source"].is_string())
        query.source = QString::fromStdString(json["source"].get<std::string>());
    query.starred = json.contains("starred") && json["starred"].is_boolean() && json["starred"].get<bool>();
    return query;
}

} // namespace

void QueryHistory::add(const QString &source, const QString &expression, WallTime at)
{
    const QString text = expression.trimmed();
    if (text.isEmpty() || text.size() > expressionLimit)
        return;
    AskedQuery query{source, text, at, false};
    const auto known = std::find_if(m_queries.begin(), m_queries.end(), [&](const AskedQuery &old) { return old.source == source && old.expression == text; });
    if (known != m_queries.end()) {
        query.starred = known->starred;
        m_queries.erase(known);
    }
    m_queries.insert(m_queries.begin(), std::move(query));
    size_t plain = size_t(std::count_if(m_queries.begin(), m_queries.end(), [](const AskedQuery &old) { return !old.starred; }));
    for (size_t i = m_queries.size(); i > 0 && plain > limit; --i) {
        if (m_queries[i - 1].starred)
            continue;
        m_queries.erase(m_queries.begin() + std::ptrdiff_t(i) - 1);
        --plain;
    }
}

void QueryHistory::setStarred(size_t place, bool starred)
{
    if (place < m_queries.size())
        m_queries[place].starred = starred;
}

void QueryHistory::remove(size_t place)
{
    if (place < m_queries.size())
        m_queries.erase(m_queries.begin() + std::ptrdiff_t(place));
}

std::vector<size_t> QueryHistory::matching(const QString &text) const
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    std::vector<size_t> places;
    for (size_t i = 0; i < m_queries.size(); ++i)
        if (std::all_of(words.begin(), words.end(), [&](const QString &word) { return m_queries[i].expression.contains(word, Qt::CaseInsensitive); }))
            places.push_back(i);
    return places;
}

QueryHistory QueryHistory::load(const QString &file)
{
    QueryHistory history;
    QFile stored(file);
    if (!stored.open(QIODevice::ReadOnly) || stored.size() > fileLimit)
        return history;
    for (const QByteArray &line : stored.readAll().split('\n'))
        if (auto query = readLine(line))
            history.m_queries.push_back(*std::move(query));
    return history;
}

Result<void> QueryHistory::save(const QString &file) const
{
    QByteArray text;
    for (const AskedQuery &query : m_queries) {
        const nlohmann::json json{{"source", query.source.toStdString()},
                                  {"expression", query.expression.toStdString()},
                                  {"at", qint64(query.at.time_since_epoch().count())},
                                  {"starred", query.starred}};
        text += QByteArray::fromStdString(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)) + '\n';
    }
    return replaceDurably(file, text);
}

} // namespace Watchfloor
