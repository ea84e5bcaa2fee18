#pragma once

#include <QString>

namespace Watchfloor {

/// Something wrong in a file, where it stands: file:line:column: path: message. Lines and columns count from 1; 0 is unknown.
struct Fault
{
    QString file;
    int line = 0;
    int column = 0;
    QString path; ///< "sources[1].prometheus.url"
    QString message;

    QString toString() const;
    bool operator==(const Fault &) const = default;
};

} // namespace Watchfloor
