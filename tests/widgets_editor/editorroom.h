#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/fakecommands.h"
#include "tests/support/testfiles.h"
#include "tests/support/widgethands.h"
#include "widgets/editor/paneledit.h"
#include "widgets/editor/paneleditor.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QComboBox>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace Watchfloor::Testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QByteArray paymentFile = "# Agreed with finance.\n"
                                      "dashboard: Payment\n"
                                      "panels:\n"
                                      "  - title: Errors # of all calls\n"
                                      "    unit: percentunit\n"
                                      "    queries: [{expr: 'rate(errors_total[5m])', legend: '{{service}}'}]\n"
                                      "    thresholds:\n"
                                      "      - {above: 0.01, state: critical} # page\n"
                                      "  - {title: Up, kind: stat, at: [12, 0, 6, 4], queries: [up]}\n";

/// A workspace of one dashboard in a real file, and a window for the dialogs.
struct EditorRoom
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"payment.yaml"_s);
    FakeClock clock;
    FakeCommands commands;
    Stores stores;
    QWidget window;
    PanelScene scene{stores, commands, clock};
    PanelEdit edit{scene, &window};
    QStringList told;

    explicit EditorRoom(const QByteArray &text = paymentFile, ThemeMode mode = ThemeMode::Dark)
    {
        applyTheme(*qApp, mode);
        commands.metrics = {{u"errors_total"_s, {u"counter"_s, u"Failed calls."_s, {}}}, {u"queue_depth"_s, {u"gauge"_s, {}, {}}}};
        commands.labels = {{{}, {u"service"_s}}};
        write(text);
        reload();
        QObject::connect(&edit, &PanelEdit::told, &window, [this](const QString &sentence) { told << sentence; });
        window.resize(1'366, 768);
        window.show();
        (void)QTest::qWaitForWindowExposed(&window);
    }
    ~EditorRoom()
    {
        for (QDialog *dialog : window.findChildren<QDialog *>())
            delete dialog;
    }
    void write(const QByteArray &text) const { writeFile(path, text); }
    QByteArray text() const { return contentOf(path); }
    /// What the watcher of the workspace does.
    void reload(std::vector<Dashboard> others = {})
    {
        Workspace workspace;
        workspace.name = u"Shop"_s;
        for (const QString &name : {u"main"_s, u"second"_s}) {
            SourceSpec spec;
            spec.name = name;
            spec.kind = SourceKind::Prometheus;
            spec.target.base = QUrl(u"http://127.0.0.1:9"_s);
            workspace.sources.push_back(spec);
        }
        workspace.dashboards = std::move(others);
        if (auto document = readDashboard(text(), path); document.dashboard)
            workspace.dashboards.push_back(*document.dashboard);
        stores.setWorkspace(workspace);
    }
    PanelView view() const
    {
        PanelView shown;
        shown.now = clock.wall();
        shown.onlyPrometheus = u"main"_s;
        return shown;
    }
    PanelEditor *openEditor(const QString &what = u"panel"_s, std::optional<size_t> panel = 0)
    {
        if (!edit.open(editPath(what, u"payment"_s, panel), view()))
            return nullptr;
        PanelEditor *editor = dialog<PanelEditor>();
        if (editor) {
            editor->setSynchronous(true);
            (void)QTest::qWaitForWindowExposed(editor);
        }
        return editor;
    }
    template <typename T>
    T *dialog() const
    {
        return shownIn<T>(window);
    }
    template <typename T>
    static T *in(const QWidget *dialog, const QString &name)
    {
        return shownIn<T>(*dialog, name);
    }
    static void click(const QWidget *dialog, const QString &name)
    {
        auto *button = in<QAbstractButton>(dialog, name);
        QVERIFY2(button, qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    static void type(const QWidget *dialog, const QString &name, const QString &text)
    {
        auto *field = in<QLineEdit>(dialog, name);
        QVERIFY2(field, qPrintable(name));
        field->setFocus();
        field->selectAll();
        if (text.isEmpty())
            QTest::keyClick(field, Qt::Key_Delete);
        else
            QTest::keyClicks(field, text);
    }
    static void choose(const QWidget *dialog, const QString &name, const QString &entry)
    {
        auto *box = in<QComboBox>(dialog, name);
        QVERIFY2(box, qPrintable(name));
        QVERIFY2(box->findText(entry) >= 0, qPrintable(entry));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int row = 0; row < box->findText(entry); ++row)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), entry);
    }
    void answer()
    {
        for (const QueryKey &key : commands.watched) {
            QuerySnapshot snapshot;
            snapshot.key = key;
            auto answered = std::make_shared<QueryAnswer>();
            answered->type = key.isInstant() ? QueryAnswer::Type::Vector : QueryAnswer::Type::Matrix;
            const double end = toEpochSeconds(key.end(clock.wall()));
            const qint64 steps = key.isInstant() ? 0 : key.length / key.step;
            auto times = std::make_shared<std::vector<double>>();
            for (qint64 at = 0; at <= steps; ++at)
                times->push_back(end - double((steps - at) * key.step.count()) / 1000);
            for (const QString &service : {u"payment"_s, u"orders"_s, u"basket"_s}) {
                Series series;
                series.labels = {{u"service"_s, service}};
                series.times = times;
                for (size_t at = 0; at < times->size(); ++at)
                    series.values.push_back(0.004 * double(service.size()) * (1 + 0.4 * std::sin(double(at) / 9 + double(service.size()))));
                answered->series.push_back(std::move(series));
            }
            answered->totalSeries = answered->series.size();
            snapshot.answer = answered;
            stores.apply({key.source, clock.now(), clock.wall(), snapshot});
        }
    }
};

} // namespace Watchfloor::Testing
