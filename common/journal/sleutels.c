#include "journal/sleutels.h"
#include "journal/loose.h"

#include "base/lookup.h"
#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

/* A number that is read once by who may not know it cannot be taken back. */
static bool is_private(int fd, const char *path, struct diag *diag)
{
    struct stat st;

    if (fstat(fd, &st) != 0) {
        diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand",
                "het sleutelbestand kan niet gelezen worden: %s", diag_errno(errno));
        return false;
    }
    if (S_ISREG(st.st_mode) && !(st.st_mode & (S_IRWXG | S_IRWXO)) && st.st_uid == geteuid())
        return true;
    diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "sleutels-open",
            "het sleutelbestand moet een gewoon bestand van uzelf zijn, dat niemand anders kan "
            "lezen. Doe: chmod 600, en kijk wie het intussen gelezen kan hebben");
    return false;
}

static int open_private(const char *path, struct diag *diag)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

    if (fd < 0)
        diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand",
                "het sleutelbestand kan niet gelezen worden: %s", diag_errno(errno));
    else if (!is_private(fd, path, diag)) {
        close(fd);
        fd = -1;
    }
    return fd;
}

static bool wrong(struct sleutels *s, const struct record *r, const char *what)
{
    diag_at(s->loose.in.diag, SEVERITY_ERROR, STATUS_DATA, r->place, "sleutels-fout", "%s", what);
    return false;
}

static bool add(struct sleutels *s, const struct record *r, struct text bsn)
{
    if (!lookup_put(&s->numbers, text_hash(r->key), (uint32_t)s->count))
        return wrong(s, r, "deze persoon staat twee keer in het sleutelbestand. Haal er een weg");
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
        return wrong(s, r, "een record in het sleutelbestand begint met Persoon");
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
    int fd = open_private(path, diag);
    bool fine;

    if (fd < 0)
        return NULL;
    s = mem_take(sizeof *s);
    *s = (struct sleutels){0};
    fine = loose_read(&s->loose, fd, KEYS_LIMIT);
    if (!fine)
        diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand",
                "het sleutelbestand kan niet gelezen worden: %s", diag_errno(errno));
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
