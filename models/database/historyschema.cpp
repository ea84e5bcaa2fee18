#include "models/database/historyschema.h"

namespace Watchfloor {

namespace {

QStringList transitionTables()
{
    return {QStringLiteral("CREATE TABLE alert_transition (id INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL, alertname TEXT NOT NULL, "
                           "labels TEXT NOT NULL, state TEXT NOT NULL, wall_ms INTEGER NOT NULL, source TEXT NOT NULL)"),
            QStringLiteral("CREATE INDEX transition_by_alert ON alert_transition (fingerprint, wall_ms)"),
            QStringLiteral("CREATE INDEX transition_by_time ON alert_transition (wall_ms)"),
            QStringLiteral("CREATE TABLE source_state (id INTEGER PRIMARY KEY, source TEXT NOT NULL, state TEXT NOT NULL, "
                           "detail TEXT NOT NULL, wall_ms INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX source_state_by_source ON source_state (source, wall_ms)")};
}

/// Each index ends in ended_ms: whatever is looked for comes newest first without sorting.
QStringList episodeTables()
{
    return {QStringLiteral("CREATE TABLE episode (id INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL, alertname TEXT NOT NULL, "
                           "service TEXT NOT NULL, labels TEXT NOT NULL, summary TEXT NOT NULL, severity TEXT NOT NULL, "
                           "origins TEXT NOT NULL, state TEXT NOT NULL, owner TEXT NOT NULL, started_ms INTEGER NOT NULL, "
                           "fired_ms INTEGER, seen_ms INTEGER, acknowledged_ms INTEGER, ended_ms INTEGER NOT NULL, "
                           "starts INTEGER NOT NULL, escalations INTEGER NOT NULL, words TEXT NOT NULL)"),
            QStringLiteral("CREATE INDEX episode_by_end ON episode (ended_ms, started_ms)"),
            QStringLiteral("CREATE INDEX episode_by_alert ON episode (fingerprint, ended_ms)"),
            QStringLiteral("CREATE INDEX episode_by_name ON episode (alertname, ended_ms)"),
            QStringLiteral("CREATE INDEX episode_by_service ON episode (service, ended_ms)"),
            QStringLiteral("CREATE TABLE episode_event (episode INTEGER NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, "
                           "at_ms INTEGER NOT NULL, who TEXT NOT NULL, text TEXT NOT NULL)"),
            QStringLiteral("CREATE INDEX episode_event_by_episode ON episode_event (episode, at_ms)"),
            QStringLiteral("CREATE TABLE console_watch (id INTEGER PRIMARY KEY CHECK (id = 1), seen_ms INTEGER NOT NULL)")};
}

/// The index of words follows the table by itself.
QStringList episodeWords()
{
    return {QStringLiteral("CREATE VIRTUAL TABLE episode_words USING fts5(words, content='episode', content_rowid='id', tokenize='trigram')"),
            QStringLiteral("CREATE TRIGGER episode_words_in AFTER INSERT ON episode BEGIN "
                           "INSERT INTO episode_words (rowid, words) VALUES (new.id, new.words); END"),
            QStringLiteral("CREATE TRIGGER episode_words_out AFTER DELETE ON episode BEGIN "
                           "INSERT INTO episode_words (episode_words, rowid, words) VALUES ('delete', old.id, old.words); END"),
            QStringLiteral("CREATE TRIGGER episode_words_change AFTER UPDATE OF words ON episode BEGIN "
                           "INSERT INTO episode_words (episode_words, rowid, words) VALUES ('delete', old.id, old.words); "
                           "INSERT INTO episode_words (rowid, words) VALUES (new.id, new.words); END")};
}

/// What version 1 recorded of alerts that are over: their transitions from one end to the next are a life. One that is open is
/// recorded anew when it is seen.
QStringList episodesOfTransitions()
{
    const QString lives = QStringLiteral("SELECT *, COALESCE(SUM(state IN ('recovered', 'vanished')) OVER (PARTITION BY fingerprint "
                                         "ORDER BY wall_ms, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS life FROM alert_transition");
    const QString label = QStringLiteral("CASE WHEN json_valid(labels) THEN COALESCE((SELECT value FROM json_each(labels) WHERE key = '%1'), '') ELSE '' END");
    const QString words = QStringLiteral("alertname || CASE WHEN json_valid(labels) THEN char(10) || "
                                         "COALESCE((SELECT group_concat(key || '=' || value, char(10)) FROM json_each(labels)), '') ELSE '' END");
    return {QStringLiteral("CREATE TEMP TABLE life AS ") + lives,
            QStringLiteral("INSERT INTO episode (fingerprint, alertname, service, labels, summary, severity, origins, state, owner, started_ms, "
                           "fired_ms, seen_ms, ended_ms, starts, escalations, words) "
                           "SELECT fingerprint, alertname, %1, labels, '', CASE WHEN %2 IN ('emergency', 'critical', 'info', 'none') THEN %2 ELSE 'warning' END, "
                           "replace(max(source), ',', char(10)), last_state, '', min(wall_ms), min(CASE WHEN state = 'firing' THEN wall_ms END), min(wall_ms), max(wall_ms), "
                           "max(1, sum(state = 'firing' AND came_from IN ('', 'pending'))), 0, %3 FROM "
                           "(SELECT *, lag(state, 1, '') OVER one AS came_from, last_value(state) OVER (PARTITION BY fingerprint, life ORDER BY wall_ms, id "
                           "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last_state FROM life "
                           "WINDOW one AS (PARTITION BY fingerprint, life ORDER BY wall_ms, id)) "
                           "WHERE last_state IN ('recovered', 'vanished') GROUP BY fingerprint, life ORDER BY max(wall_ms)")
                .arg(label.arg(QStringLiteral("service")), label.arg(QStringLiteral("severity")), words),
            QStringLiteral("INSERT INTO episode_event (episode, kind, state, at_ms, who, text) "
                           "SELECT episode.id, 'state', life.state, life.wall_ms, '', '' FROM episode JOIN life ON life.fingerprint = episode.fingerprint "
                           "AND life.wall_ms BETWEEN episode.started_ms AND episode.ended_ms ORDER BY life.id"),
            QStringLiteral("DROP TABLE life")};
}

} // namespace

Migrations historyMigrations()
{
    return {transitionTables(), episodeTables() + episodeWords() + episodesOfTransitions()};
}

} // namespace Watchfloor
