#pragma once

#include "models/core/result.h"
#include "models/panels/dashboard.h"

namespace Watchfloor {

/// The text of a short-form dashboard file with one panel changed; comments, order and layout of everything else stay. Unsupported when the short
/// form cannot say what was changed, Invalid when the text is not the dashboard's or the result would not read back as meant.
Result<QByteArray> withPanelChanged(const QByteArray &text, const QString &file, size_t index, const Panel &panel);
/// The same with one panel more at the end.
Result<QByteArray> withPanelAdded(const QByteArray &text, const QString &file, const Panel &panel);
/// The same with one panel less.
Result<QByteArray> withPanelRemoved(const QByteArray &text, const QString &file, size_t index);

} // namespace Watchfloor
