/* For the worker: where referrals stand, which consents there are, and who asked what. */
#include "base/text.h"
#include "domain/verwijs.h"
#include "domain/verwijs_blad.h"

#include <string.h>

static struct text value(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                         const char *name)
{
    return blad_value(&v->blad, d, t, name);
}

static const struct type *type_of(const struct verwijs_blad *v, const char *name)
{
    return schema_type(v->blad.schema, text_of(name));
}

static void heading(struct dossier *d, struct document *document)
{
    struct buffer b = {0};

    buffer_string(&b, "Dossier ");
    buffer_text(&b, d->id);
    document_heading(document, 2, blad_kept(d, &b));
    buffer_free(&b);
}

static void put_pair(struct document *document, const char *label, struct text text)
{
    if (text.n)
        document_pair(document, 1, label, text);
}

static void put_date(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                     struct document *document, const char *label, const char *name)
{
    put_pair(document, label, blad_day(d, date_parse(value(v, d, t, name)), false));
}

/* ---- referrals ---- */

static void put_step(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                     struct document *document)
{
    unsigned step = verwijs_stap_van(&v->blad, d, t);
    struct buffer b = {0};

    if (step) {
        buffer_format(&b, "%u van 7, %s", step, verwijs_stappen[step - 1].name);
        put_pair(document, "Stap", blad_kept(d, &b));
    }
    buffer_free(&b);
}

static void put_wait(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                     struct document *document)
{
    date since = date_parse(value(v, d, t, "Wacht_sinds"));
    struct buffer b = {0};
    bool waits = text_has_word("wachtlijst aangemeld afspraak-gemaakt", value(v, d, t, "Status"));

    if (since != DATE_NONE && since <= v->blad.today && waits) {
        int days = v->blad.today - since;
        blad_put_day(d, &b, "sinds ", since, "");
        buffer_format(&b, " (%d %s)", days < 14 ? days : days / 7,
                      days < 14 ? days == 1 ? "dag" : "dagen" : "weken");
        put_pair(document, "Wacht", blad_kept(d, &b));
        put_pair(document, "Overbrugging",
                 value(v, d, t, "Overbrugging").n
                     ? value(v, d, t, "Overbrugging")
                     : TEXT("nog niet genoteerd: wat helpt zolang het wachten duurt?"));
    }
    buffer_free(&b);
}

/* What comes after where it stands now; empty: nothing. */
static struct text next_of(const struct verwijs_blad *v, struct dossier *d, const struct thing *t)
{
    struct text status = value(v, d, t, "Status");
    unsigned step = verwijs_stap_van(&v->blad, d, t);

    if (text_is_string(status, "time-out"))
        return TEXT("samen kijken of dit weer opgepakt wordt");
    if (text_has_word(verwijs_einde, status))
        return TEXT("");
    return text_of(step < 7 ? verwijs_stappen[step].name : "kijken of het klaar is");
}

static void put_referral(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                         struct document *document)
{
    struct buffer b = {0};

    buffer_text(&b, value(v, d, t, "Naar"));
    blad_put(&b, ", voor ", value(v, d, t, "Nood"));
    document_item(document, 0, t->key, blad_kept(d, &b));
    put_pair(document, "Status", blad_plain(d, value(v, d, t, "Status")));
    put_pair(document, "Reden", value(v, d, t, "Reden"));
    put_step(v, d, t, document);
    put_wait(v, d, t, document);
    put_pair(document, "Hierna", next_of(v, d, t));
    if (!text_has_word("afgerond", value(v, d, t, "Status")))
        put_date(v, d, t, document, "Terugkomen op", "Terugkomen_op");
    if (!text_has_word(verwijs_einde, value(v, d, t, "Status")))
        verwijs_kaart_put_afwezig(v->kaart, d, verwijs_kaart_vind(v->kaart, value(v, d, t, "Naar")),
                                  value(v, d, t, "Contactpersoon"), document);
    buffer_free(&b);
}

bool verwijs_lijst(const struct verwijs_blad *v, struct dossier *d, struct document *document)
{
    const struct thing *t = NULL;

    if (!blad_next(d, v->blad.names.verwijzing, NULL))
        return false;
    heading(d, document);
    while ((t = blad_next(d, v->blad.names.verwijzing, t)))
        put_referral(v, d, t, document);
    return true;
}

/* What to ask at a step, and what is noted of it. */
static void put_questions(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                          unsigned step, struct document *document)
{
    const struct verwijs_stap *s = &verwijs_stappen[step - 1];
    struct text rest = text_of(s->fields), word;
    struct buffer b = {0};

    buffer_format(&b, "Stap %u, %s", step, s->name);
    document_heading(document, 3, blad_kept(d, &b));
    document_text(document, text_of(s->question));
    while (text_next_word(&rest, &word)) {
        const struct field *f = schema_field(v->blad.schema, t->type, word);
        struct text noted = blad_values(&v->blad, d, t, f->name, ", ");
        buffer_string(&b, f->question);
        buffer_string(&b, " ");
        buffer_text(&b, noted.n ? noted : TEXT("Nog niet genoteerd."));
        blad_point(d, document, &b);
    }
    buffer_free(&b);
}

static void put_on_kaart(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                         struct document *document)
{
    const struct kaart_item *item = verwijs_kaart_vind(v->kaart, value(v, d, t, "Naar"));

    if (item) {
        document_heading(document, 3, TEXT("Op de sociale kaart"));
        document_item(document, 0, item->record.key, kaart_value(item, "Naam"));
        verwijs_kaart_put(v->kaart, d, item, document);
    }
}

bool verwijs_status(const struct verwijs_blad *v, struct dossier *d, struct document *document)
{
    const struct thing *t = fold_find(d, v->blad.names.verwijzing, v->key);
    unsigned step;

    if (!t || !t->opening || t->withdrawn)
        return false;
    heading(d, document);
    put_referral(v, d, t, document);
    put_pair(document, "Gezicht daar", value(v, d, t, "Contactpersoon"));
    put_pair(document, "Vindt de cliënt", value(v, d, t, "Ervaring_client"));
    put_pair(document, "Terug gehoord", value(v, d, t, "Terugkoppeling"));
    put_on_kaart(v, d, t, document);
    step = verwijs_stap_van(&v->blad, d, t);
    if (step)
        put_questions(v, d, t, step, document);
    if (step < 7 && next_of(v, d, t).n)
        put_questions(v, d, t, step + 1, document);
    return true;
}

/* ---- consents ---- */

static const char *state_in_words(enum consent_state state)
{
    switch (state) {
    case CONSENT_GELDT:
        return "ja, geldt";
    case CONSENT_GEWEIGERD:
        return "nee";
    case CONSENT_INGETROKKEN:
        return "ingetrokken";
    case CONSENT_VERLOPEN:
        return "voorbij";
    case CONSENT_LATER:
        return "gaat nog in";
    case CONSENT_NIET_BEVOEGD:
        break;
    }
    return "geldt niet: wie het zei, mag er niet over beslissen, of niet alleen";
}

bool verwijs_toestemmingen(const struct verwijs_blad *v, struct dossier *d,
                           struct document *document)
{
    const struct type *type = type_of(v, "Toestemming");
    const struct thing *t = NULL;

    if (!blad_next(d, type, NULL))
        return false;
    heading(d, document);
    while ((t = blad_next(d, type, t))) {
        enum consent_state state = consent_state_of(v->blad.schema, v->rules, d, t, v->blad.today);
        document_item(document, 0, t->key, value(v, d, t, "Aan"));
        put_pair(document, "Stand", text_of(state_in_words(state)));
        put_pair(document, "Waarover", blad_values(&v->blad, d, t, "Waarover", ", "));
        put_pair(document, "Niet", blad_values(&v->blad, d, t, "Niet", ", "));
        put_pair(document, "Waarvoor", value(v, d, t, "Waarvoor"));
        if (state == CONSENT_GELDT || state == CONSENT_VERLOPEN)
            put_pair(document, "Tot en met",
                     blad_day(d, consent_until(v->blad.schema, v->rules, d, t), false));
    }
    return true;
}

/* ---- questions by telephone ---- */

bool verwijs_vragen(const struct verwijs_blad *v, struct dossier *d, struct document *document)
{
    const struct thing *t = NULL;
    struct buffer b = {0};

    if (!blad_next(d, v->blad.names.informatievraag, NULL))
        return false;
    heading(d, document);
    while ((t = blad_next(d, v->blad.names.informatievraag, t))) {
        bool out = text_is_string(value(v, d, t, "Richting"), "uit");
        buffer_string(&b, out ? "Wij vragen: " : "");
        buffer_text(&b, value(v, d, t, "Van"));
        buffer_string(&b, out ? ", " : " vraagt: ");
        buffer_text(&b, value(v, d, t, "Vraag_om"));
        document_item(document, 0, t->key, blad_kept(d, &b));
        put_pair(document, "Waarom", value(v, d, t, "Waarom"));
        put_pair(document, "Weet de cliënt ervan", value(v, d, t, "Client_weet_ervan"));
        put_pair(document, "De cliënt zegt", blad_plain(d, value(v, d, t, "Antwoord")));
        if (!value(v, d, t, "Afgehandeld").n)
            put_date(v, d, t, document, "Terugbellen op", "Terugbellen_op");
        put_date(v, d, t, document, "Afgehandeld op", "Afgehandeld");
        if (value(v, d, t, "Afgehandeld").n && !value(v, d, t, "Teruggekoppeld_client").n)
            put_pair(document, "Nog doen", TEXT("vertel de cliënt wat er gezegd is"));
    }
    buffer_free(&b);
    return true;
}
