#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/fakecommands.h"
#include "widgets/controls/page.h"
#include "widgets/theme/applytheme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

namespace Watchfloor::Testing {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A month of alerts as the record gives it, and what a view needs to ask for it.
struct PastMonth
{
    PastMonth()
    {
        Session::Options options;
        options.watchFiles = false;
        session = std::make_unique<Session>(workspace, clock, options);
        const auto add = [this](const QString &name, const QString &service, Severity severity, std::chrono::minutes ago, int fired, int taken, int ended, AlertState state) {
            const WallTime begin = clock.wall() - ago;
            const auto minute = [begin](int minutes) { return minutes < 0 ? std::nullopt : std::optional(begin + std::chrono::minutes(minutes)); };
            Episode episode;
            episode.id = qint64(lives.size()) + 1;
            episode.fingerprint = QStringLiteral("f-%1").arg(name);
            episode.labels = {{u"alertname"_s, name}, {u"service"_s, service}, {u"env"_s, u"production"_s}, {u"severity"_s, severityName(severity)}};
            episode.summary = name + u" of "_s + service;
            episode.severity = severity;
            episode.origins = {u"am-1"_s, u"main"_s};
            episode.startedAt = begin;
            episode.firedAt = minute(fired);
            episode.acknowledgedAt = minute(taken);
            episode.endedAt = minute(ended);
            episode.state = state;
            episode.owner = taken < 0 ? QString() : u"mk"_s;
            episode.starts = fired < 0 ? 0 : 1;
            lives.push_back(episode);
        };
        using enum AlertState;
        add(u"HighErrorRate"_s, u"payment"_s, Severity::Critical, 7min, 5, -1, -1, Firing);
        add(u"StripeLatency"_s, u"stripe"_s, Severity::Warning, 12min, 1, 3, -1, Acknowledged);
        lives.back().starts = 4;
        add(u"CdnPurgeLag"_s, u"cdn"_s, Severity::Warning, 26min, 1, -1, 22, Unseen);
        add(u"TaxiDispatchSlow"_s, u"taxi"_s, Severity::Warning, 3h, 5, -1, 60, Vanished);
        add(u"QueueDepth"_s, u"rabbitmq"_s, Severity::Warning, 5h, -1, -1, 9, Recovered);
        for (int day = 1; day < 28; day += 3) {
            add(u"HighErrorRate"_s, u"payment"_s, Severity::Critical, std::chrono::hours(24 * day + day % 7), 5, 8, 20 + day, Recovered);
            add(u"LowCacheHitRate"_s, u"redis"_s, Severity::Warning, std::chrono::hours(24 * day + 3), 2, day % 2 ? -1 : 30, 48, Recovered);
            add(u"CertExpiresSoon"_s, u"legacy-www"_s, Severity::Info, std::chrono::hours(24 * day + 9), 0, -1, 300, Recovered);
        }
        Episode &first = lives.front();
        first.escalations = 1;
        first.events = {{EpisodeEvent::Kind::State, Pending, first.startedAt, {}, {}},
                        {EpisodeEvent::Kind::State, Firing, *first.firedAt, {}, {}},
                        {EpisodeEvent::Kind::Escalated, Firing, *first.firedAt + 70s, u"DevOps Lead"_s, {}},
                        {EpisodeEvent::Kind::Acknowledged, Firing, *first.firedAt + 80s, u"mk"_s, u"<b>looking</b>"_s},
                        {EpisodeEvent::Kind::State, Acknowledged, *first.firedAt + 80s, {}, {}},
                        {EpisodeEvent::Kind::Released, Firing, *first.firedAt + 100s, u"mk"_s, {}},
                        {EpisodeEvent::Kind::State, Firing, *first.firedAt + 100s, {}, {}}};
        commands.episodes = lives;
    }

    PageContext context() { return {session->stores(), commands, clock, *session}; }
    /// A picture where one is asked for.
    static void picture(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("WATCHFLOOR_PICTURES");
        if (folder.isEmpty())
            return;
        for (int pass = 0; pass < 3; ++pass)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        widget.grab().save(QDir(folder).filePath(name + u".png"_s));
    }

    FakeClock clock;
    Workspace workspace;
    std::unique_ptr<Session> session;
    FakeCommands commands;
    std::vector<Episode> lives;
};

} // namespace Watchfloor::Testing
