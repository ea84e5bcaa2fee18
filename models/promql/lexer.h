#pragma once

#include <QStringView>

#include <vector>

namespace Watchfloor {

/// A piece of PromQL with its place. Source: Prometheus documentation, querying basics.
struct PromToken
{
    enum class Kind { Identifier, Number, Duration, Text, Operator, Bracket, Comma, Colon, Comment, Bad };
    Kind kind = Kind::Bad;
    QStringView text;      ///< as written, quotes included; a view into what was read
    qsizetype start = 0;

    qsizetype end() const { return start + text.size(); }
};

/// Every token of the text; white space is left out, comments are kept for whoever colours them. An unclosed quote and a character that PromQL does
/// not have are Bad.
std::vector<PromToken> promTokens(QStringView text);

/// The value of a quoted token, escapes resolved; back-ticks know none.
QString promText(QStringView quoted);

} // namespace Watchfloor
