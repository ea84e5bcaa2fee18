#pragma once

#include <QImage>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <vector>

namespace Watchfloor {

/// One message to the desktop, plain text throughout.
struct Notification
{
    enum class Urgency { Low, Normal, Critical };
    struct Action
    {
        QString name;
        QString text;
    };

    QString key;   ///< the signals name it
    QString title;
    QString body;
    Urgency urgency = Urgency::Normal;
    std::vector<Action> actions{};  ///< buttons; pressing the message itself is always there
    QImage image{};
    bool transient = false;         ///< needs no place in a list of what was missed
    bool quiet = false;             ///< the desktop makes no sound of its own
    QString soundName{};            ///< of the desktop's theme, where we cannot sound ourselves
};

/// Who shows notifications, and what it says that it can do.
struct NotificationService
{
    QString name;    ///< "dunst 1.9.0"
    QStringList capabilities;
    bool can(const char *capability) const { return capabilities.contains(QLatin1String(capability)); }
};

/// The arguments of Notify as this service can take them: no buttons where it has none, markup escaped where it reads markup, the body
/// in the title where it shows no body; texts are cut.
struct NotifyArguments
{
    QString title;
    QString body;
    QStringList actions;
    QVariantMap hints;
    int timeoutMs = -1;
};
NotifyArguments notifyArguments(const Notification &notification, const NotificationService &service);

/// The body as it is sent.
QString notificationBody(const QString &plain, bool markup);

} // namespace Watchfloor
