#include "widgets/panels/panelbody.h"

#include "widgets/theme/glyphs.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QEvent>
#include <QSvgGenerator>

namespace Watchfloor {

PanelBody::PanelBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
    , m_panel(panel)
    , m_content(std::make_shared<const PanelContent>())
{
}

void PanelBody::setContent(std::shared_ptr<const PanelContent> content)
{
    m_content = std::move(content);
    showContent();
}

void PanelBody::setMoment(const PanelMoment &moment)
{
    if (moment == m_moment)
        return;
    const bool otherState = moment.state != m_moment.state;
    m_moment = moment;
    showMoment();
    if (otherState)
        showContent();
}

bool PanelBody::isEmpty() const
{
    return std::all_of(m_content->frames.begin(), m_content->frames.end(), [](const Frame &frame) { return frame.rows() == 0; });
}

QByteArray PanelBody::svg()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size());
    generator.setViewBox(rect());
    generator.setTitle(m_panel.title);
    render(&generator);
    return bytes;
}

State PanelBody::claimed(State own) const
{
    return isHatched(m_moment.state) ? m_moment.state : own;
}

void PanelBody::fill(QWidget *widget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(widget, 1);
    setFocusProxy(widget);
}

void PanelBody::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showContent();
}

} // namespace Watchfloor
