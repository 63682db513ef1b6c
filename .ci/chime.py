#!/usr/bin/env python3
"""Makes the soft chime: three partials of a small bell that die away, on top of nothing."""

import math
import struct
import wave
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "resources" / "sounds" / "chime.wav"
RATE, SECONDS = 16_000, 1.4
PARTIALS = ((528.0, 1.0, 3.0), (1056.0, 0.35, 4.5), (1446.0, 0.18, 7.0))  # hertz, how strong, how soon it dies away
LOUD, ATTACK = 0.35, 0.012  # of the most there is; seconds until it is there


def main() -> None:
    """Write the file."""
    FILE.parent.mkdir(exist_ok=True)
    with wave.open(str(FILE), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for number in range(int(RATE * SECONDS)):
            at = number / RATE
            tone = sum(loud * math.exp(-dies * at) * math.sin(2 * math.pi * hz * at) for hz, loud, dies in PARTIALS)
            fade = min(1.0, at / ATTACK) * min(1.0, (SECONDS - at) / 0.2)
            file.writeframes(struct.pack("<h", round(32767 * LOUD * fade * tone / 1.53)))


if __name__ == "__main__":
    main()
