#include "models/runbooks/runbooklink.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr qsizetype longestAddress = 4'000;

/// Letters and digits alone: "Roll payment back" and "roll-payment_back" are the same words.
QString slug(const QString &text)
{
    QString made;
    for (const QChar c : text)
        if (c.isLetterOrNumber())
            made += c.toLower();
    return made;
}

QString pathOf(const QUrl &url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

/// Without the scheme: a wiki that moved to https has the same pages.
QString place(const QUrl &url, bool whole)
{
    QString text = url.host().toLower() + u':' + QString::number(url.port(-1)) + pathOf(url);
    if (whole)
        text += u'?' + url.query() + u'#' + url.fragment();
    return text;
}

const Runbook *byAddress(const QUrl &url, const std::vector<Runbook> &runbooks, bool whole)
{
    const QString wanted = place(url, whole);
    for (const Runbook &runbook : runbooks)
        for (const QString &address : runbook.urls)
            if (place(QUrl(address), true) == (whole ? wanted : wanted + QStringLiteral("?#")))
                return &runbook;
    return nullptr;
}

bool isCalled(const Runbook &runbook, const QString &part)
{
    const QString wanted = slug(part);
    return wanted == slug(runbook.name) || wanted == slug(runbook.title) || wanted == slug(QFileInfo(runbook.file).completeBaseName());
}

bool isForAlert(const Runbook &runbook, const QString &part)
{
    return std::any_of(runbook.match.begin(), runbook.match.end(), [&part](const Matcher &matcher) {
        if (matcher.name() != u"alertname" || !matcher.isEqual() || matcher.matchesValue(u""))
            return false;
        return matcher.isRegex() ? matcher.matchesValue(part) && !matcher.matchesValue(u"-") : slug(matcher.value()) == slug(part);
    });
}

} // namespace

bool isRunbookAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return address.size() <= longestAddress && url.isValid() && !url.host().isEmpty() && (url.scheme() == u"http" || url.scheme() == u"https");
}

const Runbook *runbookAt(const QString &address, const std::vector<Runbook> &runbooks)
{
    const QUrl url(address, QUrl::StrictMode);
    if (address.isEmpty() || address.size() > longestAddress || !url.isValid())
        return nullptr;
    for (const bool whole : {true, false})
        if (const Runbook *known = byAddress(url, runbooks, whole))
            return known;
    const QFileInfo last(pathOf(url));
    for (const auto leadsTo : {isCalled, isForAlert})
        for (const QString &part : {url.fragment(), last.fileName(), last.completeBaseName()})
            if (!slug(part).isEmpty())
                for (const Runbook &runbook : runbooks)
                    if (leadsTo(runbook, part))
                        return &runbook;
    return nullptr;
}

} // namespace Watchfloor
