#pragma once

#include "models/text/fault.h"

#include <QByteArray>
#include <QStringList>

#include <utility>
#include <vector>

namespace Watchfloor {

/// Names and texts in their order. An empty text takes a label away, so that these are no Labels.
using RuleTexts = std::vector<std::pair<QString, QString>>;

/// One rule of a rule file. Durations stay as they were written: the server that evaluates them reads them.
struct Rule
{
    QString name; ///< of the alert, or of the series that it records
    bool isAlert = true;
    QString expression;
    QString duration{};      ///< its `for`
    QString keepFiringFor{};
    RuleTexts labels{};
    RuleTexts annotations{};
    int line = 0; ///< where it stands in its file
    bool operator==(const Rule &) const = default;
};

/// Rules that are evaluated one after the other, at one interval.
struct RuleGroup
{
    QString name;
    QString interval{}; ///< empty: the server's own
    int limit = 0;      ///< alerts or series that a rule may make; 0: any number
    std::vector<Rule> rules{};
    int line = 0;
    bool operator==(const RuleGroup &) const = default;
};

/// A Prometheus rule file.
struct RuleFile
{
    QString path;
    std::vector<RuleGroup> groups{};
    bool operator==(const RuleFile &) const = default;
};

/// A rule file, or everything that is wrong with it.
struct RuleDocument
{
    RuleFile file;
    std::vector<Fault> faults;
};

/// Reads a rule file as Prometheus does: unknown keys, a rule that is neither or both of alert and record, `for` of a recording rule,
/// names that cannot be, and a group's name twice are faults. Expressions and templates are the server's to judge.
/// Source: Prometheus documentation, recording rules and alerting rules.
RuleDocument readRuleFile(const QByteArray &text, const QString &path);

} // namespace Watchfloor
