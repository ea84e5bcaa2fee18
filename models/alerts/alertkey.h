#pragma once

#include "models/alerts/alert.h"

namespace Watchfloor {

/// A 64-bit key over the labels less those that `external` has with the same value. Pairs are added up, so order is nothing. The
/// same on every run: history and acknowledgements are kept by it.
quint64 alertKey(const Labels &labels, const Labels &external = {});
/// The key of these labels without their severity, out of that with it.
quint64 familyKey(quint64 key, const Labels &labels);

/// `labels` less the pairs of `external` are exactly `bare`.
bool isSameWithout(const Labels &labels, const Labels &external, const Labels &bare);
/// `labels` less the pairs of `external`; those taken away come back in `taken`.
Labels strippedOf(const Labels &labels, const Labels &external, Labels &taken);

QString fingerprintText(quint64 key);

/// The digest is of this run alone: nobody outside can make two alerts alike for it.
AlertMark markOf(const OriginAlert &alert);
/// Marks what was parsed, where it was parsed, and drops what an answer says twice.
void markAll(std::vector<OriginAlert> &alerts);

} // namespace Watchfloor
