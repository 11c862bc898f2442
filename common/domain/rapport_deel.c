#include "domain/rapport_deel.h"
#include "domain/rapport_inside.h"

#include "base/text.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const char form[] = "gesprek-deel 1 " GESPREK_VERSION;

/* ---- writing ---- */

static void put_word(struct buffer *out, struct text word)
{
    buffer_string(out, "woord ");
    for (size_t i = 0; i < word.n; i++) {
        char c = word.p[i];
        if (c == '\n' || c == '\\')
            buffer_byte(out, '\\');
        buffer_byte(out, c == '\n' ? 'n' : c);
    }
    buffer_byte(out, '\n');
}

static void put_day(struct buffer *out, date day)
{
    char text[11];

    buffer_format(out, " %s", date_write(day, text));
}

static void put_question(struct buffer *out, const struct rapport_vraag *v,
                         const struct deel_kop *kop)
{
    buffer_format(out, "vraag %.*s", (int)kop->verb.n, kop->verb.p);
    put_day(out, v->periode.van);
    put_day(out, v->periode.tot);
    for (size_t i = 0; i < v->groepeer_count; i++)
        buffer_format(out, "%c%s", i ? ',' : ' ', rapport_groeperingen[v->groepeer[i]]);
    buffer_format(out, "%s %d %.*s %.*s %.*s\n", v->groepeer_count ? "" : " -", v->indeling,
                  (int)kop->op.n, kop->op.p, (int)kop->geboekt_tot.n, kop->geboekt_tot.p,
                  (int)kop->vandaag.n, kop->vandaag.p);
}

static void put_cells(struct buffer *out, const struct telling *t)
{
    for (size_t i = 0; i < t->count; i++)
        buffer_format(out, "cel %u %u %u %u %" PRIu64 " %" PRIu64 "\n", t->cellen[i].maat,
                      t->cellen[i].groepering, t->cellen[i].groep, t->cellen[i].rij,
                      t->cellen[i].aantal, t->cellen[i].personen);
}

static void put_days(struct buffer *out, const struct telling *t)
{
    struct dag dag;
    size_t at = 0;

    while (telling_volgende_dag(t, &at, &dag))
        buffer_format(out, "dagen %u %u %u\n", dag.cel, dag.days, dag.times);
}

static void put_personen(struct buffer *out, const struct telling *t)
{
    uint32_t *list = NULL;
    size_t capacity = 0, at = 0, n;
    uint64_t hash;

    while (personen_volgende(&t->personen, &at, &hash, &list, &capacity, &n)) {
        buffer_format(out, "persoon %" PRIu64, hash);
        for (size_t i = 0; i < n; i++)
            buffer_format(out, " %u", list[i]);
        buffer_byte(out, '\n');
    }
    free(list);
}

static void put_runs(struct buffer *out, const struct rapport *r, const struct deel_kop *kop)
{
    buffer_string(out, "delen");
    for (size_t i = 0; i < kop->deel_count; i++)
        buffer_format(out, " %" PRIu64, kop->delen[i]);
    if (!kop->delen)
        buffer_format(out, " %" PRIu64, r->vingerafdruk);
    buffer_byte(out, '\n');
}

void rapport_deel_schrijf(const struct rapport *r, const struct deel_kop *kop, struct buffer *out)
{
    size_t start = out->n, lines = 0;

    buffer_format(out, "%s\n", form);
    put_question(out, &r->vraag, kop);
    buffer_format(out, "gelezen %" PRIu64 " %" PRIu64 " %" PRIu64 " %d\n", kop->gelezen,
                  kop->weggelaten, r->zonder_melding, r->gesplitst);
    put_runs(out, r, kop);
    for (size_t i = 1; i < r->telling.word_count; i++)
        put_word(out, r->telling.words[i]);
    put_cells(out, &r->telling);
    put_days(out, &r->telling);
    put_personen(out, &r->telling);
    for (size_t i = start; i < out->n; i++)
        lines += out->p[i] == '\n';
    buffer_format(out, "einde %zu %" PRIu64 "\n", lines,
                  text_hash((struct text){out->p + start, out->n - start}));
}

/* ---- reading ---- */

/* The next line; it must end with a newline. */
static bool next_line(struct deel_lezing *l, struct text *line)
{
    const char *newline = l->rest.n ? memchr(l->rest.p, '\n', l->rest.n) : NULL;

    l->line++;
    if (!newline)
        return false;
    *line = (struct text){l->rest.p, (size_t)(newline - l->rest.p)};
    l->rest = (struct text){newline + 1, l->rest.n - line->n - 1};
    return true;
}

/* Takes the next number off the line; false: there is none, or it is more than `most`. */
static bool next_number(struct text *line, uint64_t most, uint64_t *n)
{
    struct text word;

    if (!text_next_word(line, &word) || word.n > 20)
        return false;
    *n = 0;
    for (size_t i = 0; i < word.n; i++) {
        uint64_t digit = (uint64_t)(word.p[i] - '0');
        if (word.p[i] < '0' || word.p[i] > '9' || *n > (UINT64_MAX - digit) / 10)
            return false;
        *n = *n * 10 + digit;
    }
    return *n <= most;
}

static bool next_numbers(struct text line, const uint64_t *most, uint64_t *n, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!next_number(&line, most[i], &n[i]))
            return false;
    return !text_trim(line).n;
}

/* Takes the first word off, which must be this one. */
static bool begins(struct text *line, const char *word)
{
    struct text first;

    return text_next_word(line, &first) && text_is_string(first, word);
}

static bool take_question(struct deel_lezing *l, struct text line)
{
    struct text van, tot, groups, year, bad;
    uint32_t number;

    if (!begins(&line, "vraag") || !text_next_word(&line, &l->kop.verb) ||
        !rapport_kies(&l->vraag, l->kop.verb) || !text_next_word(&line, &van) ||
        !text_next_word(&line, &tot) || !text_next_word(&line, &groups) ||
        !text_next_word(&line, &year) || !text_next_word(&line, &l->kop.op) ||
        !text_next_word(&line, &l->kop.geboekt_tot) || !text_next_word(&line, &l->kop.vandaag) ||
        !text_digits(year, &number))
        return false;
    l->vraag.indeling = (int)number;
    l->vraag.periode = (struct periode){date_parse(van), date_parse(tot)};
    return l->vraag.periode.van != DATE_NONE && l->vraag.periode.tot != DATE_NONE &&
           (text_is_string(groups, "-") || rapport_groepeer(&l->vraag, groups, &bad));
}

static bool take_counts(struct deel_lezing *l, struct text line)
{
    static const uint64_t most[] = {UINT64_MAX, UINT64_MAX, UINT64_MAX, 1};
    uint64_t n[4];

    if (!begins(&line, "gelezen") || !next_numbers(line, most, n, 4))
        return false;
    l->kop.gelezen = n[0];
    l->kop.weggelaten = n[1];
    l->zonder_melding = n[2];
    l->gesplitst = n[3];
    return true;
}

static bool take_runs(struct deel_lezing *l, struct text line)
{
    uint64_t print;

    if (!begins(&line, "delen"))
        return false;
    while (next_number(&line, UINT64_MAX, &print)) {
        mem_grow(&l->delen, &l->capacity, l->kop.deel_count + 1, sizeof *l->delen);
        l->delen[l->kop.deel_count++] = print;
    }
    l->kop.delen = l->delen;
    return l->kop.deel_count && !text_trim(line).n;
}

bool rapport_deel_kop(struct deel_lezing *l, struct text bytes)
{
    struct text first, second, third, fourth;

    l->bytes = l->rest = bytes;
    if (!next_line(l, &first) || !text_is_string(first, form) || !next_line(l, &second) ||
        !take_question(l, second) || !next_line(l, &third) || !take_counts(l, third) ||
        !next_line(l, &fourth))
        return false;
    l->gelijk = (struct text){bytes.p, (size_t)(second.p + second.n - bytes.p)};
    return take_runs(l, fourth);
}

/* ---- what was counted ---- */

static void take_word(struct telling *t, struct text line)
{
    struct buffer word = {0};

    for (size_t i = 0; i < line.n; i++) {
        bool escaped = line.p[i] == '\\' && i + 1 < line.n;
        i += escaped;
        buffer_byte(&word, escaped && line.p[i] == 'n' ? '\n' : line.p[i]);
    }
    telling_woord(t, buffer_view(&word));
    buffer_free(&word);
}

static bool take_cell(struct telling *t, struct text line)
{
    uint64_t most[] = {RAPPORT_MATEN - 1, t->groepering_count, t->word_count - 1,
                       t->word_count - 1, UINT64_MAX,          UINT64_MAX};
    size_t before = t->count;
    struct cel *cel;
    uint64_t n[6];

    if (!next_numbers(line, most, n, 6))
        return false;
    cel = telling_cel(t, (uint32_t)n[0], (uint32_t)n[1], (uint32_t)n[2], (uint32_t)n[3]);
    cel->aantal = n[4];
    cel->personen = n[5];
    return t->count == before + 1; /* each stands there once */
}

static bool take_days(struct telling *t, struct text line)
{
    uint64_t most[] = {t->count - 1, (1 << 24) - 1, UINT32_MAX}, n[3];

    if (!t->count || !next_numbers(line, most, n, 3))
        return false;
    telling_dag(t, &t->cellen[n[0]], (uint32_t)n[1], (uint32_t)n[2]);
    return true;
}

struct cells {
    uint32_t *list;
    size_t capacity;
};

static bool take_persoon(struct telling *t, struct text line, struct cells *cells)
{
    uint64_t hash, cell, before = 0;
    size_t n = 0;

    if (!next_number(&line, UINT64_MAX, &hash) || !hash)
        return false;
    while (text_trim(line).n) {
        if (!t->count || !next_number(&line, t->count - 1, &cell) || (n && cell <= before) ||
            !t->cellen[cell].personen)
            return false;
        mem_grow(&cells->list, &cells->capacity, n + 1, sizeof *cells->list);
        cells->list[n++] = (uint32_t)cell;
        before = cell;
    }
    return n && personen_nieuw(&t->personen, hash, cells->list, n) == n;
}

/* One line of what was counted. Words come before cells, cells before what is of them. */
static bool take_line(struct telling *t, struct text line, struct cells *cells)
{
    struct text word;

    if (line.n >= 6 && !memcmp(line.p, "woord ", 6)) {
        take_word(t, (struct text){line.p + 6, line.n - 6});
        return true;
    }
    text_next_word(&line, &word);
    if (text_is_string(word, "cel"))
        return take_cell(t, line);
    if (text_is_string(word, "dagen"))
        return take_days(t, line);
    return text_is_string(word, "persoon") && take_persoon(t, line, cells);
}

/* `einde`, the lines before it, and the hash of their bytes. */
static bool is_end(const struct deel_lezing *l, struct text line)
{
    uint64_t most[] = {UINT64_MAX, UINT64_MAX}, n[2];
    struct text before = {l->bytes.p, (size_t)(line.p - l->bytes.p)};

    return begins(&line, "einde") && next_numbers(line, most, n, 2) && n[0] + 1 == l->line &&
           n[1] == text_hash(before) && !l->rest.n;
}

static bool take_rest(struct deel_lezing *l, struct telling *t)
{
    struct cells cells = {0};
    struct text line;
    bool more = true, fine = true;

    telling_woord(t, TEXT(""));
    while (fine && (more = next_line(l, &line)) && !text_starts(line, "einde "))
        fine = take_line(t, line, &cells);
    free(cells.list);
    return more && fine && is_end(l, line);
}

bool rapport_deel_voeg(struct deel_lezing *l, struct rapport *r)
{
    struct rapport part = {.telling = {.groepering_count = r->telling.groepering_count},
                           .zonder_melding = l->zonder_melding,
                           .gesplitst = l->gesplitst};
    bool fine = take_rest(l, &part.telling);

    if (fine)
        rapport_voeg(r, &part);
    telling_free(&part.telling);
    return fine;
}
