#pragma once

#include "models/core/labels.h"
#include "models/http/httpclient.h"
#include "models/rules/ruleplan.h"

#include <QObject>

namespace Watchfloor {

/// What a Prometheus told about itself as far as our rules are concerned; what it did not answer is absent.
struct RuleSurroundings
{
    std::optional<ListedGroups> listed;
    std::optional<Labels> externalLabels;
    bool offersRemoteRead = true; ///< false: it said that there is none
    bool operator==(const RuleSurroundings &) const = default;
};

/// Asks every Prometheus once which groups it evaluates, which labels it adds, and whether it can be read.
class RuleSurvey final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// One survey at a time; a new one voids what the one before still waits for.
    void ask(const std::map<size_t, HttpClient *> &sources);

Q_SIGNALS:
    void finished(const std::map<size_t, Watchfloor::RuleSurroundings> &found);

private:
    void askListed(size_t source, HttpClient &http);
    void askLabels(size_t source, HttpClient &http);
    void askRead(size_t source, HttpClient &http);
    void settle();

    std::map<size_t, RuleSurroundings> m_found;
    std::unique_ptr<QObject> m_round; ///< answers of an earlier one find nobody
    int m_open = 0;
};

} // namespace Watchfloor
