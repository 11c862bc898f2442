#include "domain/overleg.h"

#include "base/text.h"
#include "domain/consent.h"
#include "domain/wie.h"

#include <string.h>

/* ---- who takes part ---- */

static const char roles[] = "moet-weten moet-handelen goed-om-te-weten";

/* Takes what stands behind the last comma off *rest. False: there is no comma. */
static bool take_last(struct text *rest, struct text *last)
{
    size_t n = rest->n;

    while (n && rest->p[n - 1] != ',')
        n--;
    if (!n)
        return false;
    *last = text_trim((struct text){rest->p + n, rest->n - n});
    *rest = text_trim((struct text){rest->p, n - 1});
    return true;
}

struct deelnemer overleg_deelnemer(struct text line)
{
    struct deelnemer p = {.whole = text_trim(line), .organisation = TEXT(""), .role = TEXT("")};
    struct text last;

    p.name = p.whole;
    if (take_last(&p.name, &last)) {
        bool role = text_has_word(roles, last);
        *(role ? &p.role : &p.organisation) = last;
        if (role)
            take_last(&p.name, &p.organisation);
    }
    return p;
}

bool overleg_next_deelnemer(const struct blad *b, struct dossier *d, const struct thing *overleg,
                            size_t *at, struct deelnemer *p)
{
    struct text line;

    if (!thing_next_value(d, overleg, schema_name(b->schema, TEXT("Deelnemer")), at, &line))
        return false;
    *p = overleg_deelnemer(line);
    return true;
}

/* A worker elsewhere may be called as the client is. */
bool overleg_is_client(const struct blad *b, struct dossier *d, const struct deelnemer *p)
{
    struct text rest = p->name, first;

    return (!p->organisation.n ||
            text_has_word("client cliënt cliente cliënte", p->organisation)) &&
           wie_next(&rest, &first) && !rest.n && wie_is_client_zelf(b, d, first);
}

/* `begeleider, Zes Sleutels` is another one. */
bool overleg_is_begeleider(const struct blad *b, struct dossier *d, struct text door,
                           const struct deelnemer *p)
{
    struct text rest = p->name, first;
    bool word = consent_same_name(p->name, TEXT("begeleider")) ||
                consent_same_name(p->name, TEXT("de begeleider"));

    return !(word && p->organisation.n) && wie_next(&rest, &first) && !rest.n &&
           wie_is_begeleider(b, d, door, first);
}

bool overleg_heet(const struct deelnemer *p, struct text words)
{
    struct text both = {p->whole.p, p->role.n ? (size_t)(p->role.p - p->whole.p) : p->whole.n};

    while (both.n && memchr(", ", both.p[both.n - 1], 2))
        both.n--;
    return consent_same_name(words, p->name) || consent_same_name(words, both) ||
           (p->organisation.n && consent_same_name(words, p->organisation));
}

const char *overleg_rol(struct text role)
{
    if (text_is_string(role, "moet-weten"))
        return "om te weten wat we afspreken";
    if (text_is_string(role, "moet-handelen"))
        return "om iets te doen";
    return role.n ? "om mee te luisteren" : "";
}

/* A refusal to a part, `Zes Sleutels, wonen`, names Zes Sleutels too. */
static bool is_named(const struct blad *b, struct dossier *d, struct text who)
{
    const struct type *type = schema_type(b->schema, TEXT("Toestemming"));

    for (const struct thing *t = NULL; who.n && (t = blad_next(d, type, t));) {
        struct text to = blad_value(b, d, t, "Aan"), part = to, behind;
        if (consent_same_name(to, who) ||
            (take_last(&part, &behind) && consent_same_name(part, who)))
            return true;
    }
    return false;
}

struct text overleg_aan(const struct blad *b, struct dossier *d, const struct thing *overleg,
                        const struct deelnemer *p)
{
    struct buffer all = {0};
    struct text meeting;

    buffer_string(&all, "overleg ");
    buffer_text(&all, overleg->key);
    meeting = blad_kept(d, &all);
    buffer_free(&all);
    if (is_named(b, d, p->organisation))
        return p->organisation;
    if (is_named(b, d, p->name))
        return p->name;
    if (is_named(b, d, meeting))
        return meeting;
    return p->organisation.n ? p->organisation : p->name;
}

/* ---- what belongs to it ---- */

static const struct thing *next_of(const struct blad *b, struct dossier *d, const struct type *type,
                                   const struct thing *overleg, const struct thing *t)
{
    while ((t = blad_next(d, type, t)))
        if (text_is(blad_value(b, d, t, "Bij"), overleg->key))
            return t;
    return NULL;
}

const struct thing *overleg_next_punt(const struct blad *b, struct dossier *d,
                                      const struct thing *overleg, const struct thing *after)
{
    return next_of(b, d, schema_type(b->schema, TEXT("Agendapunt")), overleg, after);
}

const struct thing *overleg_next_afspraak(const struct blad *b, struct dossier *d,
                                          const struct thing *overleg, const struct thing *after)
{
    return next_of(b, d, b->names.stap, overleg, after);
}

const struct thing *overleg_moment(const struct blad *b, struct dossier *d,
                                   const struct thing *overleg)
{
    const struct thing *last = NULL, *t = NULL;
    date day;
    int minutes;

    while ((t = next_of(b, d, b->names.afspraak, overleg, t)))
        if (date_parse_civil_moment(blad_value(b, d, t, "Wanneer"), &day, &minutes) &&
            !text_has_word("verzet afgezegd-client afgezegd-begeleider niet-verschenen",
                           blad_value(b, d, t, "Status")))
            last = t;
    return last;
}

date overleg_dag(const struct blad *b, struct dossier *d, const struct thing *overleg)
{
    const struct thing *t = overleg_moment(b, d, overleg);
    date day = overleg->opening->op;
    int minutes;

    if (t)
        date_parse_civil_moment(blad_value(b, d, t, "Wanneer"), &day, &minutes);
    return day;
}

/* ---- what is not noted yet ---- */

/* From the seeds: the client at the middle of it, somebody who leads and follows up, and what
 * happens with what is said (Generalistisch Werkt, 3.6.1, 3.6.3, 3.6.4). */
const struct overleg_tip overleg_tips[] = {
    {"Client_aanwezig",
     "nog niet genoteerd dat de cliënt erbij is. Het gaat over de cliënt: nodig die uit. Kan het "
     "niet, bespreek dan vooraf wat u zegt, en achteraf wat eruit kwam"},
    {"Coordinator",
     "nog niet genoteerd wie het overleg leidt. Die let op dat de cliënt aan het woord komt, en "
     "vraagt later of de afspraken lukken"},
    {"Privacyafspraak",
     "nog niet genoteerd wat aan deze tafel blijft. Spreek vooraf samen met de cliënt af wat "
     "gezegd wordt, wie het mag weten en wie het bewaart"},
    {NULL, NULL}};

bool overleg_tip_helpt(const struct overleg_tip *tip, struct text value)
{
    return !value.n || (!strcmp(tip->field, "Client_aanwezig") && text_is_string(value, "nee"));
}

void overleg_say_tips(const struct blad *b, struct dossier *d, const struct thing *overleg,
                      struct diag *diag)
{
    for (const struct overleg_tip *tip = overleg_tips; tip->field; tip++)
        if (overleg_tip_helpt(tip, blad_value(b, d, overleg, tip->field)))
            diag_at(diag, SEVERITY_NOTE, STATUS_OK, overleg->opening->place, "overleg-tip", "%s",
                    tip->text);
}

const char overleg_vraag_akkoord[] =
    "nog niet genoteerd of de cliënt het hiermee eens is. Vraag het, en noteer het met "
    "--client-akkoord";
