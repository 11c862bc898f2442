#include "domain/nazorg_open.h"

#include "base/text.h"
#include "domain/blad_delen.h"
#include "domain/doelen.h"
#include "domain/nazorg.h"
#include "domain/verwijs.h"

typedef bool is_open(const struct blad *b, struct dossier *d, const struct thing *t);

static struct text status_of(const struct blad *b, struct dossier *d, const struct thing *t)
{
    return blad_value(b, d, t, "Status");
}

static bool goal_open(const struct blad *b, struct dossier *d, const struct thing *t)
{
    return doel_loopt(status_of(b, d, t));
}

static bool step_open(const struct blad *b, struct dossier *d, const struct thing *t)
{
    return stap_open(status_of(b, d, t));
}

static bool referral_open(const struct blad *b, struct dossier *d, const struct thing *t)
{
    return !text_has_word(verwijs_einde, status_of(b, d, t));
}

static bool question_open(const struct blad *b, struct dossier *d, const struct thing *t)
{
    return !blad_value(b, d, t, "Afgehandeld").n;
}

static bool right_open(const struct blad *b, struct dossier *d, const struct thing *t)
{
    return text_has_word("wordt-uitgezocht aangevraagd bezwaar", status_of(b, d, t));
}

/* What there is, and what to do about it now. */
static const struct {
    const char *type, *one, *more, *advice;
    is_open *open;
} kinds[] = {
    {"Doel", "doel", "doelen", "Zeg hoe het ermee is, of wie ermee verdergaat", goal_open},
    {"Stap", "stap", "stappen", "Zeg hoe het ermee is, of wie het doet", step_open},
    {"Verwijzing", "verwijzing", "verwijzingen", "Rond af, laat los, of draag het over",
     referral_open},
    {"Afspraak", "afspraak", "afspraken", "Gaat het door? Zeg anders af met gesprek-verslag",
     blad_is_gepland},
    {"Informatievraag", "vraag om informatie", "vragen om informatie", "Bel nog terug",
     question_open},
    {"Recht", "recht dat nog loopt", "rechten die nog lopen", "Spreek af wie dat volgt",
     right_open},
    {"Nazorg", "nazorg van eerder", "momenten van nazorg van eerder", "Kijk of dat nog klopt",
     nazorg_loopt},
};

static void say_kind(const struct blad *b, struct dossier *d, struct diag *diag, size_t kind)
{
    const struct type *type = schema_type(b->schema, text_of(kinds[kind].type));
    struct buffer keys = {0};
    unsigned n = 0;

    for (const struct thing *t = NULL; (t = blad_next(d, type, t));) {
        if (!kinds[kind].open(b, d, t))
            continue;
        buffer_string(&keys, n++ ? ", " : "");
        buffer_text(&keys, t->key);
    }
    if (n)
        diag_say(diag, SEVERITY_NOTE, STATUS_OK, "nog-open", "er staat nog open: %u %s (%.*s). %s",
                 n, n == 1 ? kinds[kind].one : kinds[kind].more, (int)keys.n, keys.p,
                 kinds[kind].advice);
    buffer_free(&keys);
}

void nazorg_nog_open(const struct blad *b, struct dossier *d, struct diag *diag)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        say_kind(b, d, diag, i);
}
