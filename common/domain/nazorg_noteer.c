#include "domain/nazorg_noteer.h"
#include "domain/nazorg_open.h"

#include "base/interval.h"
#include "base/text.h"
#include "domain/verslag_nieuw.h"
#include "domain/verwijs.h"
#include "journal/config.h"

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

static void note_to_worker(const struct nazorg_werk *w, const char *code, const char *message)
{
    diag_say(w->diag, SEVERITY_NOTE, STATUS_OK, code, "%s", message);
}

/* ---- plan ---- */

/* What the client or the worker should be asked first. Never a refusal: they may have talked. */
static void mind_the_person(const struct nazorg_werk *w)
{
    const struct thing *end = blad_last(w->d, w->blad.names.afsluiting);

    if (nazorg_overleden(&w->blad, w->d))
        note_to_worker(
            w, "voor-naasten",
            "deze cliënt is overleden. Dit moment is dan voor de naasten. Spreek het met hen af");
    else if (end && text_is_string(blad_value(&w->blad, w->d, end, "Nazorg_gewenst"), "nee"))
        note_to_worker(w, "geen-nazorg-gewenst",
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
    const struct thing *t = verwijs_vind(&w->blad, w->d, "Nazorg", w->key, w->diag);

    if (t && text_has_word("gedaan gestopt", blad_value(&w->blad, w->d, t, "Status"))) {
        refuse(w, t, "deze nazorg is al klaar. Plan nieuwe nazorg met gesprek-nazorg plan");
        return NULL;
    }
    return t;
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

/* ---- niet-bereikt ---- */

static bool wrong(struct diag *diag, const char *what, const char *example, struct text value)
{
    char safe[QUOTE_SIZE];

    diag_say(diag, SEVERITY_ERROR, STATUS_DATA, "waarde-fout",
             "in de instellingen staat bij %s `%s`. Schrijf het zoals %s", what, quote(value, safe),
             example);
    return false;
}

bool nazorg_regels_lees(struct nazorg_regels *r, struct diag *diag)
{
    unsigned errors = diag->errors;
    struct text tries, again;
    uint32_t number = 3;
    size_t first;

    config_value("Nazorg_pogingen", &r->text, diag);
    first = r->text.n;
    config_value("Nazorg_weer", &r->text, diag);
    if (diag->errors > errors)
        return false;
    tries = (struct text){r->text.p, first};
    again = (struct text){r->text.p + first, r->text.n - first};
    if (tries.n && (!text_digits(tries, &number) || !number))
        return wrong(diag, "Nazorg_pogingen", "3", tries);
    if (again.n && !interval_good(again))
        return wrong(diag, "Nazorg_weer", "3d of 1w", again);
    r->tries = number;
    r->again = again.n ? again : TEXT("3d");
    return true;
}

/* What to do now, with the line that puts it in the dossier: no names, for it is shown. */
static void put_try(const struct nazorg_werk *w, unsigned tries, date day)
{
    char text[11];

    buffer_format(w->hierna, "%u keer niet bereikt. ", tries);
    buffer_string(w->hierna,
                  tries < w->regels->tries
                      ? "Geef niet op: probeer het opnieuw op een ander moment van de dag"
                      : "Denk aan een andere manier: ga langs, schrijf een kaart, of vraag iemand "
                        "van wie de cliënt dat goed vindt. Probeer het");
    if (day == DATE_NONE)
        return;
    blad_put_day(w->d, w->hierna, ", op ", day, ". Zet dat in het dossier met: ");
    buffer_format(w->hierna,
                  "gesprek-noteer nieuw Stap --bij=%.*s --wat='Opnieuw contact zoeken' "
                  "--wie=begeleider --uiterlijk=%s",
                  (int)w->key.n, w->key.p, date_write(day, text));
}

bool nazorg_niet_bereikt(const struct nazorg_werk *w)
{
    const struct thing *t = open_nazorg(w);
    struct addition *a = &w->notes->list[0];

    if (!t)
        return false;
    a->amends = true;
    a->key = arena_text(&w->notes->arena, t->key);
    notes_give(w->notes, a, "Status", TEXT("niet-bereikt"));
    blad_say_mind(w->diag, blad_mind(&w->blad, w->d), "Kijk dat na voor u contact zoekt");
    put_try(w, nazorg_pogingen(&w->blad, w->d, t) + 1, interval_after(a->op, w->regels->again, 1));
    return true;
}

/* ---- afsluiten ---- */

static struct addition *first_of(const struct nazorg_werk *w, const char *type)
{
    for (size_t i = 0; i < w->notes->count; i++)
        if (!strcmp(w->notes->list[i].type->name, type))
            return &w->notes->list[i];
    return NULL;
}

/* The client may have nothing to say, or nobody may be there to say it: then there is no record. */
static void drop_empty_evaluation(const struct nazorg_werk *w)
{
    struct notes *n = w->notes;

    if (n->list[0].count)
        return;
    addition_free(&n->list[0]);
    n->count--;
    memmove(n->list, n->list + 1, n->count * sizeof *n->list);
}

/* Who is to be asked, and what the dossier does not know yet. */
static void mind_the_end(const struct nazorg_werk *w, const struct addition *end)
{
    struct text why = given_value(w, end, "Reden");

    if (text_is_string(why, "overlijden")) {
        if (!nazorg_overleden(&w->blad, w->d))
            note_to_worker(
                w, "overlijden-noteren",
                "noteer ook op welke dag de cliënt overleden is, in het veld Overleden van Client. "
                "Dan stopt elke herinnering");
        return;
    }
    if (!first_of(w, "Evaluatie") && !text_has_word("geen-contact-gekregen niet-gestart", why))
        note_to_worker(
            w, "geen-evaluatie",
            "wat de cliënt ervan vond staat er nog niet bij. Vraag het, als dat nog kan");
    if (!first_of(w, "Nazorg") && text_is_string(given_value(w, end, "Nazorg_gewenst"), "ja"))
        note_to_worker(
            w, "nazorg-plannen",
            "de cliënt wil nazorg, en er is nu niets gepland. Doe dat met gesprek-nazorg plan");
}

static const struct thing *last_melding(const struct nazorg_werk *w)
{
    return blad_last(w->d, w->blad.names.melding);
}

bool nazorg_afsluiten(const struct nazorg_werk *w)
{
    struct addition *end;
    const struct thing *melding = last_melding(w);

    drop_empty_evaluation(w);
    end = first_of(w, "Afsluiting");
    if (!end) {
        diag_say(w->diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik",
                 "zeg met --afsluiting.reden waarom u afsluit");
        return false;
    }
    if (stand_of(w->d, &w->blad.names, w->blad.today).closed)
        return refuse(w, blad_last(w->d, w->blad.names.afsluiting),
                      "dit is al afgesloten. Wijzig de afsluiting met gesprek-noteer, of noteer "
                      "een nieuwe melding");
    if (melding && !given_value(w, end, "Bij").n)
        notes_give(w->notes, end, "Bij", melding->key);
    for (size_t i = 0; i < w->notes->count; i++)
        if (w->notes->list[i].type == w->blad.names.nazorg) {
            if (!makes_sense(w, &w->notes->list[i]))
                return false;
            give_when_none(w, &w->notes->list[i], "Status", "open");
        }
    mind_the_end(w, end);
    nazorg_nog_open(&w->blad, w->d, w->diag);
    return true;
}
