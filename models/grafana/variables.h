#pragma once

#include "models/panels/dashboard.h"

#include <QJsonObject>

namespace Watchfloor {

class DataSources;

/// The dashboard's templating list; what of it is partial is added to `notes`.
std::vector<Variable> readVariables(const QJsonObject &dashboard, int schema, const DataSources &sources, QStringList &notes);

/// Variables whose queries need each other, each circle as "a → b → a".
QStringList variableCircles(const std::vector<Variable> &variables);

} // namespace Watchfloor
