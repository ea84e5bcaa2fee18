#include "app/verbs/explain.h"

#include "models/core/jsonwriting.h"

#include <QFile>
#include <QFileInfo>

#include <cmath>
#include <limits>

namespace Watchfloor {

namespace {

/// The largest file that is read: the largest body that the window takes from a server.
constexpr qint64 fileLimit = qint64(256) << 20;

ExplainFault wrongType(const char *name, const char *wanted)
{
    return {QStringLiteral("\"%1\" is not %2").arg(QLatin1String(name), QLatin1String(wanted))};
}

std::variant<QByteArray, ExplainFault> readFile(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.exists())
        return ExplainFault{QStringLiteral("no file %1").arg(path)};
    if (!info.isFile())
        return ExplainFault{QStringLiteral("%1 is not a file").arg(path)};
    if (info.size() > fileLimit)
        return ExplainFault{QStringLiteral("%1 is larger than %2 MiB").arg(path).arg(fileLimit >> 20)};
    if (!file.open(QIODevice::ReadOnly))
        return ExplainFault{QStringLiteral("%1: %2").arg(path, file.errorString())};
    QByteArray body = file.read(fileLimit + 1);
    if (body.size() > fileLimit || file.error() != QFileDevice::NoError)
        return ExplainFault{QStringLiteral("%1 cannot be read").arg(path)};
    return body;
}

}

bool ExplainRequest::has(const char *name) const
{
    return member(name) != nullptr;
}

const ExplainJson *ExplainRequest::member(const char *name) const
{
    const auto found = m_object.find(name);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

std::variant<QString, ExplainFault> ExplainRequest::text(const char *name, const QString &fallback) const
{
    const ExplainJson *value = member(name);
    if (!value)
        return fallback;
    if (!value->is_string())
        return wrongType(name, "text");
    return QString::fromStdString(value->get_ref<const std::string &>());
}

std::variant<bool, ExplainFault> ExplainRequest::flag(const char *name, bool fallback) const
{
    const ExplainJson *value = member(name);
    if (value && !value->is_boolean())
        return wrongType(name, "true or false");
    return value ? value->get<bool>() : fallback;
}

std::variant<std::optional<double>, ExplainFault> ExplainRequest::number(const char *name, bool words) const
{
    const ExplainJson *value = member(name);
    if (!value)
        return std::optional<double>();
    if (value->is_number())
        return std::optional(value->get<double>());
    if (words && value->is_string()) {
        const auto &word = value->get_ref<const std::string &>();
        if (word == "NaN")
            return std::optional(std::numeric_limits<double>::quiet_NaN());
        if (word == "+Inf" || word == "-Inf" || word == "Inf")
            return std::optional(word[0] == '-' ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity());
    }
    return wrongType(name, "a number");
}

std::variant<QByteArray, ExplainFault> ExplainRequest::body() const
{
    if (has("text") + has("base64") + has("file") != 1)
        return ExplainFault{QStringLiteral("give one of \"text\", \"base64\" and \"file\"")};
    const char *name = has("text") ? "text" : has("base64") ? "base64" : "file";
    const ExplainJson &value = *member(name);
    if (!value.is_string())
        return wrongType(name, "text");
    const QByteArray bytes = QByteArray::fromStdString(value.get_ref<const std::string &>());
    if (has("text"))
        return bytes;
    if (has("file"))
        return readFile(QString::fromUtf8(bytes));
    auto decoded = QByteArray::fromBase64Encoding(bytes, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return wrongType(name, "base64");
    return std::move(*decoded);
}

ExplainJson explainNumber(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    constexpr double exact = 9007199254740992.0; // 2^53
    if (std::trunc(value) == value && std::fabs(value) < exact && !(value == 0 && std::signbit(value)))
        return std::int64_t(value);
    return value;
}

ExplainJson explainTexts(const QStringList &texts)
{
    return jsonList<ExplainJson>(texts);
}

} // namespace Watchfloor
