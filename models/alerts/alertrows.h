#pragma once

#include "models/alerts/alert.h"

#include <iterator>
#include <span>

namespace Watchfloor {

/// Alerts in an order, held elsewhere: reads like a list of them. Moving 50,000 rows moves pointers.
class AlertRows
{
public:
    class Iterator
    {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Alert;
        using difference_type = std::ptrdiff_t;
        using pointer = const Alert *;
        using reference = const Alert &;

        Iterator() = default;
        explicit Iterator(const Alert *const *at)
            : m_at(at)
        {
        }
        reference operator*() const { return **m_at; }
        pointer operator->() const { return *m_at; }
        reference operator[](difference_type by) const { return *m_at[by]; }
        Iterator &operator++() { return *this += 1; }
        Iterator operator++(int) { return Iterator(m_at++); }
        Iterator &operator--() { return *this += -1; }
        Iterator operator--(int) { return Iterator(m_at--); }
        Iterator &operator+=(difference_type by)
        {
            m_at += by;
            return *this;
        }
        Iterator &operator-=(difference_type by) { return *this += -by; }
        Iterator operator+(difference_type by) const { return Iterator(m_at + by); }
        Iterator operator-(difference_type by) const { return Iterator(m_at - by); }
        difference_type operator-(const Iterator &other) const { return m_at - other.m_at; }
        auto operator<=>(const Iterator &) const = default;

    private:
        const Alert *const *m_at = nullptr;
    };
    using value_type = Alert;
    using const_iterator = Iterator;

    AlertRows() = default;
    /// Of a list that stays as long as this is used.
    AlertRows(const std::vector<Alert> &alerts)
    {
        m_rows.reserve(alerts.size());
        for (const Alert &alert : alerts)
            m_rows.push_back(&alert);
    }
    explicit AlertRows(std::vector<const Alert *> rows)
        : m_rows(std::move(rows))
    {
    }

    Iterator begin() const { return Iterator(m_rows.data()); }
    Iterator end() const { return Iterator(m_rows.data() + m_rows.size()); }
    size_t size() const { return m_rows.size(); }
    bool empty() const { return m_rows.empty(); }
    const Alert &operator[](size_t at) const { return *m_rows[at]; }
    const Alert &at(size_t at) const { return *m_rows.at(at); }
    const Alert &front() const { return *m_rows.front(); }
    const Alert &back() const { return *m_rows.back(); }
    /// For working through some of them at a time.
    std::span<const Alert *const> pointers() const { return m_rows; }

private:
    std::vector<const Alert *> m_rows;
};

} // namespace Watchfloor
