#pragma once

#include "models/slo/objective.h"
#include "models/text/yaml.h"

namespace Watchfloor {

/// What a file of OpenSLO v1 or Sloth v1 documents holds, told apart by apiVersion / version; or all its faults with places.
struct SloDocument
{
    std::vector<Objective> objectives;
    std::vector<Fault> faults;
};

SloDocument readSloDocument(const QByteArray &text, const QString &file);

/// Why a target of 100 % is refused.
QString noBudgetMessage();

} // namespace Watchfloor
