#include "app/demoservice/exposition.h"

#include <QFile>

#include <unistd.h>

namespace Watchfloor {

namespace {

/// A label value as the format wants it: backslash, quote and line feed escaped.
QByteArray escaped(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    return bytes.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

/// Collects the lines of one page; every family gets its HELP and TYPE.
class Page
{
public:
    explicit Page(const QString &service)
        : m_service("service=\"" + escaped(service) + '"')
    {
        m_text.reserve(8 * 1024);
    }
    void family(const char *name, const char *type, const char *help)
    {
        m_name = name;
        m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
    }
    void sample(const QByteArray &value, const QByteArray &labels = {}, const char *suffix = "")
    {
        m_text += m_name + suffix + '{' + m_service + (labels.isEmpty() ? QByteArray() : ',' + labels) + "} " + value + '\n';
    }
    void one(const char *name, const char *type, const char *help, const QByteArray &value)
    {
        family(name, type, help);
        sample(value);
    }
    QByteArray text() const { return m_text; }

private:
    QByteArray m_service;
    QByteArray m_name;
    QByteArray m_text;
};

QByteArray decimal(double value)
{
    return QByteArray::number(value, 'g', 15);
}

void addHistogram(Page &page, const Traffic &traffic)
{
    page.family("http_request_duration_seconds", "histogram", "Simulated time to answer a request.");
    const auto buckets = traffic.cumulativeBuckets();
    for (size_t i = 0; i < buckets.size(); ++i)
        page.sample(QByteArray::number(buckets[i]), "le=\"" + decimal(Traffic::bucketLimits[i]) + '"', "_bucket");
    page.sample(QByteArray::number(traffic.requests()), "le=\"+Inf\"", "_bucket");
    page.sample(decimal(traffic.latencySumSeconds()), {}, "_sum");
    page.sample(QByteArray::number(traffic.requests()), {}, "_count");
}

} // namespace

QByteArray metricsPage(const ServiceFigures &figures, const Traffic &traffic)
{
    Page page(figures.service);
    page.family("http_requests_total", "counter", "Requests answered, by status code.");
    page.sample(QByteArray::number(traffic.good()), "code=\"200\"");
    page.sample(QByteArray::number(traffic.errors()), "code=\"500\"");
    addHistogram(page, traffic);
    page.one("cache_hits_total", "counter", "Look-ups that found their key.", QByteArray::number(figures.cacheHits));
    page.one("cache_misses_total", "counter", "Look-ups that did not.", QByteArray::number(figures.cacheMisses));
    page.one("queue_depth", "gauge", "Requests that wait.", QByteArray::number(traffic.queueDepth()));
    page.one("orders_total", "counter", "Orders placed.", QByteArray::number(traffic.orders()));
    page.one("process_resident_memory_bytes", "gauge", "Resident memory.", QByteArray::number(figures.residentBytes));
    page.one("process_memory_limit_bytes", "gauge", "Memory that the service may use.", decimal(figures.plan.memoryLimitBytes));
    page.one("process_start_time_seconds", "gauge", "Start of the process, in seconds since 1970.", decimal(figures.startedAt));
    page.family("app_build_info", "gauge", "The release that runs.");
    page.sample("1", "commit=\"" + escaped(figures.commit) + "\",version=\"" + escaped(figures.plan.version) + '"');
    return page.text();
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> words = file.readAll().split(' ');
    return words.size() > 1 ? words[1].toLongLong() * qint64(sysconf(_SC_PAGESIZE)) : 0;
}

} // namespace Watchfloor
