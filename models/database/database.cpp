#include "models/database/database.h"

#include "models/database/databaseworker.h"

#include <QSqlError>

namespace Watchfloor {

Database::Database(const QString &path, Migrations migrations, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_worker(new DatabaseWorker(path, std::move(migrations), clock.wall()))
{
    m_thread.setObjectName(QStringLiteral("database"));
    m_worker->moveToThread(&m_thread);
    connect(m_worker, &DatabaseWorker::setAside, this, &Database::setAside);
    m_thread.start();
}

Database::~Database()
{
    // Behind everything that was asked before: quit() alone would leave it unasked.
    QMetaObject::invokeMethod(m_worker, [this] {
        delete m_worker;
        m_thread.quit();
    }, Qt::QueuedConnection);
    m_thread.wait();
}

void Database::post(std::function<void(const Transaction &)> job)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, job = std::move(job)] {
        job([worker](const auto &question) { return worker->transact(question); });
    }, Qt::QueuedConnection);
}

Error databaseError(const QSqlError &error, const QString &path)
{
    // Primary result codes of SQLite; the extended ones keep them in their low byte.
    const int code = error.nativeErrorCode().toInt() & 0xFF;
    const auto kind = [code] {
        switch (code) {
        case 5:  // BUSY
        case 6:  // LOCKED
            return Error::Kind::Locked;
        case 8:  // READONLY
        case 3:  // PERM
            return Error::Kind::ReadOnly;
        case 11: // CORRUPT
        case 26: // NOTADB
            return Error::Kind::Malformed;
        case 13: // FULL
            return Error::Kind::DiskFull;
        default:
            return Error::Kind::Io;
        }
    }();
    return {kind, error.databaseText().isEmpty() ? error.text() : error.databaseText(), path};
}

} // namespace Watchfloor
