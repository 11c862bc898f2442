"""Runs a command at a terminal: terminal.py in|out COMMAND [WORD...]

in    its standard input is a terminal at which nobody types
out   its standard output is one; what it shows there is printed, byte for byte
Ends with the command's status, 128 + signal, or 124 when it took ten seconds.
"""

import os
import pty
import select
import subprocess
import sys
import time
import tty


def read(master):
    try:
        return os.read(master, 65536)
    except OSError:     # Linux says EIO when the other side is closed
        return b""


def main():
    master, slave = pty.openpty()
    tty.setraw(slave)
    role = {"in": {"stdin": slave}, "out": {"stdout": slave}}[sys.argv[1]]
    process = subprocess.Popen(sys.argv[2:], **role)
    os.close(slave)
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if select.select([master], [], [], 0.02)[0]:
            chunk = read(master)
            sys.stdout.buffer.write(chunk)
            if chunk:
                continue
        if process.poll() is not None:
            sys.exit(process.returncode if process.returncode >= 0 else 128 - process.returncode)
    process.kill()
    sys.exit(124)


main()
