#include "widgets/desk/soundplayer.h"

#include "models/alerts/notificationpolicy.h"
#include "models/alerts/wavefile.h"
#include "models/core/format.h"

#include <QAudioDevice>
#include <QUrl>

// Q_INIT_RESOURCE works outside of namespaces only.
static void initSounds()
{
    Q_INIT_RESOURCE(sounds);
}

namespace Watchfloor {

namespace {
/// No sound of ours is shorter; one that ended sooner met nobody who plays it. Servers that died are told in no other way.
constexpr int shortestHeard = 80;
constexpr int beginsWithin = 2'000;
}

SoundPlayer::SoundPlayer(QObject *parent)
    : QObject(parent)
{
    initSounds();
    m_listening.setSingleShot(true);
    m_listening.setInterval(beginsWithin);
    connect(&m_listening, &QTimer::timeout, this, [this] {
        if (m_since.isValid() && !isPlaying())
            setProblem(tr("The audio system does not play."));
    });
}

SoundPlayer::~SoundPlayer() = default;

void SoundPlayer::followDevices()
{
    if (m_devices)
        return;
    m_devices = std::make_unique<QMediaDevices>();
    connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this, [this] {
        // What was loaded belongs to a device that may be gone.
        m_effect.reset();
        m_playing.clear();
        setProblem({});
        Q_EMIT changed();
    });
}

bool SoundPlayer::hasDevice()
{
    followDevices();
    return !QMediaDevices::defaultAudioOutput().isNull();
}

bool SoundPlayer::play(const QString &sound, double volume)
{
    if (!hasDevice()) {
        setProblem(tr("There is no audio device."));
        return false;
    }
    const bool builtIn = builtInSounds().contains(sound);
    if (!builtIn) {
        if (const auto checked = checkWaveFile(sound); !checked) {
            setProblem(Format::sentence(checked.error()));
            return false;
        }
    }
    if (!m_effect || m_playing != sound) {
        m_effect = std::make_unique<QSoundEffect>(QMediaDevices::defaultAudioOutput());
        m_playing = sound;
        connect(m_effect.get(), &QSoundEffect::statusChanged, this, [this] {
            if (m_effect->status() == QSoundEffect::Error)
                setProblem(tr("The sound %1 cannot be played on this machine.").arg(Format::safeText(m_playing, 80)));
        });
        connect(m_effect.get(), &QSoundEffect::playingChanged, this, &SoundPlayer::handlePlaying);
        m_effect->setSource(builtIn ? QUrl(QStringLiteral("qrc:/sounds/%1.wav").arg(sound)) : QUrl::fromLocalFile(sound));
    }
    if (m_effect->status() == QSoundEffect::Error)
        return false;
    m_since.start();
    m_listening.start();
    m_effect->setVolume(float(volume));
    m_effect->setLoopCount(1);
    m_effect->play();
    return m_problem.isEmpty();
}

void SoundPlayer::handlePlaying()
{
    if (m_effect->isPlaying() || !m_since.isValid())
        return;
    setProblem(m_since.elapsed() < shortestHeard ? tr("The audio system does not play.") : QString());
    m_since.invalidate();
}

void SoundPlayer::stop()
{
    m_since.invalidate();
    if (m_effect)
        m_effect->stop();
}

bool SoundPlayer::isPlaying() const
{
    return m_effect && m_effect->isPlaying();
}

void SoundPlayer::setProblem(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT changed();
}

} // namespace Watchfloor
