#pragma once

#include "models/text/markdown.h"

#include <QTextLayout>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace Watchfloor {

/// One block of text in several styles, laid out line by line. Plain text with formats, never a document; it reads no markup.
class MarkdownText final : public QWidget
{
    Q_OBJECT

public:
    explicit MarkdownText(std::vector<MarkdownSpan> spans, int headingLevel = 0, QWidget *parent = nullptr);

    QString text() const { return m_layout.text(); }
    /// Targets in their order.
    QStringList links() const;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const QString &target);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Link
    {
        int start = 0;
        int length = 0;
        QString target;
    };
    void format();
    double arrange(double width) const;
    int linkAt(QPointF position) const;

    std::vector<MarkdownSpan> m_spans;
    std::vector<Link> m_links;
    mutable QTextLayout m_layout;
    mutable double m_width = -1;
    mutable double m_height = 0;
    int m_headingLevel;
    int m_hovered = -1;
    int m_chosen = 0;
};

/// A Markdown document as own widgets, one a block, at most 2,000. A link opens only after the whole target was shown and
/// agreed to; what leads nowhere outside is told by linkActivated().
class MarkdownView final : public QWidget
{
    Q_OBJECT

public:
    /// The widget in place of a code block, or null for the plain box.
    using CodeFactory = std::function<QWidget *(const MarkdownBlock &)>;

    explicit MarkdownView(QWidget *parent = nullptr);
    void setBlocks(const std::vector<MarkdownBlock> &blocks, const CodeFactory &factory = {});
    /// Opens an agreed target; the desktop's browser unless told otherwise.
    void setOpener(std::function<void(const QUrl &)> opener) { m_opener = std::move(opener); }

Q_SIGNALS:
    /// A relative target, as written.
    void linkActivated(const QString &target);

private:
    QWidget *makeBlock(const MarkdownBlock &block, const CodeFactory &factory);
    MarkdownText *makeText(const std::vector<MarkdownSpan> &spans, int headingLevel = 0);
    QWidget *makeMarked(const MarkdownBlock &block);
    QWidget *makeCode(const MarkdownBlock &block);
    QWidget *makeTable(const MarkdownBlock *first, const MarkdownBlock *end);
    void handleLink(const QString &target);

    QVBoxLayout *m_column;
    std::function<void(const QUrl &)> m_opener;
};

} // namespace Watchfloor
