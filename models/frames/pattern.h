#pragma once

#include <QRegularExpression>
#include <QString>

namespace Watchfloor {

/// A regular expression as Grafana's dashboards write it: "/part/i" anywhere in a text, without slashes the whole text.
class Pattern
{
public:
    /// Matches nothing.
    Pattern() = default;
    explicit Pattern(const QString &text);

    /// As it stands, without slashes and anchors.
    static Pattern bare(const QString &expression);

    bool isValid() const { return m_valid; }
    bool matches(const QString &text) const;
    /// What it matches in `text` replaced by `replacement` with $1, $& and $<name>; all of them with the flag g, else the first.
    QString replaced(const QString &text, const QString &replacement) const;
    const QRegularExpression &expression() const { return m_expression; }

private:
    void compile(const QString &expression, const QString &flags);

    QRegularExpression m_expression;
    bool m_everywhere = false;
    bool m_valid = false;
};

} // namespace Watchfloor
