#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/night.h"
#include "widgets/alerts/alertdetail.h"
#include "widgets/alerts/alertspage.h"
#include "widgets/alerts/linklist.h"
#include "widgets/alerts/rulechart.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/fields.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

class TestAlertsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void picturesCanBeTaken_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<ThemeMode>("mode");
        for (const QSize size : {QSize(1310, 656), QSize(1864, 964), QSize(3784, 2044)})
            for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light})
                QTest::newRow(qPrintable(u"%1-%2"_s.arg(size.width()).arg(mode == ThemeMode::Dark ? u"dark"_s : u"light"_s))) << size << mode;
    }
    void picturesCanBeTaken()
    {
        QFETCH(QSize, size);
        QFETCH(ThemeMode, mode);
        applyTheme(*qApp, mode);
        Night night;
        night.tell();
        AlertsPage page(night.context());
        page.setSynchronous(true);
        page.resize(size);
        page.show();
        QVERIFY(!night.commands.watched.empty());
        night.answer(night.commands.watched.back());
        page.tick();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        for (int turn = 0; turn < 4; ++turn)
            QCoreApplication::processEvents();
        QTRY_VERIFY(page.isSettled());
        const QImage image = page.grab().toImage();
        QCOMPARE(image.size(), size);
        if (const QString folder = qEnvironmentVariable("WATCHFLOOR_PICTURES"); !folder.isEmpty())
            QVERIFY(image.save(u"%1/alerts-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
        applyTheme(*qApp, ThemeMode::Dark);
    }
};

WATCHFLOOR_TEST(TestAlertsPage)
#include "tst_alertspage.moc"
