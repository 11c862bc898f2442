/* What becomes of trajecten: in and out, the phases, how long it takes. */
#include "domain/rapport_inside.h"

#include "base/text.h"

enum { HEROPEND_DAGEN = 28, TERUGKEER_MAANDEN = 12, FASEN = 6 };

static date begin_of(const struct traject *t)
{
    return t->melding->opening->op;
}

/* ---- instroom ---- */

/* The last end of an earlier traject of this dossier on or before that day. */
static date last_end(const struct telwerk *w, size_t number, date day)
{
    date last = DATE_NONE;

    for (size_t i = 0; i < number; i++) {
        date end = w->trajecten.list[i].gesloten;
        if (end != DATE_NONE && end <= day && end > last)
            last = end;
    }
    return last;
}

static void tel_in(const struct telwerk *w, size_t number)
{
    date begin = begin_of(&w->trajecten.list[number]), before = last_end(w, number, begin);

    telwerk_tel(w, MAAT_IN, number, TEXT(""), 1);
    if (before == DATE_NONE)
        return;
    if (begin - before <= HEROPEND_DAGEN)
        telwerk_tel(w, MAAT_HEROPEND, number, TEXT(""), 1);
    else if (begin <= date_add_months(before, TERUGKEER_MAANDEN))
        telwerk_tel(w, MAAT_TERUGKEER, number, TEXT(""), 1);
}

void tel_instroom(const struct telwerk *w)
{
    const struct periode *p = &w->r->vraag.periode;

    for (size_t i = 0; i < w->trajecten.count; i++) {
        const struct traject *t = &w->trajecten.list[i];
        bool open_before = t->gesloten == DATE_NONE || t->gesloten >= p->van;
        bool open_after = t->gesloten == DATE_NONE || t->gesloten > p->tot;
        if (begin_of(t) > p->tot || !open_before)
            continue;
        telwerk_tel(w, MAAT_PERIODE, i, TEXT(""), 1);
        if (begin_of(t) < p->van)
            telwerk_tel(w, MAAT_BEGIN, i, TEXT(""), 1);
        else
            tel_in(w, i);
        if (open_after) {
            telwerk_tel(w, MAAT_EIND, i, TEXT(""), 1);
            continue;
        }
        telwerk_tel(w, MAAT_UIT, i, TEXT(""), 1);
        telwerk_tel(w, MAAT_UIT_REDEN, i, telwerk_woord(w, t->afsluiting, w->r->namen.reden), 1);
    }
}

/* ---- fasen ---- */

static const struct text fase_namen[FASEN] = {{"onthaal", 7},       {"vraagverduidelijking", 20},
                                              {"doelbepaling", 12}, {"uitvoering", 10},
                                              {"afsluiting", 10},   {"nazorg", 6}};

static int fase_number(struct text word)
{
    int i = 0;

    while (i < FASEN && !text_is(word, fase_namen[i]))
        i++;
    return i;
}

/* A traject on its way through the phases. */
struct gang {
    int fase; /* FASEN: in none yet */
    date sinds;
    unsigned ooit, herhaald, gesproken; /* a bit for each: been in, came back to and spoken of in
                                           the period */
};

/* Until another phase comes on that day, or (DATE_NONE) none does. The traject's end ends it too.
 */
static void end_stay(const struct telwerk *w, size_t number, const struct gang *g, date next)
{
    date end = next, closed = w->trajecten.list[number].gesloten;

    if (closed != DATE_NONE && g->sinds <= closed && (next == DATE_NONE || closed < next))
        end = closed;
    if (g->fase < FASEN && telwerk_in_periode(w, end))
        telwerk_dagen(w, MAAT_VERBLIJF, number, fase_namen[g->fase], end - g->sinds);
}

static void enter(const struct telwerk *w, size_t number, struct gang *g, int fase, date day)
{
    if (fase == g->fase)
        return;
    end_stay(w, number, g, day);
    if (telwerk_in_periode(w, day)) {
        telwerk_tel(w, MAAT_INTREDES, number, fase_namen[fase], 1);
        if (g->ooit & 1U << fase)
            g->herhaald |= 1U << fase;
    }
    g->ooit |= 1U << fase;
    g->fase = fase;
    g->sinds = day;
}

static void follow_gesprek(const struct telwerk *w, size_t number, struct gang *g,
                           const struct thing *gesprek)
{
    struct text word;
    size_t at = 0;

    while (thing_next_value(w->d, gesprek, w->r->namen.fase, &at, &word)) {
        int fase = fase_number(text_trim(word));
        if (fase == FASEN)
            continue;
        enter(w, number, g, fase, gesprek->opening->op);
        if (telwerk_nieuw(w, gesprek))
            g->gesproken |= 1U << fase;
    }
}

static void tel_gang(const struct telwerk *w, size_t number, const struct gang *g)
{
    end_stay(w, number, g, DATE_NONE);
    for (int i = 0; i < FASEN; i++) {
        if (g->gesproken & 1U << i)
            telwerk_tel(w, MAAT_BEREIKT, number, fase_namen[i], 1);
        if (g->herhaald & 1U << i)
            telwerk_tel(w, MAAT_HERHAALD, number, fase_namen[i], 1);
    }
}

void tel_fasen(const struct telwerk *w)
{
    struct dingen gesprekken = telwerk_van(w, w->r->namen.gesprek);

    for (size_t number = 0; number < w->trajecten.count; number++) {
        struct gang g = {.fase = FASEN, .sinds = DATE_NONE};
        for (size_t i = 0; i < gesprekken.count; i++)
            if (telwerk_traject(w, gesprekken.list[i]) == number)
                follow_gesprek(w, number, &g, gesprekken.list[i]);
        tel_gang(w, number, &g);
    }
}

/* ---- doorlooptijd ---- */

static void tel_eerste_gesprek(const struct telwerk *w, size_t number)
{
    struct dingen gesprekken = telwerk_van(w, w->r->namen.gesprek);
    size_t i = 0;

    while (i < gesprekken.count && telwerk_traject(w, gesprekken.list[i]) != number)
        i++;
    if (i < gesprekken.count && telwerk_nieuw(w, gesprekken.list[i]))
        telwerk_dagen(w, MAAT_EERSTE_GESPREK, number, TEXT(""),
                      gesprekken.list[i]->opening->op - begin_of(&w->trajecten.list[number]));
}

/* Somebody said why it took longer. */
static bool has_reason(const struct telwerk *w, size_t number)
{
    struct dingen procedures = telwerk_van(w, w->r->namen.procedure);

    for (size_t i = 0; i < procedures.count; i++) {
        const struct thing *p = procedures.list[i];
        if (w->trajecten.van[p - w->d->things] == &w->trajecten.list[number] &&
            text_has_word("uitstel-in-overleg verlenging opschorting",
                          telwerk_waarde(w, p, w->r->namen.soort)))
            return true;
    }
    return false;
}

static size_t number_of(const struct telwerk *w, const struct thing *melding)
{
    size_t i = 0;

    while (w->trajecten.list[i].melding != melding)
        i++;
    return i;
}

static void tel_termijn(const struct telwerk *w, const struct termijn *t)
{
    bool research = t->regel->soort == TERMIJN_ONDERZOEK, late = t->stand == TERMIJN_TE_LAAT;
    size_t number = number_of(w, t->melding);

    if ((!research && t->regel->soort != TERMIJN_BESCHIKKING) ||
        (!late && t->stand != TERMIJN_GEHAALD) || !telwerk_in_periode(w, t->klaar))
        return;
    telwerk_tel(w,
                research ? late ? MAAT_ONDERZOEK_OVER : MAAT_ONDERZOEK_BINNEN
                : late   ? MAAT_BESCHIKKING_OVER
                         : MAAT_BESCHIKKING_BINNEN,
                number, TEXT(""), 1);
    telwerk_dagen(w, research ? MAAT_ONDERZOEK_DAGEN : MAAT_BESCHIKKING_DAGEN, number, TEXT(""),
                  t->klaar - t->begin);
    if (late && has_reason(w, number))
        telwerk_tel(w, MAAT_OVER_MET_REDEN, number, TEXT(""), 1);
}

void tel_doorlooptijd(const struct telwerk *w)
{
    struct termijn *list;
    size_t count =
        termijnen_in(w->r->termijnen, w->d, &w->trajecten, w->r->vraag.periode.tot, &list);

    for (size_t i = 0; i < w->trajecten.count; i++) {
        const struct traject *t = &w->trajecten.list[i];
        tel_eerste_gesprek(w, i);
        if (telwerk_in_periode(w, t->gesloten))
            telwerk_dagen(w, MAAT_AFSLUITING_DAGEN, i, TEXT(""), t->gesloten - begin_of(t));
    }
    for (size_t i = 0; i < count; i++)
        tel_termijn(w, list + i);
}
