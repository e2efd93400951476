#!/usr/bin/env python3
"""Kills eight senders at random and counts what arrived: every letter once or reported unknown, none twice.

    tests/mail/once.py PROGRAM [KILLS] [LETTERS]
"""

import json
import random
import subprocess
import sys
import time
from collections import Counter

from sink import Practice, Sink

SENDERS = 8
SEND = ("send", "--now", "2026-11-23T14:05:00")


def main(program, kills=500, letters=1500):
    sink = Sink(delay=0.004)
    desk = Practice(program, sink.port)
    desk.take_in(letters)

    def sender():
        return subprocess.Popen(desk.command(*SEND), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    senders = [sender() for _ in range(SENDERS)]
    killed = 0
    while killed < kills and sum(sink.taken.values()) < letters:
        time.sleep(random.uniform(0.002, 0.04))
        at = random.randrange(SENDERS)
        if senders[at].poll() is None:
            senders[at].kill()
            killed += 1
        senders[at].wait()
        senders[at] = sender()
    for one in senders:
        one.kill()
        one.wait()
    subprocess.run(desk.command(*SEND), check=False, capture_output=True)
    rows = json.loads(desk.run("notices", "--limit", "10000", "--json"))["rows"]
    came = Counter()
    for name, times in sink.taken.items():
        number_and_serial = name.split("@")[0].rsplit(".", 1)[0].replace(".", "/")
        came[number_and_serial] += times
    table = Counter((row["status"], came[row["id"]]) for row in rows)
    print(f"{killed} killed, {letters} letters")
    for (status, times), count in sorted(table.items()):
        print(f"  {status:8} arrived {times} times: {count}")
    allowed = {("sent", 1), ("unknown", 0), ("unknown", 1)}
    print(desk.run("verify").strip())
    return 0 if set(table) <= allowed and killed >= kills else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
