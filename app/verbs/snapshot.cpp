#include "app/verbs/snapshot.h"

#include "app/picture.h"
#include "app/workspacefinder.h"
#include "models/core/duration.h"
#include "models/core/format.h"

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
    const SystemClock clock;
    std::unique_ptr<Session> session;
    std::unique_ptr<Picture> picture;
    WorkspaceFinder finder(clock);
    finder.find(invocation.workspace, [&](const std::optional<Workspace> &workspace) {
        if (!workspace)
            return QCoreApplication::exit(exitCannot);
        Session::Options options;
        options.watchFiles = false;
        session = std::make_unique<Session>(*workspace, clock, options);
        session->start();
        picture = std::make_unique<Picture>(*session, Picture::Request{verb.page, verb.size, verb.light ? ThemeMode::Light : ThemeMode::Dark, *range});
        QObject::connect(picture.get(), &Picture::drawn, picture.get(), [&verb](const QImage &image) {
            const auto written = writePng(image, verb.output);
            QCoreApplication::exit(written ? exitFine : cannot(written.error()));
        });
        QObject::connect(picture.get(), &Picture::failed, picture.get(), [](const QString &page) {
            QCoreApplication::exit(cannot({Error::Kind::NotFound, QStringLiteral("There is no such page or item."), page}));
        });
        // The first round decides what stands on the page; the picture waits for what the page asks on top of it.
        session->round([&picture] { picture->start(); });
    });
    return QCoreApplication::exec();
}

} // namespace Watchfloor
