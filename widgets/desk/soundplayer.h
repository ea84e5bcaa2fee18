#pragma once

#include <QElapsedTimer>
#include <QMediaDevices>
#include <QObject>
#include <QSoundEffect>
#include <QTimer>

#include <memory>

namespace Watchfloor {

/// Plays the desk's sounds: those that the program brings by name, others by the path of a WAV file. The audio system is looked at
/// when it is first needed; without a device nothing is played and nothing fails.
class SoundPlayer final : public QObject
{
    Q_OBJECT

public:
    explicit SoundPlayer(QObject *parent = nullptr);
    ~SoundPlayer() override;

    /// Once, in place of what still sounds. False when it cannot be heard; problem() says why.
    bool play(const QString &sound, double volume);
    void stop();
    bool isPlaying() const;
    /// A device is there. Looks for one.
    bool hasDevice();
    /// Why the last sound was not heard; empty: it was, or none was asked for.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    /// A device came or went, or a sound cannot be played.
    void changed();

private:
    void followDevices();
    void handlePlaying();
    void setProblem(const QString &problem);

    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QSoundEffect> m_effect;
    QString m_playing; ///< the sound that is loaded
    QString m_problem;
    QElapsedTimer m_since; ///< it was asked to sound; not valid once it was heard or stopped
    QTimer m_listening;    ///< for it to begin
};

} // namespace Watchfloor
