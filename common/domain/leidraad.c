#include "domain/leidraad.h"
#include "base/text.h"
#include "domain/leidraad_inside.h"

#include <stdlib.h>
#include <string.h>

/* As much as somebody reads before a conversation. */
enum {
    POINTS = 5,
    INSTRUMENTS = 8,
    RESULTS = 12,
    DOMAINS = 2,
    QUESTIONS_OF_DOMAIN = 3,
    SOURCES = 64
};

/* Where the texts come from that were used, each once. */
struct sources {
    struct text list[SOURCES];
    size_t count;
};

static void use(struct sources *sources, const struct leidraad_tekst *t)
{
    for (size_t i = 0; i < sources->count; i++)
        if (text_is(sources->list[i], t->bron))
            return;
    if (sources->count < SOURCES)
        sources->list[sources->count++] = t->bron;
}

/* ---- points, pitfalls, instruments ---- */

static bool is_ours(struct text command)
{
    const char *blank = memchr(command.p, ' ', command.n);

    if (blank)
        command.n = (size_t)(blank - command.p);
    return text_has_word(leidraad_opdrachten, command);
}

/* A command that there is not may not be advised; the instrument itself works without. */
static void add_text(const struct voorbereiding *v, const struct leidraad_tekst *t)
{
    struct buffer line = {0};

    buffer_text(&line, t->tekst);
    if (t->opdracht.n && is_ours(t->opdracht))
        blad_put(&line, "\nOpdracht: ", t->opdracht);
    document_item(v->document, 0, TEXT(""), arena_text(v->arena, buffer_view(&line)));
    buffer_free(&line);
}

static void add_texts(const struct voorbereiding *v, struct sources *sources, const char *heading,
                      enum leidraad_type type, const char *soort)
{
    const struct leidraad_tekst *chosen[INSTRUMENTS];
    size_t limit = type == LEIDRAAD_INSTRUMENT ? INSTRUMENTS : POINTS;
    size_t n = leidraad_kies(v, type, soort, chosen, limit);

    if (n)
        document_heading(v->document, 2, text_of(heading));
    for (size_t i = 0; i < n; i++) {
        add_text(v, chosen[i]);
        use(sources, chosen[i]);
    }
}

/* ---- what the phase may bring ---- */

static void add_results_that(const struct voorbereiding *v, const struct leidraad_tekst **chosen,
                             size_t n, bool noted)
{
    bool headed = false;

    for (size_t i = 0; i < n; i++) {
        if (waar_holds(chosen[i]->waar, v->d, &v->l->blad.names, v->l->blad.today) != noted)
            continue;
        if (!headed)
            document_heading(v->document, 3,
                             noted ? TEXT("Genoteerd") : TEXT("Nog niet genoteerd"));
        headed = true;
        add_text(v, chosen[i]);
    }
}

static void add_results(const struct voorbereiding *v, struct sources *sources)
{
    const struct leidraad_tekst *chosen[RESULTS];
    size_t n = leidraad_kies(v, LEIDRAAD_RESULTAAT, NULL, chosen, RESULTS);

    if (n)
        document_heading(v->document, 2, TEXT("Wat deze fase mag opleveren"));
    for (size_t i = 0; i < n; i++)
        use(sources, chosen[i]);
    if (v->d) {
        add_results_that(v, chosen, n, true);
        add_results_that(v, chosen, n, false);
        return;
    }
    for (size_t i = 0; i < n; i++)
        add_text(v, chosen[i]);
}

/* ---- questions ---- */

static const struct {
    const char *soort, *label;
} question_kinds[] = {
    {"open", "Open"},         {"kracht", "Kracht"}, {"uitzondering", "Uitzondering"},
    {"wonder", "Wonder"},     {"gevoel", "Gevoel"}, {"netwerk", "Netwerk"},
    {"afronding", "Tot slot"}};

static void add_questions_by_kind(const struct voorbereiding *v, struct sources *sources)
{
    const struct leidraad_tekst *chosen;

    for (size_t i = 0; i < sizeof question_kinds / sizeof *question_kinds; i++)
        if (leidraad_kies(v, LEIDRAAD_VRAAG, question_kinds[i].soort, &chosen, 1)) {
            document_pair(v->document, 0, question_kinds[i].label, chosen->tekst);
            use(sources, chosen);
        }
}

/* Where the client is with a part of life, when that was noted. */
static struct text irb_of(const struct voorbereiding *v, struct text domein)
{
    const struct thing *t = NULL;
    struct text irb = {"", 0};

    while (v->d && (t = blad_next(v->d, v->l->blad.names.domein, t)))
        if (text_is(t->key, domein))
            irb = blad_value(&v->l->blad, v->d, t, "Irb");
    return irb;
}

static bool add_questions_of(const struct voorbereiding *v, struct sources *sources,
                             struct text domein)
{
    const struct leidraad_tekst *chosen[QUESTIONS_OF_DOMAIN];
    size_t n = leidraad_kies_domein(v, domein, irb_of(v, domein), chosen, QUESTIONS_OF_DOMAIN);
    struct buffer heading = {0};

    if (!n)
        return false;
    buffer_string(&heading, "Over ");
    for (size_t i = 0; i < domein.n; i++)
        buffer_byte(&heading, domein.p[i] == '-' ? ' ' : domein.p[i]);
    document_heading(v->document, 3, arena_text(v->arena, buffer_view(&heading)));
    buffer_free(&heading);
    for (size_t i = 0; i < n; i++) {
        add_text(v, chosen[i]);
        use(sources, chosen[i]);
    }
    return true;
}

/* All that were asked for. */
static void add_asked_domains(const struct voorbereiding *v, struct sources *sources)
{
    struct text rest = v->l->voor[VOOR_LEVENSDOMEIN], domein;

    while (text_next_word(&rest, &domein))
        add_questions_of(v, sources, domein);
}

/* Those of the last conversation that named any. */
static size_t add_last_domains(const struct voorbereiding *v, struct sources *sources)
{
    const struct blad *b = &v->l->blad;
    const struct thing *t = blad_last_with(b, v->d, b->names.gesprek, "Levensdomein");
    name_id name = schema_name(b->schema, TEXT("Levensdomein"));
    struct text domein;
    size_t at = 0, n = 0;

    while (t && n < DOMAINS && thing_next_value(v->d, t, name, &at, &domein))
        n += add_questions_of(v, sources, domein);
    return n;
}

/* What the client does not want to talk about, or not now, is left alone. */
static void add_open_domains(const struct voorbereiding *v, struct sources *sources)
{
    const struct blad *b = &v->l->blad;
    const struct thing *t = NULL;
    size_t n = 0;

    while (n < DOMAINS && (t = blad_next(v->d, b->names.domein, t)))
        if (text_has_word("ja deels", blad_value(b, v->d, t, "Besproken")))
            n += add_questions_of(v, sources, t->key);
}

static void add_questions(const struct voorbereiding *v, struct sources *sources)
{
    document_heading(v->document, 2, TEXT("Vragen die kunnen helpen"));
    document_text(v->document, TEXT("Kies er een paar. Zeg je of u, zoals het past."));
    add_questions_by_kind(v, sources);
    if (v->l->voor[VOOR_LEVENSDOMEIN].n)
        add_asked_domains(v, sources);
    else if (v->d && !add_last_domains(v, sources))
        add_open_domains(v, sources);
}

/* ---- the whole ---- */

static void add_guidance(const struct voorbereiding *v, struct sources *sources)
{
    add_texts(v, sources, "Let op de inhoud", LEIDRAAD_AANDACHTSPUNT, "inhoud");
    add_texts(v, sources, "Let op de relatie", LEIDRAAD_AANDACHTSPUNT, "relatie");
    add_texts(v, sources, "Valkuilen", LEIDRAAD_VALKUIL, NULL);
    add_texts(v, sources, "Hulpmiddelen", LEIDRAAD_INSTRUMENT, NULL);
    add_results(v, sources);
}

static void add_sources(const struct voorbereiding *v, const struct sources *sources)
{
    document_heading(v->document, 2, TEXT("Bronnen"));
    for (size_t i = 0; i < sources->count; i++)
        document_item(v->document, 0, TEXT(""), sources->list[i]);
}

static void add_pairs(const struct voorbereiding *v)
{
    static const struct {
        enum leidraad_voor voor;
        const char *label;
    } pairs[] = {{VOOR_FASE, "Fase"},
                 {VOOR_WERKVELD, "Werkveld"},
                 {VOOR_KADER, "Kader"},
                 {VOOR_ZORGFASE, "Zorgfase"}};

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (v->voor[pairs[i].voor].n)
            document_pair(v->document, 0, pairs[i].label, v->voor[pairs[i].voor]);
}

/* What was asked for goes before what the dossier says. */
static void fill(struct voorbereiding *v, enum leidraad_voor voor, struct text of_dossier)
{
    struct text asked = v->l->voor[voor];
    const struct field *field = leidraad_veld(v->l->blad.schema, voor);

    v->voor[voor] = asked.n ? asked : of_dossier.n ? schema_canonical(field, of_dossier) : TEXT("");
}

static struct text fase_of(const struct stand *stand)
{
    if (text_is_string(stand->fase, "gemeld"))
        return TEXT("onthaal");
    return text_is_string(stand->fase, "afgesloten") ? TEXT("nazorg") : stand->fase;
}

static struct text last_value(const struct voorbereiding *v, const struct thing *t,
                              const char *name)
{
    return t ? blad_value(&v->l->blad, v->d, t, name) : TEXT("");
}

static void fill_from_dossier(struct voorbereiding *v)
{
    const struct stand_names *names = &v->l->blad.names;
    const struct thing *melding = blad_last(v->d, names->melding),
                       *client = blad_last(v->d, names->client);

    v->stand = stand_of(v->d, names, v->l->blad.today);
    fill(v, VOOR_FASE, fase_of(&v->stand));
    fill(v, VOOR_WERKVELD, v->stand.werkveld);
    fill(v, VOOR_KADER, v->stand.kader);
    fill(v, VOOR_ZORGFASE, last_value(v, melding, "Zorgfase"));
    fill(v, VOOR_TOLK, last_value(v, client, "Tolk"));
    fill(v, VOOR_LEZEN, last_value(v, client, "Lezen"));
}

static void add_title(const struct voorbereiding *v)
{
    const struct thing *client = blad_last(v->d, v->l->blad.names.client);
    struct buffer line = {0};

    buffer_string(&line, "Dossier ");
    buffer_text(&line, v->d->id);
    blad_put(&line, ", ", last_value(v, client, "Naam"));
    document_heading(v->document, 1, blad_kept(v->d, &line));
    buffer_free(&line);
}

/* Whoever has died is spared a preparation. */
static bool has_died(const struct voorbereiding *v)
{
    const struct thing *client =
        blad_last_with(&v->l->blad, v->d, v->l->blad.names.client, "Overleden");
    struct buffer line = {0};

    if (!client)
        return false;
    blad_put_day(v->d, &line, "De cliënt is overleden op ",
                 date_parse(last_value(v, client, "Overleden")),
                 ". Er is geen gesprek om voor te bereiden.");
    document_text(v->document, blad_kept(v->d, &line));
    buffer_free(&line);
    return true;
}

void leidraad_start(struct leidraad *l)
{
    *l = (struct leidraad){.gegevens = NULL};
    for (int i = 0; i < VOOR_COUNT; i++)
        l->voor[i] = TEXT("");
}

void leidraad_document(const struct leidraad *l, struct dossier *d, struct document *document)
{
    struct voorbereiding v = {.l = l, .d = d, .arena = &d->arena, .document = document};
    struct sources sources = {.count = 0};

    fill_from_dossier(&v);
    add_title(&v);
    if (has_died(&v))
        return;
    add_pairs(&v);
    if (text_is_string(v.stand.fase, "afgesloten") && !l->voor[VOOR_FASE].n)
        document_text(document, TEXT("Dit dossier is afgesloten. Dit is de leidraad voor nazorg. "
                                     "Kies met --fase een andere."));
    leidraad_begin(&v);
    leidraad_beloften(&v);
    leidraad_achtergrond(&v);
    add_guidance(&v, &sources);
    leidraad_wie(&v);
    add_questions(&v, &sources);
    add_sources(&v, &sources);
}

void leidraad_zonder_dossier(const struct leidraad *l, struct arena *arena,
                             struct document *document)
{
    struct voorbereiding v = {.l = l, .arena = arena, .document = document};
    struct sources sources = {.count = 0};

    memcpy(v.voor, l->voor, sizeof v.voor);
    v.voor[VOOR_LEVENSDOMEIN] = TEXT("");
    add_pairs(&v);
    leidraad_begin(&v);
    add_guidance(&v, &sources);
    add_questions(&v, &sources);
    add_sources(&v, &sources);
}
