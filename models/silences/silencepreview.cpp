#include "models/silences/silencepreview.h"

namespace Watchfloor {

SilencePreview previewSilence(const Matchers &matchers, const std::vector<Alert> &alerts)
{
    SilencePreview preview;
    for (const Alert &alert : alerts) {
        if (!alert.isOpen())
            continue;
        ++preview.outOf;
        const bool matches = !matchers.empty()
                             && (alert.externalLabels.isEmpty() ? matchAll(matchers, alert.labels) : matchAll(matchers, alert.allLabels()));
        if (!matches)
            continue;
        preview.muted.push_back(&alert);
        ++preview.bySeverity[alert.severity];
        if (alert.state != AlertState::Silenced)
            ++preview.notYet;
    }
    return preview;
}

Matchers matchersFor(const Alert &alert)
{
    Matchers matchers;
    for (const auto &[name, value] : alert.allLabels())
        if (auto matcher = Matcher::make(name, Matcher::Operator::Equal, value))
            matchers.push_back(*std::move(matcher));
    return matchers;
}

} // namespace Watchfloor
