#pragma once

#include "tests/support/widgethands.h"
#include "tests/widgets_alerts/night.h"
#include "widgets/alerts/alertspage.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"

#include <QLabel>

namespace Watchfloor::Testing {

/// The page on its window, as the person has it.
class Shown
{
public:
    explicit Shown(Night &night, QSize size = {1864, 964})
        : page(night.context())
    {
        page.setSynchronous(true);
        page.resize(size);
        page.show();
        page.activateWindow();
        // Keys are shortcuts, which only the active window has.
        isActive = QTest::qWaitForWindowActive(&page);
        table = page.findChild<DataTable *>(u"alertTable"_s);
    }

    QString cell(int row, int column) const { return table->model()->index(row, column).data().toString(); }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            all << cell(row, AlertTableModel::NameColumn);
        return all;
    }
    int rowOf(const QString &name) const { return int(names().indexOf(name)); }
    QPoint placeOf(const QString &name) const { return table->visualRect(table->model()->index(rowOf(name), AlertTableModel::NameColumn)).center(); }
    void click(const QString &name, Qt::KeyboardModifiers modifiers = {}) { QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers, placeOf(name)); }
    QString detailName() const { return page.findChild<QLabel *>(u"alertName"_s)->text(); }
    template <typename T = ActionButton>
    T *find(const QString &name) const { return page.findChild<T *>(name); }

    AlertsPage page;
    DataTable *table = nullptr;
    bool isActive = false;
};

} // namespace Watchfloor::Testing
