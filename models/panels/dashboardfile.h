#pragma once

#include "models/core/result.h"
#include "models/panels/dashboard.h"

namespace Watchfloor {

/// A short-form dashboard's file as it was when somebody began to change it. It is written only while it still says what it said then, and keeps its
/// comments and order; the last change can be taken back.
class DashboardFile
{
public:
    static Result<DashboardFile> open(const QString &path);

    const QString &path() const { return m_path; }
    const QByteArray &text() const { return m_text; }
    const Dashboard &dashboard() const { return m_dashboard; }
    /// Nobody else wrote to it since it was opened, or since the last change here.
    bool isUnchanged() const;

    /// Invalid when somebody else wrote to the file meanwhile; what dashboardwriter.h refuses; what writing fails with.
    Result<void> change(size_t index, const Panel &panel);
    Result<void> add(const Panel &panel);
    Result<void> remove(size_t index);
    bool canUndo() const { return m_before.has_value(); }
    /// Back to what the file was before the last change, byte by byte.
    Result<void> undo();

private:
    DashboardFile(QString path, QByteArray text, Dashboard dashboard);
    Result<void> write(const Result<QByteArray> &text);

    QString m_path;
    QByteArray m_text;
    Dashboard m_dashboard;
    std::optional<QByteArray> m_before;
};

/// Where a panel more fits into a dashboard: below everything, at the left.
PanelPlace placeBelow(const Dashboard &dashboard, PanelPlace size = {});

} // namespace Watchfloor
