#include "domain/crisisblad.h"
#include "base/text.h"

/* Whether one of the first `count` points of the list is this value: what came back in several hard
 * moments stands there once. */
static bool stands_there(const struct document *document, size_t from, struct text value)
{
    for (size_t i = from; i < document->count; i++)
        if (text_is(document->blocks[i].value, value))
            return true;
    return false;
}

/* All values of these fields in all hard moments, under one heading. */
static void add_part(const struct blad *b, struct dossier *d, struct document *document,
                     const char *heading, const char *const *fields)
{
    const struct type *type = schema_type(b->schema, TEXT("Crisis"));
    size_t from = document->count;
    struct text value;

    for (; *fields; fields++)
        for (const struct thing *t = NULL; (t = blad_next(d, type, t));) {
            size_t at = 0;
            while (thing_next_value(d, t, schema_name(b->schema, text_of(*fields)), &at, &value)) {
                if (document->count == from)
                    document_heading(document, 2, text_of(heading));
                if (!stands_there(document, from, value))
                    document_item(document, 0, TEXT(""), value);
            }
        }
}

bool crisisblad_document(const struct blad *b, struct dossier *d, struct document *document,
                         const struct thing **mind)
{
    if (!blad_next(d, schema_type(b->schema, TEXT("Crisis")), NULL))
        return false;
    *mind = blad_begin(b, d, "Als het moeilijk wordt", document);
    add_part(b, d, document, "Zo merk ik dat het minder gaat",
             (const char *const[]){"Teken", "Vooraf", NULL});
    add_part(b, d, document, "Dit helpt mij", (const char *const[]){"Wat_hielp", NULL});
    add_part(b, d, document, "Dit heb ik geleerd", (const char *const[]){"Geleerd", NULL});
    add_part(b, d, document, "Deze mensen kan ik bellen",
             (const char *const[]){"Wie_bellen", NULL});
    document_heading(document, 2, TEXT("Is er nu gevaar?"));
    document_text(document, TEXT("Bel 112."));
    blad_end(b, document);
    return true;
}
