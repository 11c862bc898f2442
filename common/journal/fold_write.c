#include "journal/fold_write.h"

void fold_write(struct dossier *d, const struct thing *t, struct buffer *out)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->fields[i].value.n)
            rec_write_field(out, "\n", t->fields[i].name, field_value(d, &t->fields[i]));
    buffer_byte(out, '\n');
}
