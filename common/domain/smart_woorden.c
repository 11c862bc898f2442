#include "domain/smart_woorden.h"
#include "base/text.h"
#include "journal/rec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct woord_plaats {
    struct text word;
    lijsten lists;
};

/* In the order of enum smart_lijst. */
static const char *const names[LIJST_COUNT] = {"voorvoegsel",
                                               "ik",
                                               "wij",
                                               "ander",
                                               "aanspreking",
                                               "persoon",
                                               "willen",
                                               "hulpwerkwoord",
                                               "koppelwerkwoord",
                                               "onregelmatig",
                                               "gewoon-werkwoord",
                                               "duidelijk-werkwoord",
                                               "onzichtbaar",
                                               "herhaald",
                                               "gevoel",
                                               "hulpmiddel",
                                               "bewegen",
                                               "afronden",
                                               "spreken",
                                               "wonen",
                                               "verwerven",
                                               "ophouden",
                                               "ophouden-ding",
                                               "stoppen",
                                               "weg",
                                               "ontkenning",
                                               "beginpunt",
                                               "verleden",
                                               "voorbehoud",
                                               "terug",
                                               "aanwijzend",
                                               "voorzetsel",
                                               "naamwoord",
                                               "telwoord",
                                               "maal",
                                               "dagdeel",
                                               "elke",
                                               "weekdag",
                                               "maandnaam",
                                               "rangtelwoord",
                                               "vast-aantal",
                                               "resultaat",
                                               "voltooid",
                                               "merken",
                                               "vaag",
                                               "geen-maat",
                                               "hoedanigheid",
                                               "abstract",
                                               "vulwoord",
                                               "over-wonen",
                                               "over-werk",
                                               "over-leren",
                                               "over-geld",
                                               "over-gezondheid",
                                               "over-mensen",
                                               "over-huishouden",
                                               "over-vrije-tijd",
                                               "over-verkeer",
                                               "afkorting"};

#define BIT(which) ((lijsten)1 << (which))

const lijsten lijsten_doen = BIT(LIJST_GEWOON) | BIT(LIJST_HERHAALD) | BIT(LIJST_DUIDELIJK) |
                             BIT(LIJST_ONZICHTBAAR) | BIT(LIJST_BEWEGEN) | BIT(LIJST_AFRONDEN) |
                             BIT(LIJST_SPREKEN) | BIT(LIJST_WONEN) | BIT(LIJST_VERWERVEN) |
                             BIT(LIJST_OPHOUDEN) | BIT(LIJST_STOPPEN);

const lijsten lijsten_over = BIT(LIJST_OVER_WONEN) | BIT(LIJST_OVER_WERK) | BIT(LIJST_OVER_LEREN) |
                             BIT(LIJST_OVER_GELD) | BIT(LIJST_OVER_GEZONDHEID) |
                             BIT(LIJST_OVER_MENSEN) | BIT(LIJST_OVER_HUISHOUDEN) |
                             BIT(LIJST_OVER_VRIJE_TIJD) | BIT(LIJST_OVER_VERKEER);

static const lijsten lists_of_nouns =
    BIT(LIJST_RESULTAAT) | BIT(LIJST_MERKEN) | BIT(LIJST_OPHOUDEN_DING) | BIT(LIJST_NAAMWOORD) |
    BIT(LIJST_OVER_WONEN) | BIT(LIJST_OVER_WERK) | BIT(LIJST_OVER_LEREN) | BIT(LIJST_OVER_GELD) |
    BIT(LIJST_OVER_MENSEN) | BIT(LIJST_OVER_HUISHOUDEN);

enum { WORD_LIMIT = 64, END_MIN = 4, REST_MIN = 3, FRONT_MIN = 2 };

/* ---- lower case, no accents ---- */

/* U+00C0 to U+00FF, as the letter that is under the accent; a space: leave it as it is. */
static const char latin[] = "aaaaaa ceeeeiiii nooooo  uuuuy  aaaaaa ceeeeiiii nooooo  uuuuy y";

size_t smart_vouw(struct text t, char into[4], size_t *n, bool *accent)
{
    uint32_t code;

    *n = text_decode(t, &code);
    *accent = code >= 0xC0 && code <= 0xFF && latin[code - 0xC0] != ' ';
    if (*accent)
        into[0] = latin[code - 0xC0];
    else if (code == 0x2019 || code == 0x2018 || code == '`' || code == 0xB4)
        into[0] = '\'';
    else if (code >= 'A' && code <= 'Z')
        into[0] = (char)(code | 32);
    else {
        memcpy(into, t.p, *n);
        return *n;
    }
    return 1;
}

/* ---- the table ---- */

static bool ends(struct text t, const char *end)
{
    size_t n = strlen(end);
    return t.n > n && !memcmp(t.p + t.n - n, end, n);
}

static struct woord_plaats *place_of(const struct smart_woorden *w, struct text word)
{
    size_t at = (size_t)text_hash(word) & (w->capacity - 1);

    while (w->plaatsen[at].word.n && !text_is(w->plaatsen[at].word, word))
        at = (at + 1) & (w->capacity - 1);
    return &w->plaatsen[at];
}

static void make_room(struct smart_woorden *w)
{
    struct smart_woorden old = *w;

    if (w->used * 2 < w->capacity)
        return;
    w->capacity = w->capacity ? w->capacity * 2 : 16384;
    w->plaatsen = mem_take(w->capacity * sizeof *w->plaatsen);
    memset(w->plaatsen, 0, w->capacity * sizeof *w->plaatsen);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.plaatsen[i].word.n)
            *place_of(w, old.plaatsen[i].word) = old.plaatsen[i];
    free(old.plaatsen);
}

static void add(struct smart_woorden *w, struct text word, lijsten lists)
{
    struct woord_plaats *place;

    make_room(w);
    place = place_of(w, word);
    if (!place->word.n) {
        place->word = arena_text(&w->arena, word);
        w->used++;
    }
    place->lists |= lists & w->mask;
}

lijsten smart_woord(const struct smart_woorden *w, struct text word)
{
    return word.n && word.n <= WORD_LIMIT ? place_of(w, word)->lists : 0;
}

/* Of which lists of nouns the end of the word is. */
static lijsten ends_as(const struct smart_woorden *w, struct text word)
{
    lijsten lists = 0;

    for (size_t front = FRONT_MIN; !lists && front + END_MIN <= word.n; front++)
        lists = place_of(w, (struct text){word.p + front, word.n - front})->lists & lists_of_nouns;
    return lists;
}

/* `bedje`, `kamertje`, `jobke`: the word that it is the small one of. */
static lijsten small_as(const struct smart_woorden *w, struct text word)
{
    static const char *const small[] = {"etje", "tje", "pje", "je", "ke", NULL};
    lijsten lists = 0;

    if (ends(word, "s"))
        word.n--;
    for (const char *const *end = small; *end && !lists; end++)
        if (ends(word, *end) && word.n >= strlen(*end) + REST_MIN)
            lists = smart_woord(w, (struct text){word.p, word.n - strlen(*end)}) & lists_of_nouns;
    return lists;
}

lijsten smart_woord_eind(const struct smart_woorden *w, struct text word)
{
    lijsten lists = smart_woord(w, word);

    if (lists & ~lijsten_over || !word.n || word.n > WORD_LIMIT)
        return lists;
    lists |= small_as(w, word);
    return lists & ~lijsten_over ? lists : lists | ends_as(w, word);
}

lijsten smart_scheidbaar(const struct smart_woorden *w, struct text particle, struct text verb)
{
    char both[2 * WORD_LIMIT];
    size_t n = particle.n + 1 + verb.n;

    if (n > sizeof both || !particle.n || !verb.n)
        return 0;
    memcpy(both, particle.p, particle.n);
    both[particle.n] = ' ';
    memcpy(both + particle.n + 1, verb.p, verb.n);
    return place_of(w, (struct text){both, n})->lists;
}

/* ---- verbs ---- */

/* How many bytes of the word are a front such as `mee`, behind which a word is left. 0: none. */
static size_t front_of(const struct smart_woorden *w, struct text word)
{
    for (size_t n = word.n > 9 ? 7 : word.n; n >= FRONT_MIN; n--)
        if (n + REST_MIN <= word.n &&
            smart_woord(w, (struct text){word.p, n}) & lijst(LIJST_VOORVOEGSEL))
            return n;
    return 0;
}

bool smart_is_heel(const struct smart_woorden *w, struct text word)
{
    lijsten lists = smart_woord(w, word);
    size_t front;

    if (lists)
        return lists & lijst(VORM_HEEL);
    if (word.n > 6 && ends(word, "eren"))
        return true;
    front = front_of(w, word);
    return front &&
           smart_woord(w, (struct text){word.p + front, word.n - front}) & lijst(VORM_HEEL);
}

static bool is_vowel(char c)
{
    return strchr("aeiouy", c) != NULL;
}

/* Adds a form of a verb; of one that stands apart also `aan vraag`. `front` is how long its first
 * part is. */
static void add_form(struct smart_woorden *w, struct text form, size_t front, lijsten lists)
{
    char apart[WORD_LIMIT + 2];

    add(w, form, lists);
    if (!front || form.n > WORD_LIMIT)
        return;
    memcpy(apart, form.p, front);
    apart[front] = ' ';
    memcpy(apart + front + 1, form.p + front, form.n - front);
    add(w, (struct text){apart, form.n + 1}, lists);
}

/* Of `rijden` and `houden` people also write `rij` and `hou`. */
static bool may_lose_d(struct text stem)
{
    return ends(stem, "ijd") || ends(stem, "oud");
}

static void add_stem(struct smart_woorden *w, char *stem, size_t n, size_t front, lijsten lists)
{
    if (stem[n - 1] == 'v')
        stem[n - 1] = 'f';
    if (stem[n - 1] == 'z')
        stem[n - 1] = 's';
    add_form(w, (struct text){stem, n}, front, lists | lijst(VORM_IK));
    if (may_lose_d((struct text){stem, n}))
        add_form(w, (struct text){stem, n - 1}, front, lists | lijst(VORM_IK));
    if (stem[n - 1] != 't')
        stem[n++] = 't';
    add_form(w, (struct text){stem, n}, front, lists | lijst(VORM_HIJ));
}

/* `gaan`, `zien`, `doen`: ga, gaat, zie, ziet. */
static void add_short(struct smart_woorden *w, char *whole, size_t n, size_t front, lijsten lists)
{
    size_t stem = whole[n - 2] == 'a' ? n - 2 : n - 1;

    add_form(w, (struct text){whole, stem}, front, lists | lijst(VORM_IK));
    whole[n - 1] = 't';
    add_form(w, (struct text){whole, n}, front, lists | lijst(VORM_HIJ));
}

/* Whether the e of `wandel`, `luister`, `oefen` is mute, so that it is not doubled; `studeer` looks
 * the same. */
static bool may_be_mute(struct text stem)
{
    bool vowel = false;

    if (!ends(stem, "el") && !ends(stem, "er") && !ends(stem, "en") && !ends(stem, "em"))
        return false;
    for (size_t i = 0; i + 2 < stem.n; i++)
        vowel = vowel || is_vowel(stem.p[i]);
    return vowel;
}

/* From `lopen` also `loop` and `loopt`. Where only the ear decides, both ways. */
static void add_verb(struct smart_woorden *w, struct text whole, lijsten lists)
{
    char stem[WORD_LIMIT + 4];
    size_t front = front_of(w, whole), n = whole.n - 2;
    bool open;

    add_form(w, whole, front, lists | lijst(VORM_HEEL));
    if (n < 2 || n > WORD_LIMIT)
        return;
    memcpy(stem, whole.p, whole.n);
    if (!ends(whole, "en")) {
        add_short(w, stem, whole.n, front, lists);
        return;
    }
    if (stem[n - 1] == stem[n - 2] && !is_vowel(stem[n - 1])) {
        add_stem(w, stem, n - 1, front, lists);
        return;
    }
    open = !is_vowel(stem[n - 1]) && stem[n - 1] != 'w' && strchr("aeou", stem[n - 2]) &&
           (n < 3 || !is_vowel(stem[n - 3])) && !ends(whole, "komen");
    if (!open || may_be_mute((struct text){stem, n}))
        add_stem(w, stem, n, front, lists);
    if (!open)
        return;
    memcpy(stem, whole.p, n);
    stem[n] = stem[n - 1];
    stem[n - 1] = stem[n - 2];
    add_stem(w, stem, n + 1, front, lists);
}

/* What a goal is about counts in each form of the word, and makes a noun no verb. */
static void add_word(struct smart_woorden *w, struct text word, int which)
{
    bool verb = ends(word, "en") || ends(word, "aan") || ends(word, "oen") || ends(word, "ien");

    w->mask = lijst(which) & lijsten_doen ? ~(lijsten)0 : lijst(which);
    if (verb && lijst(which) & (lijsten_doen | lijsten_over))
        add_verb(w, word, lijst(which));
    else
        add(w, word, lijst(which));
}

/* ---- reading ---- */

struct reading {
    struct smart_woorden *w;
    const char *name;
    struct diag *diag;
    lijsten seen; /* in this file */
};

static bool wrong(struct reading *r, uint32_t line, const char *message)
{
    diag_at(r->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){r->name, line, 1}, "woorden-fout",
            "%s", message);
    return false;
}

static int list_named(struct text name)
{
    int which = 0;
    while (which < LIJST_COUNT && !text_is_string(name, names[which]))
        which++;
    return which;
}

static void forget(struct smart_woorden *w, int which)
{
    for (size_t i = 0; i < w->capacity; i++)
        w->plaatsen[i].lists &= ~lijst(which);
}

/* Takes the next word, folded, off *rest. False: no more, or (length 0) one that is too long. */
static bool next_word(struct text *rest, char into[WORD_LIMIT], struct text *word)
{
    size_t used = 0, n;
    bool accent, fits = true;
    char folded[4];

    while (rest->n && strchr(" \t\r\n", *rest->p)) {
        rest->p++;
        rest->n--;
    }
    if (!rest->n)
        return false;
    while (rest->n && !strchr(" \t\r\n", *rest->p)) {
        size_t wrote = smart_vouw(*rest, folded, &n, &accent);
        fits = fits && used + wrote <= WORD_LIMIT;
        if (fits)
            memcpy(into + used, folded, wrote);
        used += wrote;
        rest->p += n;
        rest->n -= n;
    }
    *word = (struct text){into, fits ? used : 0};
    return true;
}

static bool take_words(struct reading *r, const struct rec_field *f, struct text rest, int which)
{
    char into[WORD_LIMIT];
    struct text word;
    bool fine = true;

    while (next_word(&rest, into, &word)) {
        if (word.n)
            add_word(r->w, word, which);
        else
            fine = wrong(r, f->line, "een woord is langer dan 64 tekens");
    }
    return fine;
}

static bool take_field(struct reading *r, struct arena *arena, const struct rec_field *f, int which)
{
    char safe[QUOTE_SIZE], message[512];

    if (text_is_string(f->name, "Woorden"))
        return take_words(r, f, f->coded ? rec_decode(arena, f) : f->value, which);
    if (text_is_string(f->name, "Uitleg"))
        return true;
    snprintf(message, sizeof message,
             "`%s` is geen veld van een lijst: alleen Uitleg en Woorden. Of er ontbreekt een lege "
             "regel tussen twee lijsten",
             quote(f->name, safe));
    return wrong(r, f->line, message);
}

static bool take_record(struct reading *r, const struct rec_scanner *scan,
                        const struct rec_record *rec)
{
    const struct rec_field *first = &scan->fields[rec->first];
    int which = list_named(text_trim(first->value));
    struct arena arena = {0};
    bool fine = true;

    if (!text_is_string(first->name, "Lijst"))
        return wrong(r, first->line, "een lijst begint met Lijst");
    if (which == LIJST_COUNT)
        return wrong(r, first->line,
                     "deze lijst is er niet. De namen staan in `gesprek-smart woorden`");
    if (r->seen & lijst(which))
        return wrong(r, first->line, "deze lijst is er al. Zet alle woorden bij elkaar");
    r->seen |= lijst(which);
    forget(r->w, which);
    for (size_t i = rec->first + 1; i < rec->first + rec->count; i++)
        fine = take_field(r, &arena, &scan->fields[i], which) && fine;
    arena_free(&arena);
    return fine;
}

static bool take_all(struct reading *r, struct rec_scanner *scan)
{
    struct rec_record rec;
    enum rec_result result;
    bool fine = true;

    do {
        result = rec_next(scan, &rec);
        for (size_t i = 0; i < rec.problem_count; i++) {
            const struct rec_problem *p = &scan->problems[rec.first_problem + i];
            diag_at(r->diag, SEVERITY_ERROR, STATUS_DATA,
                    (struct place){r->name, p->line, p->column}, p->code, "%s",
                    rec_advice(p->code));
            fine = false;
        }
        if (result == REC_RECORD && rec.count && !rec.problem_count)
            fine = take_record(r, scan, &rec) && fine;
    } while (result == REC_RECORD);
    return fine && result == REC_TAIL;
}

bool smart_woorden_lees(struct smart_woorden *w, struct buffer *content, const char *name,
                        struct diag *diag)
{
    struct reading r = {.w = w, .name = name, .diag = diag};
    struct rec_scanner scan = {.line = 1, .last = true};
    bool fine;

    make_room(w);
    buffer_room(content, REC_PADDING);
    memset(content->p + content->n, 0, REC_PADDING);
    scan.at = content->p;
    scan.end = content->p + content->n;
    fine = take_all(&r, &scan);
    if (fine && !r.seen)
        fine = wrong(&r, 1, "in dit bestand staat geen lijst");
    rec_free(&scan);
    return fine;
}

void smart_woorden_free(struct smart_woorden *w)
{
    free(w->plaatsen);
    arena_free(&w->arena);
}
