#include "widgets/theme/icons.h"

#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

static void loadIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace Watchfloor {

namespace {

QString folder()
{
    // The linker drops a static library's resource that nobody names.
    static const bool loaded = (loadIcons(), true);
    Q_UNUSED(loaded)
    return QStringLiteral(":/icons/");
}

QByteArray drawing(const QString &name, const QColor &color)
{
    QFile file(folder() + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

class DrawnIconEngine final : public QIconEngine
{
public:
    DrawnIconEngine(QString name, QColor color, QColor disabled)
        : m_name(std::move(name))
        , m_color(std::move(color))
        , m_disabled(std::move(disabled))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, colorOf(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, colorOf(mode), std::min(size.width(), size.height()));
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }
    QIconEngine *clone() const override { return new DrawnIconEngine(*this); }

private:
    QColor colorOf(QIcon::Mode mode) const { return mode == QIcon::Disabled ? m_disabled : m_color; }
    QString m_name;
    QColor m_color;
    QColor m_disabled;
};

bool isKnown(const QString &name)
{
    return !name.isEmpty() && QFile::exists(folder() + name + QStringLiteral(".svg"));
}

} // namespace

QStringList iconNames()
{
    QStringList names;
    for (const QString &file : QDir(folder()).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name))
        names << file.chopped(4);
    return names;
}

QIcon icon(const QString &name, const QColor &color)
{
    return isKnown(name) ? QIcon(new DrawnIconEngine(name, color, color)) : QIcon();
}

QIcon icon(const QString &name, const Theme &theme)
{
    return isKnown(name) ? QIcon(new DrawnIconEngine(name, theme.text2, theme.text3)) : QIcon();
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, double pixelRatio)
{
    const int side = std::max(1, qRound(size * pixelRatio));
    const QString key = QStringLiteral("wf-icon/%1/%2/%3").arg(name, color.name(QColor::HexArgb)).arg(side);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(side, side);
        pixmap.fill(Qt::transparent);
        QSvgRenderer renderer(drawing(name, color));
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        if (renderer.isValid())
            renderer.render(&painter, QRectF(0, 0, side, side));
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const double side = std::min(rect.width(), rect.height());
    const double scale = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const QPointF corner(rect.center().x() - side / 2, rect.center().y() - side / 2);
    painter.drawPixmap(corner, iconPixmap(name, color, qRound(side), scale));
}

} // namespace Watchfloor
