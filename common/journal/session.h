/* What every command does at its start and its end: options that mean the same everywhere,
 * operands, output, status. */
#ifndef GESPREK_JOURNAL_SESSION_H
#define GESPREK_JOURNAL_SESSION_H

#include "base/cli.h"
#include "base/document.h"
#include "base/io.h"
#include "journal/reader.h"

/* The options of gesprek(7), to be named in a command's list of option tables, or in its sets. */
extern const struct option options_for_all[];     /* help, version, meldingen, voltooiing */
extern const struct option options_for_readers[]; /* op, geboekt-tot, vandaag, dossier, alle, voor,
                                                     uit */
extern const struct option options_for_writers[]; /* op, door, dossier, wacht, -i, -n */
extern const struct option options_for_editing[]; /* dossier, wacht: for who changes a file */
extern const struct option options_for_importing[]; /* op, door, wacht: for who makes files */
extern const struct option options_for_opening[];   /* the same, dossier, -i: for one new file */
/* Without a dossier: vandaag, uit; and wacht, -i, -n. */
extern const struct option options_for_answers[];
extern const struct option options_for_loose[];

/* door, dossier, wacht, -i, uit: for what is printed, and noted first */
extern const struct option options_for_letters[];

struct session {
    struct diag diag;
    struct cli cli;
    struct schema *schema;
    struct now now;
    date today;           /* --vandaag, else the day of the clock */
    struct limits limits; /* --op, --geboekt-tot; for a writer limits.op is the new record's Op */
    const char *op;       /* --op as it was given; NULL: not. Worked out when --vandaag is known */
    const char *dossier;  /* --dossier; NULL: not given */
    bool all;             /* --alle */
    const char *voor;     /* --voor: the organisation that the answer is for; NULL: our own */
    const char *answer_file; /* --uit; NULL: standard output */
    bool confidential;       /* set by a command: only the owner may read what --uit writes */
    const char *by;          /* --door; NULL: not given */
    bool in_place, only_new; /* -i, -n */
    unsigned wait_seconds;   /* --wacht, 10 */
    struct out out;          /* standard output, or what goes to --uit in the end */
    char *dossier_path;      /* $GESPREK_DOSSIERS/ID.rec, or the directory for --alle */
    char *paths[2];
    struct operands *operands;
    struct filter *filter; /* of --voor */
    struct reader *reader;
};

/* Guards descriptors 0-2, sets umask 077, turns core dumps off, starts all parts, takes the verb.
 * Ends the program on wrong usage. */
void session_start(struct session *s, const struct command *command, int argc, char **argv);

/* The next option that is the command's own. The others are taken here; --help, --version and
 * --voltooiing print and end the program. False when all options have been seen. Ends the program
 * with status 2 on wrong usage. */
bool session_next(struct session *s, struct argument *argument);

/* Opens a reader over the operands from number `first` on, by the rules of gesprek(7). */
struct reader *session_read(struct session *s, size_t first, bool findings);

/* $GESPREK_DOSSIERS. Ends the program when that is not set. */
const char *session_directory(struct session *s);

/* The path of the dossier for --dossier: $GESPREK_DOSSIERS/ID.rec. NULL (said) when the variable is
 * not set. */
const char *session_dossier_path(struct session *s);

/* What an answer rests on, printed with it so that it can be made again: op, geboekt-tot, voor,
 * vandaag.
 */
struct facts {
    struct pair pairs[4];
    size_t count;
    char texts[3][26];
};
void session_facts(const struct session *s, struct facts *facts);

/* For a command whose answer is no use to others, with why: ends the program when there is --voor.
 */
void session_no_outsiders(struct session *s, const char *why);

/* What stands at the foot of an answer that is no sheet for the client: who it is for. In the
 * arena. */
struct text session_footer(const struct session *s, struct arena *arena);

/* The day that was given behind `--option`, as date_parse_relative reads it. Ends the program with
 * status 2 when it is none. */
date session_day(struct session *s, const char *option, const char *value);

/* Wrong usage: says it and ends the program with status 2. */
_Noreturn void session_wrong(struct session *s, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Closes the output, writes --uit, frees, and returns the status to leave with. Nothing is written
 * to --uit when the status is 2, 3, 4 or 75. */
int session_end(struct session *s);

/* Who does this: --door, $GESPREK_DOOR, the configuration, the login name. In `into`. False (said):
 * nobody. */
bool session_by(struct session *s, struct buffer *into);

#endif
