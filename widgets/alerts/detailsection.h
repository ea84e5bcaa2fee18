#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>

#include <functional>

class QVBoxLayout;

namespace Watchfloor {

class ActionButton;
class ElidedLabel;
class TextLabel;

/// A thin line over what follows.
class DetailLine final : public QWidget
{
    Q_OBJECT

public:
    DetailLine();

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The one line of a section that is folded away: its title, and at the right what it holds. Space and Enter unfold it.
class FoldHeader final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FoldHeader(const QString &title);
    void setSummary(const QString &summary);
    /// At the right while it is unfolded.
    void setDetail(const QString &detail, Tone tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void describe();
    QString m_summary;
    QString m_detail;
    Tone m_tone = Tone::Secondary; ///< the detail's
};

/// A part of a detail under a title. Where there is little room it may be one line until it is unfolded.
class DetailSection : public QWidget
{
    Q_OBJECT

public:
    /// `link` is a button at the right end of the title; empty: none.
    explicit DetailSection(const QString &title, const QString &link = {});

    void setTitle(const QString &title);
    /// At the right of the title: "main, 2 s old".
    void setDetail(const QString &detail, Tone tone = Tone::Secondary);
    /// What the section holds, while it is folded.
    void setSummary(const QString &summary);
    void setLink(const QString &link);
    /// With a line of its own for unfolding; without it is always open.
    void setFoldable(bool foldable);
    bool isFolded() const;
    /// Unfolds or folds it where no person did either.
    void suggestFolded(bool folded);
    bool isDecided() const { return m_isDecided; }
    /// What it needs below its line when it is unfolded.
    int contentHeight() const;
    QVBoxLayout *body() { return m_body; }
    /// Fills a new column at the body's end, in place of the one that was filled before.
    void rebuild(int spacing, const std::function<void(QVBoxLayout &column)> &fill);

Q_SIGNALS:
    void linkActivated();

private:
    void arrange();

    QWidget *m_titleRow;
    ElidedLabel *m_title;
    TextLabel *m_detail;
    ActionButton *m_link;
    FoldHeader *m_fold;
    QWidget *m_content;
    QVBoxLayout *m_body;
    QWidget *m_rebuilt = nullptr;
    bool m_foldable = false;
    bool m_isDecided = false; ///< a person folded or unfolded it
};

} // namespace Watchfloor
