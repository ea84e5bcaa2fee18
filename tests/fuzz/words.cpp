#include "app/verbs/explain.h"
#include "models/promql/expression.h"
#include "models/promql/lexer.h"
#include "tests/fuzz/fuzzer.h"

namespace Watchfloor::Testing {

namespace {

std::vector<QByteArray> promqlSeeds()
{
    return {"sum by (service) (rate(http_requests_total{code=~\"5..\",service!=\"x\"}[5m])) / on (a) group_left (b) c", "histogram_quantile(0.99, sum(rate(x_bucket[1h:5m] offset 1d)) by (le)) > bool 1e3",
            "-{__name__=\"a b\"} @ end() or 'text' # comment\n^ 2"};
}

std::vector<QByteArray> promqlTokens()
{
    return {"(", ")", "{", "}", "[", "]", "\"", "'", "`", "\\", "#", " by ", " offset ", "@", "5m", "1e", "0x1f", "NaN", "Inf", ",", "=~", "!=", "-", "^", " bool ", " and ", "((((((((((", "\n", "\xff"};
}

/// Tokens are views into the text, in order and without overlap.
QString readPromql(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    qsizetype end = 0;
    for (const PromToken &token : promTokens(text)) {
        if (token.start < end || token.text.isEmpty() || token.end() > text.size() || token.text != QStringView(text).mid(token.start, token.text.size()))
            return QStringLiteral("tokens stand one after the other");
        end = token.end();
    }
    const auto expression = parsePromql(text);
    return expression || !expression.error().detail.isEmpty() ? QString() : QStringLiteral("an error says something");
}

std::vector<QByteArray> questionSeeds()
{
    return {R"({"id":1,"kind":"metrics","text":"a 1\n","format":"openmetrics"})", R"({"kind":"promql-answer","text":"{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}","status":200})",
            R"({"id":[1,{"a":null}],"kind":"value","unit":"percentunit","value":0.5,"decimals":2})", R"({"kind":"value","unit":"dateTimeFromNow","value":"+Inf","timeZone":"utc"})",
            R"({"kind":"interval","from":1700000000,"to":1700003600,"scrapeInterval":"15s","minStep":"1m","intervalFactor":2,"maxDataPoints":100,"intervalMs":15000,"expr":"x[$__rate_interval]"})",
            R"({"kind":"metrics","base64":"YSAxCg=="})"};
}

std::vector<QByteArray> questionTokens()
{
    return {"null", "true", "-1", "1e300", "1e-300", "0", "\"\"", "[]", "{}", "\"NaN\"", "\"id\":", "\"kind\":", "\"value\"", "\"interval\"", "\"time:YYYY\"", "\"currencyEUR\"", "\"dtdurations\"", "\"99999999y\"", "\"\\ud83d\\ude00\"", ",",
            ":", "\\"};
}

/// Whatever is asked: one line of JSON with `ok`.
QString askQuestion(const QByteArray &bytes)
{
    // A file that happens to be named would be read: no question of a fuzzer may reach the disk.
    if (bytes.contains("file") || bytes.contains("\\u"))
        return {};
    const std::string answer = explainLine(std::string_view(bytes.data(), size_t(bytes.size())));
    const ExplainJson json = ExplainJson::parse(answer, nullptr, false);
    if (!json.is_object() || !json.contains("ok") || !json["ok"].is_boolean())
        return QStringLiteral("an answer is an object with ok");
    if (answer.find('\n') != std::string::npos)
        return QStringLiteral("an answer is one line");
    return json["ok"] == true || json.contains("error") ? QString() : QStringLiteral("a refusal says why");
}

}

Fuzzer promqlFuzzer()
{
    return {"promql", promqlSeeds, promqlTokens, readPromql, 10'000};
}

Fuzzer questionFuzzer()
{
    return {"question", questionSeeds, questionTokens, askQuestion, 10'000};
}

} // namespace Watchfloor::Testing
