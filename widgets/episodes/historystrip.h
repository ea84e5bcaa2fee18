#pragma once

#include "models/episodes/episodedays.h"
#include "models/session/commands.h"

#include <QWidget>

namespace Watchfloor {

/// Thirty days of one alert, a cell a day in the colour of the worst that it was, today last; a tool-tip says how often and how
/// long. Left and Right go from day to day. It asks the record itself.
class HistoryStrip final : public QWidget
{
    Q_OBJECT

public:
    HistoryStrip(Commands &commands, const Clock &clock, QWidget *parent = nullptr);

    /// Of which alert; the same again asks only when a minute passed.
    void setAlert(const QString &fingerprint);
    /// Asks again.
    void refresh();
    /// What a person makes of it: "3 times before today, last on 12 Nov"; empty until the record answered.
    const QString &sentence() const { return m_sentence; }
    bool isSettled() const { return !m_isAsking; }
    QString dayText(int day) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sentenceChanged(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void showAnswer(const Result<std::vector<Episode>> &answer);
    void tell(const QString &sentence);
    QRectF cellRect(int day) const;
    int dayAt(double x) const;

    Commands &m_commands;
    const Clock &m_clock;
    QString m_fingerprint;
    std::vector<EpisodeDay> m_days;
    QString m_sentence;
    std::optional<Instant> m_askedAt;
    bool m_isAsking = false;
    bool m_hasFailed = false;
    int m_chosen = -1;
};

} // namespace Watchfloor
