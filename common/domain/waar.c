/* Whether a condition holds for a dossier. */
#include "base/text.h"
#include "domain/waar_node.h"

#include <stdlib.h>

static bool any_value_fits(const struct waar *w, struct dossier *d, const struct thing *t)
{
    struct text value;
    size_t at = 0;

    while (thing_next_value(d, t, w->name, &at, &value))
        if (waar_fits(w, value))
            return true;
    return false;
}

static bool any_field_fits(const struct waar *w, struct dossier *d)
{
    for (size_t i = 0; i < d->thing_count; i++) {
        const struct thing *t = &d->things[i];
        if (t->opening && !t->withdrawn && (!w->type || t->type == w->type) &&
            any_value_fits(w, d, t))
            return true;
    }
    return false;
}

static bool day_fits(const struct waar *w, date day)
{
    char text[11];
    return day != DATE_NONE && waar_fits(w, text_of(date_write(day, text)));
}

static bool test_holds(const struct waar *w, struct dossier *d, const struct stand *stand,
                       const struct thing *record)
{
    bool hit = false;

    switch (w->subject) {
    case SUBJECT_FIELD:
        hit = record && w->of_record ? any_value_fits(w, d, record) : any_field_fits(w, d);
        break;
    case SUBJECT_DOSSIER:
        hit = waar_fits(w, d->id);
        break;
    case SUBJECT_FASE:
        hit = waar_fits(w, stand->fase);
        break;
    case SUBJECT_BEGIN:
        hit = day_fits(w, stand->begin);
        break;
    case SUBJECT_LAST_CONTACT:
        hit = day_fits(w, stand->last_contact);
        break;
    case SUBJECT_CLOSED:
        hit = waar_fits(w, text_of(stand->closed ? "ja" : "nee"));
        break;
    }
    return w->relation == RELATION_IS_NOT ? !hit : hit;
}

static bool holds(const struct waar *w, struct dossier *d, const struct stand *stand,
                  const struct thing *record)
{
    switch (w->kind) {
    case NODE_AND:
        return holds(w->left, d, stand, record) && holds(w->right, d, stand, record);
    case NODE_OR:
        return holds(w->left, d, stand, record) || holds(w->right, d, stand, record);
    case NODE_NOT:
        return !holds(w->left, d, stand, record);
    case NODE_TEST:
        break;
    }
    return test_holds(w, d, stand, record);
}

bool waar_holds(const struct waar *w, struct dossier *d, const struct stand_names *names,
                date today)
{
    return waar_holds_record(w, d, names, today, NULL);
}

void waar_over(struct waar *w, const struct schema *schema, const struct type *type)
{
    if (w->kind != NODE_TEST) {
        waar_over(w->left, schema, type);
        if (w->right)
            waar_over(w->right, schema, type);
    } else if (w->subject == SUBJECT_FIELD && (!w->type || w->type == type)) {
        w->of_record = schema_field_index(schema, type, w->name) >= 0;
    }
}

bool waar_holds_record(const struct waar *w, struct dossier *d, const struct stand_names *names,
                       date today, const struct thing *record)
{
    struct stand stand = stand_of(d, names, today);
    return holds(w, d, &stand, record);
}

void waar_free(struct waar *w)
{
    if (!w)
        return;
    waar_free(w->left);
    waar_free(w->right);
    buffer_free(&w->choices);
    free(w);
}
