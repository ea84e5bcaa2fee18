#pragma once

#include "models/episodes/episode.h"

#include <QScrollArea>

namespace Watchfloor {

class ActionButton;
class Card;
class EpisodeEventList;
class EpisodeStrip;
class KeyValueList;
class TextLabel;

/// One life of an alert: what it was, its course as a strip, its times, and all that befell it as a list.
class EpisodeDetail final : public QScrollArea
{
    Q_OBJECT

public:
    explicit EpisodeDetail(QWidget *parent = nullptr);

    /// With its events once they were read. `listed`: the alert still stands in the list and can be opened there.
    void setEpisode(const Episode &episode, WallTime now, bool listed);
    /// Its events could not be read.
    void setFault(const QString &sentence);
    void clear();

Q_SIGNALS:
    void openRequested(const QString &path);
    /// All lives of this alert.
    void onlyThisRequested(const QString &search);

private:
    void showFacts(const Episode &episode, WallTime now);

    Episode m_episode;
    Card *m_head;
    TextLabel *m_summary;
    EpisodeStrip *m_strip;
    KeyValueList *m_facts;
    ActionButton *m_open;
    ActionButton *m_only;
    Card *m_course;
    EpisodeEventList *m_events;
    TextLabel *m_fault;
    Card *m_labelsCard;
    KeyValueList *m_labels;
};

/// What befell it, oldest first: time, glyph, words, and the comment. Plain text throughout; at most 300 are drawn, the first and
/// the last of more.
class EpisodeEventList final : public QWidget
{
    Q_OBJECT

public:
    explicit EpisodeEventList(QWidget *parent = nullptr);
    void setEvents(const Episode &episode, WallTime now);
    QStringList texts() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        EpisodeEvent event;
        QString time;
        QString after; ///< since the one before
        QString words;
        QString comment;
        bool isGap = false;
    };
    std::vector<Line> m_lines;
    Severity m_severity = Severity::Warning;
};

} // namespace Watchfloor
