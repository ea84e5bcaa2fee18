#pragma once

#include "models/frames/display.h"

#include <QJsonObject>

namespace Watchfloor {

/// One step between answer and picture, with Grafana's id and options.
struct Transformation
{
    QString id;
    QJsonObject options;
    bool disabled = false;
    QString refIdFilter; ///< a pattern; empty: all frames
    bool operator==(const Transformation &) const = default;
};

/// Whether it is done here, wholly. What is not is left out and named by the import.
bool isKnownTransformation(const QString &id);
/// The frames after all steps. A frame that would get too many cells is cut and says so. `fill` fills variables into options.
std::vector<Frame> transformed(std::vector<Frame> frames, const std::vector<Transformation> &transformations, const FillText &fill = {});

} // namespace Watchfloor
