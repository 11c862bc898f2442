#include "domain/kaart_blad.h"
#include "base/text.h"

#include <string.h>

const struct column kaart_kolommen[] = {
    {"sleutel", "Sleutel", COLUMN_TEXT, 20},   {"soort", "Soort", COLUMN_TEXT, 12},
    {"naam", "Naam", COLUMN_TEXT, 24},         {"organisatie", "Organisatie", COLUMN_TEXT, 20},
    {"levensdomein", "Voor", COLUMN_TEXT, 16}, {"doelgroep", "Doelgroep", COLUMN_TEXT, 16},
    {"gebied", "Gebied", COLUMN_TEXT, 12},     {"wachttijd", "Wachttijd", COLUMN_TEXT, 12},
    {"telefoon", "Telefoon", COLUMN_TEXT, 14}, {"email", "E-mail", COLUMN_TEXT, 20},
    {"website", "Website", COLUMN_TEXT, 20},   {"nagekeken", "Nagekeken", COLUMN_DATE, 10},
};
enum { COLUMNS = sizeof kaart_kolommen / sizeof *kaart_kolommen };
const size_t kaart_kolom_aantal = COLUMNS;

/* The buffer's text in the arena; empties the buffer. */
static struct text kept(struct arena *arena, struct buffer *b)
{
    struct text t = arena_text(arena, buffer_view(b));

    buffer_free(b);
    return t;
}

/* All values of the field, of the item or its organisation. */
static struct text values(const struct kaart *k, const struct kaart_item *item, const char *field,
                          struct arena *arena)
{
    struct buffer b = {0};

    kaart_put(&b, kaart_met(k, item, field), field, "; ");
    return kept(arena, &b);
}

static void add_row(const struct kaart *k, const struct kaart_item *item, struct arena *arena,
                    struct document *document)
{
    static const char *const inherited[] = {"Levensdomein", "Doelgroep", "Gebied", "Wachttijd",
                                            "Telefoon",     "Email",     "Website"};
    struct text *cells = arena_take(arena, COLUMNS * sizeof *cells);
    size_t n = 0;

    cells[n++] = item->record.key;
    cells[n++] = item->record.type_name;
    cells[n++] = kaart_value(item, "Naam");
    cells[n++] = kaart_value(item, "Bij");
    for (size_t i = 0; i < sizeof inherited / sizeof *inherited; i++)
        cells[n++] = values(k, item, inherited[i], arena);
    cells[n++] = kaart_value(item, "Nagekeken");
    document_row(document, cells);
}

/* Appends `before` and all values of the field; nothing when there is none. */
static void put(struct buffer *b, const char *before, const struct kaart *k,
                const struct kaart_item *item, const char *field)
{
    const struct kaart_item *with = kaart_met(k, item, field);

    if (!kaart_value(with, field).n)
        return;
    buffer_string(b, before);
    kaart_put(b, with, field, ", ");
}

static void add_point(const struct kaart *k, const struct kaart_item *item, struct arena *arena,
                      struct document *document)
{
    const struct kaart_item *of = kaart_bij(k, item);
    struct buffer b = {0};

    buffer_text(&b, kaart_value(item, "Naam"));
    if (of) {
        buffer_string(&b, item->soort == KAART_CONTACT ? ", bij " : " van ");
        buffer_text(&b, kaart_value(of, "Naam"));
    }
    put(&b, ". Voor: ", k, item, "Doelgroep");
    put(&b, ". Gebied: ", k, item, "Gebied");
    put(&b, ". Wachttijd: ", k, item, "Wachttijd");
    put(&b, ". Telefoon: ", k, item, "Telefoon");
    document_item(document, 0, item->record.key, kept(arena, &b));
}

static void add(const struct kaart *k, const struct kaart_item *item, bool table,
                struct arena *arena, struct document *document)
{
    if (table)
        add_row(k, item, arena, document);
    else
        add_point(k, item, arena, document);
}

size_t kaart_zoek(const struct kaart *k, const struct kaart_vraag *vraag, bool table,
                  struct arena *arena, struct document *document)
{
    struct kaart_zoeker z;
    size_t found = 0;

    kaart_zoeker_start(&z, vraag);
    for (size_t i = 0; i < k->count; i++)
        if (kaart_zoeker_past(&z, k, &k->items[i])) {
            add(k, &k->items[i], table, arena, document);
            found++;
        }
    kaart_zoeker_free(&z);
    return found;
}

/* ---- one record ---- */

static struct text plain_name(struct arena *arena, struct text name)
{
    char *copy = arena_string(arena, name);

    for (char *p = copy; *p; p++)
        if (*p == '_')
            *p = ' ';
    return (struct text){copy, name.n};
}

/* The fields in the order of the file; what only matters to Open Referral stays out. */
static void put_fields(const struct kaart_item *item, struct arena *arena,
                       struct document *document)
{
    for (size_t i = 1; i < item->count; i++) {
        const struct rec_field *f = &item->fields[i];
        if (!text_trim(f->value).n || text_is_string(f->name, "Naam") ||
            text_is_string(f->name, "Hsds") || text_is_string(f->name, "Kolom") ||
            text_is_string(f->name, "Bij"))
            continue;
        document_add(document, (struct block){.kind = BLOCK_PAIR,
                                              .label = plain_name(arena, f->name),
                                              .value = f->value});
    }
}

static bool names(const struct kaart_item *item, const char *field, struct text key)
{
    struct text value;

    for (size_t at = 0; kaart_next(item, field, &at, &value);)
        if (text_is(value, key))
            return true;
    return false;
}

static void put_stand_ins(const struct kaart *k, const struct kaart_item *person,
                          struct arena *arena, struct document *document)
{
    for (size_t i = 0; i < k->count; i++) {
        const struct kaart_item *other = &k->items[i];
        struct buffer b = {0};
        if (other->soort != KAART_CONTACT || !names(other, "Vervangt", person->record.key))
            continue;
        buffer_text(&b, kaart_value(other, "Naam"));
        put(&b, ", telefoon ", k, other, "Telefoon");
        put(&b, ", e-mail ", k, other, "Email");
        document_pair(document, 0, "Valt in", kept(arena, &b));
    }
}

static void put_absence(const struct kaart *k, const struct kaart_item *person, date today,
                        struct arena *arena, struct document *document)
{
    date until = date_parse(kaart_value(person, "Afwezig_tot"));

    if (until == DATE_NONE || until < today)
        return;
    document_note(document, TEXT("Deze persoon is er nu niet."));
    put_stand_ins(k, person, arena, document);
}

static void put_section(const struct kaart_item *item, int level, struct arena *arena,
                        struct document *document)
{
    struct buffer title = {0};

    buffer_text(&title, item->record.type_name);
    buffer_string(&title, ": ");
    buffer_text(&title, kaart_value(item, "Naam").n ? kaart_value(item, "Naam") : item->record.key);
    document_heading(document, level, kept(arena, &title));
    document_pair(document, 0, "Sleutel", item->record.key);
}

static void put_age(const struct kaart_item *item, date today, struct document *document)
{
    date seen = date_parse(kaart_value(item, "Nagekeken"));

    if (item->soort > KAART_DIENST)
        return;
    if (seen == DATE_NONE)
        document_note(document, TEXT("Nog niet nagekeken. Vraag na of dit klopt."));
    else if (seen < date_add_months(today, -12))
        document_note(document, TEXT("Langer dan een jaar niet nagekeken. Vraag na of dit klopt."));
}

static void put_item(const struct kaart *k, const struct kaart_item *item, int level, date today,
                     struct arena *arena, struct document *document)
{
    put_section(item, level, arena, document);
    put_fields(item, arena, document);
    put_age(item, today, document);
    if (item->soort == KAART_CONTACT)
        put_absence(k, item, today, arena, document);
}

static void put_belonging(const struct kaart *k, const struct kaart_item *item, int level,
                          date today, struct arena *arena, struct document *document)
{
    bool whole = item->soort == KAART_ORGANISATIE;

    for (int soort = whole ? KAART_DIENST : KAART_CONTACT; soort <= KAART_CONVENANT; soort++)
        for (size_t i = 0; i < k->count; i++) {
            const struct kaart_item *other = &k->items[i];
            if ((int)other->soort != soort || !names(other, "Bij", item->record.key))
                continue;
            put_item(k, other, level, today, arena, document);
            if (soort == KAART_DIENST)
                put_belonging(k, other, level + 1, today, arena, document);
        }
}

void kaart_toon(const struct kaart *k, const struct kaart_item *item, date today,
                struct arena *arena, struct document *document)
{
    struct text of;

    put_item(k, item, 1, today, arena, document);
    for (size_t at = 0; kaart_next(item, "Bij", &at, &of);) {
        const struct kaart_item *found = kaart_find(k, of);
        document_pair(document, 0, "Bij", found ? kaart_value(found, "Naam") : of);
    }
    if (item->soort <= KAART_DIENST)
        put_belonging(k, item, 2, today, arena, document);
}

/* ---- what to look at again ---- */

size_t kaart_verouderd(const struct kaart *k, date since, bool table, struct arena *arena,
                       struct document *document)
{
    size_t found = 0;

    for (size_t i = 0; i < k->count; i++) {
        const struct kaart_item *item = &k->items[i];
        struct text day = kaart_value(item, "Nagekeken");
        struct buffer b = {0};
        if (!kaart_kan(k, item) || (day.n && date_parse(day) >= since))
            continue;
        found++;
        if (table) {
            add_row(k, item, arena, document);
            continue;
        }
        buffer_text(&b, kaart_value(item, "Naam"));
        buffer_string(&b, day.n ? ", nagekeken op " : ", nog niet nagekeken");
        buffer_text(&b, day);
        document_item(document, 0, item->record.key, kept(arena, &b));
    }
    return found;
}
