#pragma once

#include "models/database/database.h"

#include <deque>
#include <memory>
#include <variant>

namespace Watchfloor {

/// An alert took a state; the wall clock's milliseconds since 1970.
struct TransitionRecord
{
    QString fingerprint;
    QString alertname;
    QString labelsJson;
    QString state;
    qint64 wallMs = 0;
    QString source;
    bool operator==(const TransitionRecord &) const = default;
};

/// A source took a state, and why.
struct SourceRecord
{
    QString source;
    QString state;
    QString detail;
    qint64 wallMs = 0;
    bool operator==(const SourceRecord &) const = default;
};

/// What happened, kept over restarts in history.sqlite. Records are written in one transaction a turn of the event loop; what
/// cannot be written now is kept, told by failed(), and tried again with the next record or with retry().
class History final : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Handler = std::function<void(Result<std::vector<T>>)>;
    /// Anything else to write, on the database's thread; it is run again when its transaction failed.
    using Write = std::function<Result<void>(QSqlDatabase &)>;

    History(const QString &path, const Clock &clock, QObject *parent = nullptr);
    ~History() override;

    void record(const TransitionRecord &record) { add(record); }
    void record(const SourceRecord &record) { add(record); }
    void record(const Write &write) { add(write); }
    void retry();
    /// Any other question; see Database::ask().
    template <typename T>
    void ask(std::function<Result<T>(QSqlDatabase &)> question, QObject *context, std::function<void(Result<T>)> answer)
    {
        m_database.ask<T>(std::move(question), context, std::move(answer));
    }

    /// The newest first, at most `limit`.
    void recentTransitions(const QString &fingerprint, int limit, QObject *context, Handler<TransitionRecord> handler);
    /// Of every alert between two times, the oldest first.
    void transitionsBetween(WallTime from, WallTime to, int limit, QObject *context, Handler<TransitionRecord> handler);
    void recentSourceStates(const QString &source, int limit, QObject *context, Handler<SourceRecord> handler);
    /// Forgets what is older than `days`.
    void prune(int days);

    /// Records that wait for the disk, and those that had to be dropped because too many waited.
    qsizetype waiting() const { return qsizetype(m_waiting.size()) + m_inFlight; }
    qint64 dropped() const { return m_dropped; }

Q_SIGNALS:
    void recorded();
    void failed(const Watchfloor::Error &error);
    /// The damaged file stands under `name` now; a new history has begun.
    void setAside(const QString &name);

private:
    using Record = std::variant<TransitionRecord, SourceRecord, Write>;
    void add(Record record);
    void scheduleFlush();
    void flush();
    void handleWritten(const std::shared_ptr<std::deque<Record>> &batch, const Result<bool> &result);

    const Clock &m_clock;
    Database m_database;
    std::deque<Record> m_waiting;
    qsizetype m_inFlight = 0;
    qint64 m_dropped = 0;
    bool m_isScheduled = false;
};

} // namespace Watchfloor
