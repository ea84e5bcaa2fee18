#include "models/alerts/streamedjson.h"

#include "models/metrics/boundedjson.h"

namespace Watchfloor {

namespace {

/// Carries an Error out of the parser's call back.
struct Refusal
{
    Error error;
};

Error unreadable(const QString &why)
{
    return {Error::Kind::Malformed, why, {}};
}

/// Go encoders never write invalid UTF-8, so a body with some is rare; its alerts are worth more than its bytes.
QByteArray mended(const QByteArray &body)
{
    return QString::fromUtf8(body).toUtf8();
}

} // namespace

Result<nlohmann::json> readObjects(const QByteArray &body, int depth,
                                   const std::function<std::optional<Error>(const nlohmann::json &)> &take, int passed)
{
    using Event = nlohmann::json::parse_event_t;
    if (body.trimmed().isEmpty())
        return unreadable(QStringLiteral("the answer is empty"));
    const auto handle = [&take, depth, passed](int level, Event event, nlohmann::json &parsed) {
        if ((event == Event::object_start || event == Event::array_start) && level > jsonDepthLimit)
            throw Refusal{unreadable(QStringLiteral("JSON nested deeper than %1").arg(jsonDepthLimit))};
        if (event == Event::object_end && passed > 0 && level == passed)
            return false;
        if (event != Event::object_end || level != depth)
            return true;
        if (const auto error = take(parsed))
            throw Refusal{*error};
        return false;
    };
    const QByteArray text = body.isValidUtf8() ? body : mended(body);
    try {
        return nlohmann::json::parse(text.begin(), text.end(), handle);
    } catch (const Refusal &refusal) {
        return refusal.error;
    } catch (const nlohmann::json::exception &exception) {
        return unreadable(QString::fromUtf8(exception.what()).left(200));
    }
}

QString SharedTexts::of(std::string_view text)
{
    constexpr size_t mostTexts = 4'096;
    constexpr size_t longest = 256;
    if (text.size() > longest)
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    const auto known = m_texts.find(text);
    if (known != m_texts.end())
        return known->second;
    QString made = QString::fromUtf8(text.data(), qsizetype(text.size()));
    if (m_texts.size() < mostTexts)
        m_texts.emplace(text, made);
    return made;
}

Result<Labels> labelsMember(const nlohmann::json &object, const char *name, SharedTexts &texts)
{
    const auto found = object.find(name);
    if (found == object.end() || found->is_null())
        return Labels();
    if (!found->is_object())
        return unreadable(QStringLiteral("%1 is not an object").arg(QLatin1String(name)));
    std::vector<Labels::Pair> pairs;
    pairs.reserve(found->size());
    for (const auto &[key, value] : found->items()) {
        if (!value.is_string())
            return unreadable(QStringLiteral("%1.%2 is not text").arg(QLatin1String(name), QString::fromStdString(key).left(64)));
        pairs.emplace_back(texts.of(key), texts.of(value.get_ref<const std::string &>()));
    }
    return Labels(std::move(pairs));
}

QStringList stringsMember(const nlohmann::json &object, const char *name)
{
    QStringList texts;
    if (const nlohmann::json *list = member(object, name); list && list->is_array())
        for (const auto &value : *list)
            if (value.is_string())
                texts << QString::fromStdString(value.get_ref<const std::string &>());
    return texts;
}

} // namespace Watchfloor
