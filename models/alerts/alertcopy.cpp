#include "models/alerts/alertcopy.h"

#include "models/core/format.h"
#include "models/core/jsonwriting.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

constexpr size_t mostAlerts = 10'000;
constexpr qsizetype mostCharacters = 16'000'000;
constexpr int unitsOfAlert = 200; ///< of a slice
constexpr int longestKey = 200;
constexpr int longestValue = 70'000; ///< an annotation of 64 kB goes whole

using nlohmann::ordered_json;

ordered_json alertJson(const Alert &alert)
{
    ordered_json json{{"fingerprint", alert.fingerprint.toStdString()},
                      {"state", alertStateName(alert.state).toStdString()},
                      {"severity", severityName(alert.severity).toStdString()},
                      {"labels", jsonMap<ordered_json>(alert.allLabels())},
                      {"annotations", jsonMap<ordered_json>(alert.annotations)},
                      {"startsAt", jsonTime(alert.startsAt)},
                      {"origins", jsonList<ordered_json>(alert.origins)},
                      {"silencedBy", jsonList<ordered_json>(alert.silencedBy)},
                      {"inhibitedBy", jsonList<ordered_json>(alert.inhibitedBy)},
                      {"receivers", jsonList<ordered_json>(alert.receivers)},
                      {"flapping", alert.flapping},
                      {"disputed", alert.disputed}};
    if (alert.endedAt)
        json["endedAt"] = jsonTime(*alert.endedAt);
    if (alert.acknowledgement)
        json["acknowledgement"] = {{"owner", alert.acknowledgement->owner.toStdString()},
                                   {"comment", alert.acknowledgement->comment.toStdString()},
                                   {"at", jsonTime(alert.acknowledgement->at)}};
    if (alert.acknowledgement && alert.acknowledgement->until)
        json["acknowledgement"]["until"] = jsonTime(*alert.acknowledgement->until);
    return json;
}

/// A cell of a Markdown table: nothing in it ends the cell, begins markup or is a link.
QString markdownCell(const QString &text)
{
    QString cell;
    for (const QChar c : text) {
        if (QStringView(u"\\`*_{}[]<>#|!~").contains(c))
            cell += u'\\';
        cell += c == u'\n' ? QChar(u' ') : c;
    }
    return cell;
}

} // namespace

AlertCopy::Work::Work(const std::vector<const Alert *> &alerts, Form form, std::vector<AlertColumn> columns, const AlertStore &store, WallTime now)
    : m_form(form)
    , m_columns(std::move(columns))
    , m_store(store)
    , m_now(now)
{
    const size_t wanted = std::min(alerts.size(), mostAlerts);
    m_fingerprints.reserve(qsizetype(wanted));
    for (size_t at = 0; at < wanted; ++at)
        m_fingerprints << alerts[at]->fingerprint;
    m_copied.leftOut = int(alerts.size() - wanted);
    if (form == Form::Json)
        m_copied.text = u'[';
    if (form != Form::Markdown)
        return;
    QStringList headings;
    for (const AlertColumn &column : m_columns)
        headings << markdownCell(AlertCells::heading(column));
    m_copied.text = QStringLiteral("| %1 |\n|%2\n").arg(headings.join(QStringLiteral(" | ")), QStringLiteral(" --- |").repeated(headings.size()));
}

QString AlertCopy::Work::lineOf(const Alert &alert) const
{
    if (m_form == Form::Json)
        return QString::fromStdString(alertJson(alert).dump(2, ' ', false, ordered_json::error_handler_t::replace));
    QStringList cells;
    for (const AlertColumn &column : m_columns) {
        const QString text = AlertCells::text(alert, column, m_store, m_now);
        cells << (m_form == Form::Markdown ? markdownCell(text) : text);
    }
    return m_form == Form::Markdown ? QStringLiteral("| %1 |").arg(cells.join(QStringLiteral(" | "))) : cells.join(u'\t');
}

bool AlertCopy::Work::proceed(Slice &slice)
{
    for (; m_at < m_fingerprints.size(); ++m_at) {
        if (slice.isOver())
            return false;
        if (m_copied.text.size() > mostCharacters)
            break;
        const Alert *alert = m_store.find(m_fingerprints[m_at]);
        if (!alert)
            continue;
        if (m_form == Form::Json && m_copied.alerts > 0)
            m_copied.text += QStringLiteral(",\n");
        m_copied.text += lineOf(*alert);
        if (m_form != Form::Json)
            m_copied.text += u'\n';
        ++m_copied.alerts;
        slice.spend(unitsOfAlert);
    }
    finish();
    return true;
}

void AlertCopy::Work::finish()
{
    m_copied.leftOut += int(m_fingerprints.size() - std::exchange(m_at, m_fingerprints.size()));
    if (m_form == Form::Json)
        m_copied.text += QStringLiteral("]\n");
    else if (m_copied.leftOut > 0)
        m_copied.text += tr("%n more alert(s) are not copied.", nullptr, m_copied.leftOut) + u'\n';
}

AlertCopy::Copied AlertCopy::of(const std::vector<const Alert *> &alerts, Form form, const std::vector<AlertColumn> &columns, const AlertStore &store, WallTime now)
{
    Work work(alerts, form, columns, store, now);
    Slice whole(false);
    work.proceed(whole);
    return work.copied();
}

QString AlertCopy::whole(const Alert &alert, Form form, const AlertStore &store, WallTime now)
{
    if (form == Form::Json)
        return QString::fromStdString(alertJson(alert).dump(2, ' ', false, ordered_json::error_handler_t::replace)) + u'\n';
    const bool markdown = form == Form::Markdown;
    const QString name = AlertCells::text(alert, {AlertColumn::Name}, store, now);
    QStringList lines{markdown ? QStringLiteral("### ") + markdownCell(name) : name, {}};
    const auto add = [&lines, markdown](const QString &key, const QString &value) {
        if (!value.isEmpty())
            lines << (markdown ? QStringLiteral("- **%1**: %2").arg(markdownCell(key), markdownCell(value)) : key + QStringLiteral(": ") + value);
    };
    for (int kind = AlertColumn::State; kind < AlertColumn::Label; ++kind)
        if (kind != AlertColumn::Name)
            add(AlertCells::heading({AlertColumn::Kind(kind)}), AlertCells::text(alert, {AlertColumn::Kind(kind)}, store, now));
    add(tr("Since"), QString::fromStdString(jsonTime(alert.startsAt)));
    if (alert.acknowledgement)
        add(tr("Comment"), Format::safeText(alert.acknowledgement->comment));
    for (const Labels &map : {alert.allLabels(), alert.annotations}) {
        if (map.isEmpty())
            continue;
        lines << QString();
        for (const auto &[key, value] : map)
            add(Format::safeText(key, longestKey), Format::safeText(value, longestValue));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace Watchfloor
