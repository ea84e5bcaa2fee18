#include "app/settings.h"
#include "tests/support/testregistry.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    }

    void whatWasSavedIsLoaded()
    {
        QCOMPARE(loadSettings().desk, DeskChoice());
        Settings settings;
        settings.desk.notifications = settings.desk.sound = settings.desk.quietHours = settings.desk.unowned = false;
        settings.desk.onlyMine = true;
        settings.desk.volume = 0.25;
        settings.desk.services = {u"payment"_s, u"a, b"_s};
        settings.desk.owners = {u"team-pay"_s};
        settings.desk.mutedUntil = WallTime(std::chrono::milliseconds(1'795'230'764'123LL));
        QVERIFY(saveSettings(settings));
        QCOMPARE(loadSettings().desk, settings.desk);
        settings.desk.mutedUntil.reset();
        QVERIFY(saveSettings(settings));
        QCOMPARE(loadSettings().desk, settings.desk);
    }

    void whatAHandSpoiltIsTheDefault_data()
    {
        QTest::addColumn<QString>("volume");
        QTest::addColumn<QString>("muted");
        QTest::addColumn<double>("taken");
        QTest::newRow("words") << u"loud"_s << u"tomorrow"_s << 0.7;
        QTest::newRow("no number") << u"nan"_s << u"-5"_s << 0.7;
        QTest::newRow("beyond all") << u"1e300"_s << u"0"_s << 1.0;
        QTest::newRow("negative") << u"-1"_s << u""_s << 0.0;
    }
    void whatAHandSpoiltIsTheDefault()
    {
        QFETCH(QString, volume);
        QFETCH(QString, muted);
        QFETCH(double, taken);
        QSettings file(QSettings::IniFormat, QSettings::UserScope, u"watchfloor"_s, u"settings"_s);
        file.setValue(u"desk/volume"_s, volume);
        file.setValue(u"desk/mutedUntil"_s, muted);
        file.sync();
        QCOMPARE(loadSettings().desk.volume, taken);
        QVERIFY(!loadSettings().desk.mutedUntil);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

WATCHFLOOR_TEST(TestSettings)
#include "tst_settings.moc"
