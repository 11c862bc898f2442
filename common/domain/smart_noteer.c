#include "domain/smart_noteer.h"
#include "base/text.h"

void smart_noteer_start(struct smart_noteer *n, struct notes *notes, struct dossier *d,
                        struct diag *diag)
{
    *n = (struct smart_noteer){.notes = notes, .d = d, .diag = diag};
    blad_start(&n->b, notes->schema, notes->all.op);
}

static struct text value(const struct smart_noteer *n, const struct thing *t, const char *name)
{
    return blad_value(&n->b, n->d, t, name);
}

/* ---- is it there? ---- */

static bool is_doel(const struct smart_noteer *n, const struct thing *t)
{
    return t->type == n->b.names.doel;
}

const struct thing *smart_doel_of_stap(struct smart_noteer *n, struct text key)
{
    const struct thing *t = fold_find(n->d, NULL, key);
    const struct place place = t && t->latest ? t->latest->place : n->d->place;
    const char *what = NULL;
    char safe[QUOTE_SIZE];

    if (!t)
        what = "is er niet in dit dossier. gesprek-smart lijst noemt de doelen en hun stappen";
    else if (!is_doel(n, t) && t->type != n->b.names.stap)
        what = "is geen doel en geen stap. Gebruik hiervoor gesprek-noteer wijzig";
    else if (!t->opening)
        what = "is er nog niet op die dag. Kies een latere dag met --op";
    else if (t->withdrawn)
        what = "is vervallen. Geldt het toch weer? Gebruik eerst gesprek-noteer vervallen met "
               "--herstel";
    if (!what)
        return t;
    diag_at(n->diag, SEVERITY_ERROR, STATUS_DATA, place, "geen-doel", "%s %s", quote(key, safe),
            what);
    return NULL;
}

/* ---- does it make sense? ---- */

static bool refuse(const struct smart_noteer *n, const struct thing *t, const char *advice)
{
    char key[QUOTE_SIZE], status[QUOTE_SIZE];

    diag_at(n->diag, SEVERITY_ERROR, STATUS_DATA, t->latest->place, "doel-status",
            "%s heeft de status %s. %s", quote(t->key, key), quote(value(n, t, "Status"), status),
            advice);
    return false;
}

static bool is_vervangen(const struct smart_noteer *n, const struct thing *t)
{
    return text_is_string(value(n, t, "Status"), "vervangen");
}

/* The goal that came in the place of this one; NULL: none says so. */
static const struct thing *successor(const struct smart_noteer *n, const struct thing *goal)
{
    const struct thing *t = NULL;

    while ((t = blad_next(n->d, n->b.names.doel, t)))
        if (text_is(value(n, t, "Vervangt"), goal->key))
            return t;
    return NULL;
}

static bool refuse_replaced(const struct smart_noteer *n, const struct thing *t)
{
    const struct thing *now = successor(n, t);
    char key[QUOTE_SIZE], other[QUOTE_SIZE];

    diag_at(n->diag, SEVERITY_ERROR, STATUS_DATA, t->latest->place, "doel-status",
            "%s is vervangen door %s. Gebruik dat doel", quote(t->key, key),
            now ? quote(now->key, other) : "een ander doel, zie gesprek-smart lijst");
    return false;
}

/* Whether it is still to be reached: not judged, let go or replaced. */
static bool is_open(const struct smart_noteer *n, const struct thing *t)
{
    struct text status = value(n, t, "Status");

    return doel_loopt(status) || text_has_word("wens geparkeerd", status);
}

/* The last value that the options give the field; NULL: they do not. */
static const struct given *given_for(const struct addition *a, const char *name)
{
    for (size_t i = a->count; i > 0; i--)
        if (!strcmp(a->given[i - 1].field->name, name))
            return &a->given[i - 1];
    return NULL;
}

static bool wrong(struct diag *diag, const char *code, const char *message)
{
    diag_say(diag, SEVERITY_ERROR, STATUS_USAGE, code, "%s", message);
    return false;
}

bool smart_zegt_volgens(const struct addition *a, struct diag *diag)
{
    const struct given *status = given_for(a, "Status"), *by = given_for(a, "Volgens");

    if (!status || !doel_is_oordeel(text_trim(status->value)) || (by && text_trim(by->value).n))
        return true;
    return wrong(diag, "veld-nodig",
                 "hoe goed iets gelukt is, zegt iemand. Zeg met --volgens wie dat vindt: client, "
                 "samen of begeleider");
}

/* To come back to it before it is put away makes no sense. */
static bool comes_later(const struct smart_noteer *n, const struct addition *a)
{
    const struct given *day = given_for(a, "Terugkomen_op");
    date then = day ? date_parse_relative(text_trim(day->value), a->now.today) : DATE_NONE;

    return then == DATE_NONE || then > a->op ||
           wrong(n->diag, "gebruik", "kies bij --terugkomen-op een dag na vandaag, of na --op");
}

static bool status_fits(const struct smart_noteer *n, const struct thing *t,
                        const struct addition *a)
{
    const struct given *given = given_for(a, "Status");
    struct text status = given ? text_trim(given->value) : TEXT("");

    if (!given || !is_doel(n, t))
        return true;
    if (text_is_string(status, "vervangen"))
        return wrong(n->diag, "gebruik",
                     "een doel wordt vervangen door een ander. Noem dat: gesprek-smart vervang, "
                     "met --tekst");
    if (is_vervangen(n, t))
        return refuse_replaced(n, t);
    if (text_is_string(status, "geparkeerd") && !is_open(n, t))
        return refuse(n, t,
                      "Parkeren kan met een doel dat nog loopt. Loopt het weer? Geef het dan eerst "
                      "de status bezig");
    return smart_zegt_volgens(a, n->diag) &&
           (!text_is_string(status, "geparkeerd") || comes_later(n, a));
}

/* ---- changes ---- */

static void give_all(struct addition *a, const struct addition *given)
{
    for (size_t i = 0; i < given->count; i++)
        addition_give(a, given->given[i]);
}

/* What was said with the status before is not true of another status. */
static void drop_old(const struct smart_noteer *n, const struct thing *t, struct addition *a)
{
    static const char *const names[] = {"Volgens", "Reden", "Terugkomen_op"};
    const struct given *status = given_for(a, "Status");

    if (!status || text_is(text_trim(status->value), value(n, t, "Status")))
        return;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (schema_field(n->notes->schema, t->type, text_of(names[i])) && !given_for(a, names[i]) &&
            value(n, t, names[i]).n)
            notes_give(n->notes, a, names[i], TEXT(""));
}

bool smart_wijzig(struct smart_noteer *n, const struct thing *t, const char *status,
                  const struct addition *given)
{
    struct addition *a = notes_amend(n->notes, t);

    if (status && given_for(given, "Status"))
        return wrong(n->diag, "gebruik", "de status staat er al; laat --status weg");
    if (status)
        notes_give(n->notes, a, "Status", text_of(status));
    give_all(a, given);
    if (!status_fits(n, t, a))
        return false;
    drop_old(n, t, a);
    return true;
}

bool smart_stap(struct smart_noteer *n, const struct thing *goal, const struct addition *given)
{
    struct text status = value(n, goal, "Status");
    struct addition *a;

    if (is_vervangen(n, goal))
        return refuse_replaced(n, goal);
    if (!doel_loopt(status) && !text_has_word("wens deels", status))
        return refuse(n, goal,
                      "Een stap hoort bij een doel dat loopt. Loopt het weer? Geef het dan eerst "
                      "de status bezig");
    if (given_for(given, "Bij"))
        return wrong(n->diag, "gebruik", "de stap komt bij het doel dat u noemt; laat --bij weg");
    a = notes_new(n->notes, "Stap");
    give_all(a, given);
    notes_give(n->notes, a, "Bij", goal->key);
    return true;
}

/* ---- another goal in its place ---- */

static void keep(const struct smart_noteer *n, const struct thing *goal, struct addition *a)
{
    static const char *const names[] = {"Onder",        "Termijn",    "Van",
                                        "Levensdomein", "Gericht_op", "Kant",
                                        "Prioriteit",   "Criterium",  "Samenwerking"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        name_id id = schema_name(n->notes->schema, text_of(names[i]));
        const struct given *given = given_for(a, names[i]);
        struct text one;
        size_t at = 0;
        while (!given && thing_next_value(n->d, goal, id, &at, &one))
            notes_give(n->notes, a, names[i], one);
    }
}

bool smart_vervang(struct smart_noteer *n, const struct thing *goal, const struct addition *given)
{
    bool wish = text_is_string(value(n, goal, "Status"), "wens");
    struct addition *a;

    if (is_vervangen(n, goal))
        return refuse_replaced(n, goal);
    if (!is_open(n, goal))
        return refuse(n, goal,
                      "Dat blijft zo staan. Maak een nieuw doel met gesprek-smart nieuw, en noem "
                      "dit doel achter --vervangt");
    a = notes_new(n->notes, "Doel");
    a->key = arena_text(&n->notes->arena, fold_next_key(n->d, a->type, 0));
    give_all(a, given);
    if (!smart_zegt_volgens(a, n->diag))
        return false;
    keep(n, goal, a);
    if (!given_for(a, "Status"))
        notes_give(n->notes, a, "Status", text_of(wish ? "wens" : "open"));
    notes_give(n->notes, a, "Vervangt", goal->key);
    a = notes_amend(n->notes, goal);
    notes_give(n->notes, a, "Status", TEXT("vervangen"));
    drop_old(n, goal, a);
    return true;
}

struct text smart_open_stappen(struct smart_noteer *n, const struct thing *goal)
{
    const struct thing *t = NULL;
    struct buffer keys = {0};
    struct text kept;

    while ((t = doel_open_stap(&n->b, n->d, goal, t))) {
        buffer_string(&keys, keys.n ? ", " : "");
        buffer_text(&keys, t->key);
    }
    kept = arena_text(&n->notes->arena, buffer_view(&keys));
    buffer_free(&keys);
    return kept;
}
