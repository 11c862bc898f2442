/* What people worked on: goals, parts of life, the network, what the client thought of it, signals.
 */
#include "domain/rapport_inside.h"

#include "base/text.h"

/* ---- doelen ---- */

static const struct {
    const char *status;
    enum maat_nummer maat;
} uitkomsten[] = {{"behaald", MAAT_BEHAALD},
                  {"deels", MAAT_DEELS},
                  {"niet-behaald", MAAT_NIET_BEHAALD},
                  {"losgelaten", MAAT_LOSGELATEN}};

static void tel_doel(const struct telwerk *w, const struct thing *t)
{
    struct text status = telwerk_waarde(w, t, w->r->namen.status);
    size_t number = telwerk_traject(w, t);

    for (size_t i = 0; i < sizeof uitkomsten / sizeof *uitkomsten; i++)
        if (text_is_string(status, uitkomsten[i].status)) {
            telwerk_tel(w, uitkomsten[i].maat, number, TEXT(""), 1);
            telwerk_tel(w, MAAT_OORDEEL, number,
                        telwerk_samen(w, status, telwerk_woord(w, t, w->r->namen.volgens)), 1);
        }
}

void tel_doelen(const struct telwerk *w)
{
    struct dingen doelen = telwerk_van(w, w->r->namen.doel);

    for (size_t i = 0; i < doelen.count; i++)
        if (telwerk_status_gezet(w, doelen.list[i]))
            tel_doel(w, doelen.list[i]);
}

/* ---- domeinen ---- */

static void tel_domein(const struct telwerk *w, const struct thing *t)
{
    const struct rapport_namen *n = &w->r->namen;
    size_t number = telwerk_traject(w, t);

    if (thing_value(w->d, t, n->wens).n)
        telwerk_tel(w, MAAT_WENS, number, t->key, 1);
    if (thing_value(w->d, t, n->kracht).n)
        telwerk_tel(w, MAAT_KRACHT, number, t->key, 1);
    if (thing_value(w->d, t, n->belemmering).n)
        telwerk_tel(w, MAAT_BELEMMERING, number, t->key, 1);
}

static void tel_recht(const struct telwerk *w, const struct thing *t)
{
    struct text status = telwerk_waarde(w, t, w->r->namen.status);
    struct text domein = telwerk_woord(w, t, w->r->namen.levensdomein);

    if (telwerk_bijgewerkt(w, t) &&
        text_has_word("vermoed besproken wordt-uitgezocht niet-gewenst", status))
        telwerk_tel(w, MAAT_RECHT_ONBENUT, telwerk_traject(w, t), domein, 1);
    if (telwerk_status_gezet(w, t) && text_is_string(status, "toegekend"))
        telwerk_tel(w, MAAT_RECHT_TOEGEKEND, telwerk_traject(w, t), domein, 1);
}

void tel_domeinen(const struct telwerk *w)
{
    struct dingen domeinen = telwerk_van(w, w->r->namen.domein),
                  rechten = telwerk_van(w, w->r->namen.recht);

    for (size_t i = 0; i < domeinen.count; i++)
        if (telwerk_bijgewerkt(w, domeinen.list[i]))
            tel_domein(w, domeinen.list[i]);
    for (size_t i = 0; i < rechten.count; i++)
        tel_recht(w, rechten.list[i]);
}

/* ---- netwerk ---- */

struct kring {
    bool touched; /* anything of it was noted in the period */
    unsigned informal;
    bool carer, wants_help;
};

static void take_relatie(const struct telwerk *w, struct kring *k, const struct thing *t)
{
    const struct rapport_namen *n = &w->r->namen;

    k->touched = k->touched || telwerk_bijgewerkt(w, t);
    if (text_is_string(telwerk_waarde(w, t, n->overleden), "ja"))
        return;
    if (!text_is_string(telwerk_waarde(w, t, n->band), "verbroken") &&
        !text_has_word("professional dienst", telwerk_waarde(w, t, n->groep)))
        k->informal++;
    if (text_is_string(telwerk_waarde(w, t, n->mantelzorger), "ja")) {
        k->carer = true;
        k->wants_help = k->wants_help || telwerk_waarde(w, t, n->ondersteuning).n > 0;
    }
}

static struct text size_class(unsigned n)
{
    return text_of(n == 0 ? "0" : n <= 2 ? "1-2" : n <= 5 ? "3-5" : "6+");
}

/* The last traject that had begun when the period ended; trajecten.count: none had. */
static size_t last_traject(const struct telwerk *w)
{
    size_t last = w->trajecten.count;

    for (size_t i = 0; i < w->trajecten.count; i++)
        if (w->trajecten.list[i].melding->opening->op <= w->r->vraag.periode.tot)
            last = i;
    return last;
}

void tel_netwerk(const struct telwerk *w)
{
    struct dingen relaties = telwerk_van(w, w->r->namen.relatie);
    struct kring k = {0};
    size_t number = last_traject(w);

    for (size_t i = 0; i < relaties.count; i++)
        take_relatie(w, &k, relaties.list[i]);
    if (!k.touched || number == w->trajecten.count)
        return;
    telwerk_tel(w, MAAT_INFORMEEL, number, size_class(k.informal), 1);
    if (k.carer)
        telwerk_tel(w, MAAT_MANTELZORGER, number, TEXT(""), 1);
    if (k.wants_help)
        telwerk_tel(w, MAAT_MANTELZORGER_WENS, number, TEXT(""), 1);
}

/* ---- tevredenheid, signalen ---- */

static struct text mark_class(uint32_t mark)
{
    return text_of(mark <= 5 ? "0-5" : mark <= 7 ? "6-7" : "8-10");
}

static void tel_cijfer(const struct telwerk *w, const struct thing *t)
{
    size_t number = telwerk_traject(w, t);
    uint32_t mark;

    if (!text_digits(telwerk_waarde(w, t, w->r->namen.cijfer), &mark)) {
        telwerk_tel(w, MAAT_CIJFER, number, TEXT("onbekend"), 1);
        return;
    }
    telwerk_tel(w, MAAT_CIJFER, number, mark_class(mark), 1);
    telwerk_dagen(w, MAAT_CIJFERS, number, TEXT(""), mark);
}

void tel_tevredenheid(const struct telwerk *w)
{
    struct dingen evaluaties = telwerk_van(w, w->r->namen.evaluatie);

    for (size_t i = 0; i < evaluaties.count; i++)
        if (telwerk_nieuw(w, evaluaties.list[i]))
            tel_cijfer(w, evaluaties.list[i]);
}

static void tel_signaal(const struct telwerk *w, const struct thing *t)
{
    struct text domein;
    size_t at = 0;

    if (!thing_next_value(w->d, t, w->r->namen.levensdomein, &at, &domein))
        domein = TEXT("onbekend");
    telwerk_tel(w, MAAT_SIGNAAL, telwerk_traject(w, t), text_trim(domein), 1);
    telwerk_tel(w, MAAT_AAN, telwerk_traject(w, t), telwerk_woord(w, t, w->r->namen.aan), 1);
}

void tel_signalen(const struct telwerk *w)
{
    struct dingen signalen = telwerk_van(w, w->r->namen.signaal);

    for (size_t i = 0; i < signalen.count; i++)
        if (telwerk_nieuw(w, signalen.list[i]))
            tel_signaal(w, signalen.list[i]);
}
