#include "domain/verslag_noteer.h"
#include "base/text.h"
#include "domain/blad_delen.h"
#include "domain/verslag_gesprek.h"

/* ---- correctie ---- */

bool notes_correctie(struct notes *n, struct dossier *d, struct text key, struct text value,
                     struct diag *diag)
{
    const struct thing *t;
    struct buffer all = {0};
    struct blad b;

    blad_start(&b, n->schema, n->all.op);
    t = verslag_kies_gesprek(&b, d, key);
    if (!t) {
        diag_at(diag, SEVERITY_ERROR, STATUS_DATA, d->place, "geen-gesprek",
                "dit gesprek is er niet. Kijk de sleutel en de dag na");
        return false;
    }
    buffer_text(&all, blad_value(&b, d, t, "Correctie_client"));
    buffer_string(&all, all.n ? "\n" : "");
    buffer_text(&all, value);
    notes_give(n, notes_amend(n, t), "Correctie_client", buffer_view(&all));
    buffer_free(&all);
    return true;
}

/* ---- appointments ---- */

static bool fail(struct diag *diag, const struct dossier *d, const char *message)
{
    diag_at(diag, SEVERITY_ERROR, STATUS_DATA, d->place, "geen-afspraak", "%s", message);
    return false;
}

/* The appointment with that key, when it still stands. NULL: said in diag. */
static const struct thing *standing(const struct blad *b, struct dossier *d, struct text key,
                                    struct diag *diag)
{
    const struct thing *t = fold_find(d, b->names.afspraak, key);

    if (!t || !t->opening || t->withdrawn)
        fail(diag, d, "deze afspraak is er niet. Kijk de sleutel en de dag na");
    else if (!blad_is_gepland(b, d, t))
        fail(diag, d, "deze afspraak staat niet meer als gepland. Wijzig hem met gesprek-noteer");
    else
        return t;
    return NULL;
}

static void end_with(struct notes *n, const struct thing *t, const char *status, struct text reason)
{
    struct addition *a = notes_amend(n, t);

    notes_give(n, a, "Status", text_of(status));
    if (reason.n)
        notes_give(n, a, "Reden", reason);
}

static bool replaces(const struct addition *given, const struct field *field)
{
    for (size_t i = 0; i < given->count; i++)
        if (given->given[i].field == field && given->given[i].how == HOW_SET)
            return true;
    return false;
}

/* What the old appointment had and the new one is not given. */
static void keep(struct notes *n, struct addition *a, struct dossier *d, const struct thing *t,
                 const struct addition *given)
{
    static const char *const names[] = {"Plaats",   "Met",         "Vervoer",
                                        "Meenemen", "Herinnering", "Bij"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct field *field = schema_field(n->schema, a->type, text_of(names[i]));
        struct text value;
        size_t at = 0;
        while (!replaces(given, field) &&
               thing_next_value(d, t, schema_name(n->schema, text_of(names[i])), &at, &value))
            notes_give_field(n, a, field, value);
    }
}

void notes_afspraak(struct notes *n, const struct addition *given)
{
    struct addition *a = notes_new(n, "Afspraak");
    const struct field *status = schema_field(n->schema, a->type, TEXT("Status"));

    for (size_t i = 0; i < given->count; i++)
        addition_give(a, given->given[i]);
    if (!replaces(given, status))
        notes_give_field(n, a, status, TEXT("gepland"));
}

bool notes_verzet(struct notes *n, struct dossier *d, struct text key, const struct addition *given,
                  struct text reason, struct diag *diag)
{
    const struct thing *t;
    struct addition *a;
    struct blad b;

    blad_start(&b, n->schema, n->all.op);
    t = standing(&b, d, key, diag);
    if (!t)
        return false;
    end_with(n, t, "verzet", reason);
    a = notes_new(n, "Afspraak");
    keep(n, a, d, t, given);
    for (size_t i = 0; i < given->count; i++)
        addition_give(a, given->given[i]);
    notes_give(n, a, "Status", TEXT("gepland"));
    return true;
}

bool notes_afzeggen(struct notes *n, struct dossier *d, struct text key, const char *status,
                    struct text reason, struct diag *diag)
{
    const struct thing *t;
    struct blad b;

    blad_start(&b, n->schema, n->all.op);
    t = standing(&b, d, key, diag);
    if (t)
        end_with(n, t, status, reason);
    return t != NULL;
}

/* ---- missed ---- */

static date day_of(const struct blad *b, struct dossier *d, const struct thing *t)
{
    struct text when = blad_value(b, d, t, "Wanneer");
    date day;
    int minutes;

    return date_parse_civil_moment(when, &day, &minutes) ? day : DATE_NONE;
}

static const struct thing *last_past(const struct blad *b, struct dossier *d)
{
    const struct thing *last = NULL, *t = NULL;

    while ((t = blad_next(d, b->names.afspraak, t)))
        if (blad_is_gepland(b, d, t) && day_of(b, d, t) <= b->today &&
            (!last ||
             text_order(blad_value(b, d, t, "Wanneer"), blad_value(b, d, last, "Wanneer")) > 0))
            last = t;
    return last;
}

static void propose(struct notes *n, const char *what, int days)
{
    struct addition *a = notes_new(n, "Stap");
    date day = date_add_days(n->all.op, days);
    char until[11];

    notes_give(n, a, "Wat", text_of(what));
    notes_give(n, a, "Wie", n->all.by);
    if (day != DATE_NONE)
        notes_give(n, a, "Uiterlijk", text_of(date_write(day, until)));
    notes_give(n, a, "Status", TEXT("open"));
}

bool notes_gemist(struct notes *n, struct dossier *d, struct text key, struct diag *diag)
{
    const struct thing *t;
    struct blad b;

    blad_start(&b, n->schema, n->all.op);
    t = key.n ? standing(&b, d, key, diag) : last_past(&b, d);
    if (!t)
        return key.n ? false
                     : fail(diag, d, "er is geen afspraak die voorbij is en nog als gepland staat");
    if (day_of(&b, d, t) > n->all.op)
        return fail(diag, d, "deze afspraak is nog niet geweest");
    end_with(n, t, "niet-verschenen", TEXT(""));
    propose(n, "Bellen na de gemiste afspraak: hoe gaat het, en alles is nog welkom.", 1);
    propose(n, "Geen contact gekregen? Blijven proberen, op een ander moment of langs gaan.", 7);
    propose(n, "Zonder verwijt vragen wat er misging, en samen een afspraak maken die wel past.",
            14);
    return true;
}
