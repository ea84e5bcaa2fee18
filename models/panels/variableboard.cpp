#include "models/panels/variableboard.h"

#include "models/panels/adhocfilters.h"

#include <algorithm>

namespace Watchfloor {

namespace {

using namespace Qt::StringLiterals;

constexpr size_t mostVariables = 200;

/// Everything of a variable in which others may be named.
QStringList namesIn(const Variable &variable)
{
    QStringList names;
    switch (variable.kind) {
    case Variable::Kind::Query:
        names = referencedNames(variable.query) + referencedNames(variable.source);
        break;
    case Variable::Kind::Custom:
    case Variable::Kind::Constant:
        names = referencedNames(variable.query);
        break;
    case Variable::Kind::DataSource:
    case Variable::Kind::Interval:
    case Variable::Kind::TextBox:
    case Variable::Kind::AdHoc:
        break;
    }
    return names + referencedNames(variable.pattern);
}

bool offersChoice(const Variable &variable)
{
    return variable.kind == Variable::Kind::Query || variable.kind == Variable::Kind::Custom || variable.kind == Variable::Kind::DataSource;
}

const Variable::Option *optionOf(const VariableOptions &options, const QString &value)
{
    const auto found = std::find_if(options.begin(), options.end(), [&value](const Variable::Option &option) { return option.value == value; });
    return found == options.end() ? nullptr : &*found;
}

bool isAll(const QStringList &chosen)
{
    return !chosen.isEmpty() && chosen.front() == allChoice;
}

/// What is chosen when nothing of what was chosen is offered any more.
QStringList usualChoice(const Variable &variable, const VariableOptions &options)
{
    if (variable.includeAll)
        return {allChoice};
    return options.empty() ? QStringList() : QStringList{options.front().value};
}

} // namespace

VariableBoard::VariableBoard(const std::vector<Variable> &variables, std::vector<SourceChoice> sources)
    : m_sources(std::move(sources))
{
    for (const Variable &variable : variables) {
        if (m_entries.size() >= mostVariables || variable.name.isEmpty() || find(variable.name))
            continue;
        Entry entry;
        entry.variable = variable;
        entry.options = variable.values;
        entry.chosen = variable.current;
        if (variable.kind == Variable::Kind::Interval && !entry.chosen.isEmpty() && entry.chosen.front().startsWith(automaticChoice))
            entry.chosen = {automaticChoice};
        m_entries.push_back(std::move(entry));
    }
    m_questions.resize(m_entries.size());
    orderEntries();
    resolve();
}

void VariableBoard::orderEntries()
{
    for (Entry &entry : m_entries)
        for (const QString &name : namesIn(entry.variable))
            if (find(name) && !entry.dependsOn.contains(name))
                entry.dependsOn.append(name);
    std::vector<bool> placed(m_entries.size(), false);
    const auto isPlaced = [&](const QString &name) { return placed[size_t(find(name) - m_entries.data())]; };
    // Again and again those whose dependencies all have their place. Rings have none, so they get theirs when nothing else moves.
    for (bool moved = true; moved;) {
        moved = false;
        for (size_t at = 0; at < m_entries.size(); ++at) {
            const QStringList &needed = m_entries[at].dependsOn;
            if (placed[at] || !std::all_of(needed.begin(), needed.end(), isPlaced))
                continue;
            placed[at] = moved = true;
            m_order.push_back(at);
        }
        for (size_t at = 0; at < m_entries.size() && !moved; ++at) {
            Entry &entry = m_entries[at];
            if (placed[at] || !reachesItself(entry))
                continue;
            placed[at] = true;
            entry.fault = Error{Error::Kind::Invalid, u"refers to itself through %1"_s.arg(entry.dependsOn.join(u", "_s)), entry.variable.name};
            if (entry.variable.kind == Variable::Kind::Constant)
                entry.chosen = QStringList{entry.variable.query};
            keepChoice(entry);
        }
        moved = moved || std::find(placed.begin(), placed.end(), false) != placed.end();
    }
}

bool VariableBoard::reachesItself(const Entry &entry) const
{
    QStringList reached = entry.dependsOn;
    for (qsizetype at = 0; at < reached.size(); ++at) {
        if (reached[at] == entry.variable.name)
            return true;
        for (const QString &name : find(reached[at])->dependsOn)
            if (!reached.contains(name))
                reached.append(name);
    }
    return false;
}

void VariableBoard::setBuiltIns(const BuiltInValues &values)
{
    m_builtIns = values;
    resolve();
}

void VariableBoard::setSources(std::vector<SourceChoice> sources)
{
    m_sources = std::move(sources);
    resolve();
}

void VariableBoard::choose(const QString &name, QStringList values)
{
    auto *entry = const_cast<Entry *>(find(name));
    if (!entry)
        return;
    if (!values.isEmpty() && values.back() == allChoice)
        values = QStringList{allChoice};
    else
        values.removeAll(allChoice);
    if (!entry->variable.multi && values.size() > 1)
        values = values.mid(0, 1);
    entry->chosen = values;
    resolve();
}

void VariableBoard::setFilters(const QString &name, std::vector<Variable::Filter> filters)
{
    if (auto *entry = const_cast<Entry *>(find(name)))
        entry->variable.filters = std::move(filters);
}

std::vector<VariableAsk> VariableBoard::asks() const
{
    std::vector<VariableAsk> asks;
    for (const Question &question : m_questions)
        if (question.wanted && question.wanted != question.answered)
            asks.push_back(*question.wanted);
    return asks;
}

void VariableBoard::answer(const VariableAsk &ask, const Result<QStringList> &texts)
{
    for (size_t at = 0; at < m_entries.size(); ++at) {
        Question &question = m_questions[at];
        if (question.wanted != ask || question.answered == ask)
            continue;
        question.answered = ask;
        question.failure = texts ? std::nullopt : std::optional(texts.error());
        if (texts)
            question.texts = *texts;
    }
    resolve();
}

void VariableBoard::reload()
{
    for (size_t at = 0; at < m_entries.size(); ++at)
        if (m_entries[at].variable.refresh != Variable::Refresh::Never)
            m_questions[at] = {};
    resolve();
}

bool VariableBoard::isComplete() const
{
    return std::none_of(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.waiting; });
}

const VariableBoard::Entry *VariableBoard::find(const QString &name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&name](const Entry &entry) { return entry.variable.name == name; });
    return found == m_entries.end() ? nullptr : &*found;
}

VariableValues VariableBoard::values() const
{
    VariableValues values;
    for (const Entry &entry : m_entries)
        values[entry.variable.name] = valueOf(entry);
    return values;
}

std::vector<Variable::Filter> VariableBoard::filters() const
{
    std::vector<Variable::Filter> all;
    for (const Entry &entry : m_entries)
        if (entry.variable.kind == Variable::Kind::AdHoc)
            all.insert(all.end(), entry.variable.filters.begin(), entry.variable.filters.end());
    return all;
}

void VariableBoard::resolve()
{
    for (const size_t at : m_order) {
        Entry &entry = m_entries[at];
        const bool blocked = std::any_of(entry.dependsOn.begin(), entry.dependsOn.end(), [this](const QString &name) { return find(name)->waiting; });
        resolveEntry(entry, m_questions[at], blocked);
    }
}

void VariableBoard::resolveEntry(Entry &entry, Question &question, bool blocked)
{
    const Variable &variable = entry.variable;
    const bool isKnown = variable.refresh == Variable::Refresh::Never && !variable.values.empty();
    if (variable.kind == Variable::Kind::Query && !variable.query.isEmpty() && !isKnown) {
        question.wanted = blocked ? std::nullopt : std::optional(askOf(entry, question));
        entry.waiting = blocked || question.wanted != question.answered;
        if (!entry.waiting)
            offerAnswers(entry, question);
    } else {
        entry.waiting = blocked;
        entry.options = ownOptions(entry);
        if (variable.kind == Variable::Kind::Constant)
            entry.chosen = QStringList{filled(variable.query, lookup(), u"glob"_s, m_builtIns.zone)};
    }
    if (!entry.waiting)
        keepChoice(entry);
}

void VariableBoard::offerAnswers(Entry &entry, const Question &question) const
{
    entry.fault = question.failure;
    if (entry.fault)
        return;
    const QString pattern = filled(entry.variable.pattern, lookup(), u"regex"_s, m_builtIns.zone);
    auto options = matchingOptions(question.texts, pattern);
    if (!options) {
        entry.fault = options.error();
        return;
    }
    entry.options = std::move(*options);
    sortOptions(entry.options, entry.variable.sort);
}

VariableOptions VariableBoard::ownOptions(const Entry &entry) const
{
    const Variable &variable = entry.variable;
    if (variable.kind == Variable::Kind::Interval)
        return variable.query.isEmpty() ? variable.values : intervalOptions(variable.query);
    if (variable.kind == Variable::Kind::Custom)
        return variable.query.isEmpty() ? variable.values : customOptions(filled(variable.query, lookup(), u"glob"_s, m_builtIns.zone));
    if (variable.kind != Variable::Kind::DataSource)
        return variable.values;
    QStringList names;
    for (const SourceChoice &source : m_sources)
        if (source.type == variable.query)
            names.append(source.name);
    const auto options = matchingOptions(names, filled(variable.pattern, lookup(), u"regex"_s, m_builtIns.zone));
    return options ? *options : VariableOptions();
}

/// What is chosen stays as far as it is still offered. Source: Grafana, scenes, MultiValueVariable.ts.
void VariableBoard::keepChoice(Entry &entry) const
{
    const Variable &variable = entry.variable;
    if (variable.kind == Variable::Kind::Interval && entry.chosen.isEmpty()) {
        entry.chosen = variable.automatic ? QStringList{automaticChoice} : entry.options.empty() ? QStringList() : QStringList{entry.options.front().value};
        return;
    }
    if (!offersChoice(variable) || (isAll(entry.chosen) && variable.includeAll))
        return;
    if (entry.options.empty()) {
        entry.chosen = usualChoice(variable, entry.options);
        return;
    }
    QStringList kept;
    for (const QString &value : std::as_const(entry.chosen)) {
        const auto byText = [&value](const Variable::Option &option) { return option.text == value; };
        const auto named = std::find_if(entry.options.begin(), entry.options.end(), byText);
        if (optionOf(entry.options, value))
            kept.append(value);
        else if (named != entry.options.end())
            kept.append(named->value);
    }
    if (isAll(entry.chosen))
        kept = QStringList{entry.options.front().value};
    entry.chosen = kept.isEmpty() ? usualChoice(variable, entry.options) : kept;
}

VariableAsk VariableBoard::askOf(const Entry &entry, const Question &question) const
{
    const Variable &variable = entry.variable;
    VariableAsk ask{variable.name, filled(variable.source, lookup(), u"raw"_s, m_builtIns.zone), {}, {m_builtIns.from, m_builtIns.to}};
    ask.query = VariableQuery::read(filledQuery(variable.query, lookup(), QueryRules::Grafana, m_builtIns.zone));
    // What does not follow the time keeps the range that it was first asked with.
    const bool wasAsked = question.wanted && question.wanted->source == ask.source && question.wanted->query == ask.query;
    if (wasAsked && variable.refresh != Variable::Refresh::OnTimeRange && question.wanted->range.length().count() > 0)
        ask.range = question.wanted->range;
    return ask;
}

VariableValue VariableBoard::valueOf(const Entry &entry) const
{
    const Variable &variable = entry.variable;
    switch (variable.kind) {
    case Variable::Kind::TextBox:
        return VariableValue::single(entry.chosen.isEmpty() ? variable.query : entry.chosen.front());
    case Variable::Kind::Constant:
        return VariableValue::single(entry.chosen.value(0));
    case Variable::Kind::AdHoc: {
        const QString text = filtersText(variable.filters);
        return VariableValue::single(text.mid(1, text.size() - 2));
    }
    case Variable::Kind::Interval:
        if (entry.chosen.value(0) == automaticChoice)
            return VariableValue::single(automaticInterval(m_builtIns.to - m_builtIns.from, variable.automaticCount, variable.automaticMinimum), u"auto"_s);
        return VariableValue::single(entry.chosen.value(0));
    case Variable::Kind::Query:
    case Variable::Kind::Custom:
    case Variable::Kind::DataSource:
        break;
    }
    VariableValue value;
    value.all = isAll(entry.chosen);
    value.allValue = variable.allValue;
    value.several = variable.multi || variable.includeAll;
    value.list = variable.multi || value.all;
    for (const Variable::Option &option : entry.options) {
        if (!value.all)
            break;
        value.values.append(option.value);
        value.texts.append(option.text);
    }
    for (const QString &chosen : value.all ? QStringList() : entry.chosen) {
        const Variable::Option *option = optionOf(entry.options, chosen);
        value.values.append(chosen);
        value.texts.append(option ? option->text : chosen);
    }
    // A choice of one among none is an empty text.
    if (value.values.isEmpty() && !variable.multi && !value.all)
        value.values = value.texts = QStringList{QString()};
    return value;
}

VariableLookup VariableBoard::lookup() const
{
    return [this, builtIn = lookupIn({}, m_builtIns)](const QString &name, const QString &path) -> std::optional<VariableValue> {
        if (const Entry *entry = find(name)) {
            const VariableLookup one = lookupIn({{name, valueOf(*entry)}});
            return one(name, path);
        }
        if (name == u"__searchFilter")
            return VariableValue::single(u".*"_s);
        const auto length = m_builtIns.to - m_builtIns.from;
        const auto seconds = (length.count() + 500) / 1000;
        if (name == u"__range")
            return VariableValue::single(u"%1s"_s.arg(seconds));
        if (name == u"__range_s")
            return VariableValue::single(QString::number(seconds));
        if (name == u"__range_ms")
            return VariableValue::single(QString::number(length.count()));
        if (name == u"__interval")
            return VariableValue::single(u"15s"_s);
        if (name == u"__interval_ms")
            return VariableValue::single(u"15000"_s);
        if (name == u"__rate_interval")
            return VariableValue::single(u"1m"_s);
        return builtIn(name, path);
    };
}

} // namespace Watchfloor
