#include "tests/services/world.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <random>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

/// Something that is asked every so often and is, for random spans, unreachable or in a bad way. It knows what it really told and when.
struct Watched
{
    enum class Mode { Good, Bad, Unreachable };

    std::chrono::milliseconds interval;
    Mode mode = Mode::Good;
    std::optional<Instant> asked = std::nullopt;
    std::optional<Instant> toldAt = std::nullopt; ///< the last valid answer
    bool toldGood = false;         ///< what it said then

    bool isDue(Instant now) const { return !asked || now - *asked >= interval; }
    /// The last answer is valid, good and younger than two intervals.
    bool maybeGreen(Instant now) const { return toldAt && toldGood && now - *toldAt < 2 * interval; }
    bool isSeen(Instant now) const { return toldAt && now - *toldAt < 2 * interval; }
};

/// Drives random faults through all the stores and holds every verdict against what was really told.
class Simulation
{
public:
    explicit Simulation(quint32 seed)
        : m_random(seed)
        , m_world({serviceOf("payment"), serviceOf("auth"), serviceOf("orders"), serviceOf("stripe", false)},
                  {sourceOf("am-1", SourceKind::Alertmanager, "eu"), sourceOf("am-2", SourceKind::Alertmanager, "eu"),
                   sourceOf("orders-raw", SourceKind::Metrics, "", "orders")})
    {
        m_world.health.setEndpoints({endpointOf("payment", "system"), endpointOf("auth", "system")});
        Objective objective;
        objective.name = QStringLiteral("availability");
        objective.service = QStringLiteral("payment");
        m_world.slos.setObjectives({objective});
    }

    void run(int polls)
    {
        while (m_polls < polls) {
            m_world.clock.advance(chance(0.002) ? std::chrono::milliseconds(std::chrono::hours(1)) : between(1s, 9s));
            verify();
            for (const auto &[name, watched] : all())
                step(QByteArray(name), *watched);
        }
    }

    int healthyVerdicts() const { return m_healthy; }
    int otherVerdicts() const { return m_other; }
    const QStringList &lies() const { return m_lies; }

private:
    std::vector<std::pair<const char *, Watched *>> all()
    {
        return {{"main", &m_main},       {"am-1", &m_am1},   {"am-2", &m_am2}, {"orders-raw", &m_raw}, {"payment/system", &m_payment},
                {"auth/system", &m_auth}, {"rates", &m_rates}, {"slo", &m_slo}};
    }

    bool chance(double share) { return std::uniform_real_distribution<>(0, 1)(m_random) < share; }
    std::chrono::milliseconds between(std::chrono::milliseconds least, std::chrono::milliseconds most)
    {
        return std::chrono::milliseconds(std::uniform_int_distribution<qint64>(least.count(), most.count())(m_random));
    }

    void step(const QByteArray &name, Watched &watched)
    {
        if (!watched.isDue(m_world.clock.now()))
            return;
        if (chance(watched.mode == Watched::Mode::Good ? 0.02 : 0.2))
            watched.mode = chance(0.5) ? Watched::Mode::Good : chance(0.5) ? Watched::Mode::Bad : Watched::Mode::Unreachable;
        watched.asked = m_world.clock.now();
        if (watched.mode != Watched::Mode::Unreachable) {
            watched.toldAt = m_world.clock.now();
            watched.toldGood = watched.mode == Watched::Mode::Good;
        }
        ++m_polls;
        apply(name, watched.mode);
        verify();
    }

    void apply(const QByteArray &name, Watched::Mode mode)
    {
        const bool good = mode == Watched::Mode::Good;
        if (name == "rates")
            return applyRates(mode);
        if (name == "slo")
            return mode == Watched::Mode::Unreachable ? failSlo() : m_world.budget("availability", good ? 10 : 5'000);
        if (name.endsWith("/system"))
            return applyProbe(name, mode);
        if (mode == Watched::Mode::Unreachable)
            return m_world.fail(name.constData());
        if (name == "main")
            return m_world.prometheusSays(good ? std::vector<OriginAlert>() : std::vector{alertOf("HighErrorRate", m_firing)});
        m_world.answer(name.constData());
        if (name.startsWith("am-"))
            m_world.alerts.apply(QString::fromLatin1(name), AlertmanagerSnapshot{}, m_world.clock.now(), m_world.clock.wall());
    }

    void applyRates(Watched::Mode mode)
    {
        if (mode == Watched::Mode::Unreachable)
            return m_world.failQuery(m_world.services.queriesOf({}).requestRate);
        m_everRated = m_everRated || mode == Watched::Mode::Good;
        // In its bad way payment is gone from the answer, either wholly or since a while.
        std::vector<Part> parts{{"auth", 2}};
        if (mode == Watched::Mode::Good)
            parts.push_back({"payment", 3});
        else if (m_everRated && chance(0.5))
            parts.push_back({"payment", 3, 2min});
        m_world.requestRates(parts);
    }

    /// An endpoint that cannot be reached is critical, not blind; one that answers nonsense is blind. Neither is green.
    void applyProbe(const QByteArray &name, Watched::Mode mode)
    {
        if (mode == Watched::Mode::Good)
            return m_world.probe(name.constData(), State::Healthy);
        m_world.probe(name.constData(), chance(0.5) ? State::Critical : State::Blind);
        Watched &watched = name.startsWith("payment") ? m_payment : m_auth;
        watched.toldAt = m_world.clock.now();
        watched.toldGood = false;
    }

    void failSlo()
    {
        SloSnapshot snapshot;
        snapshot.objective = QStringLiteral("availability");
        snapshot.error = Error{Error::Kind::Timeout, {}, {}};
        m_world.slos.apply(snapshot, m_world.clock.now());
    }

    /// Whether the service may be green by what was really told.
    bool maybeGreen(const QString &service, Instant now) const
    {
        const bool fires = !m_main.toldGood && service == QLatin1String(m_firing);
        const bool alertsSeen = m_main.isSeen(now) && (m_am1.isSeen(now) || m_am2.isSeen(now));
        if (!alertsSeen || fires)
            return false;
        if (service == u"payment")
            return m_payment.maybeGreen(now) && m_slo.maybeGreen(now) && (!m_everRated || m_rates.maybeGreen(now));
        if (service == u"auth")
            return m_auth.maybeGreen(now) && (!m_rates.asked || m_rates.isSeen(now));
        return service != u"orders" || m_raw.isSeen(now);
    }

    void verify()
    {
        const Instant now = m_world.clock.now();
        m_world.update();
        for (const ServiceStatus &status : m_world.services.services()) {
            (status.state == State::Healthy ? m_healthy : m_other) += 1;
            if (status.state == State::Healthy && !maybeGreen(status.service.name, now))
                m_lies.append(QStringLiteral("%1 after %2 polls").arg(status.service.name).arg(m_polls));
            if (status.state != State::Healthy && status.reason.isEmpty())
                m_lies.append(QStringLiteral("%1 without a reason after %2 polls").arg(status.service.name).arg(m_polls));
        }
        verifyCounts(now);
    }

    /// Everything is healthy only while every source is seen, too.
    void verifyCounts(Instant now)
    {
        if (m_world.services.overall(now) != State::Healthy)
            return;
        for (const Watched *source : {&m_main, &m_am1, &m_am2, &m_raw})
            if (!source->isSeen(now))
                m_lies.append(QStringLiteral("everything after %1 polls").arg(m_polls));
    }

    std::mt19937 m_random;
    World m_world;
    const char *m_firing = "stripe";
    Watched m_main{15s};
    Watched m_am1{15s};
    Watched m_am2{15s};
    Watched m_raw{15s};
    Watched m_payment{30s};
    Watched m_auth{30s};
    Watched m_rates{15s};
    Watched m_slo{60s};
    bool m_everRated = false;
    int m_polls = 0;
    int m_healthy = 0;
    int m_other = 0;
    QStringList m_lies;
};

} // namespace

/// Never a false green: no sequence of faults makes a service healthy of which something is unseen, too old or failing.
class TestNoFalseGreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandPolls_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1u, 2u, 3u, 20261121u})
            QTest::addRow("seed %u", seed) << seed;
    }
    void tenThousandPolls()
    {
        QFETCH(quint32, seed);
        Simulation simulation(seed);
        simulation.run(10'000);
        QVERIFY2(simulation.lies().isEmpty(), qPrintable(simulation.lies().mid(0, 5).join(u'\n')));
        QVERIFY2(simulation.healthyVerdicts() > 1'000, qPrintable(QString::number(simulation.healthyVerdicts())));
        QVERIFY2(simulation.otherVerdicts() > 1'000, qPrintable(QString::number(simulation.otherVerdicts())));
    }
};

WATCHFLOOR_TEST(TestNoFalseGreen)
#include "tst_nofalsegreen.moc"
