#include "widgets/alerts/labelsection.h"

#include "models/core/format.h"
#include "models/core/matcher.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/pill.h"
#include "widgets/theme/fonts.h"

#include <QBoxLayout>

namespace Watchfloor {

namespace {
constexpr int mostChips = 64;
constexpr int widestChip = 80;
}

LabelSection::LabelSection()
    : DetailSection(tr("Labels"))
{
    auto *chips = new QWidget;
    m_flow = new FlowLayout(chips, 6);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    chips->setSizePolicy(policy);
    body()->addWidget(chips);
}

void LabelSection::show(const Labels &labels)
{
    setVisible(!labels.isEmpty());
    if (labels == m_labels)
        return;
    m_labels = labels;
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QStringList names;
    for (const auto &[name, value] : labels) {
        if (name == u"alertname")
            continue;
        names << Format::safeText(name, widestChip);
        if (names.size() > mostChips)
            continue;
        const QString text = Format::safeText(name + u'=' + value, widestChip);
        auto *chip = new Pill(text, Tone::Primary, Pill::Look::Tinted);
        chip->setObjectName(QStringLiteral("label/") + name);
        chip->setFont(monoFont(TextSize::Small));
        chip->setClickable(true);
        chip->setToolTip(tr("Filter by it"));
        chip->setAccessibleName(tr("Filter by %1").arg(text));
        const auto matcher = Matcher::make(name, Matcher::Operator::Equal, value);
        if (matcher)
            connect(chip, &Pill::clicked, this, [this, term = matcher->toString()] { Q_EMIT filterRequested(term); });
        m_flow->addWidget(chip);
        chip->show();
    }
    if (names.size() > mostChips)
        m_flow->addWidget(new Pill(tr("%1 more").arg(names.size() - mostChips), Tone::Hint, Pill::Look::Outlined));
    setDetail(Format::count(names.size()), Tone::Hint);
    setSummary(QStringLiteral("%1 · %2").arg(Format::count(names.size()), names.first(std::min<qsizetype>(names.size(), 3)).join(QStringLiteral(", "))));
}

} // namespace Watchfloor
