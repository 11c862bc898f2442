#include "domain/verslag_gesprek.h"
#include "base/text.h"
#include "domain/blad_delen.h"
#include "domain/doelen.h"
#include "domain/wie.h"

const struct thing *verslag_kies_gesprek(const struct blad *b, const struct dossier *d,
                                         struct text key)
{
    const struct thing *chosen = NULL, *t = NULL;

    while ((t = blad_next(d, b->names.gesprek, t)))
        if (!key.n || text_is(t->key, key))
            chosen = t;
    return chosen;
}

/* The account, while it is made. */
struct account {
    const struct blad *b;
    struct dossier *d;
    const struct thing *gesprek;
    struct document *document;
    date day;
};

static struct text own(const struct account *a, const char *name)
{
    return blad_value(a->b, a->d, a->gesprek, name);
}

/* ---- what belongs to this conversation ---- */

static bool belongs(const struct account *a, const struct thing *t)
{
    struct text bij = blad_value(a->b, a->d, t, "Bij");
    const struct thing *other = bij.n ? fold_find(a->d, NULL, bij) : NULL;

    if (other && other->type == a->b->names.gesprek)
        return other == a->gesprek;
    return t->opening->op == a->day;
}

/* What a record of that day gave the field; the last one when there are more. What came later is of
 * another conversation. */
static struct text that_day(const struct account *a, const struct thing *t, const char *name)
{
    name_id id = schema_name(a->b->schema, text_of(name));
    struct text value = {"", 0};

    for (size_t i = 0; i < a->d->record_count; i++) {
        const struct record *r = &a->d->records[i];
        if (!r->known || r->op != a->day || &a->d->things[r->thing] != t)
            continue;
        for (size_t f = r->first; f < r->first + r->count; f++)
            if (a->d->fields[f].id == id)
                value = field_value(a->d, &a->d->fields[f]);
    }
    return value;
}

/* ---- my words ---- */

static void add_part(const struct account *a, const char *heading, struct text value)
{
    if (!value.n)
        return;
    document_heading(a->document, 2, text_of(heading));
    document_text(a->document, value);
}

static void add_when(const struct account *a)
{
    struct buffer line = {0};

    buffer_string(&line, "We spraken elkaar op ");
    buffer_text(&line, blad_day(a->d, a->day, true));
    buffer_string(&line, ".");
    blad_put(&line, "\nErbij waren: ", blad_values(a->b, a->d, a->gesprek, "Aanwezig", ", "));
    blad_put(&line, "\nWe praatten over: ",
             blad_plain(a->d, blad_values(a->b, a->d, a->gesprek, "Levensdomein", ", ")));
    document_text(a->document, blad_kept(a->d, &line));
    buffer_free(&line);
}

/* A goal that somebody else set is not what the client wants. */
static bool is_imposed(const struct account *a, const struct thing *t)
{
    return t->type == a->b->names.doel &&
           text_is_string(blad_value(a->b, a->d, t, "Van"), "opgelegd");
}

static void add_wishes_of(const struct account *a, const struct type *type, const char *name,
                          bool *headed)
{
    const struct thing *t = NULL;

    while ((t = blad_next(a->d, type, t))) {
        struct text wish = that_day(a, t, name);
        if (!wish.n || is_imposed(a, t))
            continue;
        if (!*headed)
            document_heading(a->document, 2, TEXT("Wat ik wil"));
        *headed = true;
        document_item(a->document, 0, TEXT(""), wish);
    }
}

static void add_words(const struct account *a)
{
    bool headed = false;

    add_part(a, "Wat ik vertelde", own(a, "Verhaal"));
    add_wishes_of(a, a->b->names.domein, "Wens", &headed);
    add_wishes_of(a, a->b->names.doel, "Tekst", &headed);
}

/* ---- what was agreed ---- */

static bool does_worker(const struct account *a, const struct thing *step)
{
    return wie_is_begeleider(a->b, a->d, own(a, "Door"), blad_value(a->b, a->d, step, "Wie"));
}

/* What is expected of each other is a promise too, on the day it was said. */
static void add_expected(const struct account *a, const char *name)
{
    name_id id = schema_name(a->b->schema, text_of(name));
    const struct type *type = schema_type(a->b->schema, TEXT("Werkafspraak"));
    const struct thing *t = NULL;
    struct text value;

    while ((t = blad_next(a->d, type, t))) {
        size_t at = 0;
        while (t->opening->op == a->day && thing_next_value(a->d, t, id, &at, &value))
            document_item(a->document, 0, TEXT(""), value);
    }
}

/* Under a heading; without one when there is nothing to put under it. */
static bool add_promises(const struct account *a, bool of_worker)
{
    const struct thing *t = NULL;
    size_t from = a->document->count;

    document_heading(a->document, 3,
                     of_worker ? TEXT("Dit heeft mijn begeleider beloofd")
                               : TEXT("Dit doe ik, of iemand met mij"));
    while ((t = blad_next(a->d, a->b->names.stap, t)))
        if (belongs(a, t) && does_worker(a, t) == of_worker)
            doel_stap(a->b, a->d, t, a->document);
    add_expected(a, of_worker ? "Verwacht_begeleider" : "Verwacht_client");
    if (a->document->count == from + 1)
        a->document->count = from;
    return a->document->count > from;
}

static bool add_meetings(const struct account *a)
{
    const struct thing *t = NULL;
    bool headed = false;

    while ((t = blad_next(a->d, a->b->names.afspraak, t))) {
        if (!belongs(a, t) || !blad_is_gepland(a->b, a->d, t))
            continue;
        if (!headed)
            document_heading(a->document, 3, TEXT("Mijn afspraken"));
        headed = true;
        blad_afspraak(a->b, a->d, t, a->document);
    }
    return headed;
}

static void add_agreements(const struct account *a)
{
    struct text summary = own(a, "Samenvatting");
    bool any;

    document_heading(a->document, 2, TEXT("Wat we hebben besproken en afgesproken"));
    any = add_promises(a, true);
    any = add_promises(a, false) || any;
    any = add_meetings(a) || any;
    if (any && summary.n)
        document_heading(a->document, 3, TEXT("In het kort"));
    if (summary.n)
        document_text(a->document, summary);
    else if (!any)
        document_text(a->document, TEXT("We hebben deze keer niets nieuws afgesproken."));
}

/* ---- the rest ---- */

static void add_strengths(const struct account *a)
{
    name_id kracht = schema_name(a->b->schema, TEXT("Kracht"));
    struct text value;
    size_t at = 0;

    while (thing_next_value(a->d, a->gesprek, kracht, &at, &value)) {
        if (value.n && a->document->blocks[a->document->count - 1].kind != BLOCK_ITEM)
            document_heading(a->document, 2, TEXT("Wat ik goed kan"));
        document_item(a->document, 0, TEXT(""), value);
    }
}

static void add_rights(const struct account *a)
{
    const struct thing *t = NULL;
    bool headed = false;

    while ((t = blad_next(a->d, a->b->names.recht, t))) {
        struct text status = that_day(a, t, "Status");
        if (!status.n)
            continue;
        if (!headed)
            document_heading(a->document, 2, TEXT("Mijn rechten"));
        headed = true;
        blad_recht(a->b, a->d, t, status, a->document);
    }
}

const struct thing *verslag_gesprek(const struct blad *b, struct dossier *d,
                                    const struct thing *gesprek, struct document *document)
{
    const struct thing *mind = blad_begin(b, d, "Ons gesprek", document);
    struct account a = {b, d, gesprek, document, gesprek->opening->op};

    add_when(&a);
    add_words(&a);
    add_agreements(&a);
    add_strengths(&a);
    add_rights(&a);
    add_part(&a, "Wat ik anders wil in dit verslag", own(&a, "Correctie_client"));
    blad_ruimte(
        document, "Klopt dit?",
        "Ik lees dit rustig na, alleen of samen met iemand. Dit klopt niet, of dit mis ik:");
    blad_end(b, document);
    return mind;
}
