#pragma once

#include <QUrl>

#include <functional>

class QWidget;

namespace Watchfloor {

/// Shows the whole target of a link and opens it, in the desktop's browser unless told otherwise, only when that is agreed to. What is neither http nor
/// https is not asked for and not opened.
void askToOpen(const QUrl &url, QWidget *parent, std::function<void(const QUrl &)> opener = {});

} // namespace Watchfloor
