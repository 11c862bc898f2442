"""Runs a command at a terminal: terminal.py in|out|ask=ANSWERS COMMAND [WORD...]

in    its standard input is a terminal at which nobody types
out   its standard output is one; what it shows there is printed, byte for byte
ask=  its standard input and standard error are one, at which the answers are typed (\\n and \\x04, the
      end of the input, by those names); what it shows there goes to standard error
Ends with the command's status, 128 + signal, or 124 when it took ten seconds.
"""

import os
import pty
import select
import subprocess
import sys
import termios
import time
import tty


def read(master):
    try:
        return os.read(master, 65536)
    except OSError:     # Linux says EIO when the other side is closed
        return b""


def set_quiet(terminal):
    """Lines and ^D as at a keyboard, but nothing typed is shown and nothing shown is changed."""
    mode = termios.tcgetattr(terminal)
    mode[1] &= ~termios.OPOST
    mode[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, mode)


def main():
    master, slave = pty.openpty()
    name, _, answers = sys.argv[1].partition("=")
    role = {"in": {"stdin": slave}, "out": {"stdout": slave}, "ask": {"stdin": slave, "stderr": slave}}[name]
    shown = sys.stderr if name == "ask" else sys.stdout
    if name == "ask":
        set_quiet(slave)
        os.write(master, answers.encode().decode("unicode_escape").encode("latin-1"))
    else:
        tty.setraw(slave)
    process = subprocess.Popen(sys.argv[2:], **role)
    os.close(slave)
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if select.select([master], [], [], 0.02)[0]:
            chunk = read(master)
            shown.buffer.write(chunk)
            if chunk:
                continue
        if process.poll() is not None:
            sys.exit(process.returncode if process.returncode >= 0 else 128 - process.returncode)
    process.kill()
    sys.exit(124)


main()
