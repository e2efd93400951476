"""A mail server that takes everything, counts what it took by Message-ID, and may be slow to say so."""

import asyncio
import re
import subprocess
import tempfile
import threading
from collections import Counter
from pathlib import Path

MESSAGE_ID = re.compile(rb"^Message-ID: <([^>]+)>", re.MULTILINE)


class Sink:
    """Listens on a free port of this machine until the process ends."""

    def __init__(self, delay=0.0):
        self.delay = delay
        self.taken = Counter()
        self._ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True).start()
        self._ready.wait()

    async def _run(self):
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=1 << 20)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        async with server:
            await server.serve_forever()

    async def _serve(self, reader, writer):
        try:
            await self._speak(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _speak(self, reader, writer):
        def say(words):
            writer.write(words + b"\r\n")

        say(b"220 sink")
        while line := await reader.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                say(b"354 go on")
                text = await reader.readuntil(b"\r\n.\r\n")
                self.taken[MESSAGE_ID.search(text)[1].decode()] += 1
                if self.delay:
                    await asyncio.sleep(self.delay)
                say(b"250 taken")
            elif verb == b"QUIT":
                say(b"221 bye")
                await writer.drain()
                return
            else:
                say(b"250 ok")


class Practice:
    """A practice desk in a folder of its own, with a configuration for a sink."""

    def __init__(self, program, port):
        self.program = str(Path(program).resolve())
        self.folder = Path(tempfile.mkdtemp(prefix="minwon-mail-"))
        (self.folder / "config.toml").write_text(
            f'[mail]\nhost = "127.0.0.1"\nport = {port}\ntls = "none"\n'
            'from = "desk@office.example.kr"\nhold_minutes = 0\n'
        )
        self.run("init", "--charter", "gbvc", "--practice", "--now", "2026-11-23T14:00:00")

    def command(self, *words):
        flags = ["--db", str(self.folder / "desk.db"), "--config", str(self.folder / "config.toml"), "--lang", "en"]
        return [self.program, *words, *flags]

    def run(self, *words):
        done = subprocess.run(self.command(*words), capture_output=True, text=True, check=True)
        return done.stdout

    def take_in(self, count):
        for n in range(count):
            self.run(
                "intake", "--channel", "phone", "--category", "complaint", "--title", f"교육장 냉방 {n}",
                "--name", "홍길동", "--email", f"hong{n}@example.kr", "--now", "2026-11-23T14:00:00",
            )
