#pragma once

#include "models/database/database.h"

#include <QSqlDatabase>

#include <optional>

namespace Watchfloor {

/// The part of a Database that lives in its thread and owns the connection.
class DatabaseWorker final : public QObject
{
    Q_OBJECT

public:
    DatabaseWorker(const QString &path, Migrations migrations, WallTime madeAt);
    ~DatabaseWorker() override;

    Result<void> transact(const std::function<Result<void>(QSqlDatabase &)> &question);
    void close();

Q_SIGNALS:
    void setAside(const QString &name);

private:
    Result<void> ensureOpen();
    Result<void> open();
    Result<void> configure();
    Result<void> migrate();
    Result<void> step(int version, const QStringList &statements);
    Result<void> backUp(int version);
    Result<void> moveAside();
    Result<int> version();
    Result<void> execute(const QString &statement);

    QString m_path;
    QString m_connection;
    Migrations m_migrations;
    WallTime m_madeAt;
    std::optional<QSqlDatabase> m_database;
};

} // namespace Watchfloor
