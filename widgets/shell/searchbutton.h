#pragma once

#include <QAbstractButton>

namespace Watchfloor {

/// Looks like a field and opens the palette: magnifier, hint, key.
class SearchButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SearchButton(const QString &hint, const QString &key, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

} // namespace Watchfloor
