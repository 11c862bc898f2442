#include "domain/verwijs_brief.h"

#include "base/text.h"
#include "domain/consent.h"
#include "domain/stavaza.h"
#include "domain/verwijs.h"

#include <string.h>

bool brief_open(struct brief *b, struct dossier *d, struct diag *diag)
{
    const struct thing *t = verwijs_vind(&b->blad, d, "Verwijzing", b->key, diag);

    return t && brief_mag(b, d, t, verwijs_organisatie(&b->blad, d, t), diag);
}

bool brief_mag(struct brief *b, struct dossier *d, const struct thing *about,
               struct text organisation, struct diag *diag)
{
    struct consent_rules rules = {0};
    bool fine = consent_rules_read(&rules, diag);

    if (fine) {
        b->organisation = arena_text(&d->arena, organisation);
        b->consent = consent_in_force(
            consent_read(b->blad.schema, &rules, d, b->organisation, b->blad.today));
    }
    consent_rules_free(&rules);
    if (fine && !b->consent.n) {
        char safe[QUOTE_SIZE];
        diag_at(diag, SEVERITY_ERROR, STATUS_NO, about->opening->place, "geen-toestemming",
                "er is geen toestemming voor %s die nu geldt, dus er gaat niets weg. Bespreek wat "
                "zij mogen weten, en noteer het met gesprek-verwijs toestemming nieuw",
                quote(b->organisation, safe));
        fine = false;
    }
    return fine;
}

/* ---- which fields there are ---- */

static bool is_listed(const struct brief_fields *fields, struct text name)
{
    for (size_t i = 0; i < fields->count; i++)
        if (text_is(fields->list[i], name))
            return true;
    return false;
}

/* NULL: one that the schema does not know, that every record has, or that no sheet may show. */
static const struct field *shown_field(const struct brief *b, const struct thing *t, size_t i)
{
    const struct field *f = schema_field_at(
        b->blad.schema, t->type, schema_field_index(b->blad.schema, t->type, t->fields[i].id));

    if (!f || !t->fields[i].value.n || (t->type->flags | f->flags) & AFGESCHERMD ||
        (f >= schema_common && f < schema_common + COMMON_COUNT))
        return NULL;
    return f;
}

static size_t count_fields(const struct dossier *d)
{
    size_t n = 0;

    for (size_t i = 0; i < d->thing_count; i++)
        n += d->things[i].count;
    return n;
}

struct brief_fields brief_fields(const struct brief *b, struct dossier *d, struct arena *arena)
{
    struct brief_fields all = {.list = arena_take(arena, (count_fields(d) + 1) * sizeof *all.list)};
    struct buffer name = {0};

    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        for (size_t k = 1; t->type && t->opening && !t->withdrawn && k < t->count; k++) {
            const struct field *f = shown_field(b, t, k);
            if (!f)
                continue;
            name.n = 0;
            buffer_format(&name, "%s.%s", t->type->name, f->name);
            if (!is_listed(&all, buffer_view(&name)))
                all.list[all.count++] = arena_text(arena, buffer_view(&name));
        }
    }
    buffer_free(&name);
    return all;
}

/* ---- the letter ---- */

static void put_records(const struct brief *b, struct dossier *d, struct document *document)
{
    struct stavaza z;

    stavaza_start(&z, b->blad.schema, b->blad.today, NULL);
    stavaza_records(&z, d, document);
}

void brief_document(const struct brief *b, struct dossier *d, struct document *document)
{
    const struct thing *client = blad_last(d, b->blad.names.client);
    struct text name = client ? blad_value(&b->blad, d, client, "Naam") : TEXT("");

    document_heading(document, 1, TEXT("Brief bij een verwijzing"));
    document_pair(document, 0, "Aan", b->organisation);
    document_pair(document, 0, "Van", b->from);
    document_pair(document, 0, "Dag", blad_day(d, b->blad.today, false));
    if (name.n)
        document_pair(document, 0, "Over", name);
    document_text(document, TEXT("Hieronder staat wat u van de cliënt mag weten. Voor iets anders "
                                 "hebt u een nieuwe toestemming nodig: vraag het de cliënt zelf."));
    put_records(b, d, document);
    brief_voet(b->organisation, d, document);
}

void brief_voet(struct text organisation, struct dossier *d, struct document *document)
{
    struct buffer line = {0};

    buffer_string(&line, "Voor ");
    buffer_text(&line, organisation);
    buffer_string(&line, ", met toestemming van de cliënt. Geef dit niet verder zonder het te "
                         "vragen. Wat hier niet staat, kan er wel zijn.");
    document_note(document, blad_kept(d, &line));
    buffer_free(&line);
}

static struct text type_in(struct text name)
{
    const char *dot = memchr(name.p, '.', name.n);

    return (struct text){name.p, (size_t)(dot - name.p)};
}

/* The fields that stay, a point for each type. */
static void put_staying(const struct brief_fields *all, const struct brief_fields *gone,
                        struct dossier *d, struct document *document)
{
    struct buffer line = {0};
    struct text type = TEXT("");

    for (size_t i = 0; i < all->count; i++) {
        struct text name = all->list[i], of = type_in(name);
        bool again = text_is(of, type);
        if (is_listed(gone, name))
            continue;
        if (!again && line.n)
            blad_point(d, document, &line);
        buffer_string(&line, again ? ", " : consent_word(of).type->plural);
        buffer_string(&line, again ? "" : ": ");
        for (const char *c = name.p + of.n + 1; c < name.p + name.n; c++)
            buffer_byte(&line, *c == '_' ? ' ' : (char)(*c | 32));
        type = of;
    }
    if (line.n)
        blad_point(d, document, &line);
    buffer_free(&line);
}

void brief_proef(const struct brief *b, struct dossier *d, const struct brief_fields *all,
                 struct document *document)
{
    struct brief_fields gone = brief_fields(b, d, &d->arena);
    struct buffer line = {0};

    document_heading(document, 1, TEXT("Wat gaat er weg, en wat blijft hier?"));
    buffer_string(&line, "Dit is een proef. Er is nog niets weg. Zo zou de brief aan ");
    buffer_text(&line, b->organisation);
    buffer_string(&line, " eruitzien.");
    document_text(document, blad_kept(d, &line));
    document_heading(document, 2, TEXT("Dit gaat weg"));
    put_records(b, d, document);
    document_heading(document, 2, TEXT("Dit blijft hier, of er blijft een deel van hier"));
    put_staying(all, &gone, d, document);
    document_text(document, TEXT("Wil ik iets niet vertellen, of juist wel? Ik zeg het. Dan passen "
                                 "we het aan."));
    blad_end(&b->blad, document);
    buffer_free(&line);
}

/* ---- what is noted of it ---- */

void brief_verstrekking(const struct brief *b, const struct brief_fields *gone, const char *what,
                        struct notes *n)
{
    struct addition *a = notes_new(n, "Verstrekking");
    struct buffer why = {0};

    notes_give(n, a, "Aan", b->organisation);
    for (size_t i = 0; i < gone->count; i++)
        notes_give(n, a, "Wat", gone->list[i]);
    notes_give(n, a, "Grondslag", TEXT("toestemming"));
    notes_give(n, a, "Toestemming_ref", b->consent);
    buffer_format(&why, "%s ", what);
    buffer_text(&why, b->key);
    notes_give(n, a, "Reden", buffer_view(&why));
    if (b->told)
        notes_give(n, a, "Client_geinformeerd", text_of(b->told));
    buffer_free(&why);
}
