#include "models/alerts/alertview.h"

#include "models/alerts/alertfilter.h"
#include "models/core/jsonfile.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

namespace {

constexpr qint64 fileLimitBytes = 1 << 20;
constexpr qsizetype mostEntries = 64;
constexpr int leastWidth = 24;
constexpr int mostWidth = 4'000;

QString pathIn(const QString &folder)
{
    return folder + QStringLiteral("/alert-view.json");
}

QString textOf(const nlohmann::json &value)
{
    return value.is_string() ? QString::fromStdString(value.get<std::string>()).left(4'096) : QString();
}

QStringList textsOf(const nlohmann::json &document, const char *key)
{
    QStringList texts;
    const auto found = document.find(key);
    if (found == document.end() || !found->is_array())
        return texts;
    for (const auto &value : *found)
        if (const QString text = textOf(value); !text.isEmpty() && texts.size() < mostEntries && !texts.contains(text))
            texts << text;
    return texts;
}

nlohmann::json jsonOf(const QStringList &texts)
{
    nlohmann::json list = nlohmann::json::array();
    for (const QString &text : texts)
        list.push_back(text.toStdString());
    return list;
}

} // namespace

AlertView loadAlertView(const QString &folder)
{
    AlertView view;
    const auto read = folder.isEmpty() ? Result<nlohmann::json>(nlohmann::json()) : readJsonFile(pathIn(folder), fileLimitBytes);
    if (!read || !read->is_object())
        return view;
    const nlohmann::json &document = *read;
    for (const QString &term : textsOf(document, "match"))
        if (parseAlertFilter({term}))
            view.terms << term;
    view.grouping = textsOf(document, "grouping");
    for (const QString &id : textsOf(document, "columns"))
        if (const auto column = AlertColumn::fromId(id))
            view.columns.push_back(*column);
    if (const auto name = document.find("filter"); name != document.end())
        view.filterName = textOf(*name);
    if (const auto sorted = document.find("sort"); sorted != document.end())
        view.sortedBy = AlertColumn::fromId(textOf(*sorted));
    if (const auto descending = document.find("descending"); descending != document.end() && descending->is_boolean())
        view.descending = descending->get<bool>();
    if (const auto widths = document.find("widths"); widths != document.end() && widths->is_object())
        for (const auto &[id, width] : widths->items())
            if (width.is_number_integer() && AlertColumn::fromId(QString::fromStdString(id)) && view.widths.size() < size_t(mostEntries))
                view.widths[QString::fromStdString(id)] = int(std::clamp<qint64>(width.get<qint64>(), leastWidth, mostWidth));
    return view;
}

Result<void> saveAlertView(const QString &folder, const AlertView &view)
{
    QStringList columns;
    for (const AlertColumn &column : view.columns)
        columns << column.id();
    nlohmann::json document{{"match", jsonOf(view.terms)}, {"grouping", jsonOf(view.grouping)}, {"columns", jsonOf(columns)}, {"widths", nlohmann::json::object()}};
    for (const auto &[id, width] : view.widths)
        document["widths"][id.toStdString()] = width;
    if (!view.filterName.isEmpty())
        document["filter"] = view.filterName.toStdString();
    if (view.sortedBy) {
        document["sort"] = view.sortedBy->id().toStdString();
        document["descending"] = view.descending;
    }
    return replaceJsonFile(pathIn(folder), document);
}

} // namespace Watchfloor
