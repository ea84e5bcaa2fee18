#pragma once

#include "models/core/labels.h"

#include <QByteArray>

#include <bit>
#include <vector>

namespace Watchfloor::Testing {

/// Samples of one series for a server's remote-write receiver, ascending in time.
struct WrittenSeries
{
    struct Sample
    {
        qint64 milliseconds = 0;
        double value = 0;
    };
    Labels labels; ///< __name__ among them
    std::vector<Sample> samples;
};

/// The NaN that says: this series has ended here.
inline constexpr double staleMarker = std::bit_cast<double>(quint64(0x7ff0'0000'0000'0002));

namespace Protobuf {

inline void putNumber(QByteArray &to, quint64 number)
{
    for (; number >= 0x80; number >>= 7)
        to += char(number | 0x80);
    to += char(number);
}

inline void putBytes(QByteArray &to, int field, const QByteArray &bytes)
{
    putNumber(to, quint64(field) << 3 | 2);
    putNumber(to, quint64(bytes.size()));
    to += bytes;
}

inline QByteArray bytesOf(const WrittenSeries &series)
{
    QByteArray bytes;
    for (const auto &[name, value] : series.labels) {
        QByteArray label;
        putBytes(label, 1, name.toUtf8());
        putBytes(label, 2, value.toUtf8());
        putBytes(bytes, 1, label);
    }
    for (const WrittenSeries::Sample &sample : series.samples) {
        QByteArray one("\x09", 1);
        const auto bits = std::bit_cast<quint64>(sample.value);
        for (int byte = 0; byte < 8; ++byte)
            one += char(bits >> 8 * byte);
        one += '\x10';
        putNumber(one, quint64(sample.milliseconds));
        putBytes(bytes, 2, one);
    }
    return bytes;
}

} // namespace Protobuf

/// The body of POST /api/v1/write: protocol buffers in snappy's block format, literals alone.
inline QByteArray remoteWriteBody(const std::vector<WrittenSeries> &all)
{
    QByteArray plain;
    for (const WrittenSeries &series : all)
        Protobuf::putBytes(plain, 1, Protobuf::bytesOf(series));
    constexpr qsizetype longestLiteral = 65'536;
    QByteArray packed;
    Protobuf::putNumber(packed, quint64(plain.size()));
    for (qsizetype at = 0; at < plain.size(); at += longestLiteral) {
        const qsizetype length = std::min(longestLiteral, plain.size() - at);
        packed += char(61 << 2);
        packed += char((length - 1) & 0xff);
        packed += char((length - 1) >> 8);
        packed += plain.mid(at, length);
    }
    return packed;
}

} // namespace Watchfloor::Testing
