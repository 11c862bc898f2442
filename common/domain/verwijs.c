#include "domain/verwijs.h"

#include "base/text.h"

#include <string.h>

/* What is asked at a step is what can be noted there. */
const struct verwijs_stap verwijs_stappen[7] = {
    {"praten over een andere dienst",
     "Herkent de cliënt wat u vermoedt, en wil de cliënt dit zelf? Wat gebeurt er bij nee?",
     "Aanleiding Vrijwillig Gevolg_weigeren"},
    {"samen zoeken", "Wat kent de cliënt al, en hoe ging dat? Wat kan de cliënt hierin zelf doen?",
     "Ervaring_client Begeleidersrol"},
    {"weten hoe het daar gaat",
     "Hoe werken ze daar, wie mag er komen, en wat gebeurt er als de cliënt stopt? Wil de "
     "cliënt dat nalezen?",
     "Contactpersoon Brochure"},
    {"een afspraak maken",
     "Wie belt, en luistert de cliënt mee? Wat wordt er dan al verteld? Welke papieren zijn er "
     "nodig?",
     "Wie_belt Overbrugging"},
    {"de eerste keer voorbereiden",
     "Wie zegt wat, en wat blijft ongezegd? Hoe komt de cliënt er? Gaat er iemand mee?",
     "Meegaan Begeleidersrol"},
    {"de eerste keer",
     "Kwam de cliënt zelf aan het woord? Is duidelijk wat er gebeurt bij stoppen? Mag u later "
     "navragen?",
     "Ervaring_client Mag_navragen"},
    {"terugkijken",
     "Hoe gaat het daar, volgens de cliënt? Wil de cliënt dat u navraag doet of nog eens "
     "terugkomt?",
     "Ervaring_client Mag_navragen Terugkomen_op"},
};

const char verwijs_einde[] = "geweigerd-door-dienst client-ziet-af niet-doorgegaan losgelaten "
                             "voortijdig-gestopt afgerond";
const char verwijs_met_reden[] =
    "geweigerd-door-dienst client-ziet-af niet-doorgegaan losgelaten voortijdig-gestopt";

unsigned verwijs_stap_van(const struct blad *b, struct dossier *d, const struct thing *t)
{
    uint32_t step = 0;

    return text_digits(blad_value(b, d, t, "Verwijsstap"), &step) && step <= 7 ? step : 0;
}

const struct thing *verwijs_vind(const struct blad *b, struct dossier *d, const char *type,
                                 struct text key, struct diag *diag)
{
    const struct thing *t = fold_find(d, schema_type(b->schema, text_of(type)), key);
    char safe[QUOTE_SIZE];

    if (t && t->opening && !t->withdrawn)
        return t;
    diag_at(diag, SEVERITY_ERROR, STATUS_DATA, d->place, "sleutel-onbekend",
            "dit dossier heeft geen %s met de sleutel %s. Kijk de sleutel en de dag na", type,
            quote(key, safe));
    return NULL;
}

struct text verwijs_organisatie(const struct blad *b, struct dossier *d, const struct thing *t)
{
    const struct type *type = schema_type(b->schema, TEXT("Toestemming"));
    struct text to = text_trim(blad_value(b, d, t, "Naar"));
    const char *comma = to.n ? memchr(to.p, ',', to.n) : NULL;

    for (const struct thing *c = NULL; (c = blad_next(d, type, c));)
        if (consent_same_name(blad_value(b, d, c, "Aan"), to))
            return to;
    return comma ? text_trim((struct text){to.p, (size_t)(comma - to.p)}) : to;
}
