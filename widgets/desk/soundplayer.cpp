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

SoundPlayer::SoundPlayer(QObject *parent)
    : QObject(parent)
{
    initSounds();
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
        m_effect->setSource(builtIn ? QUrl(QStringLiteral("qrc:/sounds/%1.wav").arg(sound)) : QUrl::fromLocalFile(sound));
    }
    if (m_effect->status() == QSoundEffect::Error)
        return false;
    setProblem({});
    m_effect->setVolume(float(volume));
    m_effect->setLoopCount(1);
    m_effect->play();
    return true;
}

void SoundPlayer::stop()
{
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
