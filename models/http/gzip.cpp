#include "models/http/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace Watchfloor {

namespace {

constexpr qsizetype firstPiece = 64 << 10;
constexpr int mostMembers = 10'000;

/// One inflation of zlib's, ended whatever happens.
class Inflation
{
public:
    Inflation() { m_isReady = inflateInit2(&stream, MAX_WBITS + 16) == Z_OK; }
    ~Inflation()
    {
        if (m_isReady)
            inflateEnd(&stream);
    }
    Inflation(const Inflation &) = delete;
    Inflation &operator=(const Inflation &) = delete;
    bool isReady() const { return m_isReady; }

    z_stream stream{};

private:
    bool m_isReady = false;
};

Error malformed(const char *what)
{
    return Error{Error::Kind::Malformed, QString::fromLatin1(what), {}};
}

}

Result<QByteArray> gunzipped(QByteArrayView packed, qint64 limit)
{
    Inflation inflation;
    z_stream &stream = inflation.stream;
    if (!inflation.isReady())
        return malformed("not to be unpacked");
    if (packed.size() > qsizetype(std::numeric_limits<uInt>::max()))
        return Error{Error::Kind::TooLarge, QStringLiteral("over %1 bytes").arg(limit), {}};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = uInt(packed.size());
    QByteArray plain;
    qsizetype size = 0;
    int members = 0;
    while (true) {
        if (size == plain.size()) {
            if (size > limit)
                return Error{Error::Kind::TooLarge, QStringLiteral("over %1 bytes once unpacked").arg(limit), {}};
            // One more than is allowed, so that what is too long shows.
            plain.resize(qsizetype(std::min<qint64>(std::max<qint64>(2 * size, firstPiece), limit + 1)));
        }
        const qsizetype room = std::min<qsizetype>(plain.size() - size, std::numeric_limits<int>::max());
        stream.next_out = reinterpret_cast<Bytef *>(plain.data() + size);
        stream.avail_out = uInt(room);
        const int result = inflate(&stream, Z_NO_FLUSH);
        size += room - qsizetype(stream.avail_out);
        if (result == Z_STREAM_END) {
            if (stream.avail_in == 0)
                break;
            if (++members == mostMembers || inflateReset(&stream) != Z_OK)
                return malformed("too many parts in a compressed body");
            continue;
        }
        if (result == Z_BUF_ERROR || (result == Z_OK && stream.avail_in == 0 && stream.avail_out > 0))
            return Error{Error::Kind::Truncated, QStringLiteral("the compressed body ends early"), {}};
        if (result != Z_OK)
            return malformed("broken compressed body");
    }
    if (size > limit)
        return Error{Error::Kind::TooLarge, QStringLiteral("over %1 bytes once unpacked").arg(limit), {}};
    plain.resize(size);
    return plain;
}

} // namespace Watchfloor
