#pragma once

#include <QByteArray>
#include <QDebug>
#include <QString>

#include <spdlog/fmt/fmt.h>

namespace Watchfloor {

/// A value that must never be shown. It prints as ***; only reveal() gives it away.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value)
        : m_value(std::move(value))
    {
    }
    const QByteArray &reveal() const { return m_value; }
    bool isEmpty() const { return m_value.isEmpty(); }
    bool operator==(const Secret &) const = default;

private:
    QByteArray m_value;
};

QDebug operator<<(QDebug debug, const Secret &);

/// Where a secret stands; resolved by http/credentials at the moment of use.
struct SecretReference
{
    enum class Kind { None, Environment, File, Keychain };

    Kind kind = Kind::None;
    QString name; ///< variable, path or key-chain entry; never the secret

    bool isSet() const { return kind != Kind::None; }
    bool operator==(const SecretReference &) const = default;
};

} // namespace Watchfloor

template <>
struct fmt::formatter<Watchfloor::Secret>
{
    constexpr auto parse(fmt::format_parse_context &context) { return context.begin(); }
    auto format(const Watchfloor::Secret &, fmt::format_context &context) const { return fmt::format_to(context.out(), "***"); }
};
