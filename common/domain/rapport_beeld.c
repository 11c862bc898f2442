#include "domain/rapport_beeld.h"

#include "base/text.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    WIDTH = 600, /* fits on A4, and its letters are not small on a phone */
    NAMES = 250,
    GAP = 10,
    NUMBERS = 70, /* room behind the longest bar */
    BAR = 18,
    STEP = 8, /* between two bars */
    MOST = 40
};

static const struct lettering words = {15, false, ANCHOR_START}, names = {15, false, ANCHOR_END};

struct staven {
    const char *eenheid;
    struct rapport_rij list[MOST];
    size_t count;
    int64_t most;
};

/* The numbers of everything together in a unit; those that are hidden are no bars. */
static void collect(const struct rapport *r, enum rapport_deel deel, const char *eenheid,
                    struct staven *s)
{
    struct rapport_plek at = rapport_begin(deel);
    struct rapport_rij rij;

    *s = (struct staven){.eenheid = eenheid};
    while (s->count < MOST && rapport_volgende(r, &at, &rij) && rij.maat->deel == deel &&
           !strcmp(rij.groepering, "alles")) {
        if (rij.aantal.verborgen || strcmp(rij.maat->eenheid, eenheid) != 0)
            continue;
        s->list[s->count++] = rij;
        s->most = rij.aantal.waarde > s->most ? rij.aantal.waarde : s->most;
    }
}

/* The first unit with numbers to compare. */
static bool choose(const struct rapport *r, enum rapport_deel deel, struct staven *s)
{
    for (size_t m = 0; m < RAPPORT_MATEN; m++)
        if (rapport_maten[m].deel == deel) {
            collect(r, deel, rapport_maten[m].eenheid, s);
            if (s->count > 1)
                return true;
        }
    return false;
}

static struct text name_of(const struct rapport_rij *rij, struct arena *arena)
{
    struct buffer b = {0};
    struct text kept;

    buffer_string(&b, rij->maat->titel);
    if (rij->rij.n) {
        buffer_string(&b, ": ");
        buffer_text(&b, rij->rij);
    }
    kept = arena_text(arena, buffer_view(&b));
    buffer_free(&b);
    return kept;
}

static struct text number_of(int64_t n, struct arena *arena)
{
    char *p = arena_take(arena, 24);

    return (struct text){p, (size_t)snprintf(p, 24, "%" PRId64, n)};
}

/* Returns the height that it took. */
static int draw_bar(struct picture *p, const struct staven *s, const struct rapport_rij *rij, int y)
{
    int room = WIDTH - NAMES - GAP - NUMBERS;
    int length = s->most > 0 ? (int)(rij->aantal.waarde * room / s->most) : 0;
    int lines = picture_lines(names, NAMES, name_of(rij, p->arena));
    int height = lines * picture_leading(names);

    picture_wrap(p, (struct point){NAMES, y + names.size}, names, NAMES, name_of(rij, p->arena));
    if (length > 0)
        picture_rectangle(p, (struct point){NAMES + GAP, y}, length, BAR, FILL_BLUE);
    picture_text(p, (struct point){NAMES + GAP + length + GAP / 2, y + words.size}, words,
                 number_of(rij->aantal.waarde, p->arena));
    return height > BAR ? height : BAR;
}

/* What is drawn, in words, for who hears it read out. */
static struct text describe(const struct staven *s, struct arena *arena)
{
    struct buffer b = {0};
    struct text kept;

    for (size_t i = 0; i < s->count; i++) {
        buffer_text(&b, name_of(&s->list[i], arena));
        buffer_format(&b, ": %" PRId64 " %s. ", s->list[i].aantal.waarde, s->eenheid);
    }
    kept = arena_text(arena, text_trim(buffer_view(&b)));
    buffer_free(&b);
    return kept;
}

const struct picture *rapport_beeld(const struct rapport *r, enum rapport_deel deel,
                                    struct arena *arena)
{
    struct picture *p;
    struct staven s;
    int y = STEP;

    if (!choose(r, deel, &s))
        return NULL;
    p = arena_take(arena, sizeof *p);
    picture_start(p, arena, WIDTH);
    p->title = text_of(rapport_delen[deel].titel);
    p->description = describe(&s, arena);
    for (size_t i = 0; i < s.count; i++)
        y += draw_bar(p, &s, &s.list[i], y) + STEP;
    picture_line(p, (struct point){NAMES + GAP, 0}, (struct point){NAMES + GAP, y}, STROKE_PLAIN);
    p->height = y + STEP;
    return p;
}
