#include "journal/sleutels.h"
#include "journal/loose.h"

#include "base/lookup.h"
#include "base/private.h"
#include "base/text.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { KEYS_LIMIT = 1 << 28 };

struct key {
    struct text person, bsn;
};

struct sleutels {
    struct loose loose; /* the keys point into its content */
    struct key *list;
    size_t count, capacity;
    struct lookup numbers; /* in list, by person */
};

static bool wrong(struct sleutels *s, const struct record *r, const char *what)
{
    diag_at(s->loose.in.diag, SEVERITY_ERROR, STATUS_DATA, r->place, "bsn-bestand", "%s", what);
    return false;
}

static bool add(struct sleutels *s, const struct record *r, struct text bsn)
{
    if (!lookup_put(&s->numbers, text_hash(r->key), (uint32_t)s->count))
        return wrong(s, r, "deze persoon staat twee keer in dit bestand. Haal er een weg");
    mem_grow(&s->list, &s->capacity, s->count + 1, sizeof *s->list);
    s->list[s->count++] = (struct key){r->key, bsn};
    return true;
}

static bool take_record(struct sleutels *s, const struct record *r)
{
    const struct rec_field *fields = s->loose.scan.fields + r->first;
    struct text bsn = {0};
    size_t found = 0, insz = 0;

    if (!text_is_string(r->type_name, "Persoon"))
        return wrong(s, r, "een record in dit bestand begint met Persoon");
    for (size_t i = 1; i < r->count; i++) {
        insz += text_is_string(fields[i].name, "Insz");
        if (!text_is_string(fields[i].name, "Bsn"))
            continue;
        bsn = text_trim(fields[i].value);
        found++;
    }
    if (found > 1 || (!found && !insz))
        return wrong(s, r, "bij een persoon hoort een regel `Bsn:` of `Insz:`");
    return !found || add(s, r, bsn);
}

static bool take_all(struct sleutels *s)
{
    struct record r;
    bool fine = true;

    while (loose_next(&s->loose, &r))
        fine = take_record(s, &r) && fine;
    return fine && !s->loose.failed;
}

struct sleutels *sleutels_open(const char *path, const struct schema *schema, struct diag *diag)
{
    struct sleutels *s;
    int fd = private_open(path, "Kijk wie de nummers intussen gezien kan hebben", diag);
    bool fine;

    if (fd < 0)
        return NULL;
    s = mem_take(sizeof *s);
    *s = (struct sleutels){0};
    fine = loose_read(&s->loose, fd, KEYS_LIMIT);
    if (!fine)
        diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand", "%s",
                diag_errno(errno));
    close(fd);
    if (fine) {
        loose_start(&s->loose, schema, path, diag);
        fine = take_all(s);
    }
    if (fine)
        return s;
    sleutels_close(s);
    return NULL;
}

struct text sleutels_bsn(const struct sleutels *s, struct text person)
{
    const uint32_t *number = lookup_find(&s->numbers, text_hash(person));

    return number && text_is(s->list[*number].person, person) ? s->list[*number].bsn : TEXT("");
}

void sleutels_close(struct sleutels *s)
{
    if (!s)
        return;
    loose_close(&s->loose);
    lookup_free(&s->numbers);
    free(s->list);
    free(s);
}
