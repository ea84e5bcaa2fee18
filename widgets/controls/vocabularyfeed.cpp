#include "widgets/controls/vocabularyfeed.h"

#include "widgets/controls/promedit.h"

namespace Watchfloor {

VocabularyFeed::VocabularyFeed(Commands &commands, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
{
}

void VocabularyFeed::setSource(const QString &source)
{
    if (source == m_source)
        return;
    m_source = source;
    m_vocabulary = {};
    m_asked.clear();
    tell();
    if (source.isEmpty())
        return;
    askMetrics();
    askLabels({});
}

void VocabularyFeed::feed(PromEdit *edit)
{
    m_edits.emplace_back(edit);
    edit->setVocabulary(m_vocabulary);
    connect(edit, &PromEdit::labelsWanted, this, &VocabularyFeed::askLabels);
    connect(edit, &PromEdit::labelValuesWanted, this, &VocabularyFeed::askValues);
}

void VocabularyFeed::askMetrics()
{
    m_commands.listMetrics(m_source, this, [this, source = m_source](const Result<std::map<QString, MetricMetadata>> &metrics) {
        if (source != m_source)
            return;
        if (!metrics) {
            Q_EMIT failed(metrics.error());
            return;
        }
        for (const auto &[name, metadata] : *metrics)
            m_vocabulary.metrics[name] = {metadata.type, metadata.help};
        tell();
    });
}

void VocabularyFeed::askLabels(const QString &metric)
{
    const QString question = metric + u'{';
    if (m_source.isEmpty() || m_asked.contains(question))
        return;
    m_asked.insert(question);
    m_commands.listLabels(m_source, metric, this, [this, metric, source = m_source](const Result<QStringList> &labels) {
        if (source != m_source || !labels)
            return;
        QStringList names = *labels;
        names.removeAll(QStringLiteral("__name__"));
        if (metric.isEmpty())
            m_vocabulary.labels = names;
        else
            m_vocabulary.metricLabels[metric] = names;
        tell();
    });
}

void VocabularyFeed::askValues(const QString &label)
{
    const QString question = label + u'=';
    if (m_source.isEmpty() || m_asked.contains(question))
        return;
    m_asked.insert(question);
    m_commands.listLabelValues(m_source, label, {}, this, [this, label, source = m_source](const Result<QStringList> &values) {
        if (source != m_source || !values)
            return;
        m_vocabulary.labelValues[label] = *values;
        tell();
    });
}

void VocabularyFeed::tell()
{
    std::erase_if(m_edits, [](const QPointer<PromEdit> &edit) { return edit.isNull(); });
    for (const QPointer<PromEdit> &edit : m_edits)
        edit->setVocabulary(m_vocabulary);
    Q_EMIT changed();
}

} // namespace Watchfloor
