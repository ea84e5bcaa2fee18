#pragma once

#include "models/text/markdown.h"
#include "widgets/panels/panelbody.h"

class QScrollArea;

namespace Watchfloor {

class MarkdownView;

/// A text of the dashboard's author: safe Markdown, or HTML of which only what is harmless is left, made of our own blocks.
class TextBody final : public PanelBody
{
    Q_OBJECT

public:
    TextBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);
    bool isEmpty() const override { return false; }

protected:
    void showContent() override;

private:
    MarkdownView *m_view;
    std::vector<MarkdownBlock> m_blocks;
};

/// The queries of a panel that is not drawn here, as text to be copied, with the reason why.
class QueriesBody final : public PanelBody
{
    Q_OBJECT

public:
    QueriesBody(const PanelScene &scene, const Watchfloor::Panel &panel, QWidget *parent = nullptr);
    bool isEmpty() const override { return false; }
    QString queriesText() const;

protected:
    void showContent() override {}
};

} // namespace Watchfloor
