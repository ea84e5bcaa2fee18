#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace Watchfloor {

/// A small box with a word: outlined ("PRODUCTION"), tinted ("INC-12 41 min") or filled ("Firing"). It can be clicked when
/// somebody connects to clicked() and calls setClickable().
class Pill : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Look { Outlined, Tinted, Filled };

    explicit Pill(const QString &text = {}, Tone tone = Tone::Secondary, Look look = Look::Tinted, QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setLook(Look look);
    /// A name of the drawn set, shown before the text.
    void setIconName(const QString &name);
    /// A second text in normal weight behind the first: "INC-12" and "41 min".
    void setDetail(const QString &detail);
    QString detail() const { return m_detail; }
    void setClickable(bool clickable);
    /// As high as a button instead of a word.
    void setLarge(bool large);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    Look m_look;
    QString m_iconName;
    QString m_detail;
    bool m_large = false;
};

/// A number on a disc: "4". Hidden at zero.
class CountBadge final : public QWidget
{
    Q_OBJECT

public:
    explicit CountBadge(QWidget *parent = nullptr);
    void setCount(int count, Tone tone = Tone::Critical);
    int count() const { return m_count; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString text() const;
    int m_count = 0;
    Tone m_tone = Tone::Critical;
};

/// A key as it stands on the keyboard: "Ctrl+K".
class KeyHint final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyHint(const QString &key, QWidget *parent = nullptr);
    const QString &key() const { return m_key; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

} // namespace Watchfloor
