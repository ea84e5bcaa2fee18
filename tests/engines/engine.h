#pragma once

#include "models/metrics/prometheusclient.h"
#include "models/stack/localstack.h"
#include "tests/support/remotewrite.h"

#include <QTemporaryDir>

namespace Watchfloor::Testing {

/// A real server of this machine that answers PromQL and takes samples by remote write, in a folder of its own.
class Engine
{
public:
    enum class Kind { Prometheus, VictoriaMetrics };

    explicit Engine(Kind kind);

    [[nodiscard]] bool start();
    /// SIGKILL and a new start on the same data.
    [[nodiscard]] bool restart();
    [[nodiscard]] bool write(const std::vector<WrittenSeries> &series);

    const QUrl &url() const { return m_url; }
    qint64 processId() const { return m_stack.serverPid(m_name); }
    const QString &fault() const { return m_fault; }

private:
    ServerSpec spec() const;
    [[nodiscard]] bool startServer();

    Kind m_kind;
    QString m_name;
    SystemClock m_clock;
    QTemporaryDir m_parent{QStringLiteral("/tmp/tst-XXXXXX")};
    LocalStack m_stack{m_clock};
    QUrl m_url;
    quint16 m_port = 0;
    std::unique_ptr<HttpClient> m_http;
    QString m_fault;
};

} // namespace Watchfloor::Testing
