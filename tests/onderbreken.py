"""onderbreken.py ctrl-c|ctrl-d|hang-op: gesprek-intake nieuw, stopped so at each of its questions.

Every question of every part gets an answer, or is at least asked; at number N, for every N, that happens. Says how many
there were, and ends with 1 at the first that is not as it should be.
"""

import os
import shutil
import sys

from toetsenbord import Gone, Terminal

# What is answered to the questions in turn; "" passes one over. Long texts and lists end with an empty line of their own.
ANSWERS = [
    "2026-11-20", "Ik wil hulp.", "", "0356", "0344", "zelf", "Nu.", "", "wijkteam", "wmo", "", "m", "MEE", "", "x", "", "ja",
    "y", "", "nee", "ja",
    "Emma", "E.", "van", "Berg", "2001-02-03", "vrouw", "je", "", "alleen", "", "", "Nederlands", "geen", "vlot", "sms", "",
    "Straat 1", "0", "e@x.nl", "avond", "geen voicemail", "nee", "Noord", "",
    "op tijd", "", "bellen", "", "geen geld", "", "ochtend", "", "ja", "ja", "ja",
    "kantoor", "onthaal", "", "alleen", "gepland", "praten", "", "30", "Emma", "", "wonen", "", "", "Zij vertelt.", "", "Kort.", "",
    "Rustig.", "", "humor", "", "", "", "",
    "wonen", "ja", "Een sleutel.", "", "geld", "", "", "", "", "", "7", "", "", "", "", "",
    "toeslag", "vermoed", "geld", "Belastingdienst", "", "",
]


def start():
    shutil.rmtree("d", ignore_errors=True)
    os.mkdir("d", 0o700)
    return Terminal(["gesprek-intake", "nieuw", "-i", "d"])


def written():
    return [name for name in os.listdir("d") if name.endswith(".rec")]


def expect(true, number, what, terminal):
    if not true:
        print(f"bij vraag {number}: {what}\n", terminal.all.decode(errors="replace")[-1500:], file=sys.stderr)
        sys.exit(1)


def stop_with_interrupt(terminal, number):
    terminal.wait_question()
    terminal.type(b"half\x03")
    expect(terminal.end() == 128 + 2, number, "geen einde door een onderbreking", terminal)
    expect(not os.listdir("d") or os.listdir("d") == [".gesprek.lock"], number, "er is iets geschreven", terminal)
    expect(terminal.mode() == terminal.before, number, "de terminal is anders dan hij was", terminal)


def holds_what_was_given(terminal, number):
    with open("d/" + written()[0], encoding="utf-8") as file:
        text = file.read()
    for answer in ANSWERS[:number]:
        expect(answer in text, number, f"kwijt: {answer}", terminal)


def stop_with_end(terminal, number):
    terminal.wait_question()
    terminal.type(b"\x04")
    for _ in range(4):      # what is needed, and the question whether to keep it
        try:
            terminal.wait_question()
        except Gone:
            break
        terminal.type(b"\x04")
    status = terminal.end()
    if status == 0:
        holds_what_was_given(terminal, number)
    else:
        expect(status in (1, 2) and not written(), number, f"status {status}", terminal)
        for answer in ANSWERS[1:number]:
            expect(answer in terminal.all.decode(), number, f"kwijt: {answer}", terminal)
    return status == 0


def stop_with_hanging_up(terminal, number):
    terminal.wait_question()
    terminal.hang_up()
    status = terminal.end()
    if written():
        holds_what_was_given(terminal, number)
    else:
        expect(status not in (0, 124), number, f"status {status}", terminal)
    return bool(written())


def main():
    how = sys.argv[1]
    number = kept = 0
    while True:
        terminal = start()
        try:
            for answer in ANSWERS[:number]:
                terminal.answer(answer)
            terminal.wait_question()
        except TimeoutError as slow:
            expect(False, number, "wachtte te lang", terminal)
        if how == "ctrl-c":
            stop_with_interrupt(terminal, number)
        else:
            kept += (stop_with_end if how == "ctrl-d" else stop_with_hanging_up)(terminal, number)
        os.close(terminal.master) if terminal.master >= 0 else None
        os.close(terminal.slave) if terminal.master >= 0 else None
        if b"Bewaren?" in terminal.all and number == len(ANSWERS):
            break
        number += 1
        expect(number <= len(ANSWERS), number, "er komen meer vragen dan antwoorden", terminal)
    print(number, "vragen,", kept, "keer bewaard")
    expect(number > 60, number, "te weinig vragen gezien", terminal)
    expect(how == "ctrl-c" or kept > number - 10, number, "te weinig bewaard", terminal)


main()
