#pragma once

#include "models/episodes/episode.h"

#include <QWidget>

namespace Watchfloor {

/// A life as one bar over its own time: outlined while it was pending, full while it fired, thin while somebody had it or it was
/// muted, hatched while nobody saw it; what people and the clock did stands as ticks over it.
class EpisodeStrip final : public QWidget
{
    Q_OBJECT

public:
    /// A stretch in which its state was one.
    struct Stretch
    {
        WallTime from{};
        WallTime to{};
        AlertState state = AlertState::Firing;
        bool operator==(const Stretch &) const = default;
    };

    explicit EpisodeStrip(QWidget *parent = nullptr);
    void setEpisode(const Episode &episode, WallTime now);
    const std::vector<Stretch> &stretches() const { return m_stretches; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    double xOf(WallTime time) const;
    void paintStretch(QPainter &painter, const Stretch &stretch) const;
    void paintTicks(QPainter &painter) const;

    Episode m_episode;
    std::vector<Stretch> m_stretches;
    WallTime m_now{};
};

/// From its events the stretches of a life: what was before the first is pending, what an end closes is left out.
std::vector<EpisodeStrip::Stretch> stretchesOf(const Episode &episode, WallTime now);

} // namespace Watchfloor
