#include "models/database/history.h"

#include "models/database/historyschema.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QThreadPool>
#include <QVariant>

namespace Watchfloor {

namespace {

constexpr size_t mostWaiting = 100'000;

/// Null and empty are one in a QString, and not in SQL.
QString present(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

Result<void> run(QSqlQuery &query, const QSqlDatabase &database)
{
    return query.exec() ? Result<void>() : Result<void>(databaseError(query.lastError(), database.databaseName()));
}

Result<void> write(QSqlDatabase &database, const TransitionRecord &record)
{
    QSqlQuery query(database);
    query.prepare(QStringLiteral("INSERT INTO alert_transition (fingerprint, alertname, labels, state, wall_ms, source) VALUES (?, ?, ?, ?, ?, ?)"));
    for (const QString &text : {record.fingerprint, record.alertname, record.labelsJson, record.state})
        query.addBindValue(present(text));
    query.addBindValue(record.wallMs);
    query.addBindValue(present(record.source));
    return run(query, database);
}

Result<void> write(QSqlDatabase &database, const SourceRecord &record)
{
    QSqlQuery query(database);
    query.prepare(QStringLiteral("INSERT INTO source_state (source, state, detail, wall_ms) VALUES (?, ?, ?, ?)"));
    for (const QString &text : {record.source, record.state, record.detail})
        query.addBindValue(present(text));
    query.addBindValue(record.wallMs);
    return run(query, database);
}

Result<void> write(QSqlDatabase &database, const History::Write &write)
{
    return write(database);
}

TransitionRecord transitionOf(const QSqlQuery &query)
{
    return {query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
            query.value(3).toString(), query.value(4).toLongLong(), query.value(5).toString()};
}

SourceRecord sourceOf(const QSqlQuery &query)
{
    return {query.value(0).toString(), query.value(1).toString(), query.value(2).toString(), query.value(3).toLongLong()};
}

template <typename T>
auto selection(const QString &statement, const QVariantList &values, T (*rowOf)(const QSqlQuery &))
{
    return [statement, values, rowOf](QSqlDatabase &database) -> Result<std::vector<T>> {
        QSqlQuery query(database);
        query.setForwardOnly(true);
        query.prepare(statement);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (const Result<void> done = run(query, database); !done)
            return done.error();
        std::vector<T> rows;
        while (query.next())
            rows.push_back(rowOf(query));
        return rows;
    };
}

const QString transitionColumns = QStringLiteral("SELECT fingerprint, alertname, labels, state, wall_ms, source FROM alert_transition ");

} // namespace

History::History(const QString &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_database(path, historyMigrations(), clock)
{
    connect(&m_database, &Database::setAside, this, &History::setAside);
}

History::~History()
{
    // The database lets it come to its end before it closes.
    flush();
}

void History::add(Record record)
{
    m_waiting.push_back(std::move(record));
    if (m_waiting.size() > mostWaiting) {
        m_waiting.pop_front();
        ++m_dropped;
    }
    scheduleFlush();
}

void History::retry()
{
    scheduleFlush();
}

void History::scheduleFlush()
{
    // One batch under way at a time keeps the order when one fails.
    if (m_isScheduled || m_inFlight > 0 || m_waiting.empty())
        return;
    m_isScheduled = true;
    QMetaObject::invokeMethod(this, &History::flush, Qt::QueuedConnection);
}

void History::flush()
{
    m_isScheduled = false;
    if (m_waiting.empty())
        return;
    // Shared, not copied: a storm leaves thousands of them.
    const auto batch = std::make_shared<std::deque<Record>>(std::exchange(m_waiting, {}));
    m_inFlight += qsizetype(batch->size());
    m_database.ask<bool>(
        [batch](QSqlDatabase &database) -> Result<bool> {
            for (const Record &record : *batch) {
                const Result<void> done = std::visit([&database](const auto &value) { return write(database, value); }, record);
                if (!done)
                    return done.error();
            }
            return true;
        },
        this, [this, batch](const Result<bool> &result) { handleWritten(batch, result); });
}

void History::handleWritten(const std::shared_ptr<std::deque<Record>> &batch, const Result<bool> &result)
{
    m_inFlight -= qsizetype(batch->size());
    if (!result.ok()) {
        batch->insert(batch->end(), std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(m_waiting.end()));
        m_waiting = std::move(*batch);
        Q_EMIT failed(result.error());
        return;
    }
    // Nobody need wait until their texts are freed.
    QThreadPool::globalInstance()->start([written = std::make_shared<std::deque<Record>>(std::move(*batch))]() mutable { written.reset(); });
    scheduleFlush();
    Q_EMIT recorded();
}

void History::recentTransitions(const QString &fingerprint, int limit, QObject *context, Handler<TransitionRecord> handler)
{
    m_database.ask<std::vector<TransitionRecord>>(
        selection(transitionColumns + QStringLiteral("WHERE fingerprint = ? ORDER BY wall_ms DESC, id DESC LIMIT ?"),
                  {present(fingerprint), limit}, &transitionOf),
        context, std::move(handler));
}

void History::transitionsBetween(WallTime from, WallTime to, int limit, QObject *context, Handler<TransitionRecord> handler)
{
    m_database.ask<std::vector<TransitionRecord>>(
        selection(transitionColumns + QStringLiteral("WHERE wall_ms >= ? AND wall_ms <= ? ORDER BY wall_ms, id LIMIT ?"),
                  {qint64(from.time_since_epoch().count()), qint64(to.time_since_epoch().count()), limit}, &transitionOf),
        context, std::move(handler));
}

void History::recentSourceStates(const QString &source, int limit, QObject *context, Handler<SourceRecord> handler)
{
    m_database.ask<std::vector<SourceRecord>>(
        selection(QStringLiteral("SELECT source, state, detail, wall_ms FROM source_state WHERE source = ? "
                                 "ORDER BY wall_ms DESC, id DESC LIMIT ?"),
                  {present(source), limit}, &sourceOf),
        context, std::move(handler));
}

void History::prune(int days)
{
    const qint64 oldest = (m_clock.wall() - std::chrono::days(days)).time_since_epoch().count();
    m_database.ask<bool>(
        [oldest](QSqlDatabase &database) -> Result<bool> {
            for (const auto &table : {QStringLiteral("alert_transition"), QStringLiteral("source_state")}) {
                QSqlQuery query(database);
                query.prepare(QStringLiteral("DELETE FROM %1 WHERE wall_ms < ?").arg(table));
                query.addBindValue(oldest);
                if (const Result<void> done = run(query, database); !done)
                    return done.error();
            }
            return true;
        },
        this, [this](const Result<bool> &result) {
            if (!result.ok())
                Q_EMIT failed(result.error());
        });
}

} // namespace Watchfloor
