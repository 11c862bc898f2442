#include "domain/nazorg_noteer.h"

#include "base/text.h"
#include "domain/verslag_nieuw.h"

#include <string.h>

/* ---- what was given, and what is added to it ---- */

static struct text given_value(const struct nazorg_werk *w, const struct addition *a,
                               const char *name)
{
    const struct field *field = schema_field(w->notes->schema, a->type, text_of(name));

    for (size_t i = a->count; i > 0; i--)
        if (a->given[i - 1].field == field)
            return a->given[i - 1].value;
    return TEXT("");
}

static void give_when_none(const struct nazorg_werk *w, struct addition *a, const char *name,
                           const char *value)
{
    if (!given_value(w, a, name).n)
        notes_give(w->notes, a, name, text_of(value));
}

static bool refuse(const struct nazorg_werk *w, const struct thing *t, const char *message)
{
    diag_at(w->diag, SEVERITY_ERROR, STATUS_DATA, t ? t->opening->place : w->d->place,
            "stand-past-niet", "%s", message);
    return false;
}

static void say(const struct nazorg_werk *w, const char *code, const char *message)
{
    diag_say(w->diag, SEVERITY_NOTE, STATUS_OK, code, "%s", message);
}

/* ---- plan ---- */

/* What the client or the worker should be asked first. Never a refusal: they may have talked. */
static void mind_the_person(const struct nazorg_werk *w)
{
    const struct thing *end = blad_last(w->d, w->blad.names.afsluiting);

    if (nazorg_overleden(&w->blad, w->d))
        say(w, "voor-naasten",
            "deze cliënt is overleden. Dit moment is dan voor de naasten. Spreek het met hen af");
    else if (end && text_is_string(blad_value(&w->blad, w->d, end, "Nazorg_gewenst"), "nee"))
        say(w, "geen-nazorg-gewenst",
            "bij de afsluiting staat dat de cliënt dit niet wil. Bespreek het eerst");
}

static bool makes_sense(const struct nazorg_werk *w, const struct addition *a)
{
    date first = date_parse_relative(text_trim(given_value(w, a, "Uiterlijk")), a->now.today),
         end = date_parse_relative(text_trim(given_value(w, a, "Einde")), a->now.today);

    return first == DATE_NONE || end == DATE_NONE || first <= end ||
           refuse(w, NULL, "het einde van de nazorg ligt voor de eerste dag. Kijk de dagen na");
}

bool nazorg_plan(const struct nazorg_werk *w)
{
    struct addition *a = &w->notes->list[0];

    if (!makes_sense(w, a))
        return false;
    give_when_none(w, a, "Status", "open");
    mind_the_person(w);
    return true;
}

/* ---- contact ---- */

/* The Nazorg with the key of the operand, when it is not over. NULL: said in diag. */
static const struct thing *open_nazorg(const struct nazorg_werk *w)
{
    const struct thing *t = fold_find(w->d, w->blad.names.nazorg, w->key);

    if (!t || !t->opening || t->withdrawn)
        refuse(w, NULL, "deze nazorg is er niet. Kijk de sleutel en de dag na");
    else if (text_has_word("gedaan gestopt", blad_value(&w->blad, w->d, t, "Status")))
        refuse(w, t, "deze nazorg is al klaar. Plan nieuwe nazorg met gesprek-nazorg plan");
    else
        return t;
    return NULL;
}

/* How people talk follows from how contact was to be sought, where there is one way only. */
static const char *vorm_of(struct text soort)
{
    static const char *const ways[][2] = {
        {"bellen", "telefonisch"}, {"huisbezoek", "huisbezoek"}, {"bericht", "chat"}};

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (text_is_string(soort, ways[i][0]))
            return ways[i][1];
    return "";
}

static void put_next(const struct nazorg_werk *w, date next, bool moved)
{
    if (next == DATE_NONE)
        buffer_string(w->hierna, "deze nazorg is klaar. Is er meer nodig, plan dan nieuwe nazorg");
    else
        blad_put_day(w->d, w->hierna,
                     moved ? "het volgende moment is uiterlijk "
                           : "dit was een extra contact. Het volgende moment blijft uiterlijk ",
                     next, "");
}

/* The moment moves on, or is done; one that was not reached is open again. */
static void move_on(const struct nazorg_werk *w, const struct thing *t, date next)
{
    bool moved = next != date_parse(text_trim(blad_value(&w->blad, w->d, t, "Uiterlijk")));
    bool failed = text_is_string(blad_value(&w->blad, w->d, t, "Status"), "niet-bereikt");
    struct addition *a;
    char day[11];

    put_next(w, next, moved);
    if (!moved && !failed)
        return;
    a = notes_amend(w->notes, t);
    a->op = w->notes->list[0].op;
    if (next == DATE_NONE)
        notes_give(w->notes, a, "Status", TEXT("gedaan"));
    else if (moved)
        notes_give(w->notes, a, "Uiterlijk", text_of(date_write(next, day)));
    if (failed && next != DATE_NONE)
        notes_give(w->notes, a, "Status", TEXT("open"));
}

bool nazorg_contact(const struct nazorg_werk *w)
{
    const struct thing *t = open_nazorg(w);
    struct addition *a = &w->notes->list[0];
    const char *vorm;

    if (!t)
        return false;
    vorm = vorm_of(blad_value(&w->blad, w->d, t, "Soort"));
    if (*vorm)
        give_when_none(w, a, "Vorm", vorm);
    give_when_none(w, a, "Fase", "nazorg");
    give_when_none(w, a, "Aanleiding", "nazorg");
    notes_give(w->notes, a, "Bij", t->key);
    nieuw_fit(w->notes, w->d);
    move_on(w, t, nazorg_volgende(&w->blad, w->d, t, w->notes->list[0].op));
    return true;
}
