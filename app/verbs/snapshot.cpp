#include "app/verbs/snapshot.h"

#include "app/picture.h"
#include "app/workspacechoice.h"
#include "models/core/duration.h"
#include "models/core/format.h"
#include "models/workspace/discovery.h"

#include <QCoreApplication>

#include <iostream>

namespace Watchfloor {

namespace {

int cannot(const Error &error)
{
    std::cerr << Format::sentence(error).toStdString() << '\n';
    return exitCannot;
}

} // namespace

int snapshotVerb(const SnapshotVerb &verb, const Invocation &invocation)
{
    const auto range = parseDuration(verb.range);
    if (!range)
        return cannot(range.error());
    Workspace workspace;
    if (const auto url = givenUrl(invocation.workspace)) {
        workspace = Discovery::initial(*url);
    } else {
        const auto path = chooseWorkspace(invocation.workspace);
        if (!path)
            return cannot(path.error());
        auto read = readOrExplain(*path);
        if (!read)
            return exitCannot;
        workspace = *std::move(read);
    }
    const SystemClock clock;
    Session::Options options;
    options.watchFiles = false;
    Session session(workspace, clock, options);
    session.start();
    Picture picture(session, {verb.page, verb.size, verb.light ? ThemeMode::Light : ThemeMode::Dark, *range});
    QObject::connect(&picture, &Picture::drawn, &picture, [&verb](const QImage &image) {
        const auto written = writePng(image, verb.output);
        QCoreApplication::exit(written ? exitFine : cannot(written.error()));
    });
    QObject::connect(&picture, &Picture::failed, &picture, [](const QString &page) {
        QCoreApplication::exit(cannot({Error::Kind::NotFound, QStringLiteral("There is no such page or item."), page}));
    });
    // The first round decides what stands on the page; the picture waits for what the page asks on top of it.
    session.round([&picture] { picture.start(); });
    return QCoreApplication::exec();
}

} // namespace Watchfloor
