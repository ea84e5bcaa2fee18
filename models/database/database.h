#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QThread>

#include <functional>
#include <memory>
#include <vector>

class QSqlDatabase;
class QSqlError;

namespace Watchfloor {

class DatabaseWorker;

/// The statements that lead from one version of a file to the next; the first entry makes version 1.
using Migrations = std::vector<QStringList>;

/// One SQLite file behind its own thread: values go in, values come out, the caller never waits for a disk. WAL with
/// synchronous=FULL, so that what was answered as done outlives a power cut. A file of a newer version is refused and not
/// touched; a damaged one is set aside under a name that is told, and a new one begun. What cannot be opened now is tried
/// again with the next question.
class Database final : public QObject
{
    Q_OBJECT

public:
    Database(const QString &path, Migrations migrations, const Clock &clock, QObject *parent = nullptr);
    /// Lets what was asked before come to its end, then closes.
    ~Database() override;

    /// Runs `question` on the database's thread, inside one transaction that is rolled back when it answers with an Error.
    /// `answer` is called on the caller's thread, unless `context` is gone.
    template <typename T>
    void ask(std::function<Result<T>(QSqlDatabase &)> question, QObject *context, std::function<void(Result<T>)> answer)
    {
        post([this, question = std::move(question), context = QPointer(context), answer = std::move(answer)](
                 const Transaction &transaction) mutable {
            Result<T> result = Error{};
            const Result<void> done = transaction([&](QSqlDatabase &database) -> Result<void> {
                result = question(database);
                return result.ok() ? Result<void>() : Result<void>(result.error());
            });
            if (!done)
                result = done.error();
            QMetaObject::invokeMethod(this, [context, answer = std::move(answer), result = std::move(result)] {
                if (context)
                    answer(result);
            }, Qt::QueuedConnection);
        });
    }

    QString path() const { return m_path; }

Q_SIGNALS:
    /// The damaged file stands under `name` now.
    void setAside(const QString &name);

private:
    using Transaction = std::function<Result<void>(const std::function<Result<void>(QSqlDatabase &)> &)>;
    void post(std::function<void(const Transaction &)> job);

    QString m_path;
    QThread m_thread;
    DatabaseWorker *m_worker;
};

/// The driver's failure as an Error of the file at `path`: DiskFull, ReadOnly, Locked, Malformed or Io.
Error databaseError(const QSqlError &error, const QString &path);

} // namespace Watchfloor
