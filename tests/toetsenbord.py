"""Somebody at a terminal: runs a command on one of its own and types at it.

toetsenbord.py [--venster 80x24] SCRIPT COMMAND [WORD...]

The terminal is /dev/tty for the command; its standard input and output are ours. SCRIPT has a line for each thing done:
  wacht TEKST    until this has been shown since the last thing typed
  vraag          until it asks something: a prompt since the last thing typed, and nothing behind it
  regel TEKST    vraag, then this and Enter
  typ TEKST      this, without waiting; \\x04 and the like by those names
  plak TEKST     vraag, then this as a paste, in the way of terminals that say so
  venster 40x10  another size
  sein BESTAND W writes W in the file: to tell another
  tot BESTAND    until it is there
  signaal HUP    this signal, to the command
  hang-op        the terminal goes away
What was shown is appended to the file `scherm`. Ends with the command's status, 128 + the signal that ended it, or 124
when it took too long, with what was shown last.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

PASTE_ON, PASTE_OFF = b"\x1b[?2004h", b"\x1b[?2004l"
PATIENCE = 60.0      # a busy machine is slow; nothing waits this long otherwise


class Gone(Exception):
    pass


def size_of(word):
    return [int(n) for n in word.split("x")]


class Terminal:
    def __init__(self, words, columns=80, rows=24, env=None):
        self.shown = b""        # since the last thing typed
        self.all = b""
        self.master, self.slave = pty.openpty()     # ours stays open: the command may open and close its own
        self.status = None
        self.resize(columns, rows)
        self.before = self.mode()
        self.pid = os.fork()
        if self.pid == 0:
            for number in (signal.SIGINT, signal.SIGTSTP, signal.SIGHUP):   # who runs us may have passed them over
                signal.signal(number, signal.SIG_DFL)
            os.setsid()
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            os.execvpe(words[0], words, env or os.environ)

    def resize(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds):
        """True when there was something."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        chunk = os.read(self.master, 65536)
        self.shown += chunk
        self.all += chunk
        return True

    def until(self, found):
        end = time.monotonic() + PATIENCE
        while not found(self.shown):
            if time.monotonic() > end:
                raise TimeoutError(self.all.decode(errors="replace")[-2000:])
            if not self.read(0.02) and self.ended():
                raise Gone

    def ended(self):
        if self.status is None:
            pid, how = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(how)
        return self.status is not None

    def wait_text(self, text):
        self.until(lambda shown: text.encode() in shown)

    def wait_question(self):
        # Each question begins with PASTE_ON, when the terminal has been set up: a prompt without it is the one before, drawn
        # again. Between two questions a terminal takes control keys for itself.
        def asks(shown):
            _, begun, asked = shown.rpartition(PASTE_ON)
            return begun and PASTE_OFF not in asked and asked.rsplit(b"\n", 1)[-1].lstrip(b"\r")[:2] in (b"> ", b"+ ")
        self.until(asks)

    def type(self, data):
        self.shown = b""
        os.write(self.master, data)

    def answer(self, text):
        self.wait_question()
        self.type(text.encode() + b"\r")

    def paste(self, text):
        self.wait_question()
        self.type(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def mode(self):
        return termios.tcgetattr(self.master)

    def hang_up(self):
        os.close(self.master)
        os.close(self.slave)
        self.master = -1

    def end(self):
        """The command's status."""
        end = time.monotonic() + PATIENCE
        while True:
            while self.master >= 0 and self.read(0.01):
                pass
            if self.ended():
                break
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                return 124
            time.sleep(0.005)
        if self.master >= 0:
            self.read(0)
        return self.status if self.status >= 0 else 128 - self.status


def do(terminal, line):
    word, _, rest = line.partition(" ")
    rest = rest.encode().decode("unicode_escape").encode("latin-1").decode() if "\\" in rest else rest
    if word == "wacht":
        terminal.wait_text(rest)
    elif word == "vraag":
        terminal.wait_question()
    elif word == "regel":
        terminal.answer(rest)
    elif word == "typ":
        terminal.type(rest.encode())
    elif word == "plak":
        terminal.paste(rest)
    elif word == "venster":
        terminal.resize(*size_of(rest))
    elif word == "sein":
        name, _, text = rest.partition(" ")
        with open(name, "w", encoding="utf-8") as file:
            file.write(text + "\n")
    elif word == "tot":
        while not os.path.exists(rest):
            time.sleep(0.01)
    elif word == "signaal":
        os.kill(terminal.pid, getattr(signal, "SIG" + rest))
    elif word == "hang-op":
        terminal.hang_up()
    else:
        raise ValueError(line)


def main():
    words = sys.argv[1:]
    columns, rows = 80, 24
    if words[0] == "--venster":
        columns, rows = size_of(words[1])
        words = words[2:]
    with open(words[0], encoding="utf-8") as file:
        script = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    terminal = Terminal(words[1:], columns, rows)
    status = 124
    try:
        for line in script:
            do(terminal, line)
        status = terminal.end()
    except TimeoutError as slow:
        print("wachtte te lang:", line, "\n", slow, file=sys.stderr)
        os.kill(terminal.pid, signal.SIGKILL)
    except Gone:
        print("het programma was al klaar bij:", line, file=sys.stderr)
        status = terminal.end()
    with open("scherm", "ab") as file:
        file.write(terminal.all)
    sys.exit(status)


if __name__ == "__main__":
    main()
