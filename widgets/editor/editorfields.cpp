#include "widgets/editor/editorfields.h"

#include <QComboBox>
#include <QCoreApplication>

#include <cmath>

namespace Watchfloor {

namespace {
constexpr int longestNumber = 30;
}

NumberField::NumberField(const QString &hint, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(hint);
    setMaxLength(longestNumber);
}

void NumberField::setNumber(std::optional<double> number)
{
    setText(number ? QString::number(*number, 'g', QLocale::FloatingPointShortest) : QString());
}

std::optional<double> NumberField::number() const
{
    bool ok = false;
    const double value = text().trimmed().toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool NumberField::isValid() const
{
    return text().trimmed().isEmpty() || number();
}

QComboBox *makeChoice(const QStringList &texts, const QString &name)
{
    auto *box = new QComboBox;
    box->addItems(texts);
    box->setAccessibleName(name);
    box->setFocusPolicy(Qt::StrongFocus); // a wheel that passes changes nothing
    return box;
}

std::vector<std::pair<PanelKind, QString>> editableKinds()
{
    return {{PanelKind::TimeSeries, NumberField::tr("Time series")},
            {PanelKind::Stat, NumberField::tr("Stat")},
            {PanelKind::Gauge, NumberField::tr("Gauge")},
            {PanelKind::BarGauge, NumberField::tr("Bar gauge")},
            {PanelKind::BarChart, NumberField::tr("Bar chart")},
            {PanelKind::Table, NumberField::tr("Table")},
            {PanelKind::Text, NumberField::tr("Text")},
            {PanelKind::HeatMap, NumberField::tr("Heat map")},
            {PanelKind::Histogram, NumberField::tr("Histogram")},
            {PanelKind::Pie, NumberField::tr("Pie")},
            {PanelKind::StateTimeline, NumberField::tr("State timeline")},
            {PanelKind::StatusHistory, NumberField::tr("Status history")},
            {PanelKind::AlertList, NumberField::tr("Alert list")},
            {PanelKind::DashboardList, NumberField::tr("Dashboard list")}};
}

QString queryLetter(size_t index)
{
    QString letters;
    for (size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + char16_t((rest - 1) % 26)));
    return letters;
}

} // namespace Watchfloor
