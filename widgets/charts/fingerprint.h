#pragma once

#include <QtGlobal>

#include <cstring>

namespace Watchfloor {

/// FNV-1a over machine words: quick, and stable for as long as it is needed.
class Fingerprint
{
public:
    void add(const void *data, size_t bytes)
    {
        const char *at = static_cast<const char *>(data);
        for (; bytes >= sizeof(quint64); bytes -= sizeof(quint64), at += sizeof(quint64)) {
            quint64 word;
            std::memcpy(&word, at, sizeof word);
            mix(word);
        }
        quint64 rest = 0;
        std::memcpy(&rest, at, bytes);
        mix(rest ^ bytes);
    }
    void add(double number) { add(&number, sizeof number); }
    quint64 value() const { return m_hash ? m_hash : 1; }

private:
    void mix(quint64 word)
    {
        m_hash = (m_hash ^ word) * 1'099'511'628'211ULL;
        m_hash ^= m_hash >> 29;
    }
    quint64 m_hash = 14'695'981'039'346'656'037ULL;
};

} // namespace Watchfloor
