#include "domain/herinner_vraag.h"

#include "base/interval.h"
#include "base/text.h"
#include "domain/herinner_post.h"

#include <stdlib.h>
#include <string.h>

/* ---- what was asked ---- */

/* It holds the lock of its directory for as long as messages go out. */
static void check_state(struct session *s, const char *state)
{
    char *directory = getenv("GESPREK_DOSSIERS");

    if (s->answer_file)
        session_wrong(s, "--eenmalig en --uit gaan niet samen: wat gezegd is, wordt onthouden als "
                         "het geprint is");
    if (!herinner_staat_buiten(state, s->cli.operands, s->cli.operand_count) ||
        (directory && *directory && !herinner_staat_buiten(state, &directory, 1)))
        session_wrong(s, "--eenmalig: kies een bestand buiten de map met dossiers");
}

static void check_options(struct session *s, const struct herinner_vraag *v)
{
    session_no_outsiders(s, "deze lijst is voor wie met de cliënt werkt");
    if (v->binnen && !interval_good(text_of(v->binnen)))
        session_wrong(s, "--binnen: schrijf een tijd zoals 7d of 2w");
    if (v->vevent && v->vorm != HERINNER_ICAL)
        session_wrong(s, "--vevent hoort bij --formaat=ical");
    if (v->mail && (v->vorm != HERINNER_LIJST || s->answer_file))
        session_wrong(s, "--mail stuurt tekst en print niets; laat --formaat en --uit weg");
    if (v->eenmalig)
        check_state(s, v->eenmalig);
}

/* In days; agenda has all that is to come, unless it is asked for less. */
static int64_t days_within(const struct session *s, const char *binnen)
{
    date last;

    if (!binnen)
        return strcmp(s->cli.verb->name, "agenda") ? 0 : -1;
    last = interval_after(s->today, text_of(binnen), 1);
    return last == DATE_NONE ? -1 : (int64_t)last - s->today;
}

void herinner_vraag_na(struct session *s, struct herinner_vraag *v)
{
    check_options(s, v);
    v->wensen.today = s->today;
    v->wensen.since = v->sinds ? session_day(s, "sinds", v->sinds) : DATE_NONE;
    if (v->sinds && v->wensen.since > s->today)
        session_wrong(s, "--sinds: die dag moet nog komen");
    v->wensen.within = days_within(s, v->binnen);
    v->wensen.calendar = v->vorm == HERINNER_ICAL;
}

/* ---- the points ---- */

bool herinner_lees(struct session *s, struct herinner *h)
{
    struct agenda agenda;
    struct dossier *d;
    bool fine = agenda_start(&agenda, s->schema, s->today, &s->diag);

    session_read(s, 0, false);
    while (fine && (d = reader_next(s->reader))) {
        agenda_van(&agenda, d);
        herinner_neem(h, &agenda, d);
    }
    if (fine)
        reader_report(s->reader, STATUS_NO);
    agenda_free(&agenda);
    herinner_orden(h);
    return fine;
}

bool herinner_geef(const struct session *s, const struct herinner *h,
                   const struct herinner_vraag *v, size_t from, size_t to,
                   bool (*give)(void *data, const struct document *document), void *data)
{
    struct arena arena = {0};
    struct document document;
    bool fine = true;

    for (size_t at = from; fine && at < to;) {
        arena_reset(&arena);
        document_start(&document, &arena);
        at = herinner_stuk(h, v->vorm, at, to, v->mail, &document);
        fine = give(data, &document);
    }
    document_start(&document, &arena);
    if (from == to)
        document_text(&document, TEXT("Er staat niets te doen."));
    document_note(&document, session_footer(s, &arena));
    fine = fine && give(data, &document);
    arena_free(&arena);
    return fine;
}
