#include "models/slo/slotablemodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;

class TestSloTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = Testing::FakeClock();
        m_store = std::make_unique<SloStore>();
        m_store->setObjectives({objective(QStringLiteral("payment-availability"), QStringLiteral("No 5xx")), objective(QStringLiteral("auth-availability"), {})});
        m_model = std::make_unique<SloTableModel>(*m_store, m_clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_store.reset();
    }

    void unknownIsBlindAndDashes()
    {
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->columnCount(), int(SloTableModel::ColumnCount));
        QCOMPARE(texts(0), (QStringList{QStringLiteral("No 5xx"), QStringLiteral("payment"), QStringLiteral("99.9\u202f%"), dash(), dash(), dash(), dash(),
                                        QStringLiteral("Blind"), dash()}));
        QCOMPARE(texts(1).front(), QStringLiteral("auth-availability"));
        QVERIFY(role(0, SloTableModel::StateRole).value<State>() == State::Blind);
        for (const int raw : {SloTableModel::RemainingRole, SloTableModel::SliRole, SloTableModel::BurnFastRole, SloTableModel::BurnSlowRole, SloTableModel::EmptyAtRole})
            QVERIFY(!role(0, raw).isValid());
    }

    void showsWhatIsKnown()
    {
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        apply(500);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 0);
        QCOMPARE(role(0, SloTableModel::NameRole).toString(), QStringLiteral("payment-availability"));
        QVERIFY(role(0, SloTableModel::StateRole).value<State>() == State::Critical);
        QVERIFY(role(0, SloTableModel::PolicyRole).value<SloPolicyState>() == SloPolicyState::Page);
        QVERIFY(std::abs(role(0, SloTableModel::RemainingRole).toDouble() - 0.5) < 1e-9);
        QCOMPARE(role(0, SloTableModel::SliRole).toDouble(), 0.9995);
        QCOMPARE(role(0, SloTableModel::TargetRole).toDouble(), 0.999);
        QCOMPARE(role(0, SloTableModel::BurnFastRole).toDouble(), 100.0);
        QCOMPARE(role(0, SloTableModel::BurnSlowRole).toDouble(), 20.0);
        QCOMPARE(role(0, SloTableModel::EmptyAtRole).toLongLong(), qint64((m_clock.wall() + 216min).time_since_epoch().count()));
        const QStringList shown = texts(0);
        QVERIFY(shown[SloTableModel::SliColumn].startsWith(QLatin1String("99.95")));
        QVERIFY(shown[SloTableModel::BudgetColumn].startsWith(QLatin1String("50")));
        QVERIFY(shown[SloTableModel::BurnFastColumn].endsWith(QLatin1Char('x')));
        QCOMPARE(shown[SloTableModel::PolicyColumn], QStringLiteral("Page"));
        QVERIFY(shown[SloTableModel::EmptyColumn] != dash());
    }

    void worstFirstIsAscending()
    {
        apply(500);
        for (const int column : {SloTableModel::BudgetColumn, SloTableModel::BurnFastColumn, SloTableModel::BurnSlowColumn, SloTableModel::PolicyColumn,
                                 SloTableModel::EmptyColumn, SloTableModel::SliColumn}) {
            const auto sortValue = [this, column](int row) { return m_model->index(row, column).data(SloTableModel::SortRole).toDouble(); };
            QVERIFY2(sortValue(0) < sortValue(1), qPrintable(QString::number(column)));
        }
    }

    void blindKeepsTheBudgetAndHidesThePace()
    {
        apply(500);
        m_clock.advance(1h);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->tick();
        QCOMPARE(changed.size(), 1);
        const QStringList shown = texts(0);
        QVERIFY(shown[SloTableModel::BudgetColumn].startsWith(QLatin1String("50")));
        for (const int column : {SloTableModel::SliColumn, SloTableModel::BurnFastColumn, SloTableModel::BurnSlowColumn, SloTableModel::EmptyColumn})
            QCOMPARE(shown[column], dash());
        QCOMPARE(shown[SloTableModel::PolicyColumn], QStringLiteral("Blind"));
    }

    void saysWhyItCannotBeSeen()
    {
        SloSnapshot failed;
        failed.objective = QStringLiteral("payment-availability");
        failed.error = Error{Error::Kind::Refused, {}, {}};
        m_store->apply(failed, m_clock.now());
        QVERIFY(!role(0, SloTableModel::SentenceRole).toString().isEmpty());
        QVERIFY(role(1, SloTableModel::SentenceRole).toString().isEmpty());
    }

    void followsTheSetOfObjectives()
    {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_store->setObjectives({objective(QStringLiteral("x"), {})});
        QCOMPARE(m_model->rowCount(), 1);
        m_store->setObjectives({});
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(reset.size(), 2);
        m_model->tick();
    }

    void everyColumnHasAHeader()
    {
        for (int column = 0; column < SloTableModel::ColumnCount; ++column)
            QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
        for (int state = 0; state <= int(SloPolicyState::Blind); ++state)
            QVERIFY(!SloTableModel::policyText(SloPolicyState(state)).isEmpty());
    }

private:
    static QString dash() { return QString(QChar(0x2014)); }

    static Objective objective(const QString &name, const QString &title)
    {
        Objective made;
        made.name = name;
        made.title = title;
        made.service = QStringLiteral("payment");
        made.target = 0.999;
        return made;
    }

    void apply(double errors)
    {
        SloSnapshot snapshot;
        snapshot.objective = QStringLiteral("payment-availability");
        snapshot.errors = errors;
        snapshot.total = 1'000'000;
        snapshot.burn = {{5min, 100}, {30min, 50}, {1h, 20}, {6h, 5}, {24h, 2}, {72h, 1}};
        m_store->apply(snapshot, m_clock.now());
    }

    QStringList texts(int row) const
    {
        QStringList all;
        for (int column = 0; column < SloTableModel::ColumnCount; ++column)
            all.append(m_model->index(row, column).data().toString());
        return all;
    }

    QVariant role(int row, int which) const { return m_model->index(row, 0).data(which); }

    Testing::FakeClock m_clock;
    std::unique_ptr<SloStore> m_store;
    std::unique_ptr<SloTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

WATCHFLOOR_TEST(TestSloTableModel)
#include "tst_slotablemodel.moc"
