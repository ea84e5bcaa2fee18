#include "models/health/condition.h"
#include "models/health/healthbody.h"
#include "models/health/jsonpath.h"
#include "tests/fuzz/fuzzer.h"

namespace Watchfloor::Testing {

namespace {

/// The first line and what follows it.
std::pair<QByteArray, QByteArray> parted(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    return end < 0 ? std::pair(bytes, QByteArray()) : std::pair(bytes.first(end), bytes.sliced(end + 1));
}

std::vector<QByteArray> conditionSeeds()
{
    return {"[STATUS] == any(200, 0xC8)\n{}", "len([BODY].a[0].b) >= 0x1F\n{\"a\":[{\"b\":[1,2]}]}", "[BODY].name != pat(j[^a-z]*)\n{\"name\":\"j0hn\"}", "[CERTIFICATE_EXPIRATION] > 1h30m\n",
            "has([BODY][0][1]) == true\n[[1,2],[3]]"};
}

std::vector<QByteArray> conditionTokens()
{
    return {" == ", " != ", " <= ", " > ", "[BODY]", "[BODY].", "[ip]", "len(", "has(", "pat(", "any(", ")", "[", "]", "*", "\\", "-", "9223372036854775807", "1e999", "0b", "_", "1.5h", "\n", "{\"a\":", "\xff"};
}

/// Nothing that was not there makes a condition true, and what is shown names both sides.
QString judgeCondition(const QByteArray &bytes)
{
    const auto [line, body] = parted(bytes);
    const Result<Condition> condition = readCondition(QString::fromUtf8(line));
    if (!condition)
        return parseCondition(QString::fromUtf8(line)) ? QStringLiteral("the workspace takes no more than the grammar") : QString();
    ConditionInput input;
    input.status = 200;
    input.body = body;
    const ConditionVerdict verdict = weigh(*condition, input);
    const ConditionResult result = judge(*condition, input);
    if (result.success && (!verdict.success || verdict.absent || verdict.unreadableBody))
        return QStringLiteral("what is absent makes nothing true");
    const QString shown = shownCondition(*condition, verdict);
    return shown.startsWith(condition->left) && shown.contains(condition->right) ? QString() : QStringLiteral("both sides are shown");
}

std::vector<QByteArray> jsonPathSeeds()
{
    return {"a[0].b\n{\"a\":[{\"b\":\"text\"}]}", "[1][2]\n[[1],[2,3,4]]", "a.b.c\n{\"a\":{\"b\":{\"c\":1e21,\"d\":null}}}", "\n[1,{\"x\":[null,true]}]"};
}

std::vector<QByteArray> jsonPathTokens()
{
    return {"[0]", "[", "]", ".", "[-1]", "[+1]", "[99999999999999999999]", "a", "\n", "{", "}", "null", "1e-7", "\"\\u2028\"", "[[[[[[[[", "\"<>&\"", "\xff"};
}

/// A path into a value that has been read leads to the same as one into its body.
QString followPath(const QByteArray &bytes)
{
    const auto [path, body] = parted(bytes);
    const Result<PathValue> value = valueAtPath(QByteArrayView(body), path);
    if (!value)
        return value.error().detail.isEmpty() ? QStringLiteral("an error says something") : QString();
    return value->length < 0 || (value->length > 0 && value->text.isEmpty()) ? QStringLiteral("what has a length has a text") : QString();
}

std::vector<QByteArray> healthSeeds()
{
    return {"200 application/json\n{\"status\":\"UP\",\"components\":{\"db\":{\"status\":\"DOWN\"}}}", "503 \n[+]ping ok\n[-]etcd failed: reason withheld\nhealthz check failed\n",
            "200 application/health+json\n{\"status\":\"pass\",\"checks\":{\"a:b\":[{\"status\":\"warn\"}]}}", "500 \nSERVER_IS_NOT_READY", "200 \n{\"health\":\"true\"}",
            "200 \n{\"status\":\"Healthy\",\"entries\":{\"a\":{\"status\":\"Degraded\"}}}", "503 \n{\"status\":\"error\",\"error\":{\"a\":{\"status\":\"down\"}}}", "200 \n{\"A\":\"working\",\"B\":\"unavailable: x\"}"};
}

std::vector<QByteArray> healthTokens()
{
    return {"\"status\":", "\"UP\"", "\"DOWN\"", "\"pass\"", "\"checks\":", "\"components\":", "\"details\":", "{", "}", "[", "]", ",", "null", "[+]", "[-]", "ok", "\n", "<html>", "200 ", "503 ", "\"Healthy\"", "\"health\":", "2", "\xef\xbb\xbf", "\xff"};
}

/// Green needs a code of success, a family and a body without HTML.
QString readPage(const QByteArray &bytes)
{
    const auto [line, body] = parted(bytes);
    const int status = line.left(3).toInt();
    const HealthVerdict verdict = healthVerdict(status, line.mid(4), body);
    const bool fine = status == 0 || (status >= 200 && status < 300);
    if (verdict.state == State::Healthy && (!fine || verdict.family == u"unknown" || body.trimmed().startsWith('<')))
        return QStringLiteral("no false green");
    if (verdict.reason.isEmpty() || verdict.family.isEmpty())
        return QStringLiteral("a verdict has a family and a reason");
    const bool contradicted = verdict.state == State::Healthy && std::any_of(verdict.components.begin(), verdict.components.end(), [](const HealthComponent &part) { return part.state == State::Critical; });
    return contradicted ? QStringLiteral("no green over a part that is down") : QString();
}

}

Fuzzer conditionFuzzer()
{
    return {"condition", conditionSeeds, conditionTokens, judgeCondition, 10'000};
}

Fuzzer jsonPathFuzzer()
{
    return {"json-path", jsonPathSeeds, jsonPathTokens, followPath, 10'000};
}

Fuzzer healthFuzzer()
{
    return {"health", healthSeeds, healthTokens, readPage, 10'000};
}

} // namespace Watchfloor::Testing
