#include "models/episodes/episodequery.h"

#include "models/database/database.h"
#include "models/episodes/episoderow.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace Watchfloor {

namespace {

constexpr int mostFound = 100'000;
constexpr qsizetype indexedLength = 3; ///< of a word: the index is one of three letters each
constexpr qsizetype mostWords = 32;

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    const QStringList words = text.left(1'000).split(blanks, Qt::SkipEmptyParts);
    return words.first(std::min(mostWords, words.size()));
}

QString phrase(QString text)
{
    // The index cannot be asked for what stands behind a null.
    text = text.section(QChar(u'\0'), 0, 0);
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

bool isPlainEquality(const Matcher &matcher)
{
    return matcher.op() == Matcher::Operator::Equal && !matcher.value().isEmpty();
}

/// What the index of words can be asked; empty: nothing. It ignores case, so that equalities are held against the rows too.
QString wordsQuestion(const EpisodeSearch &search)
{
    QStringList phrases;
    for (const QString &word : wordsOf(search.text))
        if (word.size() >= indexedLength)
            phrases << phrase(word);
    for (const Matcher &matcher : search.matchers)
        if (isPlainEquality(matcher) && matcher.name() != u"alertname" && matcher.name() != u"service")
            phrases << phrase(matcher.name() + u'=' + matcher.value());
    return phrases.join(QStringLiteral(" AND "));
}

/// What only the row itself can answer.
class RowCheck
{
public:
    explicit RowCheck(const EpisodeSearch &search)
        : m_matchers(search.matchers)
    {
        std::erase_if(m_matchers, [](const Matcher &matcher) { return isPlainEquality(matcher) && (matcher.name() == u"alertname" || matcher.name() == u"service"); });
        for (const QString &word : wordsOf(search.text))
            if (word.size() < indexedLength)
                m_words << word;
    }

    bool needsLabels() const { return !m_matchers.empty() || !m_words.isEmpty(); }
    bool passes(const Episode &episode) const
    {
        if (!matchAll(m_matchers, episode.labels))
            return false;
        return std::all_of(m_words.begin(), m_words.end(), [&episode](const QString &word) {
            return episode.summary.contains(word, Qt::CaseInsensitive)
                   || std::any_of(episode.labels.begin(), episode.labels.end(),
                                  [&word](const auto &pair) { return QString(pair.first + u'=' + pair.second).contains(word, Qt::CaseInsensitive); });
        });
    }

private:
    Matchers m_matchers;
    QStringList m_words;
};

void shorten(Episode &episode)
{
    episode.labels = Labels{{QStringLiteral("alertname"), episode.name()}, {QStringLiteral("service"), episode.service()}};
    episode.summary.clear();
}

} // namespace

EpisodeStatement episodeStatement(const EpisodeSearch &search)
{
    EpisodeStatement statement;
    QStringList conditions;
    const auto require = [&](const QString &condition, const QVariant &value) {
        conditions << condition;
        statement.values << value;
    };
    const QString words = wordsQuestion(search);
    if (!words.isEmpty())
        require(QStringLiteral("episode_words.words MATCH ?"), words);
    if (!search.fingerprint.isEmpty())
        require(QStringLiteral("episode.fingerprint = ?"), search.fingerprint);
    for (const Matcher &matcher : search.matchers) {
        if (isPlainEquality(matcher) && matcher.name() == u"alertname")
            require(QStringLiteral("episode.alertname = ?"), matcher.value());
        else if (isPlainEquality(matcher) && matcher.name() == u"service")
            require(QStringLiteral("episode.service = ?"), matcher.value());
    }
    if (search.during) {
        require(QStringLiteral("episode.ended_ms >= ?"), milliseconds(search.during->start));
        require(QStringLiteral("episode.started_ms <= ?"), milliseconds(search.during->end));
    }
    // CROSS JOIN: the index of words first, whatever the planner believes.
    statement.text = words.isEmpty() ? QStringLiteral("SELECT episode.id FROM episode")
                                     : QStringLiteral("SELECT episode.id FROM episode_words CROSS JOIN episode ON episode.id = episode_words.rowid");
    if (!conditions.isEmpty())
        statement.text += QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
    statement.text += QStringLiteral(" ORDER BY episode.ended_ms DESC, episode.id DESC");
    return statement;
}

Result<EpisodeFindings> findEpisodes(QSqlDatabase &database, const EpisodeSearch &search)
{
    const EpisodeStatement statement = episodeStatement(search);
    QSqlQuery ids(database);
    if (const auto done = execute(ids, statement.text, statement.values); !done)
        return done.error();
    QSqlQuery row(database);
    row.setForwardOnly(true);
    if (!row.prepare(episodeColumns() + QStringLiteral(" WHERE id = ?")))
        return databaseError(row.lastError(), QStringLiteral("history.sqlite"));
    const RowCheck check(search);
    const size_t most = size_t(std::clamp(search.limit, 0, mostFound));
    EpisodeFindings findings;
    while (findings.episodes.size() < most && ids.next()) {
        row.bindValue(0, ids.value(0));
        if (!row.exec())
            return databaseError(row.lastError(), QStringLiteral("history.sqlite"));
        if (!row.next())
            continue;
        ++findings.examined;
        Episode episode = episodeOf(row, search.brief && !check.needsLabels());
        if (check.needsLabels() && !check.passes(episode))
            continue;
        if (search.brief)
            shorten(episode);
        findings.episodes.push_back(std::move(episode));
    }
    if (search.withEvents) {
        for (Episode &episode : findings.episodes) {
            auto events = eventsOf(database, episode.id);
            if (!events)
                return events.error();
            episode.events = *std::move(events);
        }
    }
    return findings;
}

} // namespace Watchfloor
