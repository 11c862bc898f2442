#include "domain/voor_client.h"
#include "base/text.h"
#include "domain/blad_delen.h"

/* ---- what I reached ---- */

static void add_reached(const struct blad *b, struct dossier *d, const struct thing *t,
                        const char *title, struct document *document, bool *headed)
{
    struct text status = blad_value(b, d, t, "Status");
    struct buffer line = {0};

    if (!text_has_word("behaald deels gedaan", status))
        return;
    if (!*headed)
        document_heading(document, 2, TEXT("Wat ik heb bereikt"));
    *headed = true;
    buffer_string(&line, text_is_string(status, "deels") ? "Voor een deel: " : "");
    buffer_text(&line, blad_value(b, d, t, title));
    blad_put_day(d, &line, " (", blad_said(d, t, b->names.status, status), ")");
    blad_point(d, document, &line);
    buffer_free(&line);
}

static void add_results(const struct blad *b, struct dossier *d, struct document *document)
{
    const struct thing *t = NULL;
    bool headed = false;

    while ((t = blad_next(d, b->names.doel, t)))
        add_reached(b, d, t, "Tekst", document, &headed);
    while ((t = blad_next(d, b->names.stap, t)))
        add_reached(b, d, t, "Wat", document, &headed);
}

const struct thing *voor_client_document(const struct blad *b, struct dossier *d,
                                         struct document *document)
{
    const struct thing *mind = blad_begin(b, d, "Mijn blad", document);

    blad_krachten(b, d, document);
    add_results(b, d, document);
    blad_afspraken(b, d, document);
    blad_rechten(b, d, document);
    blad_mensen(b, d, document);
    blad_end(b, document);
    return mind;
}
