#include "models/core/format.h"
#include "tests/support/testregistry.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/keyvaluelist.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/applytheme.h"

#include <QTest>

using namespace Watchfloor;

class TestLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, ThemeMode::Dark); }

    /// A label value may be <img src="/dev/zero">; no control may read it as markup.
    void noControlReadsMarkup()
    {
        const QString hostile = u"<img src=\"/dev/zero\"><b>x</b>"_qs;
        QWidget root;
        new TextLabel(hostile, Tone::Primary, TextSize::Body, QFont::Normal, &root);
        new ElidedLabel(hostile, Tone::Primary, TextSize::Body, QFont::Normal, &root);
        auto *empty = new EmptyState(&root);
        empty->setMessage(u"alerts"_qs, hostile, hostile);
        auto *list = new KeyValueList(&root);
        list->setRows({{hostile, hostile}});
        auto *banner = new Banner(&root);
        banner->setMessage(State::Blind, hostile, hostile);
        const QList<QLabel *> labels = root.findChildren<QLabel *>();
        QVERIFY(labels.size() >= 8);
        for (const QLabel *label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void toneFollowsTheTheme()
    {
        TextLabel label(u"x"_qs, Tone::Critical);
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            applyTheme(*qApp, mode);
            QCOMPARE(label.palette().color(QPalette::WindowText), theme(mode).critical);
            QCOMPARE(themeOf(&label).mode, mode);
        }
    }

    void anElidedLabelNeedsNoRoom()
    {
        ElidedLabel label(QString(400, u'm'));
        QVERIFY(label.minimumSizeHint().width() < 40);
        label.resize(80, 20);
        QVERIFY(!label.grab().isNull());
    }

    void aListShowsAtMostTwoHundredRows()
    {
        std::vector<KeyValueList::Row> rows(500, {u"name"_qs, QString(10'000, u'v')});
        KeyValueList list;
        list.setRows(rows);
        const QList<TextLabel *> labels = list.findChildren<TextLabel *>();
        QCOMPARE(labels.size(), 400);
        for (const TextLabel *label : labels)
            QVERIFY(label->text().size() <= 4097);
    }

    void factsKeepTheirLabelsAndTypewriterFont()
    {
        KeyValueList list;
        list.show();
        list.setRows({{u"Address"_qs, u"http://a"_qs, Tone::Secondary, true}, {u"Age"_qs, u"1 s"_qs}});
        const QList<TextLabel *> labels = list.findChildren<TextLabel *>();
        QCOMPARE(labels.size(), 4);
        for (const TextLabel *label : labels)
            QVERIFY(label->isVisible());
        list.setRows({{u"Address"_qs, u"http://b"_qs, Tone::Critical, true}, {u"Age"_qs, u"2 s"_qs}});
        QCOMPARE(list.findChildren<TextLabel *>(), labels);
        QCOMPARE(labels[1]->text(), u"http://b"_qs);
        QCOMPARE(labels[1]->tone(), Tone::Critical);
        applyTheme(*qApp, ThemeMode::Light);
        QCOMPARE(labels[1]->font().family(), monoFont().family());
        QCOMPARE(labels[3]->font().family(), textFont().family());
    }

    void anErrorBecomesItsSentence()
    {
        EmptyState empty;
        const Error error{Error::Kind::Timeout, {}, u"main"_qs};
        empty.setError(u"Nothing to show"_qs, error);
        bool found = false;
        for (const QLabel *label : empty.findChildren<QLabel *>())
            found |= label->text() == Format::sentence(error);
        QVERIFY(found);
    }
};

WATCHFLOOR_TEST(TestLabels)
#include "tst_labels.moc"
