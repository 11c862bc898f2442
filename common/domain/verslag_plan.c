#include "domain/verslag_plan.h"
#include "base/text.h"
#include "domain/blad_delen.h"
#include "domain/doelen.h"

/* The plan, while it is made. */
struct plan {
    const struct blad *b;
    struct dossier *d;
    struct document *document;
};

static struct text value(const struct plan *p, const struct thing *t, const char *name)
{
    return blad_value(p->b, p->d, t, name);
}

static void say_nothing_yet(const struct plan *p)
{
    document_text(p->document, TEXT("Dit hebben we nog niet opgeschreven. Daar praten we over."));
}

/* ---- what I want ---- */

static void add_wishes(const struct plan *p)
{
    const struct thing *t = NULL, *melding = NULL;
    size_t from = p->document->count + 1;

    document_heading(p->document, 2, TEXT("Wat ik wil"));
    while ((t = blad_next(p->d, p->b->names.melding, t)))
        melding = t;
    if (melding)
        document_item(p->document, 0, TEXT(""), value(p, melding, "Vraag"));
    while ((t = blad_next(p->d, p->b->names.domein, t)))
        if (value(p, t, "Wens").n && text_has_word("ja deels", value(p, t, "Besproken")))
            document_item(p->document, 0, TEXT(""), value(p, t, "Wens"));
    if (p->document->count == from)
        say_nothing_yet(p);
}

/* ---- my goals ---- */

/* The steps of one goal; NULL: those of no goal at all, as far as they are still to be done. */
static void add_steps(const struct plan *p, const struct thing *goal)
{
    const struct thing *t = NULL;
    bool headed = goal != NULL;

    while ((t = blad_next(p->d, p->b->names.stap, t))) {
        struct text status = value(p, t, "Status");
        if (text_is_string(status, "niet-meer-nodig") || doel_van_stap(p->b, p->d, t) != goal ||
            (!goal && text_is_string(status, "gedaan")))
            continue;
        if (!headed)
            document_heading(p->document, 2, TEXT("Wat we nog meer doen"));
        headed = true;
        doel_stap(p->b, p->d, t, p->document);
    }
}

static void add_goal(const struct plan *p, const struct thing *t)
{
    struct text until = value(p, t, "Uiterlijk"), review = value(p, t, "Evalueren_op"),
                status = value(p, t, "Status");
    bool open = doel_loopt(status);
    struct buffer line = {0};

    document_heading(p->document, 3, value(p, t, "Tekst"));
    buffer_string(&line, doel_in_woorden(status));
    if (text_is_string(value(p, t, "Van"), "opgelegd"))
        buffer_string(&line, "\nDit doel komt niet van mij. Het moet van een ander.");
    blad_put(&line, "\nZo merk ik dat het lukt: ", value(p, t, "Meetbaar"));
    if (open && until.n)
        blad_put_day(p->d, &line, "\nKlaar op: ", date_parse(until), "");
    if (open && review.n)
        blad_put_day(p->d, &line, "\nWe kijken hoe het gaat op: ", date_parse(review), "");
    if (open)
        blad_put(&line, "\nAls het tegenzit: ", value(p, t, "Bij_terugval"));
    document_text(p->document, blad_kept(p->d, &line));
    buffer_free(&line);
    add_steps(p, t);
}

static void add_goals(const struct plan *p)
{
    size_t n;
    const struct thing **goals = doelen_op_volgorde(p->b, p->d, DOEL_GELDT, &n);

    document_heading(p->document, 2, TEXT("Mijn doelen, en wie wat doet"));
    for (size_t i = 0; i < n; i++)
        add_goal(p, goals[i]);
    if (!n)
        say_nothing_yet(p);
}

/* ---- what we agreed ---- */

static void add_values(const struct plan *p, const struct thing *t, const char *name,
                       const char *heading)
{
    name_id id = schema_name(p->b->schema, text_of(name));
    struct text one;
    size_t at = 0, from = p->document->count;

    while (thing_next_value(p->d, t, id, &at, &one)) {
        if (p->document->count == from)
            document_heading(p->document, 3, text_of(heading));
        document_item(p->document, 0, TEXT(""), one);
    }
}

static void add_agreements(const struct plan *p)
{
    const struct thing *t = NULL, *last = NULL;

    while ((t = blad_next(p->d, schema_type(p->b->schema, TEXT("Werkafspraak")), t)))
        last = t;
    document_heading(p->document, 2, TEXT("Wat we van elkaar mogen verwachten"));
    if (!last) {
        say_nothing_yet(p);
        return;
    }
    add_values(p, last, "Verwacht_begeleider", "Van mijn begeleider");
    add_values(p, last, "Verwacht_client", "Van mij");
    add_values(p, last, "Grens", "Wat mijn begeleider niet doet");
}

const struct thing *verslag_plan(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *mind = blad_begin(b, d, "Mijn plan", document);
    struct plan p = {b, d, document};

    document_pair(document, 0, "Dossier", d->id);
    add_wishes(&p);
    blad_krachten(b, d, document);
    add_goals(&p);
    add_steps(&p, NULL);
    blad_afspraken(b, d, document);
    blad_mensen(b, d, document);
    blad_rechten(b, d, document);
    add_agreements(&p);
    blad_ruimte(document, "Klopt mijn plan?",
                "Dit wil ik anders, of dit mis ik. Ben ik het eens? Dan zet ik hier mijn naam:");
    blad_end(b, document);
    return mind;
}
