#include "app/demoservice/serviceplan.h"

#include <QDir>
#include <QFile>

#include <nlohmann/json.hpp>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

constexpr qint64 largestFile = 64 * 1024;

std::optional<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(largestFile);
}

/// A number of the object within [least, most]; absent leaves `value`.
bool readNumber(const nlohmann::json &object, const char *name, double least, double most, double &value)
{
    const auto found = object.find(name);
    if (found == object.end())
        return true;
    if (!found->is_number())
        return false;
    value = found->get<double>();
    return std::isfinite(value) && value >= least && value <= most;
}

bool readStrings(const nlohmann::json &object, const char *name, QStringList &values)
{
    const auto found = object.find(name);
    if (found == object.end())
        return true;
    if (!found->is_array() || found->size() > 16)
        return false;
    for (const nlohmann::json &entry : *found) {
        if (!entry.is_string())
            return false;
        values.append(QString::fromStdString(entry.get<std::string>()));
    }
    return true;
}

QString packedReference(const QString &directory, const QByteArray &name)
{
    const QList<QByteArray> lines = contents(directory + "/.git/packed-refs"_L1).value_or(QByteArray()).split('\n');
    for (const QByteArray &line : lines) {
        if (line.endsWith(' ' + name))
            return QString::fromLatin1(line.left(40));
    }
    return {};
}

} // namespace

Result<ServicePlan> parseServicePlan(const QByteArray &json, const QString &file)
{
    const auto wrong = [&file](const QString &detail) { return Error{Error::Kind::Malformed, detail, file}; };
    const nlohmann::json object = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (!object.is_object())
        return wrong(u"not a JSON object"_s);

    ServicePlan plan;
    if (const auto version = object.find("version"); version != object.end()) {
        if (!version->is_string())
            return wrong(u"version is not a text"_s);
        plan.version = QString::fromStdString(version->get<std::string>());
    }
    struct Number
    {
        const char *name;
        double least;
        double most;
        double &value;
    };
    const Number numbers[] = {
        {"requestsPerSecond", 0, 10'000, plan.requestsPerSecond}, {"errorRatio", 0, 1, plan.errorRatio},
        {"latencyMs", 0.1, 60'000, plan.latencyMs},               {"ordersPerRequest", 0, 1, plan.ordersPerRequest},
        {"memoryLimitBytes", 1'048'576, 1e12, plan.memoryLimitBytes},
    };
    for (const Number &number : numbers) {
        if (!readNumber(object, number.name, number.least, number.most, number.value))
            return wrong(u"%1 is not a number from %2 to %3"_s.arg(QLatin1String(number.name)).arg(number.least).arg(number.most));
    }
    if (!readStrings(object, "external", plan.external))
        return wrong(u"external is not a list of names"_s);
    return plan;
}

Result<ServicePlan> readServicePlan(const QString &directory)
{
    const QString path = QDir(directory).filePath(u"service.json"_s);
    const std::optional<QByteArray> json = contents(path);
    if (!json)
        return Error{Error::Kind::NotFound, u"cannot be read"_s, path};
    return parseServicePlan(*json, path);
}

QString checkedOutCommit(const QString &directory)
{
    const QByteArray head = contents(directory + "/.git/HEAD"_L1).value_or(QByteArray()).trimmed();
    QString commit = QString::fromLatin1(head);
    if (head.startsWith("ref: refs/")) {
        const QByteArray name = head.mid(5);
        const auto loose = contents(directory + "/.git/"_L1 + QString::fromLatin1(name));
        commit = loose ? QString::fromLatin1(loose->trimmed()) : packedReference(directory, name);
    }
    return commit.size() == 40 ? commit.left(7) : u"unknown"_s;
}

CounterSeed takeCounterSeed(const QString &path)
{
    const std::optional<QByteArray> json = path.isEmpty() ? std::nullopt : contents(path);
    if (!json)
        return {};
    QFile::remove(path);
    const nlohmann::json object = nlohmann::json::parse(json->begin(), json->end(), nullptr, false);
    const auto count = [&object](const char *name) {
        const auto found = object.is_object() ? object.find(name) : object.end();
        return object.is_object() && found != object.end() && found->is_number_integer() ? found->get<qint64>() : qint64(0);
    };
    return {.good = count("good"), .errors = count("errors"), .atMs = count("atMs")};
}

} // namespace Watchfloor
