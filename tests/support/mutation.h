#pragma once

#include <QByteArray>

#include <algorithm>
#include <random>
#include <vector>

namespace Watchfloor::Testing {

/// Spoils a body in one place: a byte changed, some left out, a token or a piece of the body put in, the end cut off. Never leaves
/// it empty. The same numbers give the same body.
inline void mutate(QByteArray &body, std::mt19937 &random, const std::vector<QByteArray> &tokens)
{
    const qsizetype at = qsizetype(random() % size_t(body.size()));
    const QByteArray &token = tokens[random() % tokens.size()];
    switch (random() % 6) {
    case 0:
        body[at] = char(random() & 0xff);
        break;
    case 1:
        body.remove(at, 1 + qsizetype(random() % 8));
        break;
    case 2:
        body.insert(at, token);
        break;
    case 3:
        body.replace(at, std::min(token.size(), body.size() - at), token);
        break;
    case 4:
        body.insert(at, body.mid(qsizetype(random() % size_t(body.size())), 1 + qsizetype(random() % 40)));
        break;
    default:
        body.truncate(std::max<qsizetype>(at, 1));
        break;
    }
    if (body.isEmpty())
        body = "x";
}

} // namespace Watchfloor::Testing
