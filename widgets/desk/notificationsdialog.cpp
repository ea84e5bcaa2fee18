#include "widgets/desk/notificationsdialog.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/desk/desktray.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QListWidget>
#include <QLocale>
#include <QSlider>

namespace Watchfloor {

namespace {
constexpr int dialogWidth = 560;
constexpr int listHeight = 148;
constexpr int fullVolume = 100;
constexpr int isOwnerRole = Qt::UserRole;
constexpr int nameRole = Qt::UserRole + 1;

/// "22:00–07:00 Mon, Tue (Europe/Berlin)"
QString hoursText(const QuietHours &hours)
{
    QString text = QStringLiteral("%1–%2").arg(hours.from.toString(QStringLiteral("HH:mm")), hours.to.toString(QStringLiteral("HH:mm")));
    QStringList days;
    for (const int day : hours.days)
        days << QLocale().dayName(day, QLocale::ShortFormat);
    if (!days.isEmpty())
        text += u' ' + days.join(QStringLiteral(", "));
    return hours.timeZone.isEmpty() ? text : text + QStringLiteral(" (%1)").arg(QString::fromLatin1(hours.timeZone));
}
}

NotificationsDialog::NotificationsDialog(Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_column(new QVBoxLayout(this))
{
    setWindowTitle(tr("Notifications"));
    setObjectName(QStringLiteral("notificationsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(Size::gap);
    addMute();
    addHead(tr("Whose alerts"));
    addWhose();
    addHead(tr("On the desktop"));
    addCheck("notifications", tr("Show notifications"), &DeskChoice::notifications);
    m_notificationText = addText("notificationText");
    m_trayText = addText("trayText");
    addHead(tr("Sound"));
    addSound();
    addHead(tr("Quiet hours"));
    addCheck("quietHours", tr("Keep the workspace's quiet hours"), &DeskChoice::quietHours);
    m_quietText = addText("quietText");
    m_column->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    auto *close = new ActionButton(tr("Close"), ActionButton::Look::Primary);
    close->setObjectName(QStringLiteral("close"));
    connect(close, &ActionButton::clicked, this, &QDialog::accept);
    row->addWidget(close);
    m_column->addLayout(row);
    connect(&desk, &Desk::changed, this, &NotificationsDialog::refresh);
    connect(&desk.session(), &Session::workspaceChanged, this, [this] {
        fillWhose();
        refresh();
    });
    fillWhose();
    refresh();
}

void NotificationsDialog::addHead(const QString &text)
{
    auto *head = new TextLabel(text.toUpper(), Tone::Hint);
    head->setCaption();
    m_column->addSpacing(Size::unit);
    m_column->addWidget(head);
}

TextLabel *NotificationsDialog::addText(const char *name)
{
    auto *label = new TextLabel({}, Tone::Secondary);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    m_column->addWidget(label);
    return label;
}

QCheckBox *NotificationsDialog::addCheck(const char *name, const QString &text, bool DeskChoice::*member)
{
    auto *check = new QCheckBox(text);
    check->setObjectName(QLatin1String(name));
    m_column->addWidget(check);
    m_checks.emplace_back(check, member);
    connect(check, &QCheckBox::toggled, this, [this, member](bool on) { choose([member, on](DeskChoice &choice) { choice.*member = on; }); });
    return check;
}

void NotificationsDialog::addMute()
{
    m_muted = addText("mutedText");
    m_muteButtons = new QWidget;
    auto *row = new QHBoxLayout(m_muteButtons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::gap);
    row->addWidget(new TextLabel(tr("Mute"), Tone::Secondary));
    const WallTime now = m_desk.session().clock().wall();
    const auto choices = DeskTray::muteChoices(now);
    for (size_t i = 0; i < choices.size(); ++i) {
        auto *button = new ActionButton(choices[i].first);
        button->setObjectName(QStringLiteral("mute%1").arg(i));
        button->setSmall(true);
        connect(button, &ActionButton::clicked, this, [this, i] { m_desk.mute(DeskTray::muteChoices(m_desk.session().clock().wall())[i].second); });
        row->addWidget(button);
    }
    row->addStretch(1);
    m_column->addWidget(m_muteButtons);
    m_unmute = new ActionButton(tr("Tell again"), ActionButton::Look::Primary);
    m_unmute->setObjectName(QStringLiteral("unmute"));
    connect(m_unmute, &ActionButton::clicked, this, [this] { m_desk.unmute(); });
    m_column->addWidget(m_unmute, 0, Qt::AlignLeft);
}

void NotificationsDialog::addWhose()
{
    addCheck("onlyMine", tr("Only of my services"), &DeskChoice::onlyMine);
    m_whose = new QListWidget;
    m_whose->setObjectName(QStringLiteral("whose"));
    m_whose->setFixedHeight(listHeight);
    m_whose->setAccessibleName(tr("My services and owners"));
    m_column->addWidget(m_whose);
    addCheck("unowned", tr("And those of no service, which are nobody else's"), &DeskChoice::unowned);
    connect(m_whose, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        choose([item](DeskChoice &choice) {
            QStringList &names = item->data(isOwnerRole).toBool() ? choice.owners : choice.services;
            names.removeAll(item->data(nameRole).toString());
            if (item->checkState() == Qt::Checked)
                names << item->data(nameRole).toString();
        });
    });
}

void NotificationsDialog::addSound()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::gap);
    addCheck("sound", tr("Sound an alarm"), &DeskChoice::sound);
    row->addWidget(new TextLabel(tr("Volume"), Tone::Secondary));
    m_volume = new QSlider(Qt::Horizontal);
    m_volume->setObjectName(QStringLiteral("volume"));
    m_volume->setRange(0, fullVolume);
    m_volume->setTracking(false); // it is kept in a file
    m_volume->setAccessibleName(tr("Volume"));
    row->addWidget(m_volume, 1);
    connect(m_volume, &QSlider::valueChanged, this, [this](int value) { choose([value](DeskChoice &choice) { choice.volume = double(value) / fullVolume; }); });
    for (const Severity severity : {Severity::Critical, Severity::Warning}) {
        auto *button = new ActionButton(tr("Try %1", "a severity").arg(Format::severity(severity).toLower()));
        button->setObjectName(QStringLiteral("try") + severityName(severity));
        button->setSmall(true);
        button->setIconName(QStringLiteral("sound"));
        connect(button, &ActionButton::clicked, this, [this, severity] { m_desk.tryOut(severity); });
        row->addWidget(button);
    }
    m_column->addLayout(row);
    m_soundText = addText("soundText");
}

/// Owners first: most people are on a team.
void NotificationsDialog::fillWhose()
{
    m_filling = true;
    m_whose->clear();
    const auto add = [this](const QString &text, const QString &name, bool isOwner, bool chosen) {
        auto *item = new QListWidgetItem(Format::safeText(text, 120), m_whose);
        item->setData(isOwnerRole, isOwner);
        item->setData(nameRole, name);
        item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    };
    QStringList owners;
    const auto &services = m_desk.session().stores().workspace().services;
    for (const Service &service : services)
        if (!service.owner.isEmpty() && !owners.contains(service.owner))
            owners << service.owner;
    owners.sort();
    const DeskChoice &choice = m_desk.choice();
    for (const QString &owner : owners)
        add(tr("Everything of %1").arg(owner), owner, true, choice.owners.contains(owner));
    for (const Service &service : services)
        add(service.owner.isEmpty() ? service.name : tr("%1 (%2)", "a service and its owner").arg(service.name, service.owner), service.name, false,
            choice.services.contains(service.name));
    if (m_whose->count() == 0)
        (new QListWidgetItem(tr("The workspace names no services."), m_whose))->setFlags(Qt::NoItemFlags);
    m_filling = false;
}

void NotificationsDialog::choose(const std::function<void(DeskChoice &)> &change)
{
    if (m_filling)
        return;
    DeskChoice choice = m_desk.choice();
    change(choice);
    m_desk.setChoice(choice);
}

void NotificationsDialog::refresh()
{
    m_filling = true;
    const DeskChoice &choice = m_desk.choice();
    for (const auto &[check, member] : m_checks)
        check->setChecked(choice.*member);
    m_volume->setValue(int(choice.volume * fullVolume + 0.5));
    m_filling = false;
    m_whose->setEnabled(choice.onlyMine);
    const bool muted = choice.mutedUntil.has_value();
    const QString hush = m_desk.hushText();
    m_muted->setVisible(!hush.isEmpty());
    m_muted->setText(hush);
    m_unmute->setVisible(muted);
    m_muteButtons->setVisible(!muted);
    m_notificationText->setText(m_desk.notificationText());
    m_trayText->setText(m_desk.reach().tray ? tr("The tray shows the worst state.") : tr("There is no tray: the window's title and its alarm bar say what the tray would."));
    const QString sound = m_desk.soundText();
    m_soundText->setVisible(!sound.isEmpty());
    m_soundText->setText(sound);
    QStringList hours;
    for (const QuietHours &quiet : m_desk.policy().quiet)
        hours << hoursText(quiet);
    m_quietText->setText(hours.isEmpty() ? tr("The workspace declares none (desk: quiet:).")
                                         : tr("%1; %2 or worse is told all the same, the rest when they are over.", "hours, and a severity")
                                               .arg(hours.join(QStringLiteral("; ")), Format::severity(m_desk.policy().throughQuiet).toLower()));
}

} // namespace Watchfloor
