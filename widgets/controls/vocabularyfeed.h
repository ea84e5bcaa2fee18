#pragma once

#include "models/promql/vocabulary.h"
#include "models/session/commands.h"

#include <QPointer>
#include <QSet>

namespace Watchfloor {

class PromEdit;

/// Asks a source what it knows, and tells the editors that ask questions of it: its metrics and labels at once, the labels of a metric and the values of
/// a label when somebody types where they may stand.
class VocabularyFeed final : public QObject
{
    Q_OBJECT

public:
    explicit VocabularyFeed(Commands &commands, QObject *parent = nullptr);

    /// Another source: what the last one knew is forgotten. Empty: none.
    void setSource(const QString &source);
    const QString &source() const { return m_source; }
    const PromVocabulary &vocabulary() const { return m_vocabulary; }
    /// Tells this editor from now on.
    void feed(PromEdit *edit);

Q_SIGNALS:
    void changed();
    /// The source does not say which metrics it has.
    void failed(const Watchfloor::Error &error);

private:
    void askMetrics();
    void askLabels(const QString &metric);
    void askValues(const QString &label);
    void tell();

    Commands &m_commands;
    QString m_source;
    PromVocabulary m_vocabulary;
    QSet<QString> m_asked; ///< "metric{" and "label=", so that a failure is not asked again with every key
    std::vector<QPointer<PromEdit>> m_edits;
};

} // namespace Watchfloor
