#pragma once

#include "models/alerts/alert.h"
#include "models/rules/readforwarder.h"
#include "models/rules/ruleconfiguration.h"
#include "models/rules/rulejudge.h"
#include "models/rules/rulereport.h"
#include "models/rules/rulesurvey.h"
#include "models/stack/localstack.h"

#include <QLockFile>

namespace Watchfloor {

/// What is to be evaluated over what.
struct WantedRules
{
    QString name;                    ///< of the source that the rules become
    std::vector<RuleFile> files;
    std::vector<Fault> faults;       ///< of files that could not be read
    std::vector<SourceSpec> sources; ///< of the workspace, every kind
    bool operator==(const WantedRules &) const = default;
};

/// Has a private Prometheus evaluate the workspace's rule files (decisions 21): it reads the series of the Prometheus sources, scrapes
/// the raw pages, leaves out the groups that a source lists already, and skips files that are wrong. It is started again when it ends, and
/// ends with this object, or with this process, however that ends.
class RuleEngine final : public QObject
{
    Q_OBJECT

public:
    /// `dataFolder` holds its samples from one start to the next; empty, or held by another console: they are gone with it.
    RuleEngine(const Clock &clock, std::shared_ptr<const SecretResolver> secrets, const QString &dataFolder, QObject *parent = nullptr);
    ~RuleEngine() override;

    void setWanted(const WantedRules &wanted);
    /// As whom it is asked; absent while there is nothing to evaluate. Has no address before it was started once.
    std::optional<SourceSpec> source() const;
    /// Why its answers are not to be believed now, if so: it does not run, or a source that rules read does not answer.
    std::optional<Error> failure() const;
    /// The same for one of its answers: as long as rules that go by the usual interval wait for their first evaluation, what it does not
    /// list is not known.
    std::optional<Error> failure(const PrometheusAlertsSnapshot &answer) const;

Q_SIGNALS:
    /// A Prometheus runs that is not the one before: what was active there begins anew.
    void started();
    /// source() is another one.
    void sourceChanged();
    void failed(const Watchfloor::Error &error);
    void reported(const Watchfloor::RuleReport &report);

private:
    void survey();
    void plan(const std::map<size_t, RuleSurroundings> &found);
    void judge();
    void settle(const std::vector<Fault> &faults);
    Result<void> writeConfiguration();
    void run();
    void start();
    void reload();
    void startAgain(const Error &error);
    ServerSpec serverSpec();
    QString samplesFolder();
    std::shared_ptr<HttpClient> console() const;
    QString folder() const { return m_stack.folder().path(); }

    const Clock &m_clock;
    std::shared_ptr<const SecretResolver> m_secrets;
    QString m_dataFolder;
    std::unique_ptr<QLockFile> m_lock;
    WantedRules m_wanted;
    std::vector<SourceSpec> m_asked; ///< Prometheus and raw pages of the wanted ones, by the forwarder's places
    std::vector<size_t> m_readable;
    Labels m_externalLabels;
    std::optional<RulePlan> m_plan;      ///< as it would be if every file were right
    std::vector<RuleFile> m_running;     ///< what is left of it
    std::vector<Fault> m_faults;         ///< of what promtool refused
    QByteArray m_configuration;          ///< as written last, rules included
    RuleReport m_report;
    std::chrono::milliseconds m_interval{15'000};
    LocalStack m_stack;
    ReadForwarder m_forwarder;
    RuleSurvey m_survey;
    RuleJudge m_judge;
    QTimer m_surveyAgain;
    QTimer m_startAgain;
    QByteArray m_password;
    quint16 m_port = 0;
    int m_failedStarts = 0;
    bool m_isPrepared = false;
    bool m_isStarted = false; ///< started, ready or not
    bool m_isReady = false;
    Instant m_readyAt{};
    std::optional<Error> m_error;
};

} // namespace Watchfloor
