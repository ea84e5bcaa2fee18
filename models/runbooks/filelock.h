#pragma once

#include "models/core/result.h"

#include <chrono>
#include <utility>

namespace Watchfloor {

/// An exclusive flock on a file of its own, given back when the object or the process ends. Children never inherit it.
class FileLock final
{
public:
    /// Creates the file where it is missing. Locked when somebody still holds it after `patience`.
    static Result<FileLock> acquire(const QString &path, std::chrono::milliseconds patience = {});

    FileLock(FileLock &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    FileLock &operator=(FileLock &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~FileLock();

    int descriptor() const { return m_descriptor; }

private:
    explicit FileLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor;
};

} // namespace Watchfloor
