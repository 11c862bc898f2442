/* The invitations: for the client in plain words, for another organisation only what may be known.
 */
#include "domain/overleg_blad.h"

#include "base/text.h"
#include "domain/blad_delen.h"
#include "domain/overleg_delen.h"
#include "domain/verwijs.h"

#include <string.h>

/* ---- for the client ---- */

static void put_what(const struct blad *b, struct dossier *d, const struct thing *overleg,
                     struct document *document)
{
    document_heading(document, 2, TEXT("Wat is dit?"));
    document_text(document, TEXT("Dit is een gesprek met meer mensen tegelijk. Het gaat over mij. "
                                 "Ik mag alles zeggen en alles vragen. Ik mag ook nee zeggen, of "
                                 "even pauze nemen."));
    if (text_is_string(blad_value(b, d, overleg, "Client_aanwezig"), "nee"))
        document_text(document, TEXT("Ik ben er nu niet bij. Wil ik er wel bij zijn? Dan zeg ik "
                                     "het. Achteraf hoor ik wat er is afgesproken."));
    document_text(document, TEXT("Wil ik iemand meenemen? Dat mag. Wil ik iemand er niet bij? Dan "
                                 "zeg ik het, en praten we daarover."));
}

static void put_meeting(const struct blad *b, struct dossier *d, const struct thing *overleg,
                        struct document *document)
{
    const struct thing *appointment = overleg_moment(b, d, overleg);
    struct buffer line = {0};

    document_heading(document, 2, TEXT("Wanneer en waar"));
    if (appointment) {
        blad_afspraak(b, d, appointment, document);
        return;
    }
    buffer_text(&line, blad_day(d, overleg->opening->op, true));
    blad_put(&line, "\nWaar: ", blad_value(b, d, overleg, "Plaats"));
    blad_point(d, document, &line);
    buffer_free(&line);
}

static void put_points(const struct blad *b, struct dossier *d, const struct thing *overleg,
                       struct document *document)
{
    const struct thing *t = NULL;

    document_heading(document, 2, TEXT("Waar we over praten"));
    while ((t = overleg_next_punt(b, d, overleg, t)))
        document_item(document, 0, TEXT(""), blad_value(b, d, t, "Tekst"));
    document_text(document, TEXT("Na elk punt vragen we of ik het ermee eens ben. Wil ik over nog "
                                 "iets praten? Dan zetten we het erbij."));
}

/* The Toestemming in force by which this participant gets something; NULL: none. */
static const struct thing *consent_for(const struct verwijs_blad *v, struct dossier *d,
                                       const struct thing *overleg, const struct deelnemer *p)
{
    struct text to = overleg_aan(&v->blad, d, overleg, p);
    struct consent *c = consent_read(v->blad.schema, v->rules, d, to, v->blad.today);

    return fold_find(d, NULL, consent_in_force(c));
}

/* The next who is not the client and not the worker. */
static bool next_other(const struct blad *b, struct dossier *d, const struct thing *overleg,
                       struct text door, size_t *at, struct deelnemer *p)
{
    while (overleg_next_deelnemer(b, d, overleg, at, p))
        if (!overleg_is_client(b, d, p) && !overleg_is_begeleider(b, d, door, p))
            return true;
    return false;
}

/* A participant, and by which Toestemming (NULL: none) they get something. */
struct other {
    struct text name;
    const struct thing *consent;
};

static struct other *others_of(const struct verwijs_blad *v, struct dossier *d,
                               const struct thing *overleg, struct text door, size_t *count)
{
    struct other *list = arena_take(&d->arena, overleg->count * sizeof *list);
    struct deelnemer p;
    size_t at = 0;

    for (*count = 0; next_other(&v->blad, d, overleg, door, &at, &p); ++*count)
        list[*count] = (struct other){overleg_naam(d, &p), consent_for(v, d, overleg, &p)};
    return list;
}

/* All who get something by the same Toestemming stand in one heading. */
static void put_told_to(const struct verwijs_blad *v, struct dossier *d, const struct other *list,
                        size_t count, size_t at, struct document *document)
{
    struct buffer names = {0};

    for (size_t i = 0; i < count; i++) {
        if (list[i].consent != list[at].consent)
            continue;
        if (i < at)
            return;
        blad_put(&names, names.n ? "; " : "", list[i].name);
    }
    document_heading(document, 3, blad_kept(d, &names));
    verwijs_wat_mag(v, d, list[at].consent, document);
    buffer_free(&names);
}

static void put_told(const struct verwijs_blad *v, struct dossier *d, const struct thing *overleg,
                     struct text door, struct document *document)
{
    size_t count, nothing = 0;
    const struct other *list = others_of(v, d, overleg, door, &count);

    document_heading(document, 2, TEXT("Wat er over mij verteld wordt"));
    document_text(document, TEXT("Ik beslis wat anderen over mij mogen weten."));
    for (size_t i = 0; i < count; i++) {
        if (list[i].consent)
            put_told_to(v, d, list, count, i, document);
        nothing += !list[i].consent;
    }
    if (!nothing)
        return;
    document_heading(document, 3, TEXT("Wie niets op papier krijgt"));
    for (size_t i = 0; i < count; i++)
        if (!list[i].consent)
            document_item(document, 0, TEXT(""), list[i].name);
    document_text(document, TEXT("Ik heb niet gezegd dat zij iets mogen weten. We praten eerst "
                                 "samen over wat ik wil."));
}

void overleg_uitnodiging(const struct verwijs_blad *v, struct dossier *d,
                         const struct thing *overleg, struct text door, struct document *document)
{
    const struct blad *b = &v->blad;

    blad_begin(b, d, "Samen aan tafel", document);
    put_what(b, d, overleg, document);
    document_heading(document, 2, TEXT("Waarom doen we dit?"));
    document_text(document, blad_value(b, d, overleg, "Aanleiding"));
    put_meeting(b, d, overleg, document);
    document_heading(document, 2, TEXT("Wie er komen"));
    overleg_deelnemers(b, d, overleg, document);
    put_points(b, d, overleg, document);
    put_told(v, d, overleg, door, document);
    overleg_afspraken_vooraf(b, d, overleg, document);
    blad_ruimte(document, "Mijn voorbereiding", "Dit wil ik zelf zeggen of vragen:");
    blad_end(b, document);
}

/* ---- for another organisation ---- */

/* The sheet while it is made: each value that stands on it is listed. */
struct invitation {
    const struct brief *b;
    struct dossier *d;
    struct document *document;
    struct brief_fields *told;
};

static void list(struct invitation *i, const struct thing *t, const char *name)
{
    struct brief_fields *told = i->told;
    struct buffer word = {0};

    buffer_format(&word, "%s.%s", t->type->name, name);
    for (size_t n = 0; n < told->count; n++)
        if (text_is(told->list[n], buffer_view(&word)))
            word.n = 0;
    if (word.n)
        told->list[told->count++] = blad_kept(i->d, &word);
    buffer_free(&word);
}

static struct text told_value(struct invitation *i, const struct thing *t, const char *name)
{
    struct text value = t ? blad_value(&i->b->blad, i->d, t, name) : TEXT("");

    if (value.n)
        list(i, t, name);
    return value;
}

static void pair(struct invitation *i, const char *label, struct text value)
{
    if (value.n)
        document_pair(i->document, 0, label, value);
}

static void put_when(struct invitation *i, const struct thing *overleg)
{
    const struct thing *appointment = overleg_moment(&i->b->blad, i->d, overleg);
    struct text when = told_value(i, appointment, "Wanneer"),
                where = told_value(i, overleg, "Plaats");
    struct buffer line = {0};
    date day = overleg->opening->op;
    int minutes = 0;
    bool timed;

    if (!where.n)
        where = told_value(i, appointment, "Plaats");
    document_heading(i->document, 2, TEXT("Wanneer en waar"));
    timed = date_parse_civil_moment(when, &day, &minutes);
    if (appointment)
        list(i, appointment, "Bij");
    buffer_text(&line, blad_day(i->d, day, true));
    if (timed)
        buffer_format(&line, " om %d.%02d uur", minutes / 60, minutes % 60);
    pair(i, "Dag", blad_kept(i->d, &line));
    pair(i, "Plaats", where.n ? where : TEXT("hoort u nog van ons"));
    buffer_free(&line);
}

static void put_who(struct invitation *i, const struct thing *overleg)
{
    const struct blad *b = &i->b->blad;
    struct text leads = told_value(i, overleg, "Coordinator");
    bool others = told_value(i, overleg, "Deelnemer").n > 0;

    if (!others && !leads.n)
        return;
    document_heading(i->document, 2, TEXT("Wie erbij is"));
    if (others)
        overleg_deelnemers(b, i->d, overleg, i->document);
    else
        pair(i, "Leidt het overleg", leads);
}

static void put_agenda(struct invitation *i, const struct thing *overleg)
{
    const struct thing *t = NULL;
    bool headed = false;

    while ((t = overleg_next_punt(&i->b->blad, i->d, overleg, t))) {
        struct text point = told_value(i, t, "Tekst");
        if (!point.n)
            continue;
        list(i, t, "Bij");
        if (!headed)
            document_heading(i->document, 2, TEXT("Waar we over praten"));
        headed = true;
        document_item(i->document, 0, TEXT(""), point);
    }
}

static const char *why_you(struct text role)
{
    if (text_is_string(role, "moet-weten"))
        return "Wij vragen u, omdat u moet weten wat er wordt afgesproken.";
    if (text_is_string(role, "moet-handelen"))
        return "Wij vragen u, omdat u hierin iets kunt doen.";
    return role.n ? "Wij vragen u, omdat het goed is als u weet wat er wordt afgesproken." : "";
}

void overleg_uitnodiging_ander(const struct brief *b, struct dossier *d,
                               const struct thing *overleg, const struct deelnemer *p,
                               struct document *document, struct brief_fields *told)
{
    struct invitation i = {b, d, document, told};
    struct text why;
    size_t fields = 0;

    for (size_t n = 0; n < d->thing_count; n++)
        fields += d->things[n].count;
    *told = (struct brief_fields){.list = arena_take(&d->arena, (fields + 1) * sizeof *told->list)};
    document_heading(document, 1, TEXT("Uitnodiging voor een overleg"));
    pair(&i, "Aan", overleg_naam(d, p));
    pair(&i, "Van", b->from);
    pair(&i, "Geschreven op", blad_day(d, b->blad.today, false));
    pair(&i, "Over", told_value(&i, blad_last(d, b->blad.names.client), "Naam"));
    document_text(document, TEXT("Wij nodigen u uit om samen aan tafel te gaan. De cliënt staat "
                                 "voorop: we praten met de cliënt, en niet over het hoofd heen."));
    if (p->role.n)
        document_text(document, text_of(why_you(p->role)));
    put_when(&i, overleg);
    why = told_value(&i, overleg, "Aanleiding");
    if (why.n) {
        document_heading(document, 2, TEXT("Waarom"));
        document_text(document, why);
    }
    put_agenda(&i, overleg);
    put_who(&i, overleg);
    document_heading(document, 2, TEXT("Afspraken vooraf"));
    pair(&i, "Blijft aan deze tafel", told_value(&i, overleg, "Privacyafspraak"));
    pair(&i, "Daarna", told_value(&i, overleg, "Feedbackafspraak"));
    document_text(document, TEXT("Bedenk wat u vanuit uw werk kunt doen, en zeg het in gewone "
                                 "woorden. Wilt u iets vertellen wat de cliënt nog niet weet? Zeg "
                                 "het eerst tegen de cliënt zelf."));
    brief_voet(b->organisation, d, document);
}
