/* The verbs that write, each against where the referral, the consent or the question stands. */
#include "base/interval.h"
#include "base/text.h"
#include "domain/verwijs.h"

#include <string.h>

/* ---- what was given, and what is added to it ---- */

static struct text given_value(const struct verwijs *v, const char *name)
{
    const struct addition *a = &v->notes->list[0];
    const struct field *field = schema_field(v->notes->schema, a->type, text_of(name));

    for (size_t i = a->count; i > 0; i--)
        if (a->given[i - 1].field == field)
            return a->given[i - 1].value;
    return TEXT("");
}

static void give(const struct verwijs *v, const char *name, struct text value)
{
    notes_give(v->notes, &v->notes->list[0], name, value);
}

static void give_when_none(const struct verwijs *v, const char *name, struct text value)
{
    if (!given_value(v, name).n)
        give(v, name, value);
}

static void give_day(const struct verwijs *v, const char *name, date day)
{
    char text[11];

    if (day != DATE_NONE)
        give_when_none(v, name, text_of(date_write(day, text)));
}

static bool refuse(const struct verwijs *v, const struct thing *t, const char *message)
{
    diag_at(v->diag, SEVERITY_ERROR, STATUS_DATA, t ? t->opening->place : v->d->place,
            "stand-past-niet", "%s", message);
    return false;
}

/* Something is missing, or wrong, in what was asked. */
static bool wrong(const struct verwijs *v, const char *message)
{
    diag_say(v->diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik", "%s", message);
    return false;
}

/* The first note becomes an amendment of the thing. */
static void amend(const struct verwijs *v, const struct thing *t)
{
    struct addition *a = &v->notes->list[0];

    a->amends = true;
    a->key = arena_text(&v->notes->arena, t->key);
}

/* ---- consent ---- */

static bool good_word(const struct verwijs *v, struct text word)
{
    char safe[QUOTE_SIZE];

    word = text_trim(word);
    if (consent_word(word).type || (schema_key_good(word) && !memchr(word.p, '.', word.n)))
        return true;
    diag_say(v->diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik",
             "--waarover: `%s` is geen recordtype (Doel), veld (Doel.Tekst) of deel van het leven "
             "(wonen). Zo kan geen programma weten wat mag. Zie gesprek-check --schema",
             quote(word, safe));
    return false;
}

bool verwijs_toestemming(const struct verwijs *v)
{
    const struct addition *a = &v->notes->list[0];
    const struct field *about = schema_field(v->notes->schema, a->type, TEXT("Waarover"));
    bool yes = text_is_string(given_value(v, "Uitkomst"), "gegeven"), fine = true;

    for (size_t i = 0; yes && i < a->count; i++)
        if (a->given[i].field == about)
            fine = good_word(v, a->given[i].value) && fine;
    if (yes && fine)
        give_day(v, "Tot", interval_after(a->op, v->rules->lasts, 1));
    return fine;
}

bool verwijs_intrekken(const struct verwijs *v)
{
    const struct thing *t = verwijs_vind(&v->blad, v->d, "Toestemming", v->key, v->diag);

    if (!t)
        return false;
    if (!text_is_string(blad_value(&v->blad, v->d, t, "Uitkomst"), "gegeven"))
        return refuse(v, t, "dit is een nee, dus er is niets in te trekken");
    if (blad_value(&v->blad, v->d, t, "Ingetrokken").n)
        return refuse(v, t, "deze toestemming is al ingetrokken");
    amend(v, t);
    give_day(v, "Ingetrokken", v->notes->list[0].op);
    return true;
}

/* ---- the referral ---- */

static bool has_reason(const struct verwijs *v)
{
    if (!text_has_word(verwijs_met_reden, given_value(v, "Status")) || given_value(v, "Reden").n)
        return true;
    return wrong(v, "zeg met --reden waarom het niet doorgaat of stopt");
}

/* Whoever is put on a list waits from that day on. */
static void note_waiting(const struct verwijs *v, const struct thing *t)
{
    bool waits = t && blad_value(&v->blad, v->d, t, "Wacht_sinds").n;

    if (text_is_string(given_value(v, "Status"), "wachtlijst") && !waits)
        give_day(v, "Wacht_sinds", v->notes->list[0].op);
}

bool verwijs_nieuw(const struct verwijs *v)
{
    give_when_none(v, "Verwijsstap", TEXT("1"));
    give_when_none(v, "Status", TEXT("verkennend"));
    note_waiting(v, NULL);
    return has_reason(v);
}

/* The referral, when it is under way. NULL: said in diag. */
static const struct thing *under_way(const struct verwijs *v)
{
    const struct thing *t = verwijs_vind(&v->blad, v->d, "Verwijzing", v->key, v->diag);
    struct text status = t ? blad_value(&v->blad, v->d, t, "Status") : TEXT("");

    if (t && text_has_word(verwijs_einde, status)) {
        refuse(v, t, "deze verwijzing is klaar of losgelaten. Neem hem eerst weer op met hervat");
        return NULL;
    }
    return t;
}

static const struct thing *not_resting(const struct verwijs *v)
{
    const struct thing *t = under_way(v);

    if (t && text_is_string(blad_value(&v->blad, v->d, t, "Status"), "time-out")) {
        refuse(v, t, "deze verwijzing rust. Neem hem eerst weer op met hervat");
        return NULL;
    }
    return t;
}

const struct thing *verwijs_volgende(const struct verwijs *v, unsigned *step)
{
    const struct thing *t = not_resting(v);
    unsigned now = t ? verwijs_stap_van(&v->blad, v->d, t) : 0;

    *step = now < 7 ? now + 1 : 7;
    return t;
}

bool verwijs_zet_stap(const struct verwijs *v)
{
    unsigned step;
    const struct thing *t = verwijs_volgende(v, &step);
    char digit = (char)('0' + step);

    if (!t)
        return false;
    if (text_has_word("time-out losgelaten", given_value(v, "Status")))
        return wrong(v, "daarvoor zijn timeout en loslaten");
    if (!has_reason(v))
        return false;
    amend(v, t);
    give_when_none(v, "Verwijsstap", (struct text){&digit, 1});
    note_waiting(v, t);
    return true;
}

bool verwijs_timeout(const struct verwijs *v)
{
    const struct thing *t = not_resting(v);

    if (!t)
        return false;
    if (v->until <= v->notes->list[0].op)
        return wrong(v, "de dag achter --tot is al geweest. Kies een dag die nog komt");
    amend(v, t);
    give(v, "Status", TEXT("time-out"));
    give_day(v, "Terugkomen_op", v->until);
    if (v->value.n)
        give(v, "Reden", v->value);
    return true;
}

bool verwijs_loslaten(const struct verwijs *v)
{
    const struct thing *t = under_way(v);

    if (!t)
        return false;
    amend(v, t);
    give(v, "Status", TEXT("losgelaten"));
    give(v, "Reden", v->value);
    return true;
}

/* What the status was before the referral came to rest or was let go. */
static struct text status_before(const struct verwijs *v, const struct thing *t)
{
    name_id status = schema_name(v->blad.schema, TEXT("Status"));
    struct text before = TEXT("verkennend");
    date day = DATE_NONE;

    for (size_t i = 0; i < v->d->record_count; i++) {
        const struct record *r = &v->d->records[i];
        if (!r->known || &v->d->things[r->thing] != t || (day != DATE_NONE && r->op < day))
            continue;
        for (size_t k = r->first; k < r->first + r->count; k++) {
            struct text value =
                v->d->fields[k].id == status ? field_value(v->d, &v->d->fields[k]) : TEXT("");
            if (value.n && !text_has_word(verwijs_einde, value) &&
                !text_is_string(value, "time-out")) {
                before = value;
                day = r->op;
            }
        }
    }
    return before;
}

bool verwijs_hervat(const struct verwijs *v)
{
    const struct thing *t = verwijs_vind(&v->blad, v->d, "Verwijzing", v->key, v->diag);
    struct text status = t ? blad_value(&v->blad, v->d, t, "Status") : TEXT("");

    if (!t)
        return false;
    if (!text_has_word(verwijs_einde, status) && !text_is_string(status, "time-out"))
        return refuse(v, t, "deze verwijzing loopt nog. Er is niets op te nemen");
    amend(v, t);
    give(v, "Status", status_before(v, t));
    if (blad_value(&v->blad, v->d, t, "Reden").n)
        give(v, "Reden", TEXT(""));
    if (blad_value(&v->blad, v->d, t, "Terugkomen_op").n)
        give(v, "Terugkomen_op", TEXT(""));
    return true;
}

static bool may_not(const struct verwijs *v, const struct thing *t, const char *message)
{
    diag_at(v->diag, SEVERITY_ERROR, STATUS_NO, t->opening->place, "geen-toestemming", "%s",
            message);
    return false;
}

bool verwijs_terugkoppeling(const struct verwijs *v)
{
    const struct thing *t = verwijs_vind(&v->blad, v->d, "Verwijzing", v->key, v->diag);

    if (!t)
        return false;
    if (!text_is_string(blad_value(&v->blad, v->d, t, "Mag_navragen"), "ja"))
        return may_not(v, t,
                       "de cliënt zei nog niet dat u mag navragen hoe het daar gaat. Vraag dat "
                       "eerst, en noteer het met gesprek-verwijs stap --mag-navragen=ja");
    amend(v, t);
    give(v, "Terugkoppeling", v->value);
    return true;
}

/* ---- information by telephone ---- */

enum { DAYS_TO_CALL_BACK = 3 };

bool verwijs_vraag(const struct verwijs *v)
{
    give_when_none(v, "Richting", TEXT("in"));
    give_when_none(v, "Antwoord", TEXT("wacht"));
    if (text_is_string(given_value(v, "Antwoord"), "wacht"))
        give_day(v, "Terugbellen_op", date_add_days(v->notes->list[0].op, DAYS_TO_CALL_BACK));
    else
        return wrong(v, "noteer eerst de vraag, en het antwoord met vraag antwoord");
    return true;
}

/* A word of what is told is one that the consent has, or a field of a type that it has. */
static bool is_allowed(const struct verwijs *v, const struct thing *consent, struct text word)
{
    name_id about = schema_name(v->blad.schema, TEXT("Waarover")),
            not = schema_name(v->blad.schema, TEXT("Niet"));
    struct consent_word w = consent_word(word);
    struct text next;
    size_t at = 0;
    bool yes = false;

    while (thing_next_value(v->d, consent, about, &at, &next)) {
        struct consent_word has = consent_word(next);
        yes = yes || consent_same_name(next, word) || (w.type && has.type == w.type && !has.field);
    }
    at = 0;
    while (thing_next_value(v->d, consent, not, &at, &next)) {
        struct consent_word has = consent_word(next);
        yes = yes && !consent_same_name(next, word) &&
              !(w.type && has.type == w.type && (!has.field || !w.field || has.field == w.field));
    }
    return yes && (!w.type || !(w.type->flags & (INTERN | AFGESCHERMD))) &&
           (!w.field || !(w.field->flags & (INTERN | AFGESCHERMD)));
}

/* What is told is noted too: to whom, what, and on what ground. */
static bool add_told(const struct verwijs *v, const struct thing *t)
{
    struct text to = text_trim(blad_value(&v->blad, v->d, t, "Van"));
    struct consent *c = consent_read(v->blad.schema, v->rules, v->d, to, v->notes->list[0].op);
    const struct thing *consent = fold_find(v->d, NULL, consent_in_force(c));
    struct addition *told = v->notes->count > 1 ? &v->notes->list[1] : NULL;
    struct buffer why = {0};

    if (!consent)
        return may_not(v, t,
                       "voor wie dit vraagt is er geen toestemming die nu geldt. Vraag het de "
                       "cliënt, en noteer het antwoord met gesprek-verwijs toestemming nieuw");
    if (!told)
        return wrong(v, "zeg met --verstrekking.wat wat u vertelde, bijvoorbeeld Doel.Tekst");
    for (size_t i = 0; i < told->count; i++)
        if (!strcmp(told->given[i].field->name, "Wat") &&
            !is_allowed(v, consent, told->given[i].value))
            return may_not(v, t,
                           "daar gaat de toestemming niet over. Vertel alleen wat er bij "
                           "Waarover staat, of vraag het de cliënt");
    notes_give(v->notes, told, "Aan", to);
    notes_give(v->notes, told, "Grondslag", TEXT("toestemming"));
    notes_give(v->notes, told, "Toestemming_ref", consent->key);
    buffer_string(&why, "Antwoord op vraag ");
    buffer_text(&why, t->key);
    notes_give(v->notes, told, "Reden", buffer_view(&why));
    buffer_free(&why);
    return true;
}

bool verwijs_antwoord(const struct verwijs *v)
{
    const struct thing *t = verwijs_vind(&v->blad, v->d, "Informatievraag", v->key, v->diag);
    struct text answer = given_value(v, "Antwoord");
    bool in;

    if (!t)
        return false;
    if (blad_value(&v->blad, v->d, t, "Afgehandeld").n)
        return refuse(v, t, "deze vraag is al afgehandeld. Noteer een nieuwe vraag");
    if (!answer.n)
        return wrong(v, "zeg met --antwoord wat de cliënt zegt");
    in = !text_is_string(blad_value(&v->blad, v->d, t, "Richting"), "uit");
    amend(v, t);
    if (!text_is_string(answer, "wacht"))
        give_day(v, "Afgehandeld", v->notes->list[0].op);
    if (in && text_has_word("akkoord deels", answer))
        return add_told(v, t);
    return v->notes->count == 1 ||
           wrong(v, "zonder ja van de cliënt wordt er niets verteld. Laat --verstrekking weg");
}
