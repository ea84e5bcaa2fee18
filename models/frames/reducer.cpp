#include "models/frames/reducer.h"

#include "models/core/jsnumber.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <set>

namespace Watchfloor {

namespace {

/// What one pass over the numbers gives. Source: Grafana, fieldReducer: a value that is none counts for nothing.
struct Tally
{
    double first = noSample, last = noSample;
    double sum = 0, lowest = noSample, highest = noSample, lowestAboveZero = noSample;
    double delta = 0, step = noSample;
    size_t count = 0;
    bool allZero = true;
};

/// The growth of a counter; what it grew by since a reset is known only from the value after that on.
void addGrowth(Tally &tally, double value, bool &up)
{
    const double step = value - tally.last;
    if (!(tally.step <= step))
        tally.step = step;
    const bool grew = tally.last <= value;
    if (grew && up)
        tally.delta += step;
    up = grew;
}

Tally tallied(const std::vector<double> &values)
{
    Tally tally;
    bool up = true;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        if (tally.count == 0)
            tally.first = value;
        else
            addGrowth(tally, value, up);
        tally.sum += value;
        if (!(tally.lowest <= value))
            tally.lowest = value;
        if (!(tally.highest >= value))
            tally.highest = value;
        if (value > 0 && !(tally.lowestAboveZero <= value))
            tally.lowestAboveZero = value;
        tally.allZero = tally.allZero && value == 0;
        tally.last = value;
        ++tally.count;
    }
    return tally;
}

std::vector<double> presentOf(const std::vector<double> &values)
{
    std::vector<double> present;
    present.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(present), [](double value) { return !std::isnan(value); });
    return present;
}

double median(const std::vector<double> &values)
{
    std::vector<double> sorted = presentOf(values);
    if (sorted.empty())
        return noSample;
    std::sort(sorted.begin(), sorted.end());
    const size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 0 ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle];
}

double percentile(const std::vector<double> &values, double share)
{
    std::vector<double> present = presentOf(values);
    if (present.empty())
        return noSample;
    const auto place = present.begin() + std::ptrdiff_t(JsNumber::round(double(present.size() - 1) * share));
    std::nth_element(present.begin(), place, present.end());
    return *place;
}

/// Of the whole population; 0 for none.
double variance(const std::vector<double> &values)
{
    double mean = 0, squares = 0, count = 0;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        const double before = mean;
        mean += (value - before) / ++count;
        squares += (value - before) * (value - mean);
    }
    return count > 0 ? squares / count : 0;
}

/// Every present value as a text; of numbers as JavaScript writes them.
QStringList presentTexts(const Field &field)
{
    QStringList texts;
    for (size_t row = 0; row < field.size(); ++row) {
        if (field.isText() ? !field.text(row).isNull() : !std::isnan(field.number(row)))
            texts << (field.isText() ? field.text(row) : JsNumber::text(field.number(row)));
    }
    return texts;
}

double changes(const Field &field)
{
    double count = 0;
    if (field.isText()) {
        const QStringList texts = presentTexts(field);
        for (qsizetype i = 1; i < texts.size(); ++i)
            count += texts[i] != texts[i - 1];
        return count;
    }
    const std::vector<double> present = presentOf(*field.numbers);
    for (size_t i = 1; i < present.size(); ++i)
        count += present[i] != present[i - 1];
    return count;
}

double differentValues(const Field &field)
{
    if (field.isText()) {
        const QStringList texts = presentTexts(field);
        return double(QSet<QString>(texts.begin(), texts.end()).size());
    }
    const std::vector<double> present = presentOf(*field.numbers);
    return double(std::set<double>(present.begin(), present.end()).size());
}

using NumberReducer = double (*)(const std::vector<double> &);
struct Known
{
    const char16_t *name;
    NumberReducer reduce; ///< null: of every kind of field, or of several values
};

double share(double part, double whole)
{
    return part / whole * 100;
}

const QHash<QString, Known> &knownReducers()
{
    using Values = const std::vector<double> &;
    static const QHash<QString, Known> known{
        {QStringLiteral("lastNotNull"), {u"Last *", [](Values v) { return tallied(v).last; }}},
        {QStringLiteral("last"), {u"Last", [](Values v) { return v.back(); }}},
        {QStringLiteral("firstNotNull"), {u"First *", [](Values v) { return tallied(v).first; }}},
        {QStringLiteral("first"), {u"First", [](Values v) { return v.front(); }}},
        {QStringLiteral("min"), {u"Min", [](Values v) { return tallied(v).lowest; }}},
        {QStringLiteral("max"), {u"Max", [](Values v) { return tallied(v).highest; }}},
        {QStringLiteral("mean"), {u"Mean", [](Values v) { const Tally t = tallied(v); return t.count ? t.sum / double(t.count) : noSample; }}},
        {QStringLiteral("median"), {u"Median", median}},
        {QStringLiteral("variance"), {u"Variance", variance}},
        {QStringLiteral("stdDev"), {u"StdDev", [](Values v) { return std::sqrt(variance(v)); }}},
        {QStringLiteral("sum"), {u"Total", [](Values v) { return tallied(v).sum; }}},
        {QStringLiteral("range"), {u"Range", [](Values v) { const Tally t = tallied(v); return t.highest - t.lowest; }}},
        {QStringLiteral("delta"), {u"Delta", [](Values v) { return tallied(v).delta; }}},
        {QStringLiteral("step"), {u"Step", [](Values v) { return tallied(v).step; }}},
        {QStringLiteral("diff"), {u"Difference", [](Values v) { const Tally t = tallied(v); return t.last - t.first; }}},
        {QStringLiteral("diffperc"), {u"Difference percent", [](Values v) { const Tally t = tallied(v); return share(t.last - t.first, t.first); }}},
        {QStringLiteral("logmin"), {u"Min (above zero)", [](Values v) { return tallied(v).lowestAboveZero; }}},
        {QStringLiteral("allIsZero"), {u"All Zeros", [](Values v) { const Tally t = tallied(v); return t.count && t.allZero ? 1. : 0.; }}},
        {QStringLiteral("allIsNull"), {u"All Nulls", [](Values v) { return tallied(v).count ? 0. : 1.; }}},
        {QStringLiteral("count"), {u"Count", nullptr}},
        {QStringLiteral("countAll"), {u"Count all", nullptr}},
        {QStringLiteral("changeCount"), {u"Change Count", nullptr}},
        {QStringLiteral("distinctCount"), {u"Distinct Count", nullptr}},
        {QStringLiteral("allValues"), {u"All values", nullptr}},
        {QStringLiteral("uniqueValues"), {u"All unique values", nullptr}}};
    return known;
}

/// Names that older dashboards use.
QString currentId(const QString &reducer)
{
    static const QHash<QString, QString> aliases{{QStringLiteral("current"), QStringLiteral("lastNotNull")},
                                                 {QStringLiteral("avg"), QStringLiteral("mean")},
                                                 {QStringLiteral("total"), QStringLiteral("sum")},
                                                 {QStringLiteral("minAbove0"), QStringLiteral("logmin")}};
    return aliases.value(reducer, reducer);
}

/// 95 of "p95"; 0 for anything else.
int percentOf(const QString &reducer)
{
    if (!reducer.startsWith(u'p') || reducer.size() < 2 || reducer.size() > 3 || reducer[1] == u'0')
        return 0;
    return QStringView(reducer).sliced(1).toInt();
}

double ofAnyField(const Field &field, const QString &id)
{
    if (id == u"count")
        return double(presentTexts(field).size());
    if (id == u"countAll")
        return double(field.size());
    if (id == u"changeCount")
        return changes(field);
    if (id == u"distinctCount")
        return differentValues(field);
    return noSample;
}

double ofNothing(const QString &id)
{
    static const QSet<QString> zeros{QStringLiteral("sum"), QStringLiteral("count"), QStringLiteral("countAll"), QStringLiteral("allIsZero")};
    if (id == u"allIsNull")
        return 1;
    return zeros.contains(id) ? 0 : noSample;
}

/// Of flags only these are taken, as if they were numbers.
bool takesFlags(const QString &id)
{
    static const QSet<QString> ids{QStringLiteral("last"), QStringLiteral("lastNotNull"), QStringLiteral("first"), QStringLiteral("firstNotNull"), QStringLiteral("median")};
    return ids.contains(id) || percentOf(id) > 0;
}

/// Numbers of a field that Grafana calculates with; flags and texts have none.
double ofNumbers(const Field &field, const QString &id)
{
    static const std::vector<double> none(1, noSample);
    const bool counts = field.type == FieldType::Number || field.type == FieldType::Time || (field.type == FieldType::Other && field.numbers);
    const std::vector<double> &values = field.numbers && (counts || takesFlags(id)) ? *field.numbers : none;
    if (const int percent = percentOf(id))
        return percentile(values, percent / 100.0);
    // A difference of what is no number is none.
    if (id == u"diffperc" && (!counts || tallied(values).count == 0))
        return 0;
    const auto known = knownReducers().constFind(id);
    return known == knownReducers().constEnd() || !known->reduce ? noSample : known->reduce(values);
}

QString endOf(const Field &field, const QString &id)
{
    if (id == u"first" || id == u"last")
        return field.text(id == u"first" ? 0 : field.size() - 1);
    const QStringList present = presentTexts(field);
    return present.isEmpty() ? QString() : id == u"firstNotNull" ? present.first() : present.last();
}

} // namespace

double reduced(const Field &field, const QString &reducer)
{
    const QString id = currentId(reducer);
    if (field.size() == 0)
        return ofNothing(id);
    if (id == u"lastNotNull" && field.numbers) {
        const auto last = std::find_if(field.numbers->rbegin(), field.numbers->rend(), [](double value) { return !std::isnan(value); });
        return last == field.numbers->rend() ? noSample : *last;
    }
    if (id == u"count" && !field.isText())
        return double(std::count_if(field.numbers->begin(), field.numbers->end(), [](double value) { return !std::isnan(value); }));
    const double any = ofAnyField(field, id);
    return std::isnan(any) ? ofNumbers(field, id) : any;
}

Reduction reduction(const Field &field, const QString &reducer)
{
    const QString id = currentId(reducer);
    if (id == u"allValues" || id == u"uniqueValues") {
        QStringList texts = presentTexts(field);
        if (id == u"uniqueValues")
            texts.removeDuplicates();
        return {noSample, texts.join(QStringLiteral(", ")), FieldType::String};
    }
    const bool isEnd = id == u"last" || id == u"lastNotNull" || id == u"first" || id == u"firstNotNull";
    if (isEnd && field.type == FieldType::String)
        return {noSample, field.size() ? endOf(field, id) : QString(), FieldType::String};
    const bool isFlag = id == u"allIsZero" || id == u"allIsNull";
    return {reduced(field, id), {}, isFlag ? FieldType::Boolean : isEnd && !field.isText() ? field.type : FieldType::Number};
}

bool isKnownReducer(const QString &reducer)
{
    const QString id = currentId(reducer);
    return knownReducers().contains(id) || percentOf(id) > 0;
}

QString reducerName(const QString &reducer)
{
    const QString id = currentId(reducer);
    if (const int percent = percentOf(id)) {
        const int digit = percent > 3 && percent < 21 ? 0 : percent % 10;
        const char *ending = digit == 1 ? "st" : digit == 2 ? "nd" : digit == 3 ? "rd" : "th";
        return QString::number(percent) + QLatin1String(ending) + QStringLiteral(" %");
    }
    const auto known = knownReducers().constFind(id);
    return known == knownReducers().constEnd() ? reducer : QString::fromUtf16(known->name);
}

} // namespace Watchfloor
