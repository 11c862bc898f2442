/* Who was spoken, referred and waited for: conversations and appointments, aftercare, referrals. */
#include "domain/rapport_inside.h"

#include "base/text.h"
#include <string.h>

/* ---- contact ---- */

static bool is_nazorg(const struct telwerk *w, const struct thing *gesprek)
{
    struct text bij = telwerk_waarde(w, gesprek, w->r->namen.bij);

    return bij.n && fold_find(w->d, w->r->namen.nazorg, bij);
}

static void tel_gesprek(const struct telwerk *w, const struct thing *t)
{
    struct text vorm = telwerk_woord(w, t, w->r->namen.vorm);
    size_t number = telwerk_traject(w, t);
    uint32_t minutes;

    telwerk_tel(w, MAAT_GESPREKKEN, number, vorm, 1);
    if (text_digits(telwerk_waarde(w, t, w->r->namen.duur), &minutes))
        telwerk_tel(w, MAAT_MINUTEN, number, vorm, minutes);
    else
        telwerk_tel(w, MAAT_ZONDER_DUUR, number, vorm, 1);
}

static date day_of_moment(struct text civil)
{
    return date_parse((struct text){civil.p, civil.n < 10 ? civil.n : 10});
}

void tel_contact(const struct telwerk *w)
{
    const struct rapport_namen *n = &w->r->namen;
    struct dingen gesprekken = telwerk_van(w, n->gesprek), afspraken = telwerk_van(w, n->afspraak);

    for (size_t i = 0; i < gesprekken.count; i++)
        if (telwerk_nieuw(w, gesprekken.list[i]) && !is_nazorg(w, gesprekken.list[i]))
            tel_gesprek(w, gesprekken.list[i]);
    for (size_t i = 0; i < afspraken.count; i++) {
        const struct thing *t = afspraken.list[i];
        if (telwerk_in_periode(w, day_of_moment(telwerk_waarde(w, t, n->wanneer))))
            telwerk_tel(w, MAAT_AFSPRAKEN, telwerk_traject(w, t), telwerk_woord(w, t, n->status),
                        1);
    }
}

/* ---- nazorg ---- */

static void tel_moment(const struct telwerk *w, const struct thing *t)
{
    struct text status = telwerk_waarde(w, t, w->r->namen.status);
    date day = telwerk_datum(w, t, w->r->namen.uiterlijk);
    size_t number = telwerk_traject(w, t);

    if (telwerk_nieuw(w, t))
        telwerk_tel(w, MAAT_AFGESPROKEN, number, telwerk_woord(w, t, w->r->namen.soort), 1);
    if (text_is_string(status, "niet-bereikt") && telwerk_status_gezet(w, t))
        telwerk_tel(w, MAAT_NIET_BEREIKT, number, TEXT(""), 1);
    if ((!status.n || text_is_string(status, "open")) && day != DATE_NONE &&
        day <= w->r->vraag.periode.tot)
        telwerk_tel(w, MAAT_OVER_TIJD, number, TEXT(""), 1);
}

void tel_nazorg(const struct telwerk *w)
{
    struct dingen momenten = telwerk_van(w, w->r->namen.nazorg),
                  gesprekken = telwerk_van(w, w->r->namen.gesprek);

    for (size_t i = 0; i < momenten.count; i++)
        tel_moment(w, momenten.list[i]);
    for (size_t i = 0; i < gesprekken.count; i++)
        if (telwerk_nieuw(w, gesprekken.list[i]) && is_nazorg(w, gesprekken.list[i]))
            telwerk_tel(w, MAAT_CONTACTEN, telwerk_traject(w, gesprekken.list[i]), TEXT(""), 1);
}

/* ---- verwijzingen ---- */

struct verwijzing {
    const struct telwerk *w;
    const struct thing *t;
    size_t traject;
    struct text naar, status;
};

/* An organisation by its name alone: what stands behind a comma is a department or an address. */
static struct text organisation(struct text naar)
{
    const char *comma = naar.n ? memchr(naar.p, ',', naar.n) : NULL;

    return text_trim(comma ? (struct text){naar.p, (size_t)(comma - naar.p)} : naar);
}

static void tel_gewacht(const struct verwijzing *v)
{
    date since = telwerk_datum(v->w, v->t, v->w->r->namen.wacht_sinds);
    date started = since != DATE_NONE ? telwerk_status_dag(v->w, v->t, "gestart") : DATE_NONE;

    if (telwerk_in_periode(v->w, started) && since <= started)
        telwerk_dagen(v->w, MAAT_GEWACHT, v->traject, v->naar, started - since);
}

static void tel_status(const struct verwijzing *v)
{
    struct text reden = telwerk_waarde(v->w, v->t, v->w->r->namen.reden);

    telwerk_tel(v->w, MAAT_STAND, v->traject, v->status, 1);
    telwerk_tel(v->w, MAAT_STATUS_PER_DIENST, v->traject, telwerk_samen(v->w, v->status, v->naar),
                1);
    if (reden.n && text_has_word("geweigerd-door-dienst client-ziet-af niet-doorgegaan losgelaten "
                                 "voortijdig-gestopt",
                                 v->status))
        telwerk_tel(v->w, MAAT_REDEN, v->traject, telwerk_samen(v->w, v->status, reden), 1);
}

static bool is_open(const struct telwerk *w, size_t traject)
{
    date closed = w->trajecten.list[traject].gesloten;

    return closed == DATE_NONE || closed > w->r->vraag.periode.tot;
}

static void tel_verwijzing(const struct verwijzing *v)
{
    struct text step = telwerk_waarde(v->w, v->t, v->w->r->namen.verwijsstap);

    if (telwerk_nieuw(v->w, v->t))
        telwerk_tel(v->w, MAAT_NIEUW, v->traject, v->naar, 1);
    if (telwerk_status_gezet(v->w, v->t) && v->status.n)
        tel_status(v);
    tel_gewacht(v);
    if (telwerk_bijgewerkt(v->w, v->t) && step.n)
        telwerk_tel(v->w, MAAT_STAP, v->traject, step, 1);
    if (text_is_string(v->status, "wachtlijst") && is_open(v->w, v->traject))
        telwerk_tel(v->w, MAAT_WACHT_NU, v->traject, TEXT(""), 1);
}

void tel_verwijzingen(const struct telwerk *w)
{
    struct dingen verwijzingen = telwerk_van(w, w->r->namen.verwijzing);

    for (size_t i = 0; i < verwijzingen.count; i++) {
        const struct thing *t = verwijzingen.list[i];
        struct verwijzing v = {w, t, telwerk_traject(w, t),
                               organisation(telwerk_waarde(w, t, w->r->namen.naar)),
                               telwerk_waarde(w, t, w->r->namen.status)};
        tel_verwijzing(&v);
    }
}
