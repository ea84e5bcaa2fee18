#include "widgets/desk/notification.h"

#include "models/core/format.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QGuiApplication>

namespace Watchfloor {

namespace {

constexpr int longestTitle = 120;
constexpr int longestBody = 400;
constexpr int imageSize = 48;
constexpr int neverEnds = 0;
constexpr int asTheDesktopLikes = -1;

/// Raw pixels as the specification wants them: width, height, bytes a line, alpha, bits of a channel, channels, bytes.
struct ImageData
{
    int width = 0;
    int height = 0;
    int stride = 0;
    bool alpha = true;
    int bits = 8;
    int channels = 4;
    QByteArray bytes;
};

QDBusArgument &operator<<(QDBusArgument &argument, const ImageData &image)
{
    argument.beginStructure();
    argument << image.width << image.height << image.stride << image.alpha << image.bits << image.channels << image.bytes;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, ImageData &image)
{
    argument.beginStructure();
    argument >> image.width >> image.height >> image.stride >> image.alpha >> image.bits >> image.channels >> image.bytes;
    argument.endStructure();
    return argument;
}

} // namespace

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::ImageData)

namespace Watchfloor {

namespace {

QVariant imageHint(const QImage &image)
{
    static const bool registered = (qDBusRegisterMetaType<ImageData>(), true);
    Q_UNUSED(registered)
    const QImage pixels = image.scaled(imageSize, imageSize, Qt::KeepAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGBA8888);
    ImageData data{pixels.width(), pixels.height(), int(pixels.bytesPerLine()), true, 8, 4,
                   QByteArray(reinterpret_cast<const char *>(pixels.constBits()), pixels.sizeInBytes())};
    return QVariant::fromValue(data);
}

QVariantMap hintsOf(const Notification &notification, const NotificationService &service)
{
    QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(uchar(notification.urgency))},
                      {QStringLiteral("category"), QStringLiteral("network")}};
    if (const QString entry = QGuiApplication::desktopFileName(); !entry.isEmpty())
        hints.insert(QStringLiteral("desktop-entry"), entry);
    if (notification.transient)
        hints.insert(QStringLiteral("transient"), true);
    // It stays when a button was pressed, for what came of it takes its place.
    if (!notification.actions.empty() && service.can("actions"))
        hints.insert(QStringLiteral("resident"), true);
    if (notification.quiet)
        hints.insert(QStringLiteral("suppress-sound"), true);
    else if (!notification.soundName.isEmpty() && service.can("sound"))
        hints.insert(QStringLiteral("sound-name"), notification.soundName);
    if (!notification.image.isNull())
        hints.insert(QStringLiteral("image-data"), imageHint(notification.image));
    return hints;
}

} // namespace

QString notificationBody(const QString &plain, bool markup)
{
    return markup ? plain.toHtmlEscaped() : plain;
}

NotifyArguments notifyArguments(const Notification &notification, const NotificationService &service)
{
    NotifyArguments arguments;
    arguments.title = Format::safeText(notification.title, longestTitle);
    const QString body = Format::safeText(notification.body, longestBody);
    if (service.can("body"))
        arguments.body = notificationBody(body, service.can("body-markup"));
    else if (!body.isEmpty())
        arguments.title = Format::safeText(arguments.title + QStringLiteral(" – ") + body, 2 * longestTitle);
    if (service.can("actions")) {
        arguments.actions << QStringLiteral("default") << QCoreApplication::translate("Watchfloor::Notifier", "Open");
        for (const Notification::Action &action : notification.actions)
            arguments.actions << action.name << action.text;
    }
    arguments.hints = hintsOf(notification, service);
    arguments.timeoutMs = notification.urgency == Notification::Urgency::Critical ? neverEnds : asTheDesktopLikes;
    return arguments;
}

} // namespace Watchfloor
