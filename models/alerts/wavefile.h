#pragma once

#include "models/core/result.h"

#include <chrono>

namespace Watchfloor {

/// What a WAV file says of itself.
struct WaveFormat
{
    int channels = 0;
    int sampleRate = 0;
    int bits = 0;
    std::chrono::milliseconds length{};
    bool operator==(const WaveFormat &) const = default;
};

/// Refuses what is not uncompressed PCM of 8 or 16 bits, one or two channels and 8 to 96 kHz, what is cut short, and what sounds for more
/// than half a minute. Source: Microsoft and IBM, Multimedia Programming Interface and Data Specifications 1.0, RIFF WAVE.
Result<WaveFormat> readWave(QByteArrayView bytes);

/// The same of a file. It must be an ordinary one of at most 4 MiB: a pipe or a device is not opened.
Result<WaveFormat> checkWaveFile(const QString &path);

} // namespace Watchfloor
