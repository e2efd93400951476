#!/usr/bin/env python3
"""How long so many waiting letters take to a local server, and with how much memory.

    tests/mail/many.py PROGRAM [LETTERS]
"""

import resource
import subprocess
import sys
import time

from sink import Practice, Sink


def main(program, letters=10_000):
    sink = Sink()
    desk = Practice(program, sink.port)
    desk.take_in(letters)
    begun = time.monotonic()
    process = subprocess.Popen(desk.command("send", "--now", "2026-11-23T14:05:00"), stdout=subprocess.PIPE, text=True)
    said, _ = process.communicate()
    took = time.monotonic() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(said.strip())
    print(f"{letters} letters in {took:.1f} s ({letters / took:.0f} a second), at most {peak:.1f} MiB in any process")
    return 0 if sum(sink.taken.values()) == letters else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
