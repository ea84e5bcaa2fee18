#include "models/promql/completion.h"

#include "models/core/labels.h"
#include "models/promql/lexer.h"

#include <algorithm>

namespace Watchfloor {

namespace {

using Kind = PromToken::Kind;
using Suggestion = PromSuggestion;
constexpr size_t suggestionLimit = 200;

/// Where the cursor stands, from the tokens before it.
struct Place
{
    enum class Kind { Expression, LabelName, LabelOperator, LabelValue, Duration, Grouping, Text };
    Kind kind = Kind::Expression;
    QString metric; ///< of the braces the cursor is in
    QString label;  ///< of the value the cursor is in
    QStringList used; ///< labels that the braces have already
    bool afterOperand = false;
};

bool isGroupingWord(QStringView word)
{
    for (const QStringView known : {QStringView(u"by"), QStringView(u"without"), QStringView(u"on"), QStringView(u"ignoring"), QStringView(u"group_left"), QStringView(u"group_right")})
        if (word.compare(known, Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

/// Goes through the tokens that end before `at`, keeping what is open.
Place placeBefore(const std::vector<PromToken> &tokens, size_t count)
{
    struct Open
    {
        QChar bracket;
        QString word; ///< before it
    };
    std::vector<Open> open;
    Place place;
    QString previous;
    QString lastLabel;
    for (size_t i = 0; i < count; ++i) {
        const PromToken &token = tokens[i];
        if (token.kind == Kind::Comment)
            continue;
        const QChar c = token.text.front();
        if (token.kind == Kind::Bracket) {
            if (c == u'(' || c == u'{' || c == u'[') {
                open.push_back({c, previous});
                if (c == u'{')
                    place.used.clear();
            } else if (!open.empty()) {
                open.pop_back();
            }
        } else if (!open.empty() && open.back().bracket == u'{' && token.kind == Kind::Identifier) {
            lastLabel = token.text.toString();
            place.used << lastLabel;
        }
        previous = token.text.toString();
    }
    const PromToken *last = nullptr;
    for (size_t i = count; i > 0 && !last; --i)
        if (tokens[i - 1].kind != Kind::Comment)
            last = &tokens[i - 1];
    if (open.empty() || open.back().bracket == u'(') {
        const bool grouping = !open.empty() && isGroupingWord(open.back().word);
        place.kind = grouping ? Place::Kind::Grouping : Place::Kind::Expression;
        place.afterOperand = last && (last->kind == Kind::Identifier || last->kind == Kind::Number || last->text == u")" || last->text == u"}" || last->text == u"]");
        return place;
    }
    if (open.back().bracket == u'[') {
        place.kind = Place::Kind::Duration;
        return place;
    }
    place.metric = open.back().word;
    if (last && last->kind == Kind::Operator) {
        place.kind = Place::Kind::LabelValue;
        place.label = lastLabel;
    } else {
        place.kind = last && last->kind == Kind::Identifier ? Place::Kind::LabelOperator : last && last->kind == Kind::Text ? Place::Kind::Text : Place::Kind::LabelName;
    }
    return place;
}

/// The letters are there in their order and no more.
constexpr int scattered = 4;

/// How well a text answers to what was typed; less is better, nothing is no match.
std::optional<int> fit(const QString &text, const QString &typed)
{
    if (typed.isEmpty())
        return 0;
    const qsizetype at = text.indexOf(typed, 0, Qt::CaseInsensitive);
    if (at == 0)
        return text.size() == typed.size() ? 0 : 1;
    if (at > 0)
        return text[at - 1] == u'_' || text[at - 1] == u':' ? 2 : 3;
    qsizetype from = 0;
    for (const QChar c : typed) {
        from = text.indexOf(c, from, Qt::CaseInsensitive);
        if (from < 0)
            return std::nullopt;
        ++from;
    }
    return scattered;
}

class Collector
{
public:
    explicit Collector(QString typed)
        : m_typed(std::move(typed))
    {
    }

    /// Of two that fit equally well the one without a handicap is first; of scattered letters the one with it, as there are many functions.
    void offer(Suggestion suggestion, const QString &matched, int handicap = 0)
    {
        if (const auto quality = fit(matched, m_typed))
            m_found.push_back({*quality * 10 + (*quality == scattered ? -handicap : handicap), std::move(suggestion)});
    }

    std::vector<Suggestion> best()
    {
        std::stable_sort(m_found.begin(), m_found.end(), [](const auto &a, const auto &b) {
            return std::pair(a.first, a.second.text.size()) < std::pair(b.first, b.second.text.size());
        });
        std::vector<Suggestion> list;
        for (auto &[quality, suggestion] : m_found) {
            if (list.size() == suggestionLimit)
                break;
            list.push_back(std::move(suggestion));
        }
        return list;
    }

private:
    QString m_typed;
    std::vector<std::pair<int, Suggestion>> m_found;
};

void offerExpression(Collector &collector, const PromVocabulary &vocabulary, bool afterOperand)
{
    if (afterOperand) {
        for (const char *word : {"by", "without", "on", "ignoring", "group_left", "group_right", "and", "or", "unless", "offset", "bool"})
            collector.offer({Suggestion::Kind::Keyword, QString::fromLatin1(word), {}, {}}, QString::fromLatin1(word));
        return;
    }
    for (const auto &[name, metric] : vocabulary.metrics)
        collector.offer({Suggestion::Kind::Metric, name, metric.type, metric.help}, name, 1);
    const auto offerAll = [&](std::span<const PromFunction> functions, Suggestion::Kind kind) {
        for (const PromFunction &function : functions) {
            const QString name = QString::fromLatin1(function.name);
            collector.offer({kind, name + u'(', QString::fromUtf8(function.signature), QString::fromUtf8(function.help)}, name);
        }
    };
    offerAll(promFunctions(), Suggestion::Kind::Function);
    offerAll(promAggregations(), Suggestion::Kind::Aggregation);
}

void offerLabels(Collector &collector, const PromVocabulary &vocabulary, const Place &place, PromCompletion &completion)
{
    const auto known = vocabulary.metricLabels.find(place.metric);
    if (known == vocabulary.metricLabels.end() && !place.metric.isEmpty() && vocabulary.metrics.contains(place.metric))
        completion.wantsLabelsOf = place.metric;
    for (const QString &label : known == vocabulary.metricLabels.end() ? vocabulary.labels : known->second)
        if (!place.used.contains(label))
            collector.offer({Suggestion::Kind::Label, label, {}, {}}, label);
}

void offerValues(Collector &collector, const PromVocabulary &vocabulary, const Place &place, PromCompletion &completion)
{
    const auto known = vocabulary.labelValues.find(place.label);
    if (known == vocabulary.labelValues.end()) {
        completion.wantsValuesOf = place.label;
        return;
    }
    for (const QString &value : known->second)
        collector.offer({Suggestion::Kind::LabelValue, quoted(value), {}, {}}, value);
}

} // namespace

PromCompletion completed(const QString &text, qsizetype cursor, const PromVocabulary &vocabulary)
{
    PromCompletion completion;
    cursor = std::clamp<qsizetype>(cursor, 0, text.size());
    const QString before = text.left(cursor);
    const std::vector<PromToken> tokens = promTokens(before);
    completion.start = cursor;
    size_t count = tokens.size();
    QString typed;
    if (count > 0) {
        const PromToken &last = tokens.back();
        const bool touches = last.end() == cursor;
        const bool openText = last.kind == Kind::Bad && (last.text.front() == u'"' || last.text.front() == u'\'' || last.text.front() == u'`');
        if (last.kind == Kind::Comment && touches)
            return completion;
        if (touches && (last.kind == Kind::Identifier || last.kind == Kind::Number || last.kind == Kind::Duration || openText)) {
            typed = openText ? last.text.sliced(1).toString() : last.text.toString();
            completion.start = last.start;
            --count;
        }
    }
    completion.length = cursor - completion.start;
    const Place place = placeBefore(tokens, count);
    Collector collector(typed);
    switch (place.kind) {
    case Place::Kind::Expression:
        offerExpression(collector, vocabulary, place.afterOperand);
        break;
    case Place::Kind::LabelName:
    case Place::Kind::Grouping:
        offerLabels(collector, vocabulary, place, completion);
        break;
    case Place::Kind::LabelValue:
        offerValues(collector, vocabulary, place, completion);
        break;
    case Place::Kind::LabelOperator:
        for (const char *sign : {"=", "!=", "=~", "!~"})
            collector.offer({Suggestion::Kind::Keyword, QString::fromLatin1(sign), {}, {}}, QString::fromLatin1(sign));
        break;
    case Place::Kind::Duration:
        for (const char *length : {"$__rate_interval", "1m", "5m", "15m", "1h", "6h", "1d", "30d"})
            collector.offer({Suggestion::Kind::Duration, QString::fromLatin1(length), {}, {}}, QString::fromLatin1(length));
        break;
    case Place::Kind::Text:
        break;
    }
    completion.suggestions = collector.best();
    return completion;
}

} // namespace Watchfloor
