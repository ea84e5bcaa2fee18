#include "models/runbooks/targetlock.h"

#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

class TestTargetLock : public QObject
{
    Q_OBJECT

private:
    LockHolder holder(const QString &target, const QString &run) const
    {
        return {target, run, u"rollback-payment"_s, u"mk"_s, u"ops-1"_s, 42, m_clock.wall()};
    }
    QString folder() const { return m_folder->filePath(u"locks"_s); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void secondIsRefusedAndToldWho()
    {
        const auto first = TargetLock::acquire(folder(), holder(u"payment"_s, u"a"_s));
        QVERIFY(first.ok());
        QVERIFY(!first->leftBehind());
        const auto second = TargetLock::acquire(folder(), holder(u"payment"_s, u"b"_s));
        QVERIFY(!second.ok());
        QCOMPARE(second.error().kind, Error::Kind::Locked);
        QCOMPARE(second.error().where, u"payment"_s);
        QVERIFY(second.error().detail.contains(u"mk"_s));
        QVERIFY(second.error().detail.contains(u"03:12:44"_s));
    }

    void otherTargetsAreFree()
    {
        const auto first = TargetLock::acquire(folder(), holder(u"payment"_s, u"a"_s));
        const auto second = TargetLock::acquire(folder(), holder(u"../payment"_s, u"b"_s));
        QVERIFY(first.ok() && second.ok());
    }

    void isFreeAfterwards()
    {
        {
            const auto first = TargetLock::acquire(folder(), holder(u"payment"_s, u"a"_s));
            QCOMPARE(TargetLock::holder(folder(), u"payment"_s), holder(u"payment"_s, u"a"_s));
        }
        QVERIFY(!TargetLock::holder(folder(), u"payment"_s));
        const auto second = TargetLock::acquire(folder(), holder(u"payment"_s, u"b"_s));
        QVERIFY(second.ok());
        QVERIFY(!second->leftBehind());
    }

    void aKilledHolderIsTold()
    {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lock = TargetLock::acquire(folder(), holder(u"payment"_s, u"killed"_s));
            const char done = lock.ok() ? 'y' : 'n';
            if (::write(ends[1], &done, 1) != 1)
                ::_exit(1);
            ::pause();
            ::_exit(0);
        }
        char answer = 0;
        QCOMPARE(::read(ends[0], &answer, 1), ssize_t(1));
        QCOMPARE(answer, 'y');
        QVERIFY(!TargetLock::acquire(folder(), holder(u"payment"_s, u"b"_s)).ok());
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(ends[0]);
        ::close(ends[1]);
        const auto next = TargetLock::acquire(folder(), holder(u"payment"_s, u"b"_s));
        QVERIFY(next.ok());
        QVERIFY(next->leftBehind());
        QCOMPARE(next->leftBehind()->run, u"killed"_s);
    }

    void rubbishInTheFileIsSomebodyUnknown()
    {
        {
            const auto made = TargetLock::acquire(folder(), holder(u"payment"_s, u"a"_s));
            QVERIFY(made.ok());
        }
        const QString name = QDir(folder()).entryList(QDir::Files).value(0);
        QFile file(folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\xff{{{");
        file.close();
        const auto next = TargetLock::acquire(folder(), holder(u"payment"_s, u"b"_s));
        QVERIFY(next.ok());
        QCOMPARE(next->leftBehind(), LockHolder());
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        QVERIFY(!TargetLock::acquire(u"/proc/watchfloor/locks"_s, holder(u"payment"_s, u"a"_s)).ok());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
};

WATCHFLOOR_TEST(TestTargetLock)
#include "tst_targetlock.moc"
