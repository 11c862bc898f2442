#include "domain/netwerk.h"
#include "base/text.h"

#include <string.h>

/* ---- words ---- */

const char netwerk_letters[] = "EPGA";

static struct text word_of(const char *const *words, int index)
{
    return index < 0 ? TEXT("") : text_of(words[index]);
}

struct text netwerk_groep(int groep)
{
    static const char *const words[] = {"partner",
                                        "ex-partner",
                                        "gezin",
                                        "familie",
                                        "vriend",
                                        "kennis",
                                        "buur",
                                        "collega",
                                        "school",
                                        "lotgenoot",
                                        "vereniging of geloof",
                                        "vrijwilliger",
                                        "professional",
                                        "dienst"};
    return word_of(words, groep);
}

struct text netwerk_band(int band)
{
    static const char *const words[] = {"sterke band", "gewone band", "zwakke band",
                                        "verbroken band", "band nog niet bekend"};
    return word_of(words, band);
}

struct text netwerk_spanning(int spanning)
{
    static const char *const words[] = {"", "soms spanning", "veel spanning", "onveilig"};
    return word_of(words, spanning);
}

struct text netwerk_richting(int richting)
{
    static const char *const words[] = {"helpt mij", "ik help", "we helpen elkaar"};
    return word_of(words, richting);
}

struct text netwerk_steun(int steun)
{
    static const char *const words[] = {"emotioneel", "praktisch", "gezelschap", "advies"};
    return word_of(words, steun);
}

struct text netwerk_afstand(int afstand)
{
    static const char *const words[] = {"", "heel dichtbij", "dichtbij", "verder weg"};
    return word_of(words, afstand);
}

static void put_word(struct buffer *b, struct text word)
{
    if (word.n)
        buffer_string(b, ", ");
    buffer_text(b, word);
}

void netwerk_in_words(struct buffer *b, const struct relatie *r)
{
    const char *before = ", steun: ";

    buffer_text(b, netwerk_groep(r->groep));
    put_word(b, netwerk_band(r->band));
    put_word(b, netwerk_spanning(r->spanning));
    put_word(b, netwerk_afstand(r->afstand));
    put_word(b, netwerk_richting(r->richting));
    for (int i = 0; i < STEUNEN; i++)
        if (r->steun & 1u << i) {
            buffer_string(b, before);
            buffer_text(b, netwerk_steun(i));
            before = " en ";
        }
    put_word(b, r->mantelzorger ? TEXT("mantelzorger") : TEXT(""));
    put_word(b, r->overleden ? TEXT("overleden") : TEXT(""));
}

/* ---- reading ---- */

/* The place of the word among the choices of the field, NOT_NOTED when there is none. */
static int choice_of(const struct blad *b, const struct thing *t, const char *name,
                     struct text value)
{
    const struct field *field = schema_field(b->schema, t->type, text_of(name));
    struct text rest = schema_choices(field), choice, word = schema_canonical(field, value);

    for (int i = 0; schema_next_choice(&rest, &choice); i++)
        if (text_is(choice, word))
            return i;
    return NOT_NOTED;
}

static int choice(const struct blad *b, struct dossier *d, const struct thing *t, const char *name)
{
    return choice_of(b, t, name, blad_value(b, d, t, name));
}

static unsigned steun_of(const struct blad *b, struct dossier *d, const struct thing *t)
{
    name_id name = schema_name(b->schema, TEXT("Steun"));
    struct text value;
    unsigned all = 0;
    size_t at = 0;

    while (thing_next_value(d, t, name, &at, &value)) {
        int steun = choice_of(b, t, "Steun", value);
        if (steun >= 0)
            all |= 1u << steun;
    }
    return all;
}

static struct text on_one_line(struct dossier *d, struct text t)
{
    struct text rest = t, word;
    struct buffer b = {0};

    for (char *p = arena_string(&d->arena, t); *p; p++)
        buffer_byte(&b, *p == '\n' || *p == '\t' || *p == '\r' ? ' ' : *p);
    rest = blad_kept(d, &b);
    while (text_next_word(&rest, &word)) {
        buffer_string(&b, b.n ? " " : "");
        buffer_text(&b, word);
    }
    rest = blad_kept(d, &b);
    buffer_free(&b);
    return rest;
}

/* A service is no person: it keeps its name. Who has none is called by their role. */
static struct text who(const struct blad *b, struct dossier *d, const struct thing *t, int groep,
                       bool names)
{
    struct text name = on_one_line(d, blad_value(b, d, t, "Naam")),
                role = on_one_line(d, blad_value(b, d, t, "Rol"));
    struct buffer letters = {0};

    if (!name.n)
        return role.n ? role : netwerk_groep(groep);
    if (names || groep == GROEP_DIENST)
        return name;
    netwerk_voorletters(&letters, name);
    name = blad_kept(d, &letters);
    buffer_free(&letters);
    return name;
}

static struct relatie read_one(const struct blad *b, struct dossier *d, const struct thing *t,
                               struct netwerk_wishes w)
{
    struct relatie r = {.key = t->key,
                        .groep = choice(b, d, t, "Groep"),
                        .band = choice(b, d, t, "Band"),
                        .spanning = w.no_tension ? NOT_NOTED : choice(b, d, t, "Spanning"),
                        .richting = choice(b, d, t, "Richting"),
                        .steun = steun_of(b, d, t),
                        .last = t->latest->op};
    uint32_t afstand;

    r.who = who(b, d, t, r.groep, w.names);
    if (text_digits(text_trim(blad_value(b, d, t, "Afstand")), &afstand))
        r.afstand = (int)afstand;
    r.mantelzorger = text_is_string(text_trim(blad_value(b, d, t, "Mantelzorger")), "ja");
    r.overleden = text_is_string(text_trim(blad_value(b, d, t, "Overleden")), "ja");
    return r;
}

/* ---- order ---- */

/* Counts how many come before each group and distance, and deals everybody out: linear, and who was
 * noted first stays first. */
void netwerk_sort(struct dossier *d, struct netwerk *n)
{
    enum { STEPS = FURTHEST + 1, PLACES = GROEPEN * STEPS };
    struct relatie *sorted = arena_take(&d->arena, (n->count + 1) * sizeof *sorted);
    size_t first[PLACES + 1] = {0};

    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < n->count; i++) {
            const struct relatie *r = &n->list[i];
            int place = r->groep * STEPS + (r->afstand ? r->afstand - 1 : FURTHEST);
            if (pass)
                sorted[first[place]++] = *r;
            else
                first[place + 1]++;
        }
        for (int i = 0; !pass && i < PLACES; i++)
            first[i + 1] += first[i];
    }
    n->list = sorted;
}

struct netwerk netwerk_read(const struct blad *b, struct dossier *d, struct netwerk_wishes w)
{
    const struct type *type = schema_type(b->schema, TEXT("Relatie"));
    struct netwerk n = {arena_take(&d->arena, (d->thing_count + 1) * sizeof *n.list), 0};

    for (const struct thing *t = NULL; (t = blad_next(d, type, t));)
        n.list[n.count++] = read_one(b, d, t, w);
    netwerk_sort(d, &n);
    return n;
}

bool netwerk_is_formeel(const struct relatie *r)
{
    return r->groep == GROEP_PROFESSIONAL || r->groep == GROEP_DIENST;
}

bool netwerk_geeft(const struct relatie *r, enum steun steun)
{
    return r->steun & 1u << steun && r->richting != RICHTING_VAN_CLIENT &&
           r->band != BAND_VERBROKEN && !r->overleden;
}
