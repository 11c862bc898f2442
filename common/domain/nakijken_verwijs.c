/* What is odd about a referral: changes of its state that make no sense, and what the next who
 * reads it would look for. The words are tips: there may be a good reason. */
#include "base/text.h"
#include "domain/nakijken_inside.h"
#include "domain/verwijs.h"

#include <string.h>

/* Where the referral stands while its records pass, one after the other. */
struct course {
    struct pass *p;
    const struct thing *t;
    name_id status, reason, step;
    struct text now;    /* Status; empty: none yet */
    bool odd_reason;    /* it goes on, and why it ended still stands there */
    struct place since; /* of the record that said so */
};

static void add_tip(struct pass *p, const struct thing *t, struct place place, const char *code,
                    const char *advice)
{
    buffer_string(&p->text, "bij verwijzing ");
    nakijken_quoted(p, t->key);
    buffer_string(&p->text, advice);
    nakijken_add(p, SEVERITY_FINDING, place, code);
}

static bool is_end(struct text status)
{
    return text_has_word(verwijs_einde, status);
}

/* The field in a record; false: it does not name it. */
static bool said(struct pass *p, const struct record *r, name_id name, struct text *value)
{
    for (size_t i = r->first; i < r->first + r->count; i++)
        if (p->d->fields[i].id == name) {
            *value = field_value(p->d, &p->d->fields[i]);
            return true;
        }
    return false;
}

/* hervat takes the reason of the end away, so what goes on and keeps it was not taken up. */
static void look_at_record(struct course *c, const struct record *r)
{
    struct text status = c->now, value;
    bool changes = said(c->p, r, c->status, &status) && !text_is(status, c->now);
    bool ended = is_end(c->now);

    if (ended && changes && is_end(status))
        add_tip(
            c->p, c->t, r->place, "verwijs-einde",
            " kwam na een einde nog een ander einde. Liep het daartussen weer? Noteer dan hervat");
    if (ended && !changes && said(c->p, r, c->step, &value) && value.n)
        add_tip(c->p, c->t, r->place, "verwijs-verder",
                " gaat het verder, maar het einde staat er nog. Neem hem weer op met hervat");
    if (changes && ended && !is_end(status)) {
        c->odd_reason = true;
        c->since = r->place;
    }
    if (said(c->p, r, c->reason, &value) || is_end(status))
        c->odd_reason = false;
    c->now = status;
}

static void look_at_course(struct course *c)
{
    struct dossier *d = c->p->d;

    for (size_t i = 0; i < d->record_count; i++)
        if (d->records[i].known && &d->things[d->records[i].thing] == c->t)
            look_at_record(c, &d->records[i]);
    if (c->odd_reason && thing_value(d, c->t, c->reason).n)
        add_tip(
            c->p, c->t, c->since, "verwijs-verder",
            " gaat het verder, maar waarom het stopte staat er nog. Neem hem weer op met hervat");
}

static struct text value_of(const struct pass *p, const struct thing *t, const char *name)
{
    return thing_value(p->d, t, schema_name(p->schema, text_of(name)));
}

static void look_at_state(struct pass *p, const struct thing *t)
{
    struct text status = value_of(p, t, "Status");

    if (text_has_word(verwijs_met_reden, status) && !value_of(p, t, "Reden").n)
        add_tip(
            p, t, t->latest->place, "verwijs-reden",
            " is nog niet genoteerd waarom het stopte. Noteer het bij Reden, voor wie dit later "
            "leest");
    if (text_is_string(status, "time-out") && !value_of(p, t, "Terugkomen_op").n)
        add_tip(p, t, t->latest->place, "verwijs-terugkomen",
                " is nog niet genoteerd wanneer u erop terugkomt. Noteer het bij Terugkomen_op");
    if (text_is_string(status, "wachtlijst") && !value_of(p, t, "Wacht_sinds").n)
        add_tip(p, t, t->latest->place, "verwijs-wacht",
                " is nog niet genoteerd sinds wanneer de cliënt wacht. Noteer het bij Wacht_sinds");
    if (value_of(p, t, "Terugkoppeling").n && !text_is_string(value_of(p, t, "Mag_navragen"), "ja"))
        add_tip(
            p, t, t->latest->place, "verwijs-navragen",
            " staat wat u terug hoorde, en nog niet dat u mocht navragen. Vraag het de cliënt, en "
            "noteer het bij Mag_navragen");
}

void nakijken_verwijzing(struct pass *p, const struct thing *t)
{
    struct course c = {.p = p,
                       .t = t,
                       .status = schema_name(p->schema, TEXT("Status")),
                       .reason = schema_name(p->schema, TEXT("Reden")),
                       .step = schema_name(p->schema, TEXT("Verwijsstap"))};

    if (t->withdrawn)
        return;
    look_at_course(&c);
    look_at_state(p, t);
}
