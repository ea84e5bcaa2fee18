#pragma once

#include <QByteArray>
#include <QString>

namespace Watchfloor::Testing {

/// Requests that a service counted on its own /metrics page, summed over its restarts: each process counts from nothing.
class EventLedger
{
public:
    struct Sums
    {
        double good = 0;
        double errors = 0;
        double total() const { return good + errors; }
    };

    /// Takes over a page as it was read; a page that cannot be read changes nothing.
    void read(const QByteArray &page)
    {
        const double started = sample(page, "process_start_time_seconds{");
        const Sums seen{sample(page, "code=\"200\"}"), sample(page, "code=\"500\"}")};
        if (started == 0)
            return;
        if (started != m_started && m_started != 0) {
            m_closed.good += m_open.good;
            m_closed.errors += m_open.errors;
            ++m_restarts;
        }
        m_started = started;
        m_open = seen;
    }
    Sums sums() const { return {m_closed.good + m_open.good, m_closed.errors + m_open.errors}; }
    int restarts() const { return m_restarts; }

private:
    /// The value behind the first line that contains `text`.
    static double sample(const QByteArray &page, const QByteArray &text)
    {
        const qsizetype at = page.indexOf('\n' + text) >= 0 ? page.indexOf('\n' + text) + 1 : page.indexOf(text);
        if (at < 0)
            return 0;
        const qsizetype end = page.indexOf('\n', at);
        const QByteArray line = page.mid(at, end - at);
        return line.mid(line.lastIndexOf(' ') + 1).toDouble();
    }

    double m_started = 0;
    Sums m_closed;
    Sums m_open;
    int m_restarts = 0;
};

} // namespace Watchfloor::Testing
