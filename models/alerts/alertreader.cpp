#include "models/alerts/alertreader.h"

#include "models/alerts/jsoncursor.h"
#include "models/alerts/streamedjson.h"
#include "models/metrics/prometheusjson.h"

#include <QHash>

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr size_t mostLabels = 1'000;

Error malformed(const QString &why)
{
    return {Error::Kind::Malformed, why, {}};
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// The time that a text says; absent when it is unreadable or the zero time.
std::optional<WallTime> timeOf(std::string_view text)
{
    const auto time = parseRfc3339(QByteArrayView(text.data(), qsizetype(text.size())));
    return time && *time != WallTime{} ? std::optional(*time) : std::nullopt;
}

QString cutAnnotation(const QString &value)
{
    const qsizetype end = value[annotationLimit - 1].isHighSurrogate() ? annotationLimit - 1 : annotationLimit;
    return value.left(end) + QStringLiteral("… [cut; %1 characters in all]").arg(value.size());
}

/// What several alerts in a row say in the same bytes, as most do of their status and receivers.
template <typename T>
struct Repeated
{
    std::string_view raw;
    T value;
};

struct Status
{
    bool suppressed = false;
    bool unprocessed = false;
    QStringList silencedBy;
    QStringList inhibitedBy;
    QStringList mutedBy;
};

/// One pass over the bytes of an answer.
class Reader
{
public:
    Reader(const QByteArray &body, const SeverityMapping &severities, size_t limit)
        : m_cursor(body)
        , m_severities(severities)
        , m_limit(limit)
    {
    }

    Result<AlertList> alerts()
    {
        if (!m_cursor.beginArray())
            return notList();
        readAlerts();
        return finished();
    }

    Result<AlertList> groups()
    {
        if (!m_cursor.beginArray())
            return notList();
        while (!m_error && m_cursor.nextElement())
            readGroup();
        Result<AlertList> list = finished();
        if (list)
            mergeByFingerprint(*list);
        return list;
    }

private:
    /// API v1 answers with an object where v2 has a list; it went away with 0.27 and lacks what silences need.
    Error notList()
    {
        bool status = false;
        bool data = false;
        std::string_view name;
        for (bool is = m_cursor.beginObject(); is && m_cursor.nextMember(name); m_cursor.skip()) {
            status = status || name == "status";
            data = data || name == "data";
        }
        if (status && data && m_cursor.atEnd())
            return {Error::Kind::Unsupported, QStringLiteral("this is API v1; Alertmanager 0.17 or newer with API v2 is needed"), {}};
        return malformed(QStringLiteral("not a list"));
    }

    Result<AlertList> finished()
    {
        if (m_error)
            return *m_error;
        if (!m_cursor.atEnd())
            return malformed(QStringLiteral("not JSON, or cut off"));
        keepWorst();
        return std::move(m_list);
    }

    void refuse(const QString &why)
    {
        if (!m_error)
            m_error = malformed(why);
    }

    void readAlerts()
    {
        while (!m_error && m_cursor.nextElement()) {
            readAlert();
            if (m_list.alerts.size() >= 2 * m_limit)
                keepWorst();
        }
    }

    void readGroup()
    {
        if (!m_cursor.beginObject())
            return refuse(QStringLiteral("a group that is no object"));
        for (std::string_view name; !m_error && m_cursor.nextMember(name);) {
            if (name == "alerts" && m_cursor.beginArray())
                readAlerts();
            else
                m_cursor.skip();
        }
    }

    void readAlert()
    {
        if (!m_cursor.beginObject())
            return refuse(QStringLiteral("an alert that is no object"));
        OriginAlert alert;
        bool unprocessed = false;
        for (std::string_view name; !m_error && m_cursor.nextMember(name);)
            readMember(name, alert, unprocessed);
        if (m_error || m_cursor.failed())
            return;
        if (alert.labels.isEmpty())
            return refuse(QStringLiteral("an alert without labels"));
        if (alert.fingerprint.isEmpty())
            alert.fingerprint = alertmanagerFingerprint(alert.labels);
        if (unprocessed)
            m_list.unprocessed << alert.fingerprint;
        ++m_list.total;
        m_list.alerts.push_back(std::move(alert));
    }

    void readMember(std::string_view name, OriginAlert &alert, bool &unprocessed)
    {
        std::string_view text;
        if (name == "labels")
            alert.labels = readLabels(QStringLiteral("labels"), false);
        else if (name == "annotations")
            alert.annotations = readLabels(QStringLiteral("annotations"), true);
        else if (name == "status")
            readStatus(alert, unprocessed);
        else if (name == "receivers")
            alert.receivers = readReceivers();
        else if (!m_cursor.readText(text))
            m_cursor.skip();
        else if (name == "fingerprint")
            alert.fingerprint = textOf(text);
        else if (name == "startsAt")
            alert.startsAt = timeOf(text).value_or(WallTime{});
        else if (name == "endsAt")
            alert.endsAt = timeOf(text);
        else if (name == "generatorURL")
            alert.generatorUrl = m_texts.of(text);
    }

    Labels readLabels(const QString &what, bool annotations)
    {
        if (m_cursor.takeSame("null"))
            return {};
        if (!m_cursor.beginObject()) {
            refuse(what + QStringLiteral(" is not an object"));
            return {};
        }
        std::vector<Labels::Pair> pairs;
        pairs.reserve(12);
        std::string_view name;
        std::string_view value;
        while (m_cursor.nextMember(name)) {
            QString key = m_texts.of(name);
            if (!m_cursor.readText(value) || pairs.size() == mostLabels) {
                if (!m_cursor.failed())
                    refuse(pairs.size() == mostLabels ? QStringLiteral("an alert with more than %1 %2").arg(mostLabels).arg(what)
                                                      : QStringLiteral("%1.%2 is not text").arg(what, key.left(64)));
                return {};
            }
            QString kept = m_texts.of(value);
            if (annotations && kept.size() > annotationLimit)
                kept = cutAnnotation(kept);
            pairs.emplace_back(std::move(key), std::move(kept));
        }
        return Labels(std::move(pairs));
    }

    void readStatus(OriginAlert &alert, bool &unprocessed)
    {
        if (!m_cursor.takeSame(m_status.raw)) {
            m_status.raw = m_cursor.takeRaw();
            m_status.value = statusOf(JsonCursor(QByteArrayView(m_status.raw.data(), qsizetype(m_status.raw.size()))));
            if (!m_status.raw.starts_with('{'))
                m_status.raw = {};
        }
        const Status &status = m_status.value;
        alert.state = status.suppressed ? OriginAlert::State::Suppressed : OriginAlert::State::Firing;
        alert.silencedBy = status.silencedBy;
        alert.inhibitedBy = status.inhibitedBy;
        alert.mutedBy = status.mutedBy;
        unprocessed = status.unprocessed;
    }

    Status statusOf(JsonCursor cursor)
    {
        Status status;
        if (!cursor.beginObject())
            return status;
        for (std::string_view name; cursor.nextMember(name);) {
            std::string_view text;
            if (name == "silencedBy")
                status.silencedBy = textsOf(cursor);
            else if (name == "inhibitedBy")
                status.inhibitedBy = textsOf(cursor);
            else if (name == "mutedBy")
                status.mutedBy = textsOf(cursor);
            else if (name != "state" || !cursor.readText(text))
                cursor.skip();
            status.suppressed = status.suppressed || text == "suppressed";
            status.unprocessed = status.unprocessed || text == "unprocessed";
        }
        return status;
    }

    /// Null is an empty list, as Go writes it.
    QStringList textsOf(JsonCursor &cursor)
    {
        QStringList texts;
        if (!cursor.beginArray()) {
            cursor.skip();
            return texts;
        }
        std::string_view text;
        while (cursor.nextElement()) {
            if (cursor.readText(text))
                texts << m_texts.of(text);
            else
                cursor.skip();
        }
        return texts;
    }

    QStringList readReceivers()
    {
        if (m_cursor.takeSame(m_receivers.raw))
            return m_receivers.value;
        m_receivers.raw = m_cursor.takeRaw();
        m_receivers.value = receiversOf(JsonCursor(QByteArrayView(m_receivers.raw.data(), qsizetype(m_receivers.raw.size()))));
        if (!m_receivers.raw.starts_with('['))
            m_receivers.raw = {};
        return m_receivers.value;
    }

    QStringList receiversOf(JsonCursor cursor)
    {
        QStringList names;
        if (!cursor.beginArray())
            return names;
        while (cursor.nextElement()) {
            if (!cursor.beginObject()) {
                cursor.skip();
                continue;
            }
            for (std::string_view name; cursor.nextMember(name);) {
                std::string_view text;
                if (name == "name" && cursor.readText(text))
                    names << m_texts.of(text);
                else
                    cursor.skip();
            }
        }
        return names;
    }

    /// Leaves the worst: active before suppressed, then by severity.
    void keepWorst()
    {
        std::vector<OriginAlert> &alerts = m_list.alerts;
        if (alerts.size() <= m_limit)
            return;
        std::vector<std::pair<int, size_t>> order;
        order.reserve(alerts.size());
        for (size_t i = 0; i < alerts.size(); ++i) {
            const int severity = int(m_severities.of(alerts[i].labels.value(u"severity")));
            order.emplace_back(severity + (alerts[i].state == OriginAlert::State::Suppressed ? 100 : 0), i);
        }
        std::nth_element(order.begin(), order.begin() + qsizetype(m_limit), order.end());
        order.resize(m_limit);
        std::sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
        std::vector<OriginAlert> kept;
        kept.reserve(m_limit);
        for (const auto &[badness, index] : order)
            kept.push_back(std::move(alerts[index]));
        alerts = std::move(kept);
    }

    JsonCursor m_cursor;
    const SeverityMapping &m_severities;
    size_t m_limit;
    SharedTexts m_texts;
    Repeated<Status> m_status;
    Repeated<QStringList> m_receivers;
    AlertList m_list;
    std::optional<Error> m_error;
};

/// Go encoders never write invalid UTF-8, so a body with some is rare; its alerts are worth more than its bytes.
QByteArray mended(const QByteArray &body)
{
    return body.isValidUtf8() ? body : QString::fromUtf8(body).toUtf8();
}

void join(QStringList &to, const QStringList &more)
{
    for (const QString &text : more)
        if (!to.contains(text))
            to << text;
}

} // namespace

Result<AlertList> parseAlerts(const QByteArray &body, const SeverityMapping &severities, size_t limit)
{
    if (QByteArrayView(body).trimmed().isEmpty())
        return malformed(QStringLiteral("the answer is empty"));
    const QByteArray text = mended(body);
    return Reader(text, severities, limit).alerts();
}

Result<AlertList> parseAlertGroups(const QByteArray &body, const SeverityMapping &severities, size_t limit)
{
    if (QByteArrayView(body).trimmed().isEmpty())
        return malformed(QStringLiteral("the answer is empty"));
    const QByteArray text = mended(body);
    return Reader(text, severities, limit).groups();
}

void mergeByFingerprint(AlertList &list)
{
    QHash<QString, size_t> places;
    std::vector<OriginAlert> merged;
    for (OriginAlert &alert : list.alerts) {
        const auto known = places.constFind(alert.fingerprint);
        if (known == places.cend()) {
            places.insert(alert.fingerprint, merged.size());
            merged.push_back(std::move(alert));
            continue;
        }
        OriginAlert &first = merged[*known];
        if (alert.state == OriginAlert::State::Firing)
            first.state = alert.state;
        join(first.silencedBy, alert.silencedBy);
        join(first.inhibitedBy, alert.inhibitedBy);
        join(first.mutedBy, alert.mutedBy);
        join(first.receivers, alert.receivers);
    }
    list.total -= list.alerts.size() - merged.size();
    list.alerts = std::move(merged);
    list.unprocessed.removeDuplicates();
}

QString alertmanagerFingerprint(const Labels &labels)
{
    constexpr quint64 prime = 1'099'511'628'211ULL;
    quint64 hash = 14'695'981'039'346'656'037ULL;
    const auto add = [&hash](const QByteArray &bytes) {
        for (const char c : bytes)
            hash = (hash ^ uchar(c)) * prime;
        hash = (hash ^ 0xFF) * prime;
    };
    std::vector<std::pair<QByteArray, QByteArray>> pairs;
    for (const auto &[name, value] : labels)
        pairs.emplace_back(name.toUtf8(), value.toUtf8());
    std::sort(pairs.begin(), pairs.end());
    for (const auto &[name, value] : pairs) {
        add(name);
        add(value);
    }
    return QStringLiteral("%1").arg(hash, 16, 16, QLatin1Char('0'));
}

} // namespace Watchfloor
