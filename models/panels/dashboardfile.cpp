#include "models/panels/dashboardfile.h"

#include "models/core/durablefile.h"
#include "models/panels/dashboardwriter.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

namespace Watchfloor {

namespace {

constexpr qint64 sizeLimit = 16 * 1024 * 1024;

Result<QByteArray> wholeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? Error::Kind::Io : Error::Kind::NotFound, file.errorString(), path};
    QByteArray text = file.read(sizeLimit + 1);
    if (text.size() > sizeLimit)
        return Error{Error::Kind::TooLarge, {}, path};
    return text;
}

} // namespace

DashboardFile::DashboardFile(QString path, QByteArray text, Dashboard dashboard)
    : m_path(std::move(path))
    , m_text(std::move(text))
    , m_dashboard(std::move(dashboard))
{
}

Result<DashboardFile> DashboardFile::open(const QString &path)
{
    // What a link leads to is written, not the link.
    const QString canonical = QFileInfo(path).canonicalFilePath();
    const QString file = canonical.isEmpty() ? path : canonical;
    const Result<QByteArray> text = wholeFile(file);
    if (!text)
        return text.error();
    DashboardDocument document = readDashboard(*text, file);
    if (!document.dashboard)
        return Error{Error::Kind::Invalid, document.faults.empty() ? QString() : document.faults.front().toString(), file};
    return DashboardFile(file, *text, *std::move(document.dashboard));
}

bool DashboardFile::isUnchanged() const
{
    const Result<QByteArray> now = wholeFile(m_path);
    return now && *now == m_text;
}

Result<void> DashboardFile::change(size_t index, const Panel &panel)
{
    return write(withPanelChanged(m_text, m_path, index, panel));
}

Result<void> DashboardFile::add(const Panel &panel)
{
    return write(withPanelAdded(m_text, m_path, panel));
}

Result<void> DashboardFile::remove(size_t index)
{
    return write(withPanelRemoved(m_text, m_path, index));
}

Result<void> DashboardFile::undo()
{
    if (!m_before)
        return Error{Error::Kind::Invalid, QStringLiteral("there is nothing to take back"), m_path};
    const Result<void> written = write(*m_before);
    if (written)
        m_before.reset();
    return written;
}

Result<void> DashboardFile::write(const Result<QByteArray> &text)
{
    if (!text)
        return text.error();
    if (!isUnchanged())
        return Error{Error::Kind::Invalid, QStringLiteral("somebody else changed the file meanwhile; nothing was written"), m_path};
    DashboardDocument document = readDashboard(*text, m_path);
    if (!document.dashboard)
        return Error{Error::Kind::Invalid, document.faults.empty() ? QString() : document.faults.front().toString(), m_path};
    // A file that may not be written is not replaced by another one either.
    if (!QFileInfo(m_path).isWritable())
        return fileError(EACCES, m_path);
    const QFile::Permissions mode = QFile::permissions(m_path);
    if (const auto written = replaceDurably(m_path, *text); !written)
        return written.error();
    QFile::setPermissions(m_path, mode);
    m_before = std::exchange(m_text, *text);
    m_dashboard = *std::move(document.dashboard);
    return {};
}

PanelPlace placeBelow(const Dashboard &dashboard, PanelPlace size)
{
    size.x = size.y = 0;
    for (const Panel &panel : dashboard.panels)
        size.y = std::max(size.y, panel.at.y + panel.at.height);
    return size;
}

} // namespace Watchfloor
