#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace Watchfloor {

/// Values of dashboards as people and generators write them: numbers as texts, flags as texts, anything missing. A value of another type
/// is absent.
QString jsonText(const QJsonValue &value);                    ///< texts, and numbers as texts; else empty
std::optional<double> jsonNumber(const QJsonValue &value);    ///< finite numbers, also written as texts
QJsonValue jsonNumberOnly(const QJsonValue &value);           ///< the same as a value; undefined for anything else
int jsonInteger(const QJsonValue &value, int fallback);       ///< within a million either way
bool jsonFlag(const QJsonValue &value, bool fallback = false);
QStringList jsonTexts(const QJsonValue &value);               ///< of a list, or one text as a list of one

/// What stands at "fieldConfig.defaults.custom"; undefined where there is nothing.
QJsonValue jsonAt(const QJsonObject &object, const QString &path);
/// Puts a value there and makes the objects on the way; an undefined value puts nothing.
void putJson(QJsonObject &object, const QString &path, const QJsonValue &value);

/// The objects of a list; entries of other types are left out.
std::vector<QJsonObject> jsonObjects(const QJsonValue &list);

/// A colour fixed for one field, as an override.
QJsonObject colorOverride(const QString &name, const QString &color);
/// {"id": …, "value": …}
QJsonObject jsonProperty(const QString &id, const QJsonValue &value);
QJsonObject jsonOverride(const QString &matcher, const QJsonValue &options, const QJsonArray &properties);

} // namespace Watchfloor
