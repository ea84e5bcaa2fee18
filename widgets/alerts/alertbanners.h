#pragma once

#include "widgets/controls/page.h"

#include <functional>

namespace Watchfloor {

class Banner;

/// The lines under the alert list: sources that cannot be seen, answers that were cut, silences that end while their alerts fire, and for
/// some seconds what was just done, with a way back.
class AlertBanners final : public QWidget
{
    Q_OBJECT

public:
    explicit AlertBanners(const PageContext &context, QWidget *parent = nullptr);

    void refresh();
    /// "12 acknowledged.", with a link that takes it back where there is one.
    void tellDone(const QString &sentence, std::function<void()> undo = {});

Q_SIGNALS:
    void openRequested(const QString &path);

private:
    struct Line
    {
        State state = State::Blind;
        QString title;
        QString sentence;
        QString link;
        QString path;
    };
    void addSources(std::vector<Line> &lines) const;
    void addCuts(std::vector<Line> &lines) const;
    void addRuleFaults(std::vector<Line> &lines) const;
    void addSilences(std::vector<Line> &lines) const;

    PageContext m_context;
    Banner *m_done;
    std::vector<Banner *> m_banners;
    QStringList m_paths;
    std::function<void()> m_undo;
    std::optional<Instant> m_doneUntil;
};

} // namespace Watchfloor
