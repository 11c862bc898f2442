#include "domain/voor_namen.h"

#include "base/text.h"

#include <string.h>

static bool is_letter(char c)
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c >= 0x80;
}

/* Takes the next word of letters off *rest; what stood before it is *before. */
static bool next_name_word(struct text *rest, struct text *before, struct text *word)
{
    size_t i = 0, start;

    while (i < rest->n && !is_letter(rest->p[i]))
        i++;
    *before = (struct text){rest->p, i};
    start = i;
    while (i < rest->n && is_letter(rest->p[i]))
        i++;
    *word = (struct text){rest->p + start, i - start};
    *rest = (struct text){rest->p + i, rest->n - i};
    return word->n > 0;
}

/* A capital A-Z, or one of those with an accent in Latin-1 (`É`, not `é`) or Latin Extended-A,
 * where the even ones are most of the capitals. */
static bool has_capital(struct text word)
{
    uint32_t code;

    if (!word.n)
        return false;
    text_decode(word, &code);
    return (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7) ||
           (code >= 0x100 && code <= 0x17F && code % 2 == 0);
}

static bool is_one_of(const struct text *list, size_t count, struct text word)
{
    for (size_t i = 0; i < count; i++)
        if (consent_same_name(list[i], word))
            return true;
    return false;
}

/* Adds the words with a capital. */
static void add_words(struct text *list, size_t *count, struct text name)
{
    struct text before, word;

    while (next_name_word(&name, &before, &word))
        if (has_capital(word))
            list[(*count)++] = word;
}

/* ---- which names there are ---- */

static bool is_name_of(const struct schema *schema, const struct thing *t, size_t i,
                       const char *type, const char *names)
{
    return text_is_string(t->type_name, type) && t->type &&
           schema_field_index(schema, t->type, t->fields[i].id) >= 0 &&
           text_has_word(names, t->fields[i].name);
}

static void take_field(struct names *n, const struct schema *schema, struct dossier *d,
                       const struct consent *c, const struct thing *t, size_t i)
{
    if (is_name_of(schema, t, i, "Relatie", "Naam") ||
        is_name_of(schema, t, i, "Vertegenwoordiger", "Naam"))
        add_words(n->others, &n->count, field_value(d, &t->fields[i]));
    else if (is_name_of(schema, t, i, "Client", "Naam Voornamen Achternaam") &&
             consent_may(c, d, t, i).may)
        add_words(n->known, &n->known_count, field_value(d, &t->fields[i]));
}

/* The words of all names, at most one for two bytes. */
static size_t room_for(const struct dossier *d, struct text organisation)
{
    size_t room = organisation.n / 2 + 1;

    for (size_t i = 0; i < d->thing_count; i++)
        for (size_t k = 1; k < d->things[i].count; k++)
            if (text_has_word("Naam Voornamen Achternaam", d->things[i].fields[k].name))
                room += d->things[i].fields[k].value.n / 2 + 1;
    return room;
}

struct names names_read(const struct schema *schema, struct dossier *d, const struct consent *c,
                        struct text organisation)
{
    size_t room = room_for(d, organisation);
    struct names n = {0};

    n.others = arena_take(&d->arena, room * sizeof *n.others);
    n.known = arena_take(&d->arena, room * sizeof *n.known);
    add_words(n.known, &n.known_count, organisation);
    for (size_t i = 0; i < d->thing_count; i++)
        for (size_t k = 1; d->things[i].opening && k < d->things[i].count; k++)
            take_field(&n, schema, d, c, &d->things[i], k);
    return n;
}

/* ---- how they are shown ---- */

static void put_initial(struct buffer *out, struct text word)
{
    uint32_t code;

    buffer_text(out, (struct text){word.p, text_decode(word, &code)});
    buffer_byte(out, '.');
}

struct text names_shown(const struct names *n, const struct field *field, struct text value,
                        struct arena *arena)
{
    struct buffer out = {0};
    struct text rest = value, before, word, shown = value;
    bool changed = false, more = true;

    if (!field || (field->kind != KIND_TEXT && field->kind != KIND_WEIGHT &&
                   field->kind != KIND_SCALE_TEXT && field->kind != KIND_REFERENCE_OR_TEXT))
        return value;
    if (field->kind == KIND_REFERENCE_OR_TEXT && schema_type_of_key(value))
        return value; /* a key (Y1), which goes when its record goes */
    while (more) {
        more = next_name_word(&rest, &before, &word);
        buffer_text(&out, before);
        if (has_capital(word) && !is_one_of(n->known, n->known_count, word) &&
            (field->flags & PEOPLE || is_one_of(n->others, n->count, word))) {
            put_initial(&out, word);
            changed = true;
        } else {
            buffer_text(&out, word);
        }
    }
    if (changed)
        shown = arena_text(arena, buffer_view(&out));
    buffer_free(&out);
    return shown;
}
