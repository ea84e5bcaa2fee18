#pragma once

#include <QNetworkAccessManager>
#include <QStringList>
#include <QUrl>

#include <nlohmann/json.hpp>

namespace Watchfloor::Testing {

/// What can be known of the servers without asking the console: their own HTTP interfaces and their own tools.
class Outside
{
public:
    /// The body of a successful answer; empty when there was none within five seconds.
    QByteArray get(const QUrl &url);
    nlohmann::json json(const QUrl &url);
    bool answers(const QUrl &url) { return !get(url).isNull(); }

    /// "pending", "firing" or empty, as this Prometheus tells it.
    QString prometheusAlert(const QUrl &prometheus, const QString &name, const QString &service);
    /// "active", "suppressed" or empty, as this Alertmanager tells it.
    QString alertmanagerAlert(const QUrl &alertmanager, const QString &name, const QString &service);
    /// The first value of an instant query; absent without one.
    std::optional<double> value(const QUrl &prometheus, const QString &expression);

    /// What a program printed; empty when it failed. Runs beside the event loop, as the console goes on meanwhile.
    static QString output(const QStringList &arguments);

private:
    QNetworkAccessManager m_network;
};

/// The same, for answers that nobody waits for.
QString prometheusAlertIn(const QByteArray &body, const QString &name, const QString &service);

} // namespace Watchfloor::Testing
