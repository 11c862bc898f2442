/* What was sent, so that nothing is sent again and nothing is forgotten: a file outside the
 * dossiers, for reminders.
 *
 * At least once: who sends something sends it first, then notes it and keeps the file. Who is
 * killed in between sends it again, with the same Message-ID. The file is a line for each thing:
 * the day it was last sent, the day it is due, and its name. It names dossiers, so it has the
 * rights of a dossier (store.h), and the lock is held from open to close: of two that run at once
 * the second waits, and then finds all of it sent. */
#ifndef GESPREK_JOURNAL_VERSTUURD_H
#define GESPREK_JOURNAL_VERSTUURD_H

#include "base/date.h"
#include "base/diag.h"
#include "base/mem.h"

struct verstuurd;

/* The file need not exist. NULL: said in diag; 75 when somebody else has it for longer than
 * `wait_seconds`, 3 when it is no such file. */
struct verstuurd *verstuurd_open(const char *path, unsigned wait_seconds, struct diag *diag);

/* Whether it is to be sent on day `today`: when it never was, and again when it was due before and
 * a week has gone by since. A clock that was set back sends nothing twice. `name` holds no newline,
 * and says what it is about and for which moment of it: `2026-0017 N1 nazorg 2026-12-01`. */
bool verstuurd_moet(const struct verstuurd *v, struct text name, date due, date today);

/* When it was last sent; DATE_NONE: never. Part of a Message-ID, it makes a repeat the same and the
 * next reminder another. */
date verstuurd_laatst(const struct verstuurd *v, struct text name);

/* Notes it as sent today; verstuurd_bewaar writes all of it to disk, durably. False: said in diag,
 * and the file is as it was. What is so long past that nobody would be reminded of it any more is
 * left out then. */
void verstuurd_noteer(struct verstuurd *v, struct text name, date due, date today);
bool verstuurd_bewaar(struct verstuurd *v, date today);

void verstuurd_close(struct verstuurd *v);

#endif
