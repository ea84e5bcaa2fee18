#include "tests/support/testregistry.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

/// The rooms of a storey, lowest first, as its CMakeLists.txt lists them; ARCHITECTURE.md shows the same table.
QStringList roomsOf(const QString &root, const QString &storey)
{
    QFile file(root + u'/' + storey + QStringLiteral("/CMakeLists.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression list(QStringLiteral("foreach\\(room ([^)]+)\\)"));
    return list.match(text).captured(1).simplified().split(u' ');
}

struct Include
{
    QString file;
    int line = 0;
    QString target;
};

std::vector<Include> includesBelow(const QString &root, const QString &storey)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*([\"<][^\">]+)"));
    std::vector<Include> found;
    QDirIterator files(root + u'/' + storey, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        int line = 0;
        while (!file.atEnd()) {
            ++line;
            const auto match = pattern.match(QString::fromUtf8(file.readLine()));
            if (match.hasMatch())
                found.push_back({file.fileName().mid(root.size() + 1), line, match.captured(1)});
        }
    }
    return found;
}

QString place(const Include &include)
{
    return QStringLiteral("%1:%2 includes %3").arg(include.file).arg(include.line).arg(include.target);
}

} // namespace

/// The house's rule: nothing includes upward.
class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roomsAreListed();
    void nothingIncludesAHigherRoom_data();
    void nothingIncludesAHigherRoom();
    void nothingIncludesAHigherStorey();
    void modelsKnowNothingOfPictures();
    void chartsStayInTheirRoom();
    void everyFolderIsARoom_data();
    void everyFolderIsARoom();

private:
    const QString m_root = qEnvironmentVariable("WATCHFLOOR_SOURCE_DIR");
};

void TestIncludes::roomsAreListed()
{
    QVERIFY(roomsOf(m_root, QStringLiteral("models")).contains(QStringLiteral("core")));
    QVERIFY(roomsOf(m_root, QStringLiteral("widgets")).contains(QStringLiteral("theme")));
    QVERIFY(!includesBelow(m_root, QStringLiteral("models")).empty());
}

void TestIncludes::nothingIncludesAHigherRoom_data()
{
    QTest::addColumn<QString>("storey");
    QTest::newRow("models") << QStringLiteral("models");
    QTest::newRow("widgets") << QStringLiteral("widgets");
}

void TestIncludes::nothingIncludesAHigherRoom()
{
    QFETCH(QString, storey);
    const QStringList rooms = roomsOf(m_root, storey);
    QStringList faults;
    for (const Include &include : includesBelow(m_root, storey)) {
        const QString from = include.file.section(u'/', 1, 1);
        const QString to = include.target.section(u'/', 1, 1);
        if (!include.target.startsWith(u'"' + storey + u'/') || include.target.count(u'/') < 2)
            continue;
        if (rooms.indexOf(to) > rooms.indexOf(from) || rooms.indexOf(to) < 0)
            faults << place(include);
    }
    QCOMPARE(faults, QStringList());
}

void TestIncludes::nothingIncludesAHigherStorey()
{
    QStringList faults;
    for (const Include &include : includesBelow(m_root, QStringLiteral("models")))
        if (include.target.startsWith(u"\"widgets/") || include.target.startsWith(u"\"app/") || include.target.startsWith(u"\"tests/"))
            faults << place(include);
    for (const Include &include : includesBelow(m_root, QStringLiteral("widgets")))
        if (include.target.startsWith(u"\"app/") || include.target.startsWith(u"\"tests/"))
            faults << place(include);
    QCOMPARE(faults, QStringList());
}

void TestIncludes::modelsKnowNothingOfPictures()
{
    static const QRegularExpression seen(
        QStringLiteral("^<Q(Widget|Painter|Icon|Color|Font|Pixmap|Image|Action|MainWindow|Application|GuiApplication|Brush|Pen|Palette|Chart.*|tGui|tWidgets|tCharts)\\b"));
    QStringList faults;
    for (const Include &include : includesBelow(m_root, QStringLiteral("models")))
        if (seen.match(include.target).hasMatch())
            faults << place(include);
    QCOMPARE(faults, QStringList());
}

void TestIncludes::chartsStayInTheirRoom()
{
    static const QRegularExpression charts(QStringLiteral("^<(QtCharts|QChart|QLineSeries|QValueAxis|QDateTimeAxis|QAreaSeries|QLegend)"));
    QStringList faults;
    for (const QString &storey : {QStringLiteral("widgets"), QStringLiteral("app")})
        for (const Include &include : includesBelow(m_root, storey))
            if (!include.file.startsWith(u"widgets/charts/") && charts.match(include.target).hasMatch())
                faults << place(include);
    QCOMPARE(faults, QStringList());
}

void TestIncludes::everyFolderIsARoom_data()
{
    nothingIncludesAHigherRoom_data();
}

void TestIncludes::everyFolderIsARoom()
{
    QFETCH(QString, storey);
    QStringList folders = QDir(m_root + u'/' + storey).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QStringList rooms = roomsOf(m_root, storey);
    for (const QString &folder : folders)
        QVERIFY2(rooms.contains(folder), qPrintable(folder + QStringLiteral(" is not on the list of rooms of ") + storey));
}

WATCHFLOOR_TEST(TestIncludes)
#include "tst_includes.moc"
