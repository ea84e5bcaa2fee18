#pragma once

#include <QByteArrayView>
#include <QStringList>

#include <optional>

namespace Watchfloor {

/// What an answer of Prometheus' API says of its failure, word by word.
struct ApiFault
{
    QString type; ///< "bad_data", "execution", "timeout"; may be empty
    QString text;
    QStringList warnings;
    QStringList infos;
};

/// The failure in an answer whose status is "error", whatever data it has beside it; absent of any other body.
std::optional<ApiFault> apiFault(QByteArrayView body);

} // namespace Watchfloor
