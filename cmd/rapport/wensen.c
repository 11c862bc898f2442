/* What the options ask for. */
#include "rapport.h"

#include "base/text.h"
#include "domain/gemeente.h"
#include "domain/stavaza.h"
#include <string.h>

static const struct form *form_named(const char *name)
{
    static const struct form *const forms[] = {&form_text, &form_csv, &form_xml, &form_json,
                                               &form_html};
    size_t i = 0;

    while (strcmp(forms[i]->name, name) != 0)
        i++;
    return forms[i];
}

/* ---- what was asked ---- */

static void take_whole(struct session *s, struct wishes *w, const char *value, bool good)
{
    if (!good)
        session_wrong(s, "'%s' is geen periode; zo wel: --kwartaal=2026Q1 of --jaar=2026", value);
    if (w->has_whole)
        session_wrong(s, "geef één periode: --kwartaal, --jaar, of --van en --tot");
    w->has_whole = true;
}

static void take_groups(struct session *s, struct rapport_vraag *v, const char *value)
{
    struct text bad;

    if (!rapport_groepeer(v, text_of(value), &bad))
        session_wrong(s,
                      "'%.*s' is geen groep, of staat er twee keer; kies uit gemeente, werkveld, "
                      "kader, leeftijdsklasse, geslacht, via, begeleider",
                      (int)bad.n, bad.p);
}

static void take_draden(struct session *s, struct wishes *w, const char *value)
{
    uint32_t number;

    if (!text_digits(text_of(value), &number) || !number || number > THREADS_MOST)
        session_wrong(s, "--draden: geef een aantal van 1 tot %d", THREADS_MOST);
    w->draden = number;
}

static void take_versie(struct session *s, struct wishes *w, const char *value)
{
    uint32_t number;

    if (!text_digits(text_of(value), &number) || !number || value[0] == '0' || number > 9999)
        session_wrong(s, "een versie is een getal van 1 tot 9999");
    w->versie = value;
}

static void take_indeling(struct session *s, struct rapport_vraag *v, const char *value)
{
    uint32_t year;

    if (!text_digits(text_of(value), &year) || year < (uint32_t)gemeenten_eerste_jaar() ||
        year > (uint32_t)gemeenten_laatste_jaar())
        session_wrong(s, "de indeling in gemeenten is bekend van %d tot en met %d",
                      gemeenten_eerste_jaar(), gemeenten_laatste_jaar());
    v->indeling = (int)year;
}

static void take_verwacht(struct session *s, struct wishes *w, const char *value)
{
    if (!text_digits(text_of(value), &w->verwacht) || !w->verwacht)
        session_wrong(s, "--verwacht is het aantal delen dat er moet zijn, bijvoorbeeld 12");
}

static void take_delivery(struct wishes *w, const char *name, const char *value)
{
    if (!strcmp(name, "bsn-bestand"))
        w->bsn_bestand = value;
    else if (!strcmp(name, "aanbieder"))
        w->aanbieder = value;
    else if (!strcmp(name, "verbeter"))
        w->verbeter = value;
    else
        w->told = value;
}

void rapport_optie(struct session *s, struct wishes *w, const struct argument *a)
{
    struct rapport_vraag *v = &w->vraag;
    const char *name = a->option->name;

    if (!strcmp(name, "formaat"))
        w->formaat = a->value;
    else if (!strcmp(name, "csv"))
        w->csv = a->value;
    else if (!strcmp(name, "voor-derden"))
        w->voor_derden = true;
    else if (!strcmp(name, "sleutelbestand"))
        w->sleutelbestand = a->value;
    else if (!strcmp(name, "ontvanger"))
        w->ontvanger = a->value;
    else if (!strcmp(name, "verschil"))
        w->verschil = a->value;
    else if (!strcmp(name, "van")) {
        v->periode.van = session_day(s, name, a->value);
        w->has_van = true;
    } else if (!strcmp(name, "tot")) {
        v->periode.tot = session_day(s, name, a->value);
        w->has_tot = true;
    } else if (!strcmp(name, "kwartaal"))
        take_whole(s, w, a->value, periode_kwartaal(text_of(a->value), &v->periode));
    else if (!strcmp(name, "jaar"))
        take_whole(s, w, a->value, periode_jaar(text_of(a->value), &v->periode));
    else if (!strcmp(name, "groepeer"))
        take_groups(s, v, a->value);
    else if (!strcmp(name, "gemeenteindeling"))
        take_indeling(s, v, a->value);
    else if (!strcmp(name, "draden"))
        take_draden(s, w, a->value);
    else if (!strcmp(name, "versie"))
        take_versie(s, w, a->value);
    else if (!strcmp(name, "sjabloon"))
        w->sjabloon = a->value;
    else if (!strcmp(name, "map"))
        w->map = a->value;
    else if (!strcmp(name, "soort"))
        w->only = stavaza_soorten(s, a->value, &w->words);
    else if (!strcmp(name, "verwacht"))
        take_verwacht(s, w, a->value);
    else if (!strcmp(name, "deel"))
        w->deel = true;
    else if (!strcmp(name, "openbaar"))
        w->public_too = true;
    else if (!strcmp(name, "verantwoording"))
        v->exact = true;
    else
        take_delivery(w, name, a->value);
}

static void choose_form(struct session *s, struct wishes *w)
{
    if (w->csv && w->formaat && strcmp(w->formaat, "csv") != 0)
        session_wrong(s, "--csv gaat over de vorm csv, en --formaat vraagt om %s", w->formaat);
    if (w->csv)
        w->form = &form_csv_excel;
    else if (w->formaat)
        w->form = form_named(w->formaat);
}

static void check_derden(struct session *s, struct wishes *w)
{
    struct text naam = text_trim(text_of(w->ontvanger));

    if (!w->voor_derden && (w->sleutelbestand || w->ontvanger))
        session_wrong(s, "--sleutelbestand en --ontvanger horen bij --voor-derden");
    if (!w->voor_derden)
        return;
    if (!w->sleutelbestand || !naam.n)
        session_wrong(s, "--voor-derden vraagt ook --sleutelbestand en --ontvanger");
    if (text_bad_byte(naam) < naam.n)
        session_wrong(s, "--ontvanger: dit is geen UTF-8");
}

static void check_period(struct session *s, const struct wishes *w)
{
    if (w->has_whole && (w->has_van || w->has_tot))
        session_wrong(s, "geef één periode: --kwartaal, --jaar, of --van en --tot");
    if (!w->has_whole && !(w->has_van && w->has_tot))
        session_wrong(s, "over welke periode? Geef --kwartaal, --jaar, of --van en --tot");
    if (w->vraag.periode.van > w->vraag.periode.tot)
        session_wrong(s, "de periode eindigt voor hij begint");
}

static void check_deel(struct session *s, const struct wishes *w)
{
    if (!w->deel)
        return;
    if (!s->answer_file)
        session_wrong(s, "een deel is vertrouwelijk: geef --uit=BESTAND, dat alleen u mag lezen");
    if (w->formaat || w->csv || w->verschil || w->public_too || w->vraag.exact)
        session_wrong(s, "een deel heeft nog geen vorm, en er is nog niets verborgen: dat komt bij "
                         "gesprek-rapport samen");
}

static void check_begeleider(struct session *s, const struct wishes *w)
{
    for (size_t i = 0; i < w->vraag.groepeer_count; i++)
        if (w->vraag.groepeer[i] == GROEPEER_BEGELEIDER && !w->vraag.exact && !w->deel)
            session_wrong(s, "per begeleider kan alleen met --verantwoording: het gaat over een "
                             "collega");
}

static const char *why_not_outside(const char *verb)
{
    if (!strcmp(verb, "caseload"))
        return "een caseload is een lijst van de eigen organisatie";
    if (!strcmp(verb, "uitvoer"))
        return "een uitvoer is alles, voor de eigen organisatie";
    if (!strcmp(verb, "levering"))
        return "wat er in een levering staat, zegt het sjabloon";
    return "een telling gaat over niemand; geef --openbaar";
}

void rapport_wensen(struct session *s, struct wishes *w)
{
    const char *verb = s->cli.verb->name;

    choose_form(s, w);
    check_derden(s, w);
    check_deel(s, w);
    session_no_outsiders(s, why_not_outside(verb));
    if (!strcmp(verb, "caseload") && (w->form == &form_json || w->form == &form_html))
        session_wrong(s, "json en html zijn er niet bij caseload; kies tekst, csv of xml");
    if (w->public_too && w->vraag.exact)
        session_wrong(s, "kies --openbaar of --verantwoording");
    if (!rapport_kies(&w->vraag, text_of(verb)))
        return; /* the others have no period */
    check_period(s, w);
    check_begeleider(s, w);
    if (!s->op)
        s->limits.op = w->vraag.periode.tot;
}
