#include "models/runbooks/fenceinfo.h"

#include <algorithm>
#include <optional>

namespace Watchfloor {

using namespace Qt::StringLiterals;

namespace {

bool isNamePart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
}

class InfoReader
{
public:
    explicit InfoReader(QStringView text)
        : m_text(text)
    {
    }

    FenceInfo read()
    {
        FenceInfo info;
        skipBlanks();
        info.language = bareWord();
        while (skipBlanks()) {
            const QString name = attributeName();
            if (name.isEmpty() || !take(u'=')) {
                info.error = u"name=\"value\" is expected, not \"%1\""_s.arg(m_text.sliced(m_start).left(32));
                return info;
            }
            const auto value = attributeValue();
            if (!value) {
                info.error = u"the value of %1 has no closing quote"_s.arg(name);
                return info;
            }
            info.attributes.emplace_back(name, *value);
        }
        return info;
    }

private:
    /// True while something is left.
    bool skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        m_start = m_at;
        return m_at < m_text.size();
    }

    QString bareWord()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace())
            ++m_at;
        return m_text.sliced(start, m_at - start).toString();
    }

    QString attributeName()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && isNamePart(m_text[m_at]))
            ++m_at;
        return m_text.sliced(start, m_at - start).toString();
    }

    bool take(QChar c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    std::optional<QString> attributeValue()
    {
        if (m_at >= m_text.size() || (m_text[m_at] != u'"' && m_text[m_at] != u'\''))
            return bareWord();
        const QChar quote = m_text[m_at++];
        QString value;
        while (m_at < m_text.size()) {
            QChar c = m_text[m_at++];
            if (c == quote)
                return value;
            if (c == u'\\' && m_at < m_text.size() && (m_text[m_at] == quote || m_text[m_at] == u'\\'))
                c = m_text[m_at++];
            value += c;
        }
        return {};
    }

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
};

} // namespace

bool FenceInfo::has(QStringView name) const
{
    return std::any_of(attributes.begin(), attributes.end(), [name](const auto &pair) { return pair.first == name; });
}

QString FenceInfo::value(QStringView name) const
{
    const auto found = std::find_if(attributes.begin(), attributes.end(), [name](const auto &pair) { return pair.first == name; });
    return found == attributes.end() ? QString() : found->second;
}

FenceInfo parseFenceInfo(QStringView text)
{
    return InfoReader(text).read();
}

} // namespace Watchfloor
