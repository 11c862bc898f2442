/* For the client: to whom something may be told, what was told, and how to get there. */
#include "domain/verwijs_blad.h"

#include "base/text.h"
#include "domain/blad_delen.h"
#include "domain/verwijs.h"

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

/* `Doel.Tekst` as people say it: what the heading of that type is, and the field; of the client,
 * who reads this, `mijn naam`. */
static void put_word(struct buffer *b, struct text word)
{
    struct consent_word w = consent_word(word);
    bool own = w.field && !strcmp(w.type->name, "Client");

    if (!w.type) {
        for (size_t i = 0; i < word.n; i++)
            buffer_byte(b, word.p[i] == '-' ? ' ' : word.p[i]);
        return;
    }
    buffer_string(b, own ? "mijn " : w.type->plural);
    buffer_string(b, w.field && !own ? ": " : "");
    for (const char *c = w.field ? w.field->name : ""; *c; c++)
        buffer_byte(b, *c == '_' ? ' ' : c == w.field->name ? (char)(*c | 32) : *c);
}

static void put_words(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                      const char *name, struct document *document)
{
    struct buffer b = {0};
    struct text word;
    size_t at = 0;

    while (thing_next_value(d, t, schema_name(v->blad.schema, text_of(name)), &at, &word)) {
        put_word(&b, word);
        blad_point(d, document, &b);
    }
    buffer_free(&b);
}

static bool is_part_of_life(struct text word)
{
    return !consent_word(word).type && schema_key_good(word) && !memchr(word.p, '.', word.n);
}

/* What a yes lets go. A part of life stands for some records, and not for what was told in a
 * conversation (consent.h): the client reads that here. */
static void put_yes_words(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                          struct document *document)
{
    name_id about = schema_name(v->blad.schema, TEXT("Waarover"));
    bool part = false, told = false;
    struct buffer b = {0};
    struct text word;
    size_t at = 0;

    while (thing_next_value(d, t, about, &at, &word)) {
        struct consent_word w = consent_word(word);
        told = told || (w.type && !strcmp(w.type->name, "Gesprek"));
        put_word(&b, word);
        if (is_part_of_life(word)) {
            part = true;
            buffer_string(&b, ": wat ik wil, mijn doelen en stappen, mijn rechten, en waar ik "
                              "hulp zoek");
        }
        blad_point(d, document, &b);
    }
    if (part && !told)
        document_text(document, TEXT("Wat ik in gesprekken vertel, vertellen we niet door."));
    buffer_free(&b);
}

static void text_line(struct dossier *d, struct document *document, const char *before,
                      struct text text, const char *behind)
{
    struct buffer b = {0};

    if (text.n) {
        buffer_string(&b, before);
        buffer_text(&b, text);
        buffer_string(&b, behind);
        document_text(document, blad_kept(d, &b));
    }
    buffer_free(&b);
}

/* ---- what may be told ---- */

static void put_yes(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                    struct document *document)
{
    date until = consent_until(v->blad.schema, v->rules, d, t);

    document_heading(document, 2, value(v, d, t, "Aan"));
    text_line(d, document, "Waarvoor: ", value(v, d, t, "Waarvoor"), "");
    document_text(document, TEXT("Hierover mogen zij iets weten:"));
    put_yes_words(v, d, t, document);
    if (value(v, d, t, "Niet").n) {
        document_text(document, TEXT("Dit vertellen we niet:"));
        put_words(v, d, t, "Niet", document);
    }
    if (until != DATE_NONE)
        text_line(d, document, "Dit mag tot en met ", blad_day(d, until, false),
                  ". Daarna vragen we het opnieuw.");
}

static void put_no(const struct verwijs_blad *v, struct dossier *d, struct document *document)
{
    const struct type *type = type_of(v, "Toestemming");
    bool any = false;

    for (const struct thing *t = NULL; (t = blad_next(d, type, t));) {
        enum consent_state state = consent_state_of(v->blad.schema, v->rules, d, t, v->blad.today);
        if (state == CONSENT_GELDT || state == CONSENT_LATER)
            continue;
        if (!any)
            document_heading(document, 2, TEXT("Hier zei ik nee, of mijn ja geldt niet meer"));
        any = true;
        document_item(document, 0, TEXT(""), value(v, d, t, "Aan"));
    }
}

bool verwijs_toestemmingblad(const struct verwijs_blad *v, struct dossier *d,
                             struct document *document)
{
    const struct type *type = type_of(v, "Toestemming");
    bool any = false;

    if (!blad_next(d, type, NULL))
        return false;
    blad_begin(&v->blad, d, "Wat mag er over mij verteld worden?", document);
    for (const struct thing *t = NULL; (t = blad_next(d, type, t));)
        if (consent_state_of(v->blad.schema, v->rules, d, t, v->blad.today) == CONSENT_GELDT) {
            put_yes(v, d, t, document);
            any = true;
        }
    if (!any)
        document_text(document, TEXT("Op dit moment mag er aan niemand iets verteld worden."));
    put_no(v, d, document);
    document_heading(document, 2, TEXT("Wil ik stoppen?"));
    document_text(document,
                  TEXT("Dat mag altijd. Ik zeg het tegen mijn begeleider. Ik hoef niet te zeggen "
                       "waarom. Vanaf dan vertellen we niets meer. Wat al verteld is, kunnen we "
                       "niet terughalen."));
    blad_end(&v->blad, document);
    return true;
}

/* ---- what was told ---- */

static const char *ground_in_words(struct text ground)
{
    static const struct {
        const char *word, *said;
    } grounds[] = {{"toestemming", "Dit mocht van mij."},
                   {"wettelijke-plicht", "Dit moest van de wet."},
                   {"meldrecht", "Dit mocht van de wet, om iemand te beschermen."},
                   {"vitaal-belang", "Dit was nodig, omdat er gevaar was."},
                   {"publieke-taak", "Dit hoort bij een taak van de overheid."}};

    for (size_t i = 0; i < sizeof grounds / sizeof *grounds; i++)
        if (text_is_string(ground, grounds[i].word))
            return grounds[i].said;
    return "";
}

bool verwijs_verteld(const struct verwijs_blad *v, struct dossier *d, struct document *document)
{
    const struct type *type = type_of(v, "Verstrekking");
    struct buffer b = {0};
    bool any = false;

    blad_begin(&v->blad, d, "Wat is er over mij verteld?", document);
    for (const struct thing *t = NULL; (t = blad_next(d, type, t));) {
        if (text_has_word("later nee", value(v, d, t, "Client_geinformeerd")))
            continue; /* verwijs_nog_niet_verteld says so to the worker */
        blad_put_day(d, &b, "", t->opening->op, ", aan ");
        buffer_text(&b, value(v, d, t, "Aan"));
        any = true;
        document_heading(document, 2, blad_kept(d, &b));
        put_words(v, d, t, "Wat", document);
        document_text(document, text_of(ground_in_words(value(v, d, t, "Grondslag"))));
        text_line(d, document, "Waarom: ", value(v, d, t, "Reden"), "");
    }
    if (!any)
        document_text(document, TEXT("Hier staat nog niets."));
    document_text(document, TEXT("Klopt dit niet, of wil ik er meer over weten? Dan vraag ik het "
                                 "aan mijn begeleider."));
    blad_end(&v->blad, document);
    buffer_free(&b);
    return true;
}

const struct thing *verwijs_nog_niet_verteld(const struct verwijs_blad *v, struct dossier *d)
{
    for (const struct thing *t = NULL; (t = blad_next(d, type_of(v, "Verstrekking"), t));)
        if (text_has_word("later nee", value(v, d, t, "Client_geinformeerd")))
            return t;
    return NULL;
}

/* ---- the way there ---- */

static const struct thing *meeting_of(const struct verwijs_blad *v, struct dossier *d)
{
    const struct thing **list;
    size_t n = blad_komende(&v->blad, d, &list);

    for (size_t i = 0; i < n; i++)
        if (text_is(value(v, d, list[i], "Bij"), v->key))
            return list[i];
    return NULL;
}

static void put_meeting(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                        struct document *document)
{
    document_heading(document, 2, TEXT("Wanneer en waar"));
    if (!t) {
        document_text(document, TEXT("De afspraak is nog niet gemaakt. Dat doen we samen."));
        return;
    }
    blad_afspraak(&v->blad, d, t, document);
}

/* Away on the day itself, when that is known. */
static void put_stand_in(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                         struct document *document)
{
    const struct kaart_item *item = verwijs_kaart_vind(v->kaart, value(v, d, t, "Naar"));
    const struct thing *meeting = meeting_of(v, d);
    struct text name = value(v, d, t, "Contactpersoon");
    struct afwezig a = {DATE_NONE, NULL};
    struct buffer b = {0};
    date day = v->blad.today;
    int minutes;

    if (item)
        a = verwijs_kaart_afwezig(v->kaart, item, name);
    if (meeting)
        date_parse_civil_moment(value(v, d, meeting, "Wanneer"), &day, &minutes);
    if (a.until == DATE_NONE || day > a.until)
        return;
    buffer_text(&b, name);
    blad_put_day(d, &b, " is er niet tot en met ", a.until, ".");
    if (a.instead) {
        buffer_string(&b, " Dan is dit er: ");
        buffer_text(&b, verwijs_kaart_persoon(d, a.instead));
        buffer_string(&b, ".");
    }
    document_text(document, blad_kept(d, &b));
    buffer_free(&b);
}

static void put_company(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                        struct document *document)
{
    struct text goes = value(v, d, t, "Meegaan");

    document_heading(document, 2, TEXT("Wie gaat er mee"));
    document_text(document, text_is_string(goes, "ja")
                                ? TEXT("Mijn begeleider gaat de eerste keer mee.")
                            : goes.n ? TEXT("Mijn begeleider gaat niet mee. Zo willen we het.")
                                     : TEXT("Of mijn begeleider meegaat, spreken we nog af."));
    text_line(d, document, "Daar ontmoet ik: ", value(v, d, t, "Contactpersoon"), ".");
    put_stand_in(v, d, t, document);
}

/* What the client has to know before the first time: who can go there, and what happens to who
 * stops. */
static void put_on_kaart(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                         struct document *document)
{
    const struct kaart_item *item = verwijs_kaart_vind(v->kaart, value(v, d, t, "Naar"));

    if (item)
        verwijs_kaart_put_client(v->kaart, item, document);
}

static const char *speaker(struct text word)
{
    if (text_is_string(word, "client"))
        return "Ik vertel het zelf.";
    if (text_is_string(word, "begeleider"))
        return "Mijn begeleider vertelt het. Ik ben erbij en mag alles aanvullen.";
    return "We vertellen het samen. Ik begin, mijn begeleider vult aan als ik dat wil.";
}

static void put_told(const struct verwijs_blad *v, struct dossier *d, const struct thing *t,
                     struct document *document)
{
    struct text to = verwijs_organisatie(&v->blad, d, t);
    struct consent *c = consent_read(v->blad.schema, v->rules, d, to, v->blad.today);
    const struct thing *consent = fold_find(d, NULL, consent_in_force(c));

    document_heading(document, 2, TEXT("Wie zegt wat"));
    if (!consent) {
        document_text(document, TEXT("We hebben nog niet afgesproken wat zij mogen weten. Dus "
                                     "vertelt mijn begeleider niets."));
        return;
    }
    verwijs_wat_mag(v, d, consent, document);
}

void verwijs_wat_mag(const struct verwijs_blad *v, struct dossier *d, const struct thing *consent,
                     struct document *document)
{
    document_text(document, text_of(speaker(value(v, d, consent, "Wie_vertelt"))));
    document_text(document, TEXT("Dit mogen zij weten:"));
    put_yes_words(v, d, consent, document);
    if (value(v, d, consent, "Niet").n) {
        document_text(document, TEXT("Dit vertellen we niet:"));
        put_words(v, d, consent, "Niet", document);
    }
}

bool verwijs_routeblad(const struct verwijs_blad *v, struct dossier *d, struct document *document)
{
    const struct thing *t = fold_find(d, v->blad.names.verwijzing, v->key);
    struct buffer b = {0};

    if (!t || !t->opening || t->withdrawn)
        return false;
    blad_begin(&v->blad, d, "Mijn eerste keer", document);
    buffer_string(&b, "Ik ga naar ");
    buffer_text(&b, value(v, d, t, "Naar"));
    buffer_string(&b, ".");
    document_text(document, blad_kept(d, &b));
    put_meeting(v, d, meeting_of(v, d), document);
    put_company(v, d, t, document);
    put_on_kaart(v, d, t, document);
    put_told(v, d, t, document);
    document_heading(document, 2, TEXT("Gaat het anders?"));
    document_text(document, TEXT("Kan ik niet, of wil ik toch niet? Dan bel ik mijn begeleider. Ik "
                                 "mag altijd nee zeggen."));
    text_line(d, document, "Wat er dan gebeurt: ", value(v, d, t, "Gevolg_weigeren"), "");
    blad_ruimte(document, "Mijn vragen", "Dit wil ik daar vragen:");
    blad_end(&v->blad, document);
    buffer_free(&b);
    return true;
}
