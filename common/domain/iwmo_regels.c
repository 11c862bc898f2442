/* The rules that one product and the client must hold to. */
#include "domain/iwmo_inside.h"

#include "base/text.h"
#include "domain/nakijken.h"

#include <stdio.h>
#include <string.h>

enum { NAME_MOST = 200, PREFIX_MOST = 10, CODE_MOST = 5, OLDEST = 120 };

bool iwmo_regel(const struct iwmo *w, const struct dossier *d, struct place place, struct text key,
                const char *rule, const char *what)
{
    diag_at(w->diag, SEVERITY_ERROR, STATUS_DATA, place, "iwmo-regel",
            "dossier %.*s%s%.*s: %s (iWmo 3.2, regel %s). Er is geen bericht gemaakt", (int)d->id.n,
            d->id.p, key.n ? ", " : "", (int)key.n, key.n ? key.p : "", what, rule);
    return false;
}

/* ---- the product ---- */

static bool is_digits(struct text t, size_t least, size_t most)
{
    for (size_t i = 0; i < t.n; i++)
        if (t.p[i] < '0' || t.p[i] > '9')
            return false;
    return t.n >= least && t.n <= most;
}

/* In characters, as the standard counts. */
static size_t length(struct text t)
{
    size_t n = 0;
    uint32_t code;

    for (; t.n; n++) {
        size_t bytes = text_decode(t, &code);
        t = (struct text){t.p + bytes, t.n - bytes};
    }
    return n;
}

/* What no line of a message may hold. */
static bool is_one_line(struct text t)
{
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)t.p[i] < ' ' || t.p[i] == 0x7f)
            return false;
    return true;
}

static bool check_days(const struct iwmo *w, const struct dossier *d, const struct iwmo_product *p)
{
    bool fine = true;

    if (p->begin > w->blad.today)
        fine = iwmo_regel(w, d, p->place, p->toewijzing, "TR135",
                          "de begindatum (Gestart) ligt in de toekomst. Meld hem op die dag");
    if (p->einde != DATE_NONE && p->einde > w->blad.today)
        fine = iwmo_regel(w, d, p->place, p->toewijzing, "TR135",
                          "de einddatum (Gestopt) ligt in de toekomst. Meld hem op die dag");
    if (p->einde != DATE_NONE && p->einde < p->begin)
        fine = iwmo_regel(w, d, p->place, p->toewijzing, "TR018",
                          "de einddatum (Gestopt) ligt voor de begindatum (Gestart). Verbeter een "
                          "van de twee");
    return fine;
}

static void say_doubts(const struct iwmo *w, const struct dossier *d, const struct iwmo_product *p)
{
    if (!p->nummer.n)
        diag_at(w->diag, SEVERITY_NOTE, STATUS_OK, p->place, "iwmo-nummer",
                "dossier %.*s, %.*s: zonder nummer van de toewijzing. Dat kan alleen bij de "
                "taakgerichte variant (iWmo 3.2, regel TR019)",
                (int)d->id.n, d->id.p, (int)p->toewijzing.n, p->toewijzing.p);
    if (p->reden.n && text_has_word("36 37", p->reden))
        diag_at(w->diag, SEVERITY_NOTE, STATUS_OK, p->place, "iwmo-reden",
                "dossier %.*s, %.*s: reden %.*s past alleen als de gemeente de toewijzing heeft "
                "gewijzigd. Een aanbieder kiest hem niet zelf (codelijst WMO588)",
                (int)d->id.n, d->id.p, (int)p->toewijzing.n, p->toewijzing.p, (int)p->reden.n,
                p->reden.p);
}

bool iwmo_product_mag(const struct iwmo *w, const struct dossier *d, const struct iwmo_product *p)
{
    bool fine = check_days(w, d, p);

    if (p->nummer.n && !is_digits(p->nummer, 1, 9))
        fine = iwmo_regel(w, d, p->place, p->toewijzing, "RS006",
                          "het nummer van de toewijzing is geen getal van hoogstens 9 cijfers. "
                          "Neem het over uit de toewijzing");
    if (!is_one_line(p->code) || length(p->code) > CODE_MOST)
        fine = iwmo_regel(w, d, p->place, p->toewijzing, "RS012",
                          "de productcode is langer dan 5 tekens. Neem hem over uit de toewijzing");
    if (w->soort == IWMO_STOP && !p->reden.n)
        fine = iwmo_regel(w, d, p->place, p->toewijzing, "WMO588",
                          "er staat niet waarom de ondersteuning stopte. Noteer Reden_stop, met de "
                          "code van iWmo");
    if (fine)
        say_doubts(w, d, p);
    return fine;
}

/* ---- the client ---- */

const struct thing *iwmo_wie(const struct iwmo *w, struct dossier *d)
{
    return blad_last(d, w->blad.names.client);
}

struct text iwmo_veld(const struct iwmo *w, struct dossier *d, const struct thing *t,
                      const char *name)
{
    return text_trim(blad_value(&w->blad, d, t, name));
}

static bool check_name(const struct iwmo *w, struct dossier *d, const struct thing *client,
                       const char *name, size_t most, const char *rule)
{
    struct text value = iwmo_veld(w, d, client, name);
    char what[128];

    if (!is_one_line(value))
        snprintf(what, sizeof what, "bij %s staat meer dan een regel. Maak er een van", name);
    else if (length(value) > most)
        snprintf(what, sizeof what, "%s is langer dan %zu tekens. Kort hem in", name, most);
    else
        return true;
    return iwmo_regel(w, d, client->opening->place, TEXT(""), rule, what);
}

static bool check_names(const struct iwmo *w, struct dossier *d, const struct thing *client)
{
    bool fine = check_name(w, d, client, "Achternaam", NAME_MOST, "RS028");

    fine = check_name(w, d, client, "Voornamen", NAME_MOST, "RS028") && fine;
    fine = check_name(w, d, client, "Voorvoegsel", PREFIX_MOST, "RS016") && fine;
    if (!iwmo_veld(w, d, client, "Achternaam").n)
        fine = iwmo_regel(w, d, client->opening->place, TEXT(""), "IV007",
                          "er is geen Achternaam. Noteer hem bij Client");
    return fine;
}

static bool check_birth(const struct iwmo *w, struct dossier *d, const struct thing *client)
{
    date born = date_parse(iwmo_veld(w, d, client, "Geboren"));
    struct place place = client->opening->place;

    if (born == DATE_NONE)
        return iwmo_regel(w, d, place, TEXT(""), "IV009",
                          "er is geen geboortedatum. Noteer Geboren bij Client");
    if (born > w->blad.today)
        return iwmo_regel(w, d, place, TEXT(""), "TR135",
                          "de geboortedatum ligt in de toekomst. Verbeter Geboren bij Client");
    if (date_add_months(born, OLDEST * 12) < w->blad.today)
        return iwmo_regel(w, d, place, TEXT(""), "TR002",
                          "de geboortedatum is meer dan 120 jaar geleden. Verbeter Geboren bij "
                          "Client");
    return true;
}

/* The number is never in a message. */
static bool check_bsn(const struct iwmo *w, struct dossier *d, const struct thing *client,
                      struct text bsn)
{
    struct place place = client->opening->place;

    if (!iwmo_veld(w, d, client, "Persoon").n)
        return iwmo_regel(w, d, place, TEXT(""), "OP079",
                          "bij Client staat geen Persoon, dus er is geen burgerservicenummer bij "
                          "te vinden. Noteer Persoon, en zet hem in het bestand met nummers");
    if (!bsn.n)
        return iwmo_regel(
            w, d, place, TEXT(""), "OP079",
            "deze Persoon staat niet met een Bsn in het bestand met nummers. Zet hem erin");
    if (!is_digits(bsn, 9, 9))
        return iwmo_regel(
            w, d, place, TEXT(""), "RS037",
            "het Bsn in het bestand met nummers is geen 9 cijfers. Verbeter het daar");
    if (!is_bsn(bsn.p))
        return iwmo_regel(
            w, d, place, TEXT(""), "CS002",
            "het Bsn in het bestand met nummers klopt niet volgens de elfproef. Verbeter "
            "het daar");
    return true;
}

static bool check_parties(const struct iwmo *w, struct dossier *d, const struct iwmo_bericht *b)
{
    bool fine = true;

    if (!is_digits(b->afzender, 8, 8))
        fine = iwmo_regel(w, d, b->producten->place, b->producten->toewijzing, "RS036",
                          "de AGB-code van de aanbieder is geen 8 cijfers. Verbeter hem");
    if (!is_digits(b->ontvanger, 4, 4))
        fine = iwmo_regel(w, d, b->producten->place, b->producten->toewijzing, "RS035",
                          "de code van de gemeente is geen 4 cijfers. Kijk Gemeente na bij de "
                          "melding; een bericht van iWmo is voor een gemeente in Nederland");
    return fine;
}

bool iwmo_client(const struct iwmo *w, struct dossier *d, const struct iwmo_bericht *b)
{
    const struct thing *client = iwmo_wie(w, d);
    bool fine = check_parties(w, d, b);

    if (!client)
        return iwmo_regel(w, d, d->place, TEXT(""), "OP079",
                          "er staat niet wie de cliënt is. Noteer een Client");
    fine = check_names(w, d, client) && fine;
    fine = check_birth(w, d, client) && fine;
    return check_bsn(w, d, client, b->bsn) && fine;
}
