#pragma once

#include "models/frames/fieldnames.h"
#include "models/frames/pattern.h"

#include <QSet>

namespace Watchfloor {

/// A matcher made ready for many fields: patterns are compiled and names hashed once.
class FieldSelection
{
public:
    explicit FieldSelection(const FieldMatcher &matcher) : FieldSelection(matcher, 0) {}
    /// Fields of these names, as they are shown or as they are called in the frame.
    explicit FieldSelection(const QStringList &names);

    /// `name` is what the field is shown as.
    bool matches(const Field &field, const Frame &frame, const QString &name) const;

private:
    FieldSelection(const FieldMatcher &matcher, int depth);
    void readNames(const QJsonValue &options);
    void readParts(const FieldMatcher &matcher, int depth);
    bool matchesName(const Field &field, const QString &name) const;
    bool matchesValue(const Field &field) const;
    bool matchesParts(const Field &field, const Frame &frame, const QString &name) const;

    FieldMatcher m_matcher;
    QSet<QString> m_names;
    Pattern m_pattern;
    bool m_excludes = false;
    std::vector<FieldSelection> m_parts;
};

/// Whether frames of a query are meant: its refId, "A|B", or "/pattern/".
class QuerySelection
{
public:
    explicit QuerySelection(const QString &pattern);
    bool matches(const QString &refId) const { return m_pattern.isValid() ? m_pattern.matches(refId) : refId == m_refId; }

private:
    QString m_refId;
    Pattern m_pattern;
};

/// `left` beside `right` under one of Grafana's comparisons: "eq", "gte", also "==", ">=". A value that is none is the text "null".
bool comparesAs(std::optional<double> left, const QString &operation, const QJsonValue &right);

} // namespace Watchfloor
