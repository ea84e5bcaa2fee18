#include "models/stack/demotemplates.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

// Outside the namespace, as Qt's resource initialisation asks for.
static void loadResources()
{
    Q_INIT_RESOURCE(demo);
}

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

constexpr QLatin1String resourceRoot(":/demo/");
constexpr QLatin1String perService("@SERVICE@");

QString resourceText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString seconds(std::chrono::seconds time)
{
    return QString::number(time.count()) + u's';
}

TemplateValues valuesFor(const StackService &service, TemplateValues values)
{
    values[u"SERVICE"_s] = service.name;
    values[u"SERVICE_PORT"_s] = QString::number(service.port);
    values[u"SERVICE_DIRECTORY"_s] = service.directory;
    return values;
}

/// Adds a template to `files`: once, or once a service when its name says so.
Result<void> addFilled(const QString &resource, const QString &path, const StackInfo &info, const TemplateValues &values,
                       std::vector<StackFile> &files)
{
    const QString text = resourceText(resource);
    if (!path.contains(perService)) {
        Result<QString> filled = filledTemplate(text, values, path);
        if (!filled)
            return filled.error();
        files.push_back({path, *filled});
        return {};
    }
    for (const StackService &service : info.services) {
        Result<QString> filled = filledTemplate(text, valuesFor(service, values), path);
        if (!filled)
            return filled.error();
        files.push_back({QString(path).replace(perService, service.name), *filled});
    }
    return {};
}

/// One configuration with a section a service.
Result<void> addSupervisor(const StackInfo &info, const TemplateValues &values, std::vector<StackFile> &files)
{
    Result<QString> text = filledTemplate(resourceText(u":/demo/servers/supervisord.conf"_s), values, u"supervisord.conf"_s);
    if (!text)
        return text.error();
    const QString program = resourceText(u":/demo/servers/program.conf"_s);
    for (const StackService &service : info.services) {
        const Result<QString> section = filledTemplate(program, valuesFor(service, values), u"program.conf"_s);
        if (!section)
            return section.error();
        *text += *section;
    }
    files.push_back({u"supervisord.conf"_s, *text});
    return {};
}

} // namespace

Result<QString> filledTemplate(const QString &text, const TemplateValues &values, const QString &where)
{
    static const QRegularExpression place(u"@([A-Za-z][A-Za-z0-9_-]*)@"_s);
    QString filled;
    qsizetype from = 0;
    for (auto matches = place.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const auto value = values.find(match.captured(1));
        if (value == values.end()) {
            const auto line = text.left(match.capturedStart()).count(u'\n') + 1;
            return Error{Error::Kind::Invalid, u"%1 has no value"_s.arg(match.captured()), u"%1:%2"_s.arg(where).arg(line)};
        }
        filled += QStringView(text).sliced(from, match.capturedStart() - from);
        filled += value->second;
        from = match.capturedEnd();
    }
    filled += QStringView(text).sliced(from);
    return filled;
}

TemplateValues templateValues(const StackInfo &info, const StackPorts &ports, const StackTiming &timing, const QString &servicePath)
{
    TemplateValues values{
        {u"FOLDER"_s, info.folder},
        {u"PROMETHEUS_URL"_s, info.prometheusUrl.toString()},
        {u"ALERTMANAGER_URL"_s, info.alertmanagerUrl.toString()},
        {u"REDIS_EXPORTER_URL"_s, info.redisExporterUrl.toString()},
        {u"PROMETHEUS_PORT"_s, QString::number(ports.prometheus)},
        {u"ALERTMANAGER_PORT"_s, QString::number(ports.alertmanager)},
        {u"NODE_EXPORTER_PORT"_s, QString::number(ports.nodeExporter)},
        {u"REDIS_EXPORTER_PORT"_s, QString::number(ports.redisExporter)},
        {u"REDIS_PORT"_s, QString::number(info.redisPort)},
        {u"INTERVAL"_s, seconds(timing.scrape)},
        {u"WINDOW"_s, seconds(timing.window)},
        {u"PENDING"_s, seconds(timing.pending)},
        {u"GROUP_WAIT"_s, seconds(timing.groupWait)},
        {u"GROUP_INTERVAL"_s, seconds(timing.groupInterval)},
        {u"VERIFY_WITHIN"_s, seconds(timing.verifyWithin)},
        {u"VERIFY_FOR"_s, seconds(timing.verifyFor)},
        // supervisord takes % for the start of an expression.
        {u"SERVICE_PROGRAM"_s, QString(servicePath).replace(u'%', "%%"_L1)},
    };
    for (const StackService &service : info.services)
        values[u"PORT_"_s + service.name] = QString::number(service.port);
    return values;
}

Result<std::vector<StackFile>> stackFiles(const StackInfo &info, const TemplateValues &values)
{
    loadResources();
    std::vector<StackFile> files;
    const std::pair<QString, QString> servers[] = {{u"prometheus.yml"_s, u"prometheus/prometheus.yml"_s},
                                                   {u"rules.yaml"_s, u"prometheus/rules.yaml"_s},
                                                   {u"alertmanager.yml"_s, u"alertmanager/alertmanager.yml"_s}};
    for (const auto &[name, path] : servers) {
        if (const auto added = addFilled(u":/demo/servers/"_s + name, path, info, values, files); !added)
            return added.error();
    }
    if (const auto added = addSupervisor(info, values, files); !added)
        return added.error();
    for (QDirIterator each(u":/demo/workspace"_s, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        const QString resource = each.next();
        const auto added = addFilled(resource, resource.mid(resourceRoot.size()), info, values, files);
        if (!added)
            return added.error();
    }
    return files;
}

} // namespace Watchfloor
