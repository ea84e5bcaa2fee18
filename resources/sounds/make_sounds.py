#!/usr/bin/env python3
"""Writes the four sounds of the desk beside itself: 16 bit, mono, 22,050 Hz. Run it after a change; the files are committed.

Each is told from the others by its rhythm as well as its pitch, starts and ends softly, and stays below 1.3 kHz, where a small
loudspeaker is clear and an ear that was asleep is not hurt.
"""
import math
import struct
import wave
from pathlib import Path

RATE = 22_050
PEAK = 0.75


def tone(seconds, pitch, harmonics=(1.0,), attack=0.012, decay=None, glide=0.0):
    """One note: `harmonics` are the shares of its overtones, `decay` the time to a third of its height, `glide` its change in Hz."""
    count = int(seconds * RATE)
    total = sum(harmonics)
    samples = []
    phase = 0.0
    for i in range(count):
        t = i / RATE
        phase += 2 * math.pi * (pitch + glide * i / count) / RATE
        value = sum(share * math.sin(phase * (n + 1)) for n, share in enumerate(harmonics)) / total
        fade = min(1.0, t / attack, (seconds - t) / 0.02)
        samples.append(value * max(0.0, fade) * (math.exp(-t / decay) if decay else 1.0))
    return samples


def rest(seconds):
    return [0.0] * int(seconds * RATE)


def write(name, samples):
    highest = max(abs(sample) for sample in samples)
    with wave.open(str(Path(__file__).with_name(name + ".wav")), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", round(sample / highest * PEAK * 32767)) for sample in samples))


WARM = (1.0, 0.35, 0.12)
write("siren", (tone(0.26, 620, WARM, glide=260) + tone(0.26, 880, WARM, glide=-260)) * 2 + tone(0.3, 620, WARM, glide=120))
write("knock", tone(0.13, 392, (1.0, 0.2), attack=0.004, decay=0.05) + rest(0.09) + tone(0.22, 330, (1.0, 0.2), attack=0.004, decay=0.07))
write("chime", tone(0.30, 784, WARM, decay=0.16) + tone(0.55, 1047, WARM, decay=0.2))
write("pulse", (tone(0.11, 523, WARM) + rest(0.09)) * 3)
