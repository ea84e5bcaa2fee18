#include "tests/integration/witness.h"

#include "tests/integration/outside.h"

#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Watchfloor::Testing {

Witness::Witness(LiveConsole &console)
    : m_console(console)
{
    connect(&m_timer, &QTimer::timeout, this, &Witness::look);
    m_timer.start(200ms);
}

void Witness::beginAnew()
{
    m_tiles.clear();
    m_sources.clear();
    m_rows.clear();
    m_prometheus.clear();
    m_looks = 0;
}

void Witness::look()
{
    ++m_looks;
    for (const ServiceTile *tile : m_console.tiles())
        note(m_tiles[tile->content().name], stateName(tile->content().state));
    for (const QString &source : {u"main"_s, u"am-1"_s})
        note(m_sources[source], stateName(m_console.sourceState(source)));
    if (const QString row = m_console.alertRow(u"HighErrorRate"_s, u"payment"_s).state; !row.isEmpty())
        note(m_rows, row);
    const StackInfo &info = m_console.platform().info();
    ask(info.service(u"payment"_s)->url.resolved(QUrl(u"/metrics"_s)), [this](const QByteArray &page) { m_ledger.read(page); });
    ask(info.prometheusUrl.resolved(QUrl(u"/api/v1/alerts"_s)), [this](const QByteArray &body) {
        note(m_prometheus, prometheusAlertIn(body, u"HighErrorRate"_s, u"payment"_s));
    });
}

void Witness::ask(const QUrl &url, std::function<void(const QByteArray &)> take)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(2'000);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [reply, take = std::move(take)] {
        if (reply->error() == QNetworkReply::NoError)
            take(reply->readAll());
        reply->deleteLater();
    });
}

void Witness::note(QStringList &states, const QString &state)
{
    if (states.isEmpty() || states.back() != state)
        states << state;
}

} // namespace Watchfloor::Testing
