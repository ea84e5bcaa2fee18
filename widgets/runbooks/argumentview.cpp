#include "widgets/runbooks/argumentview.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace Watchfloor {

namespace {

constexpr int numberHeight = 14;
constexpr int boxPadding = 7;
constexpr int boxGap = 6;
constexpr int lineHeight = 18;
constexpr int argumentLimit = 4'096;
constexpr qsizetype argumentCount = 200;

/// Broken into pieces that fit: at the lines of a script, and anywhere in a word that is too long.
QStringList pieces(const QString &argument, int width, const QFontMetrics &metrics)
{
    QStringList found;
    const int characters = std::max(8, width / std::max(1, metrics.averageCharWidth()));
    for (const QString &line : argument.trimmed().isEmpty() ? QStringList{argument} : argument.split(u'\n')) {
        const QString safe = Format::safeText(line, argumentLimit);
        for (qsizetype at = 0; at == 0 || at < safe.size(); at += characters)
            found.append(safe.mid(at, characters));
    }
    return found;
}

} // namespace

ArgumentView::ArgumentView(const ResolvedCommand &command, Risk risk, QWidget *parent)
    : QWidget(parent)
    , m_arguments(command.argv.mid(0, argumentCount))
    , m_viaShell(command.viaShell)
    , m_risk(risk)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(Format::safeText(command.shown, argumentLimit));
}

std::vector<ArgumentView::Box> ArgumentView::boxes(int width) const
{
    const QFontMetrics metrics(monoFont());
    std::vector<Box> found;
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (const QString &argument : m_arguments) {
        Box box{{}, pieces(argument, width - 2 * boxPadding, metrics)};
        int boxWidth = 12;
        for (const QString &line : box.lines)
            boxWidth = std::max(boxWidth, metrics.horizontalAdvance(line));
        boxWidth += 2 * boxPadding;
        const int boxHeight = int(box.lines.size()) * lineHeight + 4;
        if (x > 0 && x + boxWidth > width) {
            x = 0;
            y += rowHeight + boxGap;
            rowHeight = 0;
        }
        box.rect = QRect(x, y + numberHeight, boxWidth, boxHeight);
        x += boxWidth + boxGap;
        rowHeight = std::max(rowHeight, numberHeight + boxHeight);
        found.push_back(std::move(box));
    }
    return found;
}

int ArgumentView::heightForWidth(int width) const
{
    int bottom = 0;
    for (const Box &box : boxes(width))
        bottom = std::max(bottom, box.rect.bottom() + 1);
    return bottom + 2;
}

QSize ArgumentView::sizeHint() const
{
    return {480, heightForWidth(480)};
}

void ArgumentView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const auto all = boxes(width());
    const QFont numbers = textFont(TextSize::Small);
    const QFont mono = monoFont();
    for (size_t at = 0; at < all.size(); ++at) {
        const Box &box = all[at];
        const bool program = at == 0 && !m_viaShell;
        const bool script = m_viaShell && at + 1 == all.size();
        const bool loud = m_risk == Risk::Destructive && (script || (at + 1 == all.size() && !program));
        painter.setFont(numbers);
        painter.setPen(theme.text3);
        painter.drawText(QRect(box.rect.left() + 1, box.rect.top() - numberHeight, 60, numberHeight), Qt::AlignVCenter, QString::number(at));
        painter.setPen(loud ? theme.critical : theme.line);
        painter.setBrush(loud ? theme.tint(theme.critical, 0.18) : theme.raised);
        painter.drawRoundedRect(QRectF(box.rect).adjusted(0.5, 0.5, -0.5, -0.5), Size::smallRadius, Size::smallRadius);
        painter.setFont(mono);
        painter.setPen(theme.text);
        for (int line = 0; line < box.lines.size(); ++line)
            painter.drawText(QRect(box.rect.left() + boxPadding, box.rect.top() + 2 + line * lineHeight, box.rect.width(), lineHeight), Qt::AlignVCenter, box.lines[line]);
    }
}

} // namespace Watchfloor
