#include "models/core/durablefile.h"
#include "models/core/format.h"
#include "widgets/charts/timechart.h"
#include "widgets/panels/boardlinks.h"
#include "widgets/panels/panelcard.h"

#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr int listedSeries = 40;


QByteArray pngOf(PanelCard &card)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (buffer.open(QIODevice::WriteOnly))
        card.image().save(&buffer, "PNG");
    return bytes;
}

/// Asks where to, and writes there.
void save(PanelCard &card, Commands &commands, const QString &ending, const QByteArray &bytes)
{
    QString name = card.shownTitle();
    for (QChar &c : name)
        if (c == u'/' || c == u'\\' || c < u' ')
            c = u'-';
    name = (name.isEmpty() ? QStringLiteral("panel") : name) + ending;
    auto *dialog = new QFileDialog(card.window(), PanelCard::tr("Export"), name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, &commands, [&commands, bytes](const QString &chosen) {
        if (const auto written = replaceDurably(chosen, bytes); !written)
            Q_EMIT commands.failed(written.error());
    });
    dialog->open();
}

void addComparisons(QMenu &menu, PanelCard &card)
{
    QMenu *compare = menu.addMenu(PanelCard::tr("Compare with"));
    const auto add = [&](const QString &text, std::chrono::milliseconds back) {
        QAction *action = compare->addAction(text, &card, [&card, back] { card.setComparison(card.comparison() == back ? 0ms : back); });
        action->setCheckable(true);
        action->setChecked(card.comparison() == back);
    };
    add(PanelCard::tr("Nothing"), 0ms);
    add(PanelCard::tr("The hour before"), 1h);
    add(PanelCard::tr("The same time yesterday"), 24h);
    add(PanelCard::tr("The same time last week"), 7 * 24h);
}

void addSeries(QMenu &menu, PanelCard &card)
{
    TimeChart *chart = card.chart();
    QStringList names;
    for (const QString &name : card.csv().section(QStringLiteral("\r\n"), 0, 0).split(u',').mid(1, listedSeries))
        names << name;
    QMenu *series = menu.addMenu(PanelCard::tr("Series"));
    QSet<QString> hidden = chart->hidden();
    series->addAction(PanelCard::tr("Show all"), chart, [chart] { chart->setHidden({}); })->setEnabled(!hidden.isEmpty());
    series->addSeparator();
    for (const QString &name : names) {
        QAction *action = series->addAction(QString(Format::safeText(name, 60)).replace(u'&', QStringLiteral("&&")), chart, [chart, name] {
            QSet<QString> changed = chart->hidden();
            if (!changed.remove(name))
                changed.insert(name);
            chart->setHidden(changed);
        });
        action->setCheckable(true);
        action->setChecked(!hidden.contains(name));
    }
}

/// A dashboard that is ours is edited in its file; of any other a panel is copied into one of ours.
void addEdits(QMenu &menu, PanelCard &card)
{
    if (card.editPath({}).isEmpty())
        return;
    const auto add = [&](const QString &text, const QString &what) { menu.addAction(text, &card, [&card, what] { Q_EMIT card.openRequested(card.editPath(what)); }); };
    menu.addSeparator();
    if (card.dashboard().foreign)
        return add(PanelCard::tr("Copy into a dashboard of ours…"), QStringLiteral("copy"));
    add(PanelCard::tr("Edit…"), QStringLiteral("panel"));
    add(PanelCard::tr("Duplicate…"), QStringLiteral("duplicate"));
    add(PanelCard::tr("Remove…"), QStringLiteral("remove"));
}

} // namespace

QMenu *makePanelMenu(PanelCard &card, const PanelScene &scene)
{
    Commands &commands = scene.commands;
    auto *menu = new QMenu(&card);
    menu->setObjectName(QStringLiteral("panelMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool asks = !card.queries().asks.empty();
    menu->addAction(PanelCard::tr("Full screen"), &card, &PanelCard::fullScreenRequested);
    if (asks) {
        menu->addAction(PanelCard::tr("Inspect query and data…"), &card, &PanelCard::inspect);
        menu->addAction(PanelCard::tr("Explore this query"), &card, &PanelCard::explore);
    }
    if (card.chart()) {
        menu->addSeparator();
        addComparisons(*menu, card);
        addSeries(*menu, card);
        QAction *legend = menu->addAction(PanelCard::tr("Legend"), &card, [&card] { card.setLegendShown(!card.isLegendShown()); });
        legend->setCheckable(true);
        legend->setChecked(card.isLegendShown());
    }
    menu->addSeparator();
    menu->addAction(PanelCard::tr("Copy image"), &card, [&card] { QGuiApplication::clipboard()->setImage(card.image()); });
    if (asks)
        menu->addAction(PanelCard::tr("Copy data as CSV"), &card, [&card] { QGuiApplication::clipboard()->setText(card.csv()); });
    QMenu *exports = menu->addMenu(PanelCard::tr("Export"));
    exports->addAction(PanelCard::tr("Picture (PNG)…"), &card, [&card, &commands] { save(card, commands, QStringLiteral(".png"), pngOf(card)); });
    exports->addAction(PanelCard::tr("Drawing (SVG)…"), &card, [&card, &commands] { save(card, commands, QStringLiteral(".svg"), card.svg()); });
    if (asks)
        exports->addAction(PanelCard::tr("Data (CSV)…"), &card, [&card, &commands] { save(card, commands, QStringLiteral(".csv"), card.csv().toUtf8()); });
    addEdits(*menu, card);
    const std::vector<BoardLink> links = panelLinks(card.panel(), card.view().variables, scene.stores.workspace().dashboards);
    if (!links.empty()) {
        QMenu *leads = menu->addMenu(PanelCard::tr("Links"));
        addLinks(*leads, links, &card, [&card](const QString &path) { Q_EMIT card.openRequested(path); });
    }
    if (card.panel().missing.isEmpty())
        return menu;
    menu->addSeparator();
    QMenu *missing = menu->addMenu(PanelCard::tr("Not done here"));
    for (const QString &name : card.panel().missing.mid(0, listedSeries))
        missing->addAction(QString(Format::safeText(name, 120)).replace(u'&', QStringLiteral("&&")))->setEnabled(false);
    return menu;
}

} // namespace Watchfloor
