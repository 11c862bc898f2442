#include "domain/nazorg_bladen.h"

#include "domain/nazorg_blad.h"

#include <string.h>

static const struct sheet {
    const char *verb;
    nazorg_document *make;
    const char *none;
} sheets[] = {
    {"reminderblad", nazorg_reminderblad,
     "er is geen afspraak of nazorg die nog komt. Maak een afspraak met gesprek-verslag, of plan "
     "nazorg met gesprek-nazorg plan"},
    {"afsluitblad", nazorg_afsluitblad,
     "er is nog niets afgesloten. Doe dat met gesprek-nazorg afsluiten"},
};

static const struct sheet *sheet_of(const struct session *s)
{
    const struct sheet *sheet = sheets;

    while (strcmp(sheet->verb, s->cli.verb->name))
        sheet++;
    return sheet;
}

/* What only the worker has to know. */
static void say_mind(struct session *s, const struct blad *b, struct dossier *d)
{
    const struct thing *left_out = nazorg_weggelaten(b, d);

    blad_say_mind(&s->diag, blad_mind(b, d), "Geef het blad zelf");
    if (left_out)
        diag_at(&s->diag, SEVERITY_NOTE, STATUS_OK, left_out->latest->place, "niet-op-blad",
                "wie de cliënt kon bellen staat nu als overleden, gespannen, onveilig of "
                "verbroken, en staat dus niet op het blad. Bespreek wie er nu is");
}

bool nazorg_bladen(struct session *s, bool (*give)(void *data, const struct document *document),
                   void *data)
{
    const struct sheet *sheet = sheet_of(s);
    struct document document;
    struct dossier *d;
    struct blad b;
    size_t made = 0;
    bool fine = true;

    blad_start(&b, s->schema, s->today);
    while (fine && (d = reader_next(s->reader))) {
        document_start(&document, &d->arena);
        if (!sheet->make(&b, d, &document))
            continue;
        made++;
        say_mind(s, &b, d);
        fine = give(data, &document);
    }
    if (!made && reader_given(s->reader))
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_NO, "geen-blad", "%s", sheet->none);
    return fine;
}
