#pragma once

#include <optional>
#include <string>
#include <vector>

namespace Watchfloor::Bench {

/// What one benchmark found: a number a round, smaller is better.
struct Measurement
{
    std::string name;
    std::string unit;
    std::vector<double> rounds;
    std::optional<double> target; ///< at most this, in the same unit
};

/// Prints one line of the table: name, median, minimum, maximum, unit, target, verdict; columns two blanks or more apart.
void print(Measurement measurement);

/// Resident memory of this process now, and the highest it ever was, in MB (2^20 bytes).
double residentMegabytes();
double peakMegabytes();

} // namespace Watchfloor::Bench
