#pragma once

#include <QStringList>
#include <QUrl>
#include <QWidget>

class QVBoxLayout;

namespace Watchfloor {

/// Addresses that came with an alert, as text: to copy, or to open after the whole address was read and confirmed.
class LinkList final : public QWidget
{
    Q_OBJECT

public:
    explicit LinkList(QWidget *parent = nullptr);
    void setLinks(const std::vector<std::pair<QString, QString>> &links);
    /// How wide the names are.
    void setNameWidth(int width);
    /// Absolute, http or https, with a host and without a name and password.
    static bool mayOpen(const QUrl &url);

private:
    void addLink(const QString &name, const QString &address);
    void confirm(const QUrl &url);

    QVBoxLayout *m_column;
    std::vector<std::pair<QString, QString>> m_links;
    std::vector<QWidget *> m_names;
    int m_nameWidth = 0;
};

} // namespace Watchfloor
