#include "models/alerts/wavefile.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace Watchfloor {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;
constexpr qint64 shortestFile = 44;
constexpr auto longestSound = std::chrono::seconds(30);
constexpr int formatPcm = 1;

quint32 word32(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.data() + at);
}

quint16 word16(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.data() + at);
}

Error malformed(const QString &detail)
{
    return {Error::Kind::Malformed, detail, {}};
}

/// The body of the first chunk of that name, cut where the bytes end; absent: there is none.
std::optional<QByteArrayView> chunk(QByteArrayView bytes, QByteArrayView name)
{
    for (qsizetype at = 12; at + 8 <= bytes.size();) {
        const qsizetype length = qsizetype(word32(bytes, at + 4));
        if (bytes.sliced(at, 4) == name)
            return length <= bytes.size() - at - 8 ? std::optional(bytes.sliced(at + 8, length)) : std::nullopt;
        at += 8 + length + length % 2;
    }
    return std::nullopt;
}

} // namespace

Result<WaveFormat> readWave(QByteArrayView bytes)
{
    if (bytes.size() < shortestFile || bytes.first(4) != "RIFF" || bytes.sliced(8, 4) != "WAVE")
        return Error{Error::Kind::NotExpected, QStringLiteral("not a WAV file"), {}};
    const auto format = chunk(bytes, "fmt ");
    if (!format || format->size() < 16)
        return malformed(QStringLiteral("no format chunk"));
    if (word16(*format, 0) != formatPcm)
        return Error{Error::Kind::Unsupported, QStringLiteral("not uncompressed PCM"), {}};
    WaveFormat wave{word16(*format, 2), int(word32(*format, 4)), word16(*format, 14), {}};
    if (wave.channels < 1 || wave.channels > 2 || (wave.bits != 8 && wave.bits != 16) || wave.sampleRate < 8'000 || wave.sampleRate > 96'000)
        return Error{Error::Kind::Unsupported, QStringLiteral("8 or 16 bits, one or two channels and 8 to 96 kHz are expected"), {}};
    const auto samples = chunk(bytes, "data");
    if (!samples || samples->isEmpty())
        return Error{Error::Kind::Truncated, QStringLiteral("the samples are missing or cut"), {}};
    wave.length = std::chrono::milliseconds(samples->size() * 1000 / (qint64(wave.sampleRate) * wave.channels * (wave.bits / 8)));
    if (wave.length > longestSound)
        return Error{Error::Kind::TooLarge, QStringLiteral("longer than 30 s"), {}};
    return wave;
}

Result<WaveFormat> checkWaveFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{Error::Kind::NotFound, {}, path};
    if (!info.isFile())
        return Error{Error::Kind::NotExpected, QStringLiteral("not an ordinary file"), path};
    if (info.size() > largestFile)
        return Error{Error::Kind::TooLarge, QStringLiteral("larger than 4 MiB"), path};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Io, file.errorString(), path};
    auto wave = readWave(file.read(largestFile));
    if (wave)
        return wave;
    Error error = wave.error();
    error.where = path;
    return error;
}

} // namespace Watchfloor
