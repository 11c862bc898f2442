/* What is to be told: of the Toewijzingen to us, what has not been told yet; with the rules that
 * hold between the messages of a Toewijzing. */
#include "domain/iwmo_inside.h"

#include "base/text.h"

#include <string.h>

struct choice {
    const struct iwmo *w;
    struct dossier *d;
    struct iwmo_geleverd told;
    struct iwmo_bericht *b;
    bool fine, more; /* more: there is something for another gemeente too */
};

static void broken(struct choice *c, const struct iwmo_product *p, const char *rule,
                   const char *what)
{
    c->fine = iwmo_regel(c->w, c->d, p->place, p->toewijzing, rule, what);
}

/* ---- one Toewijzing ---- */

static struct text value(const struct choice *c, const struct thing *t, const char *name)
{
    return iwmo_veld(c->w, c->d, t, name);
}

static struct iwmo_product product_of(const struct choice *c, const struct thing *t)
{
    bool stop = c->w->soort == IWMO_STOP;

    return (struct iwmo_product){
        .toewijzing = t->key,
        .nummer = value(c, t, "Nummer"),
        .categorie = value(c, t, "Productcategorie"),
        .code = value(c, t, "Productcode"),
        .ingang = date_parse(value(c, t, "Ingang")),
        .begin = date_parse(value(c, t, "Gestart")),
        .einde = stop ? date_parse(value(c, t, "Gestopt")) : DATE_NONE,
        .reden = stop ? value(c, t, "Reden_stop") : TEXT(""),
        .place = t->latest->place,
    };
}

/* The gemeente of the melding that it is part of, else of the last one. */
static struct text gemeente_of(const struct choice *c, const struct thing *t)
{
    const struct type *melding = c->w->blad.names.melding;
    const struct thing *m = fold_find(c->d, melding, value(c, t, "Bij"));

    if (!m || !m->opening || m->withdrawn)
        m = blad_last_with(&c->w->blad, c->d, melding, "Gemeente");
    return m ? value(c, m, "Gemeente") : TEXT("");
}

/* To us, and not in money: then the gemeente has sent no Toewijzing (OP043). */
static bool is_ours(const struct choice *c, const struct thing *t)
{
    return text_is(value(c, t, "Aanbieder"), c->w->aanbieder) &&
           !text_is_string(value(c, t, "Leveringsvorm"), "pgb");
}

/* ---- what has been told before ---- */

static bool was_told(const struct choice *c, const struct iwmo_product *p)
{
    for (size_t i = 0; i < c->told.count; i++) {
        const struct iwmo_melding *m = &c->told.list[i];
        if (m->soort == c->w->soort && text_is(m->product.toewijzing, p->toewijzing) &&
            m->product.begin == p->begin &&
            (m->soort == IWMO_START ||
             (m->product.einde == p->einde && text_is(m->product.reden, p->reden))))
            return true;
    }
    return false;
}

static bool may_start(struct choice *c, const struct iwmo_product *p)
{
    const struct iwmo_melding *last = iwmo_laatst(&c->told, IWMO_START, p->toewijzing, DATE_NONE);

    if (!last || iwmo_laatst(&c->told, IWMO_STOP, p->toewijzing, last->product.begin))
        return true;
    broken(c, p, "TR326",
           "er is al een start gemeld met een andere begindatum, en nog geen stop. Was die datum "
           "fout: geef --verbeter. Stopte het: meld eerst de stop");
    return false;
}

/* On the start that it belongs to; the stops of that start that stand already. */
static bool may_stop_again(struct choice *c, const struct iwmo_product *p,
                           const struct iwmo_product *before)
{
    if (!text_is_string(before->reden, "20")) {
        broken(c, p, "TR415",
               "er is al een andere stop gemeld. Was die fout: geef --verbeter. Begon het "
               "opnieuw: meld eerst de start");
        return false;
    }
    if (text_is_string(p->reden, "20")) {
        broken(c, p, "TR413",
               "er is al een tijdelijke stop gemeld. Was die fout: geef --verbeter. Begon het "
               "opnieuw: meld eerst de start");
        return false;
    }
    if (p->einde < before->einde) {
        broken(c, p, "TR414", "er is al een tijdelijke stop gemeld op een latere dag");
        return false;
    }
    return true;
}

static bool may_stop(struct choice *c, const struct iwmo_product *p)
{
    const struct iwmo_melding *start = iwmo_laatst(&c->told, IWMO_START, p->toewijzing, DATE_NONE),
                              *stop;

    if (!start) {
        broken(c, p, "OP072", "de start is nog niet gemeld. Doe dat eerst, met iwmo305");
        return false;
    }
    if (start->product.begin != p->begin) {
        broken(c, p, "TR382",
               "de start is gemeld met een andere begindatum dan er nu staat. Verbeter Gestart, of "
               "meld de start goed met iwmo305 --verbeter");
        return false;
    }
    stop = iwmo_laatst(&c->told, IWMO_STOP, p->toewijzing, p->begin);
    return !stop || may_stop_again(c, p, &stop->product);
}

/* ---- into the message ---- */

static void add(struct choice *c, struct iwmo_product p, struct text afzender,
                struct text ontvanger)
{
    struct iwmo_bericht *b = c->b;

    if (b->count && !text_is(b->ontvanger, ontvanger)) {
        c->more = true;
        return;
    }
    for (size_t i = 0; i < b->count; i++)
        if (iwmo_zelfde(&b->producten[i], &p, c->w->soort) && !b->producten[i].weg) {
            broken(c, &p, "TR101", "een andere toewijzing heeft dezelfde gegevens. Kijk ze na");
            return;
        }
    b->afzender = afzender;
    b->ontvanger = ontvanger;
    b->producten[b->count++] = p;
}

static bool is_new(struct choice *c, const struct iwmo_product *p)
{
    for (size_t i = 0; i < c->told.count; i++) {
        const struct iwmo_melding *m = &c->told.list[i];
        if (m->soort == c->w->soort && iwmo_zelfde(&m->product, p, m->soort)) {
            broken(c, p, "TR074", "hetzelfde is al gemeld bij een andere toewijzing. Kijk ze na");
            return false;
        }
    }
    return true;
}

static bool is_begun(const struct choice *c, const struct iwmo_product *p)
{
    return p->begin != DATE_NONE && (c->w->soort == IWMO_START || p->einde != DATE_NONE);
}

/* A stop without a start is a mistake worth a word. */
static bool has_day(struct choice *c, const struct iwmo_product *p)
{
    if (is_begun(c, p))
        return true;
    if (c->w->soort == IWMO_STOP && p->einde != DATE_NONE)
        broken(c, p, "TR382",
               "er staat wel wanneer het stopte, en niet wanneer het begon. Noteer Gestart");
    return false;
}

static void take(struct choice *c, const struct thing *t)
{
    struct iwmo_product p = product_of(c, t);

    if (!is_ours(c, t) || !has_day(c, &p) || was_told(c, &p))
        return;
    if (!iwmo_product_mag(c->w, c->d, &p)) {
        c->fine = false;
        return;
    }
    if ((c->w->soort == IWMO_START ? may_start(c, &p) : may_stop(c, &p)) && is_new(c, &p))
        add(c, p, c->w->aanbieder, gemeente_of(c, t));
}

/* ---- taking back ---- */

static const struct iwmo_melding *to_take_back(struct choice *c)
{
    struct iwmo_product asked = {.toewijzing = c->w->verbeter, .place = c->d->place};
    const struct iwmo_melding *m = iwmo_laatst(&c->told, c->w->soort, c->w->verbeter, DATE_NONE);

    if (!m)
        broken(c, &asked, "TR063", "hiervan is niets gemeld dat nog staat. Kijk de sleutel na");
    else if (c->w->soort == IWMO_START &&
             iwmo_laatst(&c->told, IWMO_STOP, c->w->verbeter, m->product.begin)) {
        broken(c, &asked, "TR071",
               "van deze start is de stop al gemeld. Neem eerst die terug, met iwmo307 --verbeter");
        return NULL;
    }
    return m;
}

/* Taken back, and told anew in the same message where the key differs (IV008); where it does not
 * the next message tells it. */
static void take_back(struct choice *c)
{
    const struct iwmo_melding *m = to_take_back(c);
    const struct thing *t =
        fold_find(c->d, schema_type(c->w->blad.schema, TEXT("Toewijzing")), c->w->verbeter);
    struct iwmo_product old;

    if (!m)
        return;
    old = m->product;
    old.weg = true;
    add(c, old, m->afzender, m->ontvanger);
    if (!t || !t->opening || t->withdrawn)
        return;
    iwmo_neem_weg(&c->told, (size_t)(m - c->told.list));
    take(c, t);
    if (c->b->count == 2 && iwmo_zelfde(&old, &c->b->producten[1], c->w->soort))
        c->b->count = 1;
}

/* ---- the whole ---- */

/* Twelve letters of which no word can be made, and no number: unique for a sender (TR056), for it
 * counts how many Verstrekkingen there ever were, withdrawn ones too. FNV-1a, 64 bits, the same on
 * every machine. Nothing of the client is in it. */
static void name_message(const struct choice *c)
{
    static const char letters[] = "BCDFGHJKLMNPQRSTVWXZ";
    const struct type *type = schema_type(c->w->blad.schema, TEXT("Verstrekking"));
    struct buffer from = {0};
    uint64_t hash = 14695981039346656037U;
    size_t before = 0;
    char day[11];

    for (size_t i = 0; i < c->d->thing_count; i++)
        before += c->d->things[i].type == type;
    buffer_format(&from, "%d %s %zu ", (int)c->w->soort, date_write(c->w->blad.today, day), before);
    buffer_text(&from, c->d->id);
    for (size_t i = 0; i < from.n; i++)
        hash = (hash ^ (unsigned char)from.p[i]) * 1099511628211U;
    for (size_t i = 0; i < IWMO_IDENTIFICATIE; i++, hash /= 20)
        c->b->identificatie[i] = letters[hash % 20];
    c->b->identificatie[IWMO_IDENTIFICATIE] = '\0';
    buffer_free(&from);
}

static void say_more(const struct choice *c)
{
    diag_at(c->w->diag, SEVERITY_NOTE, STATUS_OK, c->d->place, "iwmo-nog-een",
            "dossier %.*s: er is ook iets te melden aan een andere gemeente. Doe dit nog eens",
            (int)c->d->id.n, c->d->id.p);
}

enum iwmo_uitkomst iwmo_bericht(const struct iwmo *w, struct dossier *d, struct iwmo_bericht *b)
{
    const struct type *type = schema_type(w->blad.schema, TEXT("Toewijzing"));
    struct choice c = {.w = w, .d = d, .b = b, .fine = true};

    *b = (struct iwmo_bericht){
        .producten = arena_take(&d->arena, (d->thing_count + 2) * sizeof *b->producten)};
    if (!iwmo_geleverd(w, d, &c.told))
        return IWMO_MAG_NIET;
    if (w->verbeter.n)
        take_back(&c);
    else
        for (const struct thing *t = NULL; (t = blad_next(d, type, t));)
            take(&c, t);
    if (!c.fine)
        return IWMO_MAG_NIET;
    if (c.more)
        say_more(&c);
    name_message(&c);
    return b->count ? IWMO_BERICHT : IWMO_NIETS;
}
