#include "models/alerts/filtercompletion.h"

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr qsizetype mostDistinct = 5'000;

FilterCompletion::Counted byCount(const QHash<QString, int> &counts)
{
    FilterCompletion::Counted all;
    all.reserve(size_t(counts.size()));
    for (auto entry = counts.cbegin(); entry != counts.cend(); ++entry)
        all.emplace_back(entry.key(), entry.value());
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    return all;
}

void count(QHash<QString, int> &counts, const QString &value)
{
    const auto found = counts.find(value);
    if (found != counts.end())
        ++*found;
    else if (counts.size() < mostDistinct)
        counts.insert(value, 1);
}

bool isNameLetter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u':' || c == u'.' || c == u'-' || c == u'/';
}

/// Where a typed term stands: its sign, its name, its operator and what of the value is there.
struct Typed
{
    QString sign;
    QString name;
    QString op;
    QString value;
};

Typed takeApart(const QString &text)
{
    Typed typed;
    QStringView rest = QStringView(text).trimmed();
    if (rest.size() > 1 && (rest[0] == u'-' || rest[0] == u'!')) {
        typed.sign = rest[0];
        rest = rest.sliced(1);
    }
    qsizetype end = rest.startsWith(u'@') ? 1 : 0;
    while (end < rest.size() && isNameLetter(rest[end]))
        ++end;
    typed.name = rest.first(end).toString();
    rest = rest.sliced(end).trimmed();
    for (const QStringView op : {u"=~", u"!~", u"!=", u">=", u"<=", u"=", u">", u"<"})
        if (rest.startsWith(op)) {
            typed.op = op.toString();
            rest = rest.sliced(op.size()).trimmed();
            break;
        }
    typed.value = rest.toString();
    if (!typed.op.isEmpty() && typed.value.startsWith(u'"'))
        typed.value = typed.value.mid(1);
    return typed;
}

bool needsEscape(const QString &value)
{
    return std::any_of(value.begin(), value.end(), [](QChar c) { return QStringView(u"\\^$.|?*+()[]{}").contains(c); });
}

QString escaped(const QString &value)
{
    if (!needsEscape(value))
        return value;
    QString text;
    for (const QChar c : value)
        text += QStringView(u"\\^$.|?*+()[]{}").contains(c) ? QString(u'\\') + c : QString(c);
    return text;
}

} // namespace

void FilterCompletion::noteStoreChange()
{
    m_named = false;
    m_names.clear();
    m_values.clear();
}

const FilterCompletion::Counted &FilterCompletion::labelNames()
{
    if (std::exchange(m_named, true))
        return m_names;
    QHash<QString, int> counts;
    for (const Alert &alert : m_store.alerts())
        for (const Labels *labels : {&alert.labels, &alert.externalLabels})
            for (const auto &[name, value] : *labels)
                count(counts, name);
    m_names = byCount(counts);
    return m_names;
}

QStringList FilterCompletion::valuesOf(const Alert &alert, const QString &name) const
{
    if (name == u"@state")
        return {alertStateName(alert.state)};
    if (name == u"@severity")
        return {severityName(alert.severity)};
    if (name == u"@origin")
        return alert.origins;
    if (name == u"@owner")
        return alert.acknowledgement ? QStringList(alert.acknowledgement->owner) : QStringList();
    if (name == u"@receiver")
        return alert.receivers;
    QStringList found;
    if (name == u"@cluster")
        for (const QString &origin : alert.origins)
            found << m_clusters.value(origin, origin);
    if (name == u"@silenced_by")
        for (const QString &silence : alert.silencedBy)
            found << m_authors.value(silence, silence);
    if (name == u"@inhibited_by")
        for (const QString &inhibitor : alert.inhibitedBy) {
            const Alert *by = m_store.findByOrigin(inhibitor);
            found << (by ? by->name() : inhibitor);
        }
    found.removeDuplicates();
    return found;
}

const FilterCompletion::Counted &FilterCompletion::values(const QString &name)
{
    const auto known = m_values.constFind(name);
    if (known != m_values.cend())
        return *known;
    m_clusters.clear();
    m_authors.clear();
    if (name == u"@cluster")
        for (const auto &[cluster, sources] : m_store.clusters())
            for (const QString &source : sources)
                m_clusters.insert(source, cluster);
    if (name == u"@silenced_by")
        for (const auto &[source, silence] : m_store.allSilences())
            m_authors.insert(silence.id, silence.createdBy);
    QHash<QString, int> counts;
    for (const Alert &alert : m_store.alerts()) {
        if (name.startsWith(u'@')) {
            for (const QString &value : valuesOf(alert, name))
                count(counts, value);
            continue;
        }
        QStringList values{alert.labels.value(name)};
        if (values.front().isEmpty())
            alert.anyTold([&values, &name](const Labels &external) {
                if (const QString value = external.value(name); !values.contains(value))
                    values << value;
                return false;
            });
        for (const QString &value : values)
            if (!value.isEmpty())
                count(counts, value);
    }
    return *m_values.insert(name, byCount(counts));
}

std::vector<FilterSuggestion> FilterCompletion::suggestions(const QString &typedText, size_t most)
{
    std::vector<FilterSuggestion> all;
    const Typed typed = takeApart(typedText);
    const bool open = typedText.trimmed().startsWith(u'"') || typedText.trimmed().startsWith(u'{');
    if (open)
        return all;
    if (!typed.op.isEmpty()) {
        addValues(all, typed.sign, typed.name, typed.op, typed.value, most);
        return all;
    }
    if (!typed.value.isEmpty())
        return all;
    if (typed.name.startsWith(u'@')) {
        const QString start = typed.name.mid(1);
        if (alertAttributeNames().contains(start))
            addOperators(all, typed.sign, typed.name, most);
        for (const QString &name : alertAttributeNames())
            if (all.size() < most && name.startsWith(start) && name != start)
                all.push_back({typed.sign + u'@' + name, {}, name == u"flapping" || name == u"disputed"});
        return all;
    }
    addNames(all, typed.sign, typed.name, most);
    if (typed.name.size() >= 2)
        addWholeTerms(all, typed.sign, typed.name, most);
    return all;
}

void FilterCompletion::addNames(std::vector<FilterSuggestion> &all, const QString &sign, const QString &start, size_t most)
{
    for (const auto &[name, alerts] : labelNames()) {
        if (name == start)
            addOperators(all, sign, name, most);
        else if (all.size() < most && name.startsWith(start, Qt::CaseInsensitive))
            all.push_back({sign + name, tr("%n alert(s)", nullptr, alerts), false});
    }
}

void FilterCompletion::addOperators(std::vector<FilterSuggestion> &all, const QString &sign, const QString &name, size_t most) const
{
    if (name == u"@flapping" || name == u"@disputed") {
        all.push_back({sign + name, {}, true});
        return;
    }
    if (name == u"@age") {
        for (const QString &op : {QStringLiteral(">"), QStringLiteral("<")})
            if (all.size() < most)
                all.push_back({sign + name + op, op == u">" ? tr("longer than") : tr("less than"), false});
        return;
    }
    for (const auto &[op, meaning] : {std::pair(QStringLiteral("="), tr("is")), std::pair(QStringLiteral("!="), tr("is not")),
                                      std::pair(QStringLiteral("=~"), tr("matches")), std::pair(QStringLiteral("!~"), tr("does not match"))})
        if (all.size() < most)
            all.push_back({sign + name + op, meaning, false});
}

/// In an expression the alternative that is being typed is completed, those before it stay.
void FilterCompletion::addValues(std::vector<FilterSuggestion> &all, const QString &sign, const QString &name, const QString &op, const QString &start, size_t most)
{
    if (name == u"@age") {
        for (const QString &age : {QStringLiteral("5m"), QStringLiteral("15m"), QStringLiteral("1h"), QStringLiteral("4h"), QStringLiteral("1d")})
            if (all.size() < most && age.startsWith(start))
                all.push_back({sign + name + op + age, {}, true});
        return;
    }
    const bool regex = op.endsWith(u'~');
    const qsizetype bar = regex ? start.lastIndexOf(u'|') + 1 : 0;
    const QString before = start.left(bar);
    QString wanted = start.mid(bar);
    if (wanted.endsWith(u'"'))
        return;
    const auto add = [&](bool atStart) {
        for (const auto &[value, alerts] : values(name)) {
            if (all.size() >= most)
                return;
            const bool starts = value.startsWith(wanted, Qt::CaseInsensitive);
            if (starts != atStart || !value.contains(wanted, Qt::CaseInsensitive))
                continue;
            all.push_back({sign + name + op + quoted(before + (regex ? escaped(value) : value)), tr("%n alert(s)", nullptr, alerts), true});
        }
    };
    add(true);
    add(false);
}

/// Somebody who types "high" may mean the alert or the service of that name.
void FilterCompletion::addWholeTerms(std::vector<FilterSuggestion> &all, const QString &sign, const QString &word, size_t most)
{
    for (const QString &name : {QStringLiteral("alertname"), QStringLiteral("service"), QStringLiteral("severity")})
        for (const auto &[value, alerts] : values(name)) {
            if (all.size() >= most)
                return;
            if (value.contains(word, Qt::CaseInsensitive))
                all.push_back({sign + name + u'=' + quoted(value), tr("%n alert(s)", nullptr, alerts), true});
        }
}

} // namespace Watchfloor
