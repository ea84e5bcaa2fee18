#include "widgets/alerts/alertbanners.h"

#include "models/core/format.h"
#include "models/silences/clustersilence.h"
#include "widgets/controls/emptystate.h"

#include <QBoxLayout>

#include <set>

namespace Watchfloor {

namespace {
constexpr size_t mostBanners = 3;
constexpr std::chrono::seconds doneFor{20};
}

AlertBanners::AlertBanners(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_done(new Banner)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_done->setObjectName(QStringLiteral("doneBanner"));
    m_done->hide();
    column->addWidget(m_done);
    connect(m_done, &Banner::linkActivated, this, [this] {
        const auto undo = std::exchange(m_undo, {});
        m_doneUntil.reset();
        m_done->hide();
        if (undo)
            undo();
    });
    for (size_t i = 0; i < mostBanners; ++i) {
        auto *banner = new Banner;
        banner->hide();
        connect(banner, &Banner::linkActivated, this, [this, i] { Q_EMIT openRequested(m_paths.value(qsizetype(i))); });
        column->addWidget(banner);
        m_banners.push_back(banner);
    }
}

void AlertBanners::tellDone(const QString &sentence, std::function<void()> undo)
{
    m_done->setMessage(State::Healthy, sentence);
    m_done->setLink(undo ? tr("Undo") : QString());
    m_undo = std::move(undo);
    m_doneUntil = m_context.clock.now() + doneFor;
    m_done->show();
}

void AlertBanners::refresh()
{
    if (m_doneUntil && m_context.clock.now() >= *m_doneUntil) {
        m_doneUntil.reset();
        m_undo = {};
        m_done->hide();
    }
    std::vector<Line> lines;
    addSources(lines);
    addCuts(lines);
    addRuleFaults(lines);
    addSilences(lines);
    const size_t left = lines.size() > mostBanners ? lines.size() - mostBanners : 0;
    m_paths.clear();
    for (size_t i = 0; i < m_banners.size(); ++i) {
        m_banners[i]->setVisible(i < lines.size());
        if (i >= lines.size())
            continue;
        const bool last = i + 1 == m_banners.size() && left > 0;
        m_banners[i]->setMessage(lines[i].state, lines[i].title, last ? lines[i].sentence + u' ' + tr("%n more like this.", nullptr, int(left)) : lines[i].sentence);
        m_banners[i]->setLink(lines[i].link);
        m_paths << lines[i].path;
    }
}

void AlertBanners::addSources(std::vector<Line> &lines) const
{
    const Instant now = m_context.clock.now();
    const WallTime wall = m_context.clock.wall();
    for (const SourceStatus &source : m_context.stores.sources.sources()) {
        const bool isRules = source.spec.kind == SourceKind::Rules;
        const bool tells = isRules || source.spec.kind == SourceKind::Alertmanager || source.spec.kind == SourceKind::Prometheus;
        if (!tells || source.state(now) != State::Blind)
            continue;
        int kept = 0;
        if (m_context.stores.alerts.count(AlertState::Unseen) > 0)
            for (const Alert &alert : m_context.stores.alerts.alerts())
                kept += alert.state == AlertState::Unseen && alert.origins.contains(source.spec.name);
        const auto age = source.freshness.age(now);
        const QString title = age ? tr("%1 has not answered since %2.").arg(source.spec.name, Format::moment(wall - *age, wall)) : tr("%1 has never answered.").arg(source.spec.name);
        const auto &error = source.freshness.error();
        const QString sentence = isRules && error ? Format::sentence(*error)
                                 : kept > 0 ? tr("%n alert(s) that it told of are kept as last seen, not cleared.", nullptr, kept)
                                          : source.spec.kind == SourceKind::Alertmanager ? tr("Alerts and silences that only it knows cannot be seen.")
                                                                                         : tr("What only it would raise cannot be seen.");
        lines.push_back({State::Blind, title, sentence, tr("Open source"), QStringLiteral("sources")});
    }
}

void AlertBanners::addCuts(std::vector<Line> &lines) const
{
    for (const auto &[source, total] : m_context.stores.alerts.cutAnswers()) {
        constexpr size_t kept = 100'000;
        lines.push_back({State::Warning, tr("%1 of %2 alerts of %3 are shown.").arg(Format::count(qint64(std::min(kept, total))), Format::count(qint64(total)), source),
                         tr("The worst are kept; the rest is left out."), tr("Open source"), QStringLiteral("sources")});
    }
}

void AlertBanners::addRuleFaults(std::vector<Line> &lines) const
{
    const RuleReport &report = m_context.stores.rules.report();
    std::set<QString> files;
    for (const Fault &fault : report.faults)
        files.insert(fault.file);
    if (!files.empty())
        lines.push_back({State::Warning, tr("%n rule file(s) are wrong and not evaluated.", nullptr, int(files.size())), Format::safeText(report.faults.front().toString(), 300),
                         tr("Open source"), QStringLiteral("sources")});
    if (!report.unreadable.isEmpty())
        lines.push_back({State::Warning, tr("Rules do not see the series of %1.").arg(Format::safeText(report.unreadable.join(QStringLiteral(", ")), 80)),
                         tr("It offers no remote read."), tr("Open source"), QStringLiteral("sources")});
}

void AlertBanners::addSilences(std::vector<Line> &lines) const
{
    const WallTime wall = m_context.clock.wall();
    for (const EndingSilence &ending : endingSoon(m_context.stores.alerts, m_context.stores.workspace().silencePolicy, wall))
        lines.push_back({State::Warning, tr("A silence ends in %1.").arg(Format::shortSpan(ending.silence.endsAt - wall)),
                         tr("%n alert(s) that it mutes still fire: %1", nullptr, ending.firing).arg(Format::safeText(matchersText(ending.silence.matchers), 160)),
                         tr("Open silences"), QStringLiteral("alerts/silences/") + ending.silence.id});
}

} // namespace Watchfloor
