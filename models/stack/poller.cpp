#include "models/stack/poller.h"

#include <QTcpSocket>

using namespace std::chrono_literals;

namespace Watchfloor {

namespace {

constexpr auto pauseBetween = 100ms;
constexpr auto probeDeadline = 2s;

/// Whether `bytes` hold `count` replies of one line each, and none of them an error.
std::optional<bool> judgedReplies(const QByteArray &bytes, qsizetype count)
{
    if (bytes.startsWith('-') || bytes.contains("\n-"))
        return false;
    return bytes.count('\n') >= count ? std::optional(true) : std::nullopt;
}

} // namespace

Probe httpProbe(std::shared_ptr<HttpClient> client, const QUrl &url, std::function<bool(const QByteArray &)> accepts)
{
    return [client = std::move(client), url, accepts = std::move(accepts)](QObject *context, std::function<void(bool)> answer) {
        HttpRequest request;
        request.url = url;
        request.deadline = probeDeadline;
        client->send(request, HttpClient::Lane::Urgent, context, [accepts, answer](const Result<HttpResponse> &response) {
            answer(response && response->status == 200 && (!accepts || accepts(response->body)));
        });
    };
}

Probe redisProbe(quint16 port, const QList<QByteArray> &lines)
{
    return [port, lines](QObject *context, std::function<void(bool)> answer) {
        auto *socket = new QTcpSocket(context);
        // Answers once, whichever comes first, and goes.
        const auto finish = [socket, answer](bool yes) {
            socket->disconnect();
            socket->deleteLater();
            answer(yes);
        };
        QObject::connect(socket, &QTcpSocket::connected, socket, [socket, lines] { socket->write(lines.join("\r\n") + "\r\n"); });
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, finish, count = lines.size()] {
            if (const auto judged = judgedReplies(socket->peek(4096), count))
                finish(*judged);
        });
        QObject::connect(socket, &QTcpSocket::errorOccurred, socket, [finish] { finish(false); });
        QTimer::singleShot(probeDeadline, socket, [finish] { finish(false); });
        socket->connectToHost(QStringLiteral("127.0.0.1"), port);
    };
}

Probe allOf(std::vector<Probe> probes)
{
    return [probes = std::move(probes)](QObject *context, std::function<void(bool)> answer) {
        struct Count
        {
            size_t open;
            bool yes = true;
        };
        auto count = std::make_shared<Count>(Count{probes.size()});
        for (const Probe &probe : probes) {
            probe(context, [count, answer](bool yes) {
                count->yes = count->yes && yes;
                if (--count->open == 0)
                    answer(count->yes);
            });
        }
    };
}

Poller::Poller(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetween);
    connect(&m_pause, &QTimer::timeout, this, &Poller::ask);
}

void Poller::start(Probe probe, std::chrono::milliseconds patience)
{
    stop();
    m_probe = std::move(probe);
    m_until = m_clock.now() + patience;
    ask();
}

void Poller::stop()
{
    ++m_round;
    m_pause.stop();
}

void Poller::ask()
{
    m_probe(this, [this, round = m_round](bool yes) {
        if (round == m_round)
            take(yes);
    });
}

void Poller::take(bool yes)
{
    if (yes)
        Q_EMIT succeeded();
    else if (m_clock.now() >= m_until)
        Q_EMIT gaveUp();
    else
        m_pause.start();
}

} // namespace Watchfloor
