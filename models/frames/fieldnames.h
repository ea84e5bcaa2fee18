#pragma once

#include "models/frames/frame.h"

#include <span>

namespace Watchfloor {

/// What fields are called among all frames of a panel: by their configuration, by the query's legend, else by whatever of frame, field and
/// labels tells them apart. Source: Grafana, getFieldDisplayName.
class FieldNames
{
public:
    explicit FieldNames(std::span<const Frame> frames);

    QString of(const Field &field, const Frame &frame) const;

private:
    bool m_frameNamesDiffer = false;
    QString m_onlyLabel; ///< where all labels of all fields have one name
};

/// The same for a frame alone.
QString fieldNameIn(const Frame &frame, const Field &field);
/// Labels in braces, as Grafana shows them; empty without labels.
QString labelText(const Labels &labels, bool braces = true);
/// The names of all labels of all fields, as they first come.
QStringList labelNamesOf(std::span<const Frame> frames);
/// What a frame is called: its name, else what its fields but times are called.
QString frameName(const Frame &frame);

/// Sets every field's displayName by these rules.
void nameFields(std::vector<Frame> &frames);

} // namespace Watchfloor
