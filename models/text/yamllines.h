#pragma once

#include "models/text/fault.h"
#include "models/text/yamltree.h"

#include <QByteArrayView>

namespace YAML {
struct Mark;
}

namespace Watchfloor {

/// Where lines start, to turn yaml-cpp's marks, which count bytes from 0, into lines and columns of characters from 1. The text must live
/// as long.
class YamlLines
{
public:
    explicit YamlLines(const QByteArray &text);

    YamlPlace place(const YAML::Mark &mark) const;
    YamlPlace placeOf(qsizetype offset) const;
    /// The text from a mark to the end of its line.
    QByteArrayView rest(const YAML::Mark &mark) const;
    /// Whether the last line before `mark` that says anything ends a document.
    bool endsDocumentBefore(const YAML::Mark &mark) const;
    const QByteArray &text() const { return m_text; }

private:
    QByteArrayView line(size_t number) const;

    const QByteArray &m_text;
    std::vector<qsizetype> m_starts;
    mutable qsizetype m_counted = 0; ///< the byte that the last place asked for stands at
    mutable int m_column = 1;
};

/// Why a text is not given to yaml-cpp at all: bytes that no YAML has, or more brackets and commas than any honest one.
std::optional<Fault> yamlRefusal(const YamlLines &lines, const QString &file);

/// Values in one file, and how deep they may stand in each other.
constexpr qint64 yamlNodesLimit = 400'000;
constexpr int yamlDepthLimit = 64;

} // namespace Watchfloor
