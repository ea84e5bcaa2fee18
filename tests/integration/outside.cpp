#include "tests/integration/outside.h"

#include <QNetworkReply>
#include <QProcess>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Watchfloor::Testing {

namespace {

constexpr int patience = 5'000;

QUrl below(const QUrl &base, const QString &path, const QUrlQuery &query = {})
{
    QUrl url = base;
    url.setPath(path);
    url.setQuery(query);
    return url;
}

bool isNamed(const nlohmann::json &alert, const QString &name, const QString &service)
{
    const auto labels = alert.value("labels", nlohmann::json::object());
    return labels.value("alertname", "") == name.toStdString() && labels.value("service", "") == service.toStdString();
}

} // namespace

QByteArray Outside::get(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(patience);
    const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, patience) || reply->error() != QNetworkReply::NoError)
        return {};
    const QByteArray body = reply->readAll();
    return body.isNull() ? QByteArray("") : body;
}

nlohmann::json Outside::json(const QUrl &url)
{
    const QByteArray body = get(url);
    return nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
}

QString prometheusAlertIn(const QByteArray &body, const QString &name, const QString &service)
{
    const auto answer = nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
    if (!answer.is_object() || !answer.contains("data"))
        return {};
    for (const auto &alert : answer["data"].value("alerts", nlohmann::json::array()))
        if (isNamed(alert, name, service))
            return QString::fromStdString(alert.value("state", ""));
    return {};
}

QString Outside::prometheusAlert(const QUrl &prometheus, const QString &name, const QString &service)
{
    return prometheusAlertIn(get(below(prometheus, u"/api/v1/alerts"_s)), name, service);
}

QString Outside::alertmanagerAlert(const QUrl &alertmanager, const QString &name, const QString &service)
{
    const auto alerts = json(below(alertmanager, u"/api/v2/alerts"_s));
    if (!alerts.is_array())
        return {};
    for (const auto &alert : alerts)
        if (isNamed(alert, name, service))
            return QString::fromStdString(alert["status"].value("state", ""));
    return {};
}

std::optional<double> Outside::value(const QUrl &prometheus, const QString &expression)
{
    QUrlQuery query;
    query.addQueryItem(u"query"_s, QString::fromLatin1(QUrl::toPercentEncoding(expression)));
    const auto answer = json(below(prometheus, u"/api/v1/query"_s, query));
    if (!answer.is_object() || answer.value("status", "") != "success" || answer["data"]["result"].empty())
        return std::nullopt;
    return QString::fromStdString(answer["data"]["result"][0]["value"][1].get<std::string>()).toDouble();
}

QString Outside::output(const QStringList &arguments)
{
    QProcess process;
    process.setProgram(arguments.front());
    process.setArguments(arguments.mid(1));
    process.start();
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 2 * patience) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace Watchfloor::Testing
