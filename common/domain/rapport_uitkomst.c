/* From sums to what is printed: exact, or protected for everybody. */
#include "domain/rapport_inside.h"

#include "base/text.h"
#include <stdlib.h>
#include <string.h>

enum { AAN_WEERSKANTEN = 5 };

/* ---- a table of each measure: rows of its own by groups ---- */

/* The cells come sorted by grouping and group: each group that there is, is a column. */
static void number_columns(struct rapport *r, uint32_t *column_of)
{
    const struct cel *before = NULL;

    r->groepen = arena_take(&r->arena, (r->geteld.count + 1) * sizeof *r->groepen);
    for (size_t i = 0; i < r->geteld.count; i++) {
        const struct cel *c = &r->geteld.cellen[i];
        if (!before || before->groepering != c->groepering || before->groep != c->groep) {
            r->groepen[r->kolommen++] = c->groep;
            r->groep_aantal[c->groepering]++;
        }
        before = c;
        column_of[i] = (uint32_t)(r->kolommen - 1);
    }
}

static struct reeks *add_reeks(struct rapport *r, size_t maat, uint32_t rij, size_t *capacity)
{
    struct reeks *made;
    size_t n = r->kolommen ? r->kolommen : 1;

    mem_grow(&r->reeksen[maat], capacity, r->reeks_count[maat] + 1, sizeof **r->reeksen);
    made = &r->reeksen[maat][r->reeks_count[maat]++];
    *made = (struct reeks){.rij = rij, .cellen = arena_take(&r->arena, n * sizeof *made->cellen)};
    memset(made->cellen, 0, n * sizeof *made->cellen);
    return made;
}

/* Numbers of its own, hidden so far. */
static void give_numbers(struct rapport *r, struct reeks *s)
{
    s->aantal = arena_take(&r->arena, (r->kolommen + 1) * sizeof *s->aantal);
    s->personen = arena_take(&r->arena, (r->kolommen + 1) * sizeof *s->personen);
    for (size_t i = 0; i < r->kolommen; i++)
        s->aantal[i] = s->personen[i] = (struct getal){.verborgen = true};
}

static const struct cel *cel_of(const struct rapport *r, const struct reeks *s, size_t column)
{
    return s->cellen[column] ? &r->geteld.cellen[s->cellen[column] - 1] : NULL;
}

static struct getal aantal_of(const struct rapport *r, const struct reeks *s, size_t column)
{
    const struct cel *c = cel_of(r, s, column);

    if (s->aantal)
        return s->aantal[column];
    return (struct getal){!r->vraag.exact, r->vraag.exact && c ? (int64_t)c->aantal : 0};
}

static struct getal personen_of(const struct rapport *r, const struct reeks *s, size_t column)
{
    const struct cel *c = cel_of(r, s, column);

    if (s->personen)
        return s->personen[column];
    return (struct getal){!r->vraag.exact, r->vraag.exact && c ? (int64_t)c->personen : 0};
}

static uint64_t reeks_hash(uint32_t maat, uint32_t rij)
{
    return lookup_hash((uint64_t)maat << 32 | rij);
}

/* A measure without rows of its own has the one row, also when nothing was counted. */
static void place_cells(struct rapport *r, const uint32_t *column_of)
{
    size_t capacity[RAPPORT_MATEN] = {0};
    struct lookup places = {0};

    for (size_t m = 0; m < RAPPORT_MATEN; m++)
        if (!(rapport_maten[m].vlaggen & EIGEN_RIJEN)) {
            add_reeks(r, m, GEEN_WOORD, &capacity[m]);
            lookup_put(&places, reeks_hash((uint32_t)m, GEEN_WOORD), 0);
        }
    for (size_t i = 0; i < r->geteld.count; i++) {
        const struct cel *c = &r->geteld.cellen[i];
        uint64_t key = reeks_hash(c->maat, c->rij);
        const uint32_t *known = lookup_find(&places, key);
        size_t at = known ? *known : r->reeks_count[c->maat];
        if (!known) {
            add_reeks(r, c->maat, c->rij, &capacity[c->maat]);
            lookup_put(&places, key, (uint32_t)at);
        }
        r->reeksen[c->maat][at].cellen[column_of[i]] = (uint32_t)i + 1;
    }
    lookup_free(&places);
}

/* qsort takes no context: the words go along. */
struct op_woord {
    struct text woord;
    struct reeks reeks;
};

static int by_word(const void *a, const void *b)
{
    return text_order(((const struct op_woord *)a)->woord, ((const struct op_woord *)b)->woord);
}

static void sort_reeksen(struct rapport *r, size_t maat)
{
    size_t n = r->reeks_count[maat];
    struct op_woord *list = mem_take((n + 1) * sizeof *list);

    for (size_t i = 0; i < n; i++)
        list[i] = (struct op_woord){r->telling.words[r->reeksen[maat][i].rij], r->reeksen[maat][i]};
    qsort(list, n, sizeof *list, by_word);
    for (size_t i = 0; i < n; i++)
        r->reeksen[maat][i] = list[i].reeks;
    free(list);
}

/* ---- for everybody ---- */

static uint32_t narrow(uint64_t n)
{
    return n > UINT32_MAX ? UINT32_MAX : (uint32_t)n;
}

/* The numbers of a row as atoms: `to` and the next. */
static void make_atoms(struct rapport *r, const struct reeks *s, struct atoom *to,
                       const struct atoom *binnen)
{
    struct vak *list = mem_take((2 * r->kolommen + 1) * sizeof *list);

    for (size_t i = 0; i < r->kolommen; i++) {
        const struct cel *c = cel_of(r, s, i);
        list[i].waarde = narrow(c ? c->aantal : 0);
        list[r->kolommen + i].waarde = narrow(c ? c->personen : 0);
    }
    to[0] = (struct atoom){.cellen = list, .opgeteld = true, .binnen = {binnen}};
    to[1] =
        (struct atoom){.cellen = list + r->kolommen, .binnen = {to, binnen ? binnen + 1 : NULL}};
}

/* Ten conversations with one person are that person's: what is of a hidden number of people is
 * hidden too. That tells nothing of what was hidden before. */
static void take_atoms(struct rapport *r, struct reeks *s, struct atoom *from)
{
    give_numbers(r, s);
    for (size_t i = 0; i < r->kolommen; i++) {
        s->aantal[i] = beschermd_getal(beschermregels_gewoon, from[0].cellen[i]);
        s->personen[i] = beschermd_getal(beschermregels_gewoon, from[1].cellen[i]);
        if (s->personen[i].verborgen)
            s->aantal[i] = s->personen[i];
    }
    free(from[0].cellen);
}

static struct indeling indeling_of(const struct rapport *r)
{
    return (struct indeling){r->groep_aantal, r->vraag.groepeer_count + 1};
}

static void protect_row(struct rapport *r, struct reeks *s)
{
    struct atoom atoms[2];
    struct indeling n = indeling_of(r);

    make_atoms(r, s, atoms, NULL);
    bescherm(beschermregels_gewoon, &n, atoms, 2);
    take_atoms(r, s, atoms);
}

/* Who came or went in the period was there in the period. */
static void protect_instroom(struct rapport *r)
{
    static const enum maat_nummer family[] = {MAAT_PERIODE, MAAT_IN, MAAT_UIT};
    struct atoom atoms[6];
    struct indeling n = indeling_of(r);

    for (size_t i = 0; i < 3; i++)
        make_atoms(r, r->reeksen[family[i]], atoms + 2 * i, i ? atoms : NULL);
    bescherm(beschermregels_gewoon, &n, atoms, 6);
    for (size_t i = 0; i < 3; i++)
        take_atoms(r, r->reeksen[family[i]], atoms + 2 * i);
}

static bool is_protected_alone(size_t m)
{
    const struct maat *maat = &rapport_maten[m];

    return maat->soort == SOORT_AANTAL && !(maat->vlaggen & (ALLEEN_EXACT | NIET_GEPRINT)) &&
           m != MAAT_PERIODE && m != MAAT_IN && m != MAAT_UIT;
}

/* ---- what is worked out of what is printed ---- */

static struct getal of_column(const struct rapport *r, enum maat_nummer m, size_t row,
                              size_t column)
{
    return aantal_of(r, &r->reeksen[m][row], column);
}

static void subtract(struct rapport *r, size_t m)
{
    struct reeks *s = r->reeksen[m];

    give_numbers(r, s);
    for (size_t i = 0; i < r->kolommen; i++)
        s->aantal[i] = getal_min(beschermregels_gewoon, of_column(r, rapport_maten[m].van, 0, i),
                                 of_column(r, rapport_maten[m].met, 0, i));
}

static void share(struct rapport *r, size_t m)
{
    struct reeks *s = r->reeksen[m];

    give_numbers(r, s);
    for (size_t i = 0; i < r->kolommen; i++) {
        struct getal part = of_column(r, rapport_maten[m].van, 0, i);
        s->aantal[i] =
            getal_aandeel(part, getal_plus(part, of_column(r, rapport_maten[m].met, 0, i)));
    }
}

static bool may_be_told(const struct rapport *r, const struct maat *maat, size_t row, size_t column)
{
    struct getal n = of_column(r, maat->met, row, column);
    int64_t beyond = maat->per_mille < 500 ? maat->per_mille : 1000 - maat->per_mille;

    if (r->vraag.exact)
        return true;
    if (maat->plus != MAAT_PERIODE)
        n = getal_plus(n, of_column(r, maat->plus, row, column));
    return !n.verborgen && n.waarde * beyond >= AAN_WEERSKANTEN * 1000;
}

/* Its rows are those of what was counted. */
static void percentile(struct rapport *r, size_t m)
{
    const struct maat *maat = &rapport_maten[m];
    size_t capacity = r->reeks_count[m];

    for (size_t row = 0; row < r->reeks_count[maat->van]; row++) {
        const struct reeks *from = &r->reeksen[maat->van][row];
        struct reeks *s =
            row < r->reeks_count[m] ? &r->reeksen[m][row] : add_reeks(r, m, from->rij, &capacity);
        give_numbers(r, s);
        for (size_t i = 0; i < r->kolommen; i++) {
            const struct cel *c = cel_of(r, from, i);
            int64_t days = c ? geteld_dagen(&r->geteld, c, maat->per_mille) : -1;
            s->cellen[i] = from->cellen[i];
            if (days >= 0 && may_be_told(r, maat, row, i))
                s->aantal[i] = (struct getal){false, days};
        }
    }
}

static void derive(struct rapport *r)
{
    for (size_t m = 0; m < RAPPORT_MATEN; m++)
        switch (rapport_maten[m].soort) {
        case SOORT_AANTAL:
            break;
        case SOORT_VERSCHIL:
            if (!r->vraag.exact)
                subtract(r, m);
            break;
        case SOORT_AANDEEL:
            share(r, m);
            break;
        case SOORT_PERCENTIEL:
            percentile(r, m);
            break;
        }
}

/* ---- */

static void protect_all(struct rapport *r)
{
    for (size_t m = 0; m < RAPPORT_MATEN; m++)
        for (size_t i = 0; is_protected_alone(m) && i < r->reeks_count[m]; i++)
            protect_row(r, &r->reeksen[m][i]);
    protect_instroom(r);
}

void rapport_klaar(struct rapport *r)
{
    uint32_t *column_of;

    telling_sorteer(&r->telling, &r->geteld);
    column_of = mem_take((r->geteld.count + 1) * sizeof *column_of);
    number_columns(r, column_of);
    place_cells(r, column_of);
    free(column_of);
    for (size_t m = 0; m < RAPPORT_MATEN; m++)
        sort_reeksen(r, m);
    if (!r->vraag.exact)
        protect_all(r);
    derive(r);
}

/* ---- the lines ---- */

/* A row of its own is there where it says something. */
static bool has_row(const struct rapport *r, const struct maat *maat, const struct reeks *s,
                    size_t column)
{
    const struct cel *c = cel_of(r, s, column);

    if (!(maat->vlaggen & EIGEN_RIJEN))
        return true;
    return c && c->aantal && !aantal_of(r, s, column).verborgen &&
           (!(maat->vlaggen & MINSTENS_VIJF) || c->personen >= AAN_WEERSKANTEN) &&
           (r->vraag.exact || !(maat->vlaggen & ALLEEN_EXACT));
}

static bool is_printed(const struct rapport *r, const struct maat *maat)
{
    return !(maat->vlaggen & NIET_GEPRINT) && (r->vraag.exact || !(maat->vlaggen & ALLEEN_EXACT));
}

static size_t column_of_plek(const struct rapport *r, const struct rapport_plek *at)
{
    size_t column = at->groep;

    for (size_t g = 0; g < at->groepering; g++)
        column += r->groep_aantal[g];
    return column;
}

static void fill(const struct rapport *r, const struct rapport_plek *at, struct rapport_rij *into)
{
    const struct maat *maat = &rapport_maten[at->maat];
    const struct reeks *s = &r->reeksen[at->maat][at->rij];
    size_t column = column_of_plek(r, at);

    *into = (struct rapport_rij){
        .maat = maat,
        .groepering =
            at->groepering ? rapport_groeperingen[r->vraag.groepeer[at->groepering - 1]] : "alles",
        .groep = at->groepering ? r->telling.words[r->groepen[column]] : TEXT("alles"),
        .rij = r->telling.words[s->rij],
        .aantal = aantal_of(r, s, column),
        .personen = personen_of(r, s, column),
        .zonder_personen = maat->soort == SOORT_PERCENTIEL || maat->soort == SOORT_AANDEEL};
}

/* To the next measure of this group, the next group, the next grouping, the next report. */
static bool step_on(const struct rapport *r, struct rapport_plek *at)
{
    at->rij = 0;
    if (++at->maat < RAPPORT_MATEN && rapport_maten[at->maat].deel == at->deel)
        return true;
    while (at->maat > 0 && rapport_maten[at->maat - 1].deel == at->deel)
        at->maat--;
    if (++at->groep < r->groep_aantal[at->groepering])
        return true;
    at->groep = 0;
    if (++at->groepering <= r->vraag.groepeer_count)
        return true;
    at->groepering = 0;
    while (at->maat < RAPPORT_MATEN && rapport_maten[at->maat].deel == at->deel)
        at->maat++;
    return ++at->deel < RAPPORT_DELEN;
}

struct rapport_plek rapport_begin(enum rapport_deel deel)
{
    struct rapport_plek at = {.deel = deel};

    while (rapport_maten[at.maat].deel != deel)
        at.maat++;
    return at;
}

bool rapport_volgende(const struct rapport *r, struct rapport_plek *at, struct rapport_rij *rij)
{
    while (at->deel < RAPPORT_DELEN) {
        const struct maat *maat = &rapport_maten[at->maat];
        size_t column = column_of_plek(r, at);
        while (r->vraag.delen[at->deel] && at->groep < r->groep_aantal[at->groepering] &&
               is_printed(r, maat) && at->rij < r->reeks_count[at->maat]) {
            bool there = has_row(r, maat, &r->reeksen[at->maat][at->rij], column);
            if (there)
                fill(r, at, rij);
            at->rij++;
            if (there)
                return true;
        }
        step_on(r, at);
    }
    return false;
}

void rapport_free(struct rapport *r)
{
    if (!r)
        return;
    for (size_t m = 0; m < RAPPORT_MATEN; m++)
        free(r->reeksen[m]);
    geteld_free(&r->geteld);
    telling_free(&r->telling);
    arena_free(&r->arena);
    free(r);
}
