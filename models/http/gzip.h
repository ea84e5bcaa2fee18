#pragma once

#include "models/core/result.h"

#include <QByteArrayView>

namespace Watchfloor {

/// What a body of coding gzip (RFC 1952) holds, its members one after the other. Never makes more than `limit` bytes of it,
/// checks sums and lengths, and refuses what ends early or goes on after the last member.
Result<QByteArray> gunzipped(QByteArrayView packed, qint64 limit);

} // namespace Watchfloor
