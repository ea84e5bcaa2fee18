#pragma once

#include <QLayout>

namespace Watchfloor {

/// Lays its items in a row and begins a new row where there is no room. The last one may take the rest of its row.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr, int spacing = 4);
    ~FlowLayout() override;

    void setLastStretches(bool stretches) { m_lastStretches = stretches; }
    void addItem(QLayoutItem *item) override;
    void insertWidget(int index, QWidget *widget);
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool place) const;

    std::vector<QLayoutItem *> m_items;
    bool m_lastStretches = false;
};

/// Label pairs or other words as small boxes that wrap: service=payment  env=production. At most 64 are shown.
class ChipList final : public QWidget
{
    Q_OBJECT

public:
    explicit ChipList(QWidget *parent = nullptr);
    void setTexts(const QStringList &texts);

private:
    FlowLayout *m_flow;
};

} // namespace Watchfloor
