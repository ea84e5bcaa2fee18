#include "models/panels/dashboardwriter.h"

#include "models/panels/shortform.h"
#include "models/text/yamledit.h"

namespace Watchfloor {

namespace {

Error notWritten(const QString &file, const QString &why)
{
    return {Error::Kind::Invalid, why, file};
}

/// The file as it stands, read both as a dashboard and as nodes with places.
struct Opened
{
    Dashboard dashboard;
    YamlNode panels;
};

Result<Opened> opened(const QByteArray &text, const QString &file)
{
    DashboardDocument document = readDashboard(text, file);
    if (!document.dashboard)
        return notWritten(file, document.faults.empty() ? QStringLiteral("the file is not a dashboard") : document.faults.front().toString());
    const YamlFile yaml = readYaml(text, file);
    return Opened{*std::move(document.dashboard), yaml.documents.front().at(QStringLiteral("panels"))};
}

void dropPlace(YamlValue &form)
{
    std::erase_if(form.entries, [](const auto &entry) { return entry.first == u"at"; });
}

/// What the file says of its panels: those that say nothing of their place stand where the ones before them let them.
std::vector<YamlValue> formsOf(const Opened &file)
{
    std::vector<YamlValue> forms;
    const std::vector<YamlNode> nodes = file.panels.items();
    for (size_t i = 0; i < file.dashboard.panels.size(); ++i) {
        forms.push_back(shortForm(file.dashboard.panels[i]));
        if (!nodes[i].has(QStringLiteral("at")))
            dropPlace(forms.back());
    }
    return forms;
}

/// What was written must say what was meant: the check that makes splicing safe.
Result<QByteArray> checked(QByteArray text, const QString &file, const std::vector<YamlValue> &wanted)
{
    const Result<Opened> after = opened(text, file);
    if (!after)
        return after.error();
    if (formsOf(*after) != wanted)
        return notWritten(file, QStringLiteral("this file's layout cannot be changed safely; change it by hand"));
    return text;
}

std::optional<Error> unsayable(const Panel &panel, const QString &file)
{
    const QStringList names = beyondShortForm(panel);
    if (names.isEmpty())
        return std::nullopt;
    return Error{Error::Kind::Unsupported, QStringLiteral("the short form has no words for %1").arg(names.join(QLatin1String(", "))), file};
}

} // namespace

Result<QByteArray> withPanelChanged(const QByteArray &text, const QString &file, size_t index, const Panel &panel)
{
    if (auto error = unsayable(panel, file))
        return *error;
    const Result<Opened> before = opened(text, file);
    if (!before)
        return before.error();
    if (index >= before->dashboard.panels.size())
        return notWritten(file, QStringLiteral("the file has no such panel any more"));
    std::vector<YamlValue> wanted = formsOf(*before);
    const YamlValue old = std::exchange(wanted[index], shortForm(panel));
    if (!old.find(QStringLiteral("at")) && panel.at == before->dashboard.panels[index].at)
        dropPlace(wanted[index]);
    YamlEdit edit(text);
    edit.change(before->panels.items()[index], old, wanted[index]);
    return checked(edit.result(), file, wanted);
}

Result<QByteArray> withPanelAdded(const QByteArray &text, const QString &file, const Panel &panel)
{
    if (auto error = unsayable(panel, file))
        return *error;
    const Result<Opened> before = opened(text, file);
    if (!before)
        return before.error();
    std::vector<YamlValue> wanted = formsOf(*before);
    wanted.push_back(shortForm(panel));
    YamlEdit edit(text);
    edit.append(before->panels, wanted.back());
    return checked(edit.result(), file, wanted);
}

Result<QByteArray> withPanelRemoved(const QByteArray &text, const QString &file, size_t index)
{
    const Result<Opened> before = opened(text, file);
    if (!before)
        return before.error();
    if (index >= before->dashboard.panels.size())
        return notWritten(file, QStringLiteral("the file has no such panel any more"));
    std::vector<YamlValue> wanted = formsOf(*before);
    wanted.erase(wanted.begin() + std::ptrdiff_t(index));
    YamlEdit edit(text);
    edit.remove(before->panels, index);
    return checked(edit.result(), file, wanted);
}

} // namespace Watchfloor
