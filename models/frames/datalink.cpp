#include "models/frames/datalink.h"

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr qsizetype longestAddress = 16'384;

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || c.unicode() == 0x7f;
}

} // namespace

std::optional<QUrl> linkTarget(const QString &text)
{
    const QString address = text.trimmed();
    if (address.isEmpty() || address.size() > longestAddress || address.contains(u'\\') || std::any_of(address.cbegin(), address.cend(), isControl))
        return std::nullopt;
    const QUrl url(address, QUrl::TolerantMode);
    if (!url.isValid())
        return std::nullopt;
    const QString scheme = url.scheme().toLower();
    if (scheme == u"http" || scheme == u"https")
        return url.host().isEmpty() ? std::nullopt : std::optional(url);
    // "//host/path" has no scheme and leads away all the same.
    const bool isRelative = scheme.isEmpty() && url.authority().isEmpty() && !address.startsWith(u"//");
    return isRelative ? std::optional(url) : std::nullopt;
}

ResolvedLink resolved(const DataLink &link, const MacroContext &context, const FillText &fill)
{
    const auto filled = [&](QString text, MacroEncoding encoding) {
        text = filledMacros(text, context, encoding);
        return fill ? fill(text) : text;
    };
    ResolvedLink result;
    result.newTab = link.newTab;
    result.title = filled(link.title, MacroEncoding::None);
    QString address = link.url;
    address.remove(u'\n');
    result.text = filled(address, MacroEncoding::Uri);
    result.target = linkTarget(result.text);
    return result;
}

} // namespace Watchfloor
