#include "domain/overleg_nodig.h"

#include "base/text.h"
#include "domain/overleg_blad.h"
#include "domain/overleg_delen.h"
#include "domain/verwijs.h"

/* The invitations while they are made. */
struct inviting {
    const struct nodig *n;
    struct session *s;
    struct dossier *d;
    const struct thing *overleg;
    struct consent_rules rules;
    struct blad blad;
    size_t meant; /* participants that `who` means */
    size_t given; /* sheets */
};

static bool is_meant(const struct inviting *v, const struct deelnemer *p)
{
    return !v->n->who.n || overleg_heet(p, v->n->who);
}

static bool give(struct inviting *v, const struct document *document)
{
    v->given++;
    return v->n->give(v->n->data, document);
}

static bool for_client(struct inviting *v)
{
    struct deelnemer named = overleg_deelnemer(v->n->who);
    struct dossier *d = v->d;
    struct verwijs_blad sheet = {.blad = v->blad, .rules = &v->rules, .key = v->n->key};
    struct document document;

    if (v->n->who.n && !overleg_is_client(&v->blad, d, &named))
        return true;
    v->meant++;
    document_start(&document, &d->arena);
    overleg_uitnodiging(&sheet, d, v->overleg, v->n->by, &document);
    blad_say_mind(&v->s->diag, blad_mind(&v->blad, d), "Geef het blad zelf");
    return give(v, &document);
}

static bool is_noted(const struct notes *n, struct text to)
{
    for (size_t i = 0; i < n->count; i++)
        if (consent_same_name(n->list[i].given[0].value, to))
            return true;
    return false;
}

static bool says_nothing(struct inviting *v, const struct brief *b)
{
    char safe[QUOTE_SIZE];

    diag_at(&v->s->diag, SEVERITY_ERROR, STATUS_NO, v->overleg->opening->place, "geen-toestemming",
            "de toestemming voor %s gaat niet over dit overleg, dus er gaat niets weg. Vraag de "
            "cliënt of zij dit mogen weten, en noteer dan bij Waarover: Overleg, Agendapunt",
            quote(b->organisation, safe));
    return true;
}

/* The appointment that says the day may not be known there. */
static void say_other_day(struct inviting *v, struct dossier *d, const struct thing *overleg)
{
    if (overleg_dag(&v->blad, d, overleg) != overleg_dag(&v->blad, v->d, v->overleg))
        diag_at(&v->s->diag, SEVERITY_NOTE, STATUS_OK, v->overleg->opening->place, "overleg-dag",
                "op het blad staat een andere dag dan bij de afspraak, want de toestemming gaat "
                "niet over Afspraak. Vraag het de cliënt, of noteer het overleg op de goede dag");
}

/* Out of a copy of the journal, read through the filter of the consent for `to`: the filter leaves
 * nothing of the dossier that the other sheets are made of. */
static bool make_other(struct inviting *v, const struct brief *b, struct text to,
                       const struct deelnemer *p, struct buffer *journal)
{
    struct session *s = v->s;
    struct filter *filter = filter_open(s->schema, to, s->today, &s->diag);
    struct reader_options wanted = {
        .limits = {DATE_NONE, MOMENT_NONE}, .only = text_of(v->n->edit->id), .filter = filter};
    struct diag silent = {.fd = s->diag.fd, .silent = true};
    struct reader *reader =
        filter ? reader_open_memory(s->schema, journal, v->n->edit->path, wanted, &silent) : NULL;
    struct dossier *d = reader ? reader_next(reader) : NULL;
    const struct thing *overleg = d ? fold_find(d, v->overleg->type, v->n->key) : NULL;
    struct brief_fields told = {0};
    struct document document;
    bool fine = filter != NULL;

    if (overleg) {
        say_other_day(v, d, overleg);
        document_start(&document, &d->arena);
        overleg_uitnodiging_ander(b, d, overleg, p, &document, &told);
    }
    if (fine && !told.count)
        fine = says_nothing(v, b);
    else if (fine) {
        fine = give(v, &document);
        if (!is_noted(v->n->notes, b->organisation))
            brief_verstrekking(b, &told, "Uitnodiging voor overleg", v->n->notes);
    }
    reader_close(reader);
    filter_close(filter);
    return fine;
}

/* Nothing without a consent in force; the others still get their sheet. */
static bool for_other(struct inviting *v, const struct deelnemer *p)
{
    struct dossier *d = v->d;
    struct brief b = {.blad = v->blad, .key = v->n->key, .from = v->n->by, .told = v->n->told};
    struct text to = overleg_aan(&v->blad, d, v->overleg, p);
    struct buffer journal = {0};
    bool fine = true;

    v->meant++;
    if (brief_mag(&b, d, v->overleg, to, &v->s->diag)) {
        /* A consent for the meeting is one for each who comes: this is for one of them. */
        if (!text_is(to, p->organisation))
            b.organisation = overleg_naam(d, p);
        buffer_text(&journal, buffer_view(&v->n->edit->content));
        fine = make_other(v, &b, to, p, &journal);
    }
    buffer_free(&journal);
    return fine;
}

static bool make_invitations(struct inviting *v)
{
    struct dossier *d = v->d;
    bool fine = for_client(v);
    struct deelnemer p;
    size_t at = 0;

    while (fine && overleg_next_deelnemer(&v->blad, d, v->overleg, &at, &p))
        if (is_meant(v, &p) && !overleg_is_client(&v->blad, d, &p) &&
            !overleg_is_begeleider(&v->blad, d, v->n->by, &p))
            fine = for_other(v, &p);
    return fine;
}

static void say_tips(struct inviting *v)
{
    overleg_say_tips(&v->blad, v->d, v->overleg, &v->s->diag);
    if (overleg_dag(&v->blad, v->d, v->overleg) < v->s->today)
        diag_at(&v->s->diag, SEVERITY_NOTE, STATUS_OK, v->overleg->opening->place,
                "overleg-voorbij", "dit overleg is al geweest. Kijk de dag na");
}

static bool give_all(struct inviting *v)
{
    bool fine;

    say_tips(v);
    fine = make_invitations(v);
    if (fine && !v->meant)
        diag_say(&v->s->diag, SEVERITY_ERROR, STATUS_NO, "geen-deelnemer",
                 "deze deelnemer is er niet, of is wie het dossier begeleidt. Kijk na wie er bij "
                 "Deelnemer staat");
    return fine && v->given;
}

bool overleg_nodig(const struct nodig *n)
{
    struct inviting v = {.n = n, .s = n->session};
    bool standard_input = false, fine;

    blad_start(&v.blad, v.s->schema, v.s->today);
    fine = consent_rules_read(&v.rules, &v.s->diag) &&
           edit_open(n->edit, 1, DATE_NONE, &standard_input);
    v.d = n->edit->dossier;
    if (fine)
        v.overleg = verwijs_vind(&v.blad, v.d, "Overleg", n->key, &v.s->diag);
    fine = v.overleg && give_all(&v);
    consent_rules_free(&v.rules);
    return fine;
}
