#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <map>

namespace Watchfloor {

/// The expression with $name, ${name} and $__range, $__rate_interval, $__interval filled in. Several values of a variable become
/// a regular expression of escaped alternatives.
QString interpolated(const QString &expression, const std::map<QString, QStringList> &variables, std::chrono::milliseconds range,
                     std::chrono::milliseconds step);

} // namespace Watchfloor
