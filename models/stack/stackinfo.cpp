#include "models/stack/stackinfo.h"

#include <algorithm>

namespace Watchfloor {

using namespace std::chrono_literals;

StackTiming timingOf(StackProfile profile)
{
    switch (profile) {
    case StackProfile::Demo:
        return {};
    case StackProfile::Test:
        return {.scrape = 1s,
                .window = 15s,
                .pending = 5s,
                .groupWait = 0s,
                .groupInterval = 1s,
                .resend = 5s,
                .verifyWithin = 60s,
                .verifyFor = 5s};
    }
    return {};
}

const StackService *StackInfo::service(const QString &name) const
{
    const auto found = std::find_if(services.begin(), services.end(), [&name](const StackService &one) { return one.name == name; });
    return found == services.end() ? nullptr : &*found;
}

} // namespace Watchfloor
