#include "models/database/databaseworker.h"

#include "models/core/durablefile.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace Watchfloor {

namespace {

/// SQLite's own code names no reason when it cannot open; the system's does.
Result<void> checkWritable(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fileError(errno, path);
    ::close(descriptor);
    return {};
}

} // namespace

DatabaseWorker::DatabaseWorker(const QString &path, Migrations migrations, WallTime madeAt)
    : m_path(path)
    , m_connection(QUuid::createUuid().toString(QUuid::Id128))
    , m_migrations(std::move(migrations))
    , m_madeAt(madeAt)
{
}

DatabaseWorker::~DatabaseWorker()
{
    close();
}

void DatabaseWorker::close()
{
    if (!m_database)
        return;
    m_database->close();
    m_database.reset();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> DatabaseWorker::transact(const std::function<Result<void>(QSqlDatabase &)> &question)
{
    if (const Result<void> opened = ensureOpen(); !opened)
        return opened;
    if (!m_database->transaction())
        return databaseError(m_database->lastError(), m_path);
    const Result<void> done = question(*m_database);
    if (!done) {
        m_database->rollback();
        return done;
    }
    if (!m_database->commit()) {
        const Error error = databaseError(m_database->lastError(), m_path);
        m_database->rollback();
        return error;
    }
    return {};
}

Result<void> DatabaseWorker::ensureOpen()
{
    if (m_database)
        return QFileInfo::exists(m_path) ? Result<void>() : (close(), ensureOpen());
    Result<void> opened = open();
    if (!opened && opened.error().kind == Error::Kind::Malformed) {
        close();
        if (const Result<void> moved = moveAside(); !moved)
            return moved;
        opened = open();
    }
    if (!opened)
        close();
    return opened;
}

Result<void> DatabaseWorker::open()
{
    if (const Result<void> writable = checkWritable(m_path); !writable)
        return writable;
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database->setDatabaseName(m_path);
    m_database->setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=3000"));
    if (!m_database->open())
        return databaseError(m_database->lastError(), m_path);
    const Result<void> configured = configure();
    return configured ? migrate() : configured;
}

Result<void> DatabaseWorker::configure()
{
    QSqlQuery query(*m_database);
    if (!query.exec(QStringLiteral("PRAGMA quick_check(1)")) || !query.next())
        return databaseError(query.lastError(), m_path);
    if (const QString verdict = query.value(0).toString(); verdict != QLatin1String("ok"))
        return Error{Error::Kind::Malformed, verdict, m_path};
    query.finish();
    for (const auto &pragma : {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL")})
        if (const Result<void> done = execute(pragma); !done)
            return done;
    return {};
}

Result<void> DatabaseWorker::migrate()
{
    const Result<int> found = version();
    if (!found)
        return found.error();
    const int known = int(m_migrations.size());
    if (*found > known)
        return Error{Error::Kind::Unsupported,
                     QStringLiteral("it is of version %1, and this program knows versions up to %2; use the newer program, or "
                                    "move the file away")
                         .arg(*found)
                         .arg(known),
                     m_path};
    if (*found > 0 && *found < known)
        if (const Result<void> saved = backUp(*found); !saved)
            return saved;
    for (int next = *found; next < known; ++next)
        if (const Result<void> done = step(next + 1, m_migrations[size_t(next)]); !done)
            return done;
    return {};
}

Result<void> DatabaseWorker::step(int version, const QStringList &statements)
{
    if (!m_database->transaction())
        return databaseError(m_database->lastError(), m_path);
    for (const QString &statement : statements + QStringList{QStringLiteral("PRAGMA user_version=%1").arg(version)}) {
        if (const Result<void> done = execute(statement); !done) {
            m_database->rollback();
            return done;
        }
    }
    return m_database->commit() ? Result<void>() : Result<void>(databaseError(m_database->lastError(), m_path));
}

Result<void> DatabaseWorker::backUp(int version)
{
    const QString copy = m_path + QStringLiteral(".v%1").arg(version);
    if (QFileInfo::exists(copy))
        return {};
    QSqlQuery query(*m_database);
    query.prepare(QStringLiteral("VACUUM INTO ?"));
    query.addBindValue(copy);
    return query.exec() ? Result<void>() : Result<void>(databaseError(query.lastError(), copy));
}

Result<void> DatabaseWorker::moveAside()
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(m_madeAt.time_since_epoch().count()).toUTC();
    const QString base = m_path + QStringLiteral(".damaged-") + time.toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = base;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = base + QStringLiteral("-%1").arg(i);
    if (::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(name).constData()) != 0)
        return fileError(errno, m_path);
    for (const auto &suffix : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::rename(m_path + suffix, name + suffix);
    Q_EMIT setAside(name);
    return {};
}

Result<int> DatabaseWorker::version()
{
    QSqlQuery query(*m_database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return databaseError(query.lastError(), m_path);
    return query.value(0).toInt();
}

Result<void> DatabaseWorker::execute(const QString &statement)
{
    QSqlQuery query(*m_database);
    return query.exec(statement) ? Result<void>() : Result<void>(databaseError(query.lastError(), m_path));
}

} // namespace Watchfloor
