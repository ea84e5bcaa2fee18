#pragma once

#include "models/metrics/exposition.h"

#include <QHash>

#include <string_view>

namespace Watchfloor {

/// A page while it is read: its families by name, its faults with the line they are on, both within caps.
class ExpositionPageBuilder
{
public:
    explicit ExpositionPageBuilder(const QString &untyped)
        : m_untyped(untyped)
    {
    }

    void nextLine() { ++m_line; }
    int line() const { return m_line; }
    void fault(const QString &message) { faultAt(m_line, message); }
    void remark(const QString &message) { put({m_line, message, true}); }
    void faultAt(int line, const QString &message) { put({line, message, false}); }

    std::optional<size_t> find(const QString &name) const
    {
        const auto found = m_index.constFind(name);
        return found == m_index.constEnd() ? std::nullopt : std::optional(*found);
    }
    size_t add(const QString &name)
    {
        MetricFamily family;
        family.name = name;
        family.type = m_untyped;
        m_page.families.push_back(std::move(family));
        m_index.insert(name, m_page.families.size() - 1);
        return m_page.families.size() - 1;
    }
    MetricFamily &family(size_t index) { return m_page.families[index]; }
    void addSample(size_t index, Sample sample)
    {
        if (++m_page.totalSamples <= expositionSampleLimit)
            m_page.families[index].samples.push_back(std::move(sample));
    }
    ExpositionPage take()
    {
        if (m_page.totalSamples > expositionSampleLimit)
            remark(QStringLiteral("cut at %1 of %2 samples").arg(expositionSampleLimit).arg(m_page.totalSamples));
        return std::move(m_page);
    }

    static QString toText(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

private:
    void put(ExpositionFault fault)
    {
        constexpr size_t faultLimit = 10'000;
        if (m_page.faults.size() < faultLimit)
            m_page.faults.push_back(std::move(fault));
    }

    ExpositionPage m_page;
    QString m_untyped;
    QHash<QString, size_t> m_index;
    int m_line = 0;
};

} // namespace Watchfloor
