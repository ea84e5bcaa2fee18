#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace Watchfloor {

/// A request body that can be read once. QNetworkAccessManager repeats a request, POST included, when the connection closes
/// before an answer; it has to rewind the body for that, and here it cannot. So no action is ever done twice by the transport.
class OnceOnlyBody final : public QIODevice
{
public:
    explicit OnceOnlyBody(QByteArray body, QObject *parent = nullptr)
        : QIODevice(parent)
        , m_body(std::move(body))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return false; }
    qint64 size() const override { return m_body.size(); }
    bool atEnd() const override { return m_read == m_body.size(); }
    bool reset() override { return false; }
    bool seek(qint64 position) override { return position == m_read && QIODevice::seek(position); }

protected:
    qint64 readData(char *data, qint64 longest) override
    {
        const qint64 bytes = std::min<qint64>(longest, m_body.size() - m_read);
        std::memcpy(data, m_body.constData() + m_read, size_t(bytes));
        m_read += bytes;
        return bytes;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

} // namespace Watchfloor
