/* The legend of an ecogram: what each line and mark means, drawn by the same hand as the drawing.
 */
#include "base/text.h"
#include "domain/ecogram.h"

enum { COLUMN = 286, ROW = 27, SAMPLE = 66, BESIDE = 76 };

static const struct lettering words = {15, false, ANCHOR_START};

static const char rings[] =
    "De ringen zeggen hoe dichtbij iemand voor mij staat: de binnenste is heel dichtbij, de "
    "buitenste is verder weg. Wie buiten de ringen staat: dat is nog niet genoteerd.";

/* A tie that shows one thing. */
static struct relatie plain(void)
{
    return (struct relatie){.band = BAND_GEWOON, .spanning = NOT_NOTED, .richting = NOT_NOTED};
}

struct legend {
    struct picture *p;
    int x, y;
};

static void put_words(struct legend *l, struct text t)
{
    picture_text(l->p, (struct point){l->x + BESIDE, l->y + 5}, words, t);
    l->y += ROW;
}

static void put_tie(struct legend *l, struct relatie r, struct text t)
{
    ecogram_tie(l->p, (struct point){l->x, l->y}, (struct point){l->x + SAMPLE, l->y}, &r);
    put_words(l, t);
}

static struct point mark_corner(const struct legend *l)
{
    return (struct point){l->x + (SAMPLE - ECOGRAM_MARK) / 2, l->y - ECOGRAM_MARK / 2};
}

static void put_bands(struct legend *l)
{
    for (int band = 0; band < BANDEN; band++) {
        struct relatie r = plain();
        r.band = band;
        put_tie(l, r, netwerk_band(band));
    }
}

static void put_changes(struct legend *l)
{
    static const char *const says[] = {"", "nieuw", "staat er niet meer bij", "anders dan eerst"};

    for (int change = NIEUW; change <= ANDERS; change++) {
        ecogram_square(l->p, mark_corner(l), ecogram_change((enum verandering)change));
        put_words(l, text_of(says[change]));
    }
}

static void put_tensions(struct legend *l)
{
    for (int spanning = SPANNING_WISSELEND; spanning < SPANNINGEN; spanning++) {
        struct relatie r = plain();
        r.spanning = spanning;
        put_tie(l, r, netwerk_spanning(spanning));
    }
}

static void put_directions(struct legend *l)
{
    for (int richting = 0; richting < RICHTINGEN; richting++) {
        struct relatie r = plain();
        r.richting = richting;
        put_tie(l, r, netwerk_richting(richting));
    }
}

static void put_marks(struct legend *l)
{
    struct relatie dead = {.overleden = true}, service = {.groep = GROEP_DIENST};
    struct point middle = {l->x + SAMPLE / 2, 0};

    for (int i = 0; i < STEUNEN; i++) {
        struct text letter = {netwerk_letters + i, 1};
        ecogram_square(l->p, mark_corner(l), letter);
        put_words(l, netwerk_steun(i));
    }
    ecogram_circle(l->p, mark_corner(l), TEXT("M"));
    put_words(l, TEXT("mantelzorger"));
    middle.y = l->y;
    ecogram_knot(l->p, middle, &dead);
    put_words(l, TEXT("overleden"));
    middle.y = l->y;
    ecogram_knot(l->p, middle, &service);
    put_words(l, TEXT("een dienst"));
}

int ecogram_legend(struct picture *p, int x, int y, const struct ecogram *e)
{
    struct legend first = {p, x, y}, second = {p, x + COLUMN, y}, third = {p, x + 2 * COLUMN, y};
    int end;

    put_bands(&first);
    if (e->since != DATE_NONE)
        put_changes(&first);
    if (!e->no_tension)
        put_tensions(&second);
    put_directions(&second);
    put_marks(&third);
    end = first.y > third.y ? first.y : third.y;
    picture_wrap(p, (struct point){x, end + words.size}, words, 3 * COLUMN, text_of(rings));
    return end + picture_lines(words, 3 * COLUMN, text_of(rings)) * picture_leading(words);
}

/* ---- in letters ---- */

struct text ecogram_legend_words(struct dossier *d, const struct ecogram *e)
{
    struct buffer b = {0};
    struct text kept;

    buffer_string(&b, "══ sterk  ── gewoon  ╌╌ zwak  ─┤ ├─ verbroken  ·· nog niet bekend\n");
    if (!e->no_tension)
        buffer_string(&b, "/\\ soms spanning  /\\/\\ veel spanning  !/\\! onveilig\n");
    buffer_string(&b, "de pijl wijst naar wie geholpen wordt\n"
                      "E emotioneel  P praktisch  G gezelschap  A advies  M mantelzorger\n"
                      "hoe korter de lijn, hoe dichterbij; ? is nog niet genoteerd hoe dichtbij\n");
    if (e->since != DATE_NONE)
        buffer_string(&b, "+ nieuw  – staat er niet meer bij  ≠ anders dan eerst\n");
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}
