#include "models/slo/slodocument.h"

#include "models/slo/openslo.h"
#include "models/slo/sloth.h"

namespace Watchfloor {

namespace {
const QString slothVersion = QStringLiteral("prometheus/v1");
const QString openSloVersion = QStringLiteral("openslo/v1");

/// Tells the dialect of a document; a fault where it is neither.
enum class Dialect { Sloth, OpenSlo, Unknown };

Dialect dialectOf(const YamlNode &document, YamlReader &reader)
{
    const YamlNode version = document.at(QStringLiteral("version"));
    const YamlNode apiVersion = document.at(QStringLiteral("apiVersion"));
    const bool isOpenSlo = document.has(QStringLiteral("apiVersion"));
    if (!document.isMap() || (!isOpenSlo && !document.has(QStringLiteral("version")))) {
        reader.fault(document, QStringLiteral("neither a Sloth document (version: %1) nor an OpenSLO document (apiVersion: %2)")
                                   .arg(slothVersion, openSloVersion));
        return Dialect::Unknown;
    }
    const YamlNode told = isOpenSlo ? apiVersion : version;
    const QString text = reader.text(told);
    if (text == (isOpenSlo ? openSloVersion : slothVersion))
        return isOpenSlo ? Dialect::OpenSlo : Dialect::Sloth;
    reader.fault(told, QStringLiteral("version \"%1\" is not supported; %2 is").arg(text.left(64), isOpenSlo ? openSloVersion : slothVersion));
    return Dialect::Unknown;
}
}

QString noBudgetMessage()
{
    return QStringLiteral("a target of 100 % leaves no error budget, so nothing can be said of its burning; choose one below, such as 99.9 %");
}

SloDocument readSloDocument(const QByteArray &text, const QString &file)
{
    YamlFile yaml = readYaml(text, file);
    SloDocument read{{}, std::move(yaml.faults)};
    YamlReader reader(file);
    std::vector<YamlNode> openSlo;
    for (const YamlNode &document : yaml.documents) {
        if (document.isNull())
            continue;
        switch (dialectOf(document, reader)) {
        case Dialect::OpenSlo:
            openSlo.push_back(document);
            break;
        case Dialect::Sloth: {
            auto objectives = readSloth(document, reader);
            read.objectives.insert(read.objectives.end(), objectives.begin(), objectives.end());
            break;
        }
        case Dialect::Unknown:
            break;
        }
    }
    auto objectives = readOpenSlo(openSlo, reader);
    read.objectives.insert(read.objectives.end(), objectives.begin(), objectives.end());
    read.faults.insert(read.faults.end(), reader.faults().begin(), reader.faults().end());
    if (read.faults.empty() && yaml.documents.empty())
        read.faults.push_back({file, 1, 1, {}, QStringLiteral("the file holds no document")});
    if (!read.faults.empty())
        read.objectives.clear();
    return read;
}

} // namespace Watchfloor
