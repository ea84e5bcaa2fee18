#include "models/stack/workingcopy.h"

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

constexpr qint64 day = 86'400;

QByteArray dataBlock(const QByteArray &bytes)
{
    return "data " + QByteArray::number(bytes.size()) + '\n' + bytes + '\n';
}

} // namespace

std::map<QString, QString> gitEnvironment()
{
    const QString name = u"Watchfloor demo"_s;
    const QString mail = u"demo@watchfloor.invalid"_s;
    return {{u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s}, {u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s}, {u"GIT_TERMINAL_PROMPT"_s, u"0"_s},
            {u"GIT_AUTHOR_NAME"_s, name},             {u"GIT_AUTHOR_EMAIL"_s, mail},      {u"GIT_COMMITTER_NAME"_s, name},
            {u"GIT_COMMITTER_EMAIL"_s, mail}};
}

Command gitCommand(const QString &directory, const QStringList &arguments)
{
    Command command;
    command.arguments = QStringList{u"git"_s, u"-C"_s, directory} + arguments;
    command.environment = gitEnvironment();
    return command;
}

QByteArray importStream(const DemoService &service, qint64 nowSeconds)
{
    QByteArray stream;
    const auto count = int(service.releases.size());
    for (int number = 0; number < count; ++number) {
        const qint64 time = nowSeconds - 2 * day - (count - 1 - number) * 4 * day - 3'600 * qint64(service.name.size());
        stream += "commit refs/heads/main\ncommitter Watchfloor demo <demo@watchfloor.invalid> " + QByteArray::number(time) + " +0000\n"
                  + dataBlock(service.releases[size_t(number)].toUtf8()) + "M 100644 inline service.json\n"
                  + dataBlock(goodRelease(service, number)) + '\n';
    }
    return stream;
}

std::vector<Command> makeWorkingCopy(const DemoService &service, const QString &directory, qint64 nowSeconds)
{
    Command import = gitCommand(directory, {u"fast-import"_s, u"--quiet"_s});
    import.standardInput = importStream(service, nowSeconds);
    return {gitCommand(directory, {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s}), import,
            // A rollback checks a commit out; a page of advice about that would hide what the runbook says.
            gitCommand(directory, {u"config"_s, u"advice.detachedHead"_s, u"false"_s}),
            gitCommand(directory, {u"reset"_s, u"-q"_s, u"--hard"_s})};
}

} // namespace Watchfloor
