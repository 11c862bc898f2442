/* What has been told stands in the Reden of the Verstrekking of each message, in lines that people
 * can read and that are read back here; this is the only place that knows them:
 *
 *     Start gemeld aan de gemeente: iWmo 305 BCDFGHJKLMNP van 65656055 aan 0356
 *     J1: nummer 300201, product 02 02A04, ingang 2026-02-01, begin 2026-02-03, status 1
 */
#include "domain/iwmo_inside.h"

#include "base/text.h"

#include <string.h>

static const char *const heads[] = {"Start gemeld aan de gemeente: iWmo 305 ",
                                    "Stop gemeld aan de gemeente: iWmo 307 "};

/* ---- writing ---- */

static void put_word(struct buffer *b, const char *name, struct text value)
{
    if (!value.n)
        return;
    buffer_format(b, ", %s ", name);
    buffer_text(b, value);
}

static void put_date(struct buffer *b, const char *name, date day)
{
    char text[11];

    put_word(b, name, text_of(date_write(day, text)));
}

static void put_product(struct buffer *b, const struct iwmo_product *p)
{
    buffer_byte(b, '\n');
    buffer_text(b, p->toewijzing);
    buffer_string(b, ": product ");
    buffer_text(b, p->categorie);
    put_word(b, "code", p->code);
    put_word(b, "nummer", p->nummer);
    put_date(b, "ingang", p->ingang);
    put_date(b, "begin", p->begin);
    put_date(b, "einde", p->einde);
    put_word(b, "reden", p->reden);
    put_word(b, "status", p->weg ? TEXT("3") : TEXT("1"));
}

/* ---- what went ---- */

static const char client_fields[] = "Achternaam Voorvoegsel Voornamen Geboren Geslacht";

static void give_what(struct notes *n, struct addition *a, const char *type, const char *field)
{
    struct buffer name = {0};

    buffer_format(&name, "%s.%s", type, field);
    notes_give(n, a, "Wat", buffer_view(&name));
    buffer_free(&name);
}

static void give_client(const struct iwmo *w, struct dossier *d, struct notes *n,
                        struct addition *a)
{
    const struct thing *client = iwmo_wie(w, d);
    struct text rest = text_of(client_fields), word;

    while (text_next_word(&rest, &word)) {
        const char *name = arena_string(&d->arena, word);
        if (iwmo_veld(w, d, client, name).n)
            give_what(n, a, "Client", name);
    }
    notes_give(n, a, "Wat", TEXT("burgerservicenummer"));
}

static void give_products(const struct iwmo_bericht *b, enum iwmo_soort soort, struct notes *n,
                          struct addition *a)
{
    bool nummer = false, code = false, ingang = false;

    for (size_t i = 0; i < b->count; i++) {
        nummer = nummer || b->producten[i].nummer.n;
        code = code || b->producten[i].code.n;
        ingang = ingang || b->producten[i].ingang != DATE_NONE;
    }
    give_what(n, a, "Toewijzing", "Productcategorie");
    if (code)
        give_what(n, a, "Toewijzing", "Productcode");
    if (nummer)
        give_what(n, a, "Toewijzing", "Nummer");
    if (ingang)
        give_what(n, a, "Toewijzing", "Ingang");
    give_what(n, a, "Toewijzing", "Gestart");
    if (soort == IWMO_STOP) {
        give_what(n, a, "Toewijzing", "Gestopt");
        give_what(n, a, "Toewijzing", "Reden_stop");
    }
}

void iwmo_verstrekking(const struct iwmo *w, struct dossier *d, const struct iwmo_bericht *b,
                       const char *told, struct notes *n)
{
    struct addition *a = notes_new(n, "Verstrekking");
    struct buffer text = {0};

    buffer_string(&text, "gemeente ");
    buffer_text(&text, b->ontvanger);
    notes_give(n, a, "Aan", buffer_view(&text));
    give_client(w, d, n, a);
    give_products(b, w->soort, n, a);
    notes_give(n, a, "Grondslag", TEXT("wettelijke-plicht"));
    text.n = 0;
    buffer_format(&text, "%s%s van %.*s aan ", heads[w->soort], b->identificatie,
                  (int)b->afzender.n, b->afzender.p);
    buffer_text(&text, b->ontvanger);
    for (size_t i = 0; i < b->count; i++)
        put_product(&text, &b->producten[i]);
    notes_give(n, a, "Reden", buffer_view(&text));
    if (told)
        notes_give(n, a, "Client_geinformeerd", text_of(told));
    buffer_free(&text);
}

/* ---- reading it back ---- */

/* Takes off *rest what stands before `mark`, and the mark; all of it when it is not there. */
static struct text take_until(struct text *rest, const char *mark)
{
    struct text start = *rest;
    size_t n = strlen(mark);

    for (; rest->n >= n; rest->p++, rest->n--)
        if (!memcmp(rest->p, mark, n)) {
            start.n = (size_t)(rest->p - start.p);
            *rest = (struct text){rest->p + n, rest->n - n};
            return start;
        }
    rest->p += rest->n;
    rest->n = 0;
    return start;
}

static bool take_date(struct text value, date *into)
{
    *into = date_parse(value);
    return *into != DATE_NONE;
}

static bool take_part(struct text part, struct iwmo_product *p)
{
    struct text name = take_until(&part, " ");

    if (text_is_string(name, "product"))
        p->categorie = part;
    else if (text_is_string(name, "code"))
        p->code = part;
    else if (text_is_string(name, "nummer"))
        p->nummer = part;
    else if (text_is_string(name, "reden"))
        p->reden = part;
    else if (text_is_string(name, "ingang"))
        return take_date(part, &p->ingang);
    else if (text_is_string(name, "begin"))
        return take_date(part, &p->begin);
    else if (text_is_string(name, "einde"))
        return take_date(part, &p->einde);
    else if (text_is_string(name, "status") && text_has_word("1 3", part))
        p->weg = text_is_string(part, "3");
    else
        return false;
    return part.n > 0;
}

static bool read_product(struct text line, enum iwmo_soort soort, struct iwmo_product *p)
{
    bool fine = true;

    p->ingang = p->begin = p->einde = DATE_NONE;
    p->toewijzing = take_until(&line, ": ");
    while (fine && line.n) {
        struct text part = take_until(&line, ", ");
        fine = take_part(part, p);
    }
    return fine && schema_key_good(p->toewijzing) && p->categorie.n && p->begin != DATE_NONE &&
           (soort == IWMO_START || (p->einde != DATE_NONE && p->reden.n));
}

void iwmo_neem_weg(struct iwmo_geleverd *g, size_t number)
{
    g->count--;
    memmove(&g->list[number], &g->list[number + 1], (g->count - number) * sizeof *g->list);
}

/* A message that takes back ends what it takes back; both go off the list. */
static void apply(struct iwmo_geleverd *g, struct iwmo_melding m)
{
    size_t i = g->count;

    if (!m.product.weg) {
        g->list[g->count++] = m;
        return;
    }
    while (i-- > 0)
        if (g->list[i].soort == m.soort && iwmo_zelfde(&g->list[i].product, &m.product, m.soort)) {
            iwmo_neem_weg(g, i);
            return;
        }
}

/* The lines behind the head. Room for them is there. */
static bool read_message(struct text reason, struct iwmo_melding m, struct iwmo_geleverd *g)
{
    struct text line, head;
    bool any = false;

    text_next_line(&reason, &head);
    head = (struct text){head.p + strlen(heads[m.soort]), head.n - strlen(heads[m.soort])};
    take_until(&head, " van ");
    m.afzender = take_until(&head, " aan ");
    m.ontvanger = text_trim(head);
    while (text_next_line(&reason, &line)) {
        m.product = (struct iwmo_product){.place = m.product.place};
        if (!read_product(text_trim(line), m.soort, &m.product))
            return false;
        apply(g, m);
        any = true;
    }
    return any && m.afzender.n && m.ontvanger.n;
}

static size_t count_lines(struct text t)
{
    size_t n = 0;

    for (struct text line; text_next_line(&t, &line);)
        n++;
    return n;
}

static bool read_verstrekking(const struct iwmo *w, struct dossier *d, const struct thing *t,
                              struct iwmo_geleverd *g)
{
    struct text reason = blad_value(&w->blad, d, t, "Reden");
    struct iwmo_melding m = {.product = {.place = t->opening->place}};

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct iwmo_melding *more;
        if (!text_starts(reason, heads[i]))
            continue;
        more = arena_take(&d->arena, (g->count + count_lines(reason)) * sizeof *more);
        if (g->count)
            memcpy(more, g->list, g->count * sizeof *more);
        g->list = more;
        m.soort = (enum iwmo_soort)i;
        return read_message(reason, m, g);
    }
    return true;
}

bool iwmo_geleverd(const struct iwmo *w, struct dossier *d, struct iwmo_geleverd *g)
{
    const struct type *type = schema_type(w->blad.schema, TEXT("Verstrekking"));
    bool fine = true;

    *g = (struct iwmo_geleverd){0};
    for (const struct thing *t = NULL; (t = blad_next(d, type, t));) {
        if (read_verstrekking(w, d, t, g))
            continue;
        diag_at(w->diag, SEVERITY_ERROR, STATUS_DATA, t->opening->place, "iwmo-levering",
                "dossier %.*s: de Reden van %.*s zegt niet meer wat er aan de gemeente gemeld is. "
                "Zet de regels terug zoals ze waren",
                (int)d->id.n, d->id.p, (int)t->key.n, t->key.p);
        fine = false;
    }
    return fine;
}

const struct iwmo_melding *iwmo_laatst(const struct iwmo_geleverd *g, enum iwmo_soort soort,
                                       struct text toewijzing, date begin)
{
    for (size_t i = g->count; i-- > 0;) {
        const struct iwmo_melding *m = &g->list[i];
        if (m->soort == soort && text_is(m->product.toewijzing, toewijzing) &&
            (begin == DATE_NONE || m->product.begin == begin))
            return m;
    }
    return NULL;
}

bool iwmo_zelfde(const struct iwmo_product *a, const struct iwmo_product *b, enum iwmo_soort soort)
{
    return text_is(a->nummer, b->nummer) && text_is(a->categorie, b->categorie) &&
           text_is(a->code, b->code) && a->begin == b->begin &&
           (soort == IWMO_START || (text_is(a->reden, b->reden) && a->einde == b->einde));
}
