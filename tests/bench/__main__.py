"""`python3 verkstad.py bench [--rounds N] [PART ...]`: prints each ratio beside its budget and the noise of the run.

The noise is the limit measured against itself; where it is more than 10 % off, the row is void and says so. Exit status
1 where a row that is not void is over its budget.
"""

import argparse
import importlib
import os
import sys

PARTS = (
    "start", "canvas", "kinds", "writing", "saving", "keeping", "backups", "paper", "pictures", "programme", "running",
    "memory", "finding", "leaving", "size",
)  # fmt: skip
ROUNDS = 30
VOID = 0.10


def row(name: str, ratio: float, budget: float, noise: float) -> tuple[str, bool]:
    """A row of the table, and whether it is over its budget."""
    void = abs(noise - 1) > VOID
    over = ratio > budget and not void
    verdict = "void: the machine was noisy, run again" if void else "OVER" if over else "ok"
    return f"{name:<66} {ratio:>6.2f}   <= {budget:<5.2f} {noise:>6.2f}   {verdict}", over


def main() -> int:
    """Measure the parts that are asked for, or all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how many times each thing is measured (default 30)")
    parser.add_argument("parts", nargs="*", metavar="PART", help="of " + ", ".join(PARTS))
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    print(f"{'what':<66} {'ratio':>6}      {'budget':<6} {'noise':>5}")
    over = False
    for part in asked.parts or PARTS:
        for measured in importlib.import_module(f"tests.bench.{part}").measure(asked.rounds):
            said, too_much = row(*measured)
            print(said, flush=True)
            over |= too_much
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
