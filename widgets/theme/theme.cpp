#include "widgets/theme/theme.h"

#include <QApplication>
#include <QPalette>
#include <QWidget>

#include <cmath>

namespace Watchfloor {

namespace {

/// Series colours after Okabe and Ito and Tol's bright and muted sets, lightness moved for each ground.
Theme darkTheme()
{
    Theme theme;
    theme.mode = ThemeMode::Dark;
    theme.window = QColor(0x0E1116);
    theme.chrome = QColor(0x090B0F);
    theme.surface = QColor(0x151A21);
    theme.raised = QColor(0x1D242E);
    theme.sunken = QColor(0x0B0E12);
    theme.selection = QColor(0x18273A);
    theme.line = QColor(0x2A333F);
    theme.track = QColor(0x252D38);
    theme.hover = QColor(0x1A212A);
    theme.handle = QColor(0x3A4554);
    theme.text = QColor(0xE6EAF0);
    theme.text2 = QColor(0x9AA7B5);
    theme.text3 = QColor(0x8390A0);
    theme.accent = QColor(0x4C9AFF);
    theme.onAccent = QColor(0x0A0F16);
    theme.healthy = QColor(0x3FB68B);
    theme.warning = QColor(0xF2B134);
    theme.critical = QColor(0xF0524F);
    theme.stale = QColor(0x8E9AAB);
    theme.blind = QColor(0xB57BEE);
    theme.past = QColor(0xC9D3DF);
    theme.series = {QColor(0x4C9AFF), QColor(0x3FB68B), QColor(0xF0A03C), QColor(0xE27FB0), QColor(0x5CC8F2),
                    QColor(0xE8D25A), QColor(0xB79CF0), QColor(0xF07F5E), QColor(0x9CCB4E), QColor(0xB8C1CC)};
    return theme;
}

Theme lightTheme()
{
    Theme theme;
    theme.mode = ThemeMode::Light;
    theme.window = QColor(0xF4F6F9);
    theme.chrome = QColor(0xE9EDF2);
    theme.surface = QColor(0xFFFFFF);
    theme.raised = QColor(0xFFFFFF);
    theme.sunken = QColor(0xF4F6F9);
    theme.selection = QColor(0xE3EEFD);
    theme.line = QColor(0xD9DFE7);
    theme.track = QColor(0xE3E8EE);
    theme.hover = QColor(0xF4F6F9);
    theme.handle = QColor(0xB9C2CD);
    theme.text = QColor(0x141A22);
    theme.text2 = QColor(0x4B5866);
    theme.text3 = QColor(0x616D7A);
    theme.accent = QColor(0x1F6FEB);
    theme.onAccent = QColor(0xFFFFFF);
    theme.healthy = QColor(0x1A7F5A);
    theme.warning = QColor(0x9A6700);
    theme.critical = QColor(0xCF222E);
    theme.stale = QColor(0x6E7781);
    theme.blind = QColor(0x8250DF);
    theme.past = QColor(0x3A4654);
    theme.series = {QColor(0x1F6FEB), QColor(0x1A7F5A), QColor(0xB35900), QColor(0xA8437B), QColor(0x0E7C9C),
                    QColor(0x7F6B00), QColor(0x7149C6), QColor(0xC2442B), QColor(0x557A12), QColor(0x5D6875)};
    return theme;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor Theme::of(State state) const
{
    switch (state) {
    case State::Critical:
        return critical;
    case State::Blind:
        return blind;
    case State::Stale:
        return stale;
    case State::Warning:
        return warning;
    case State::Healthy:
        return healthy;
    }
    return blind;
}

QColor Theme::of(Severity severity) const
{
    switch (severity) {
    case Severity::Emergency:
    case Severity::Critical:
        return critical;
    case Severity::Warning:
        return warning;
    case Severity::Info:
        return accent;
    case Severity::None:
        return text2;
    }
    return text2;
}

QColor Theme::of(Tone tone) const
{
    switch (tone) {
    case Tone::Primary:
        return text;
    case Tone::Secondary:
        return text2;
    case Tone::Hint:
        return text3;
    case Tone::Accent:
        return accent;
    case Tone::Healthy:
        return healthy;
    case Tone::Warning:
        return warning;
    case Tone::Critical:
        return critical;
    case Tone::Stale:
        return stale;
    case Tone::Blind:
        return blind;
    case Tone::Past:
        return past;
    }
    return text;
}

QColor Theme::tint(const QColor &color, double share) const
{
    const auto mix = [share](float over, float under) { return float(over * share + under * (1 - share)); };
    return QColor::fromRgbF(mix(color.redF(), surface.redF()), mix(color.greenF(), surface.greenF()),
                            mix(color.blueF(), surface.blueF()));
}

const Theme &theme(ThemeMode mode)
{
    static const Theme dark = darkTheme();
    static const Theme light = lightTheme();
    return mode == ThemeMode::Dark ? dark : light;
}

const Theme &themeOf(const QWidget *widget)
{
    // The link colour is the accent, and no style sheet touches it, so it tells the modes apart on every widget.
    const QColor link = (widget ? widget->palette() : QApplication::palette()).color(QPalette::Link);
    return theme(link == theme(ThemeMode::Light).accent ? ThemeMode::Light : ThemeMode::Dark);
}

Tone toneOf(State state)
{
    switch (state) {
    case State::Critical:
        return Tone::Critical;
    case State::Blind:
        return Tone::Blind;
    case State::Stale:
        return Tone::Stale;
    case State::Warning:
        return Tone::Warning;
    case State::Healthy:
        return Tone::Healthy;
    }
    return Tone::Blind;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace Watchfloor
