/* Parts that were counted apart, by other processes or machines, as one report. */
#include "rapport.h"

#include "base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LIMIT = 1 << 30 }; /* of one part */

struct som {
    struct session *s;
    struct rapport *rapport; /* NULL: no part has been read yet */
    struct deel_kop kop;
    struct buffer first; /* the first part: texts of the question point into it */
    struct text gelijk;  /* what all parts begin with */
    const char *first_path;
    uint64_t *prints; /* the fingerprints of all runs */
    size_t count, capacity;
    size_t files; /* parts that were read well */
};

static bool read_file(struct som *sum, const char *path, struct buffer *into)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    bool fine = fd >= 0 && io_read_all(fd, into, LIMIT);

    if (!fine)
        diag_at(&sum->s->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand",
                "dit kan niet gelezen worden: %s", diag_errno(errno));
    if (fd >= 0)
        close(fd);
    return fine;
}

static bool broken(struct som *sum, const char *path, uint32_t line, const char *what)
{
    diag_at(&sum->s->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){path, line, 1}, "deel-stuk",
            "%s. Maak dit deel opnieuw", what);
    return false;
}

/* The same dossiers would count twice. */
static bool is_double(const struct som *sum, const struct deel_kop *kop)
{
    for (size_t i = 0; i < sum->count; i++)
        for (size_t j = 0; j < kop->deel_count; j++)
            if (sum->prints[i] == kop->delen[j])
                return true;
    return false;
}

static void note_runs(struct som *sum, const struct deel_kop *kop)
{
    mem_grow(&sum->prints, &sum->capacity, sum->count + kop->deel_count, sizeof *sum->prints);
    memcpy(sum->prints + sum->count, kop->delen, kop->deel_count * sizeof *sum->prints);
    sum->count += kop->deel_count;
    sum->files++;
    sum->kop.delen = sum->prints;
    sum->kop.deel_count = sum->count;
    sum->kop.gelezen += kop->gelezen;
    sum->kop.weggelaten += kop->weggelaten;
}

static void begin_sum(struct som *sum, struct wishes *w, const struct deel_lezing *l)
{
    bool exact = w->vraag.exact;

    w->vraag = l->vraag;
    w->vraag.exact = exact;
    sum->gelijk = l->gelijk;
    sum->kop = l->kop;
    sum->kop.gelezen = sum->kop.weggelaten = 0;
    sum->kop.delen = NULL;
    sum->kop.deel_count = 0;
    sum->rapport = rapport_open(sum->s->schema, NULL, &w->vraag);
}

static bool add_part(struct som *sum, struct wishes *w, const char *path, struct deel_lezing *l,
                     struct text bytes)
{
    if (!rapport_deel_kop(l, bytes))
        return broken(sum, path, l->line, "dit is geen deel, of een deel van een andere versie");
    if (sum->rapport && !text_is(l->gelijk, sum->gelijk))
        session_wrong(sum->s,
                      "%s en %s zijn geen delen van hetzelfde: ze verschillen in de vraag, de "
                      "periode of de dag. Maak ze met dezelfde opties",
                      sum->first_path, path);
    if (!sum->rapport) {
        begin_sum(sum, w, l);
        sum->first_path = path;
    }
    if (is_double(sum, &l->kop))
        session_wrong(sum->s,
                      "%s heeft dezelfde dossiers als een eerder deel: die zouden dubbel tellen",
                      path);
    if (!rapport_deel_voeg(l, sum->rapport))
        return broken(sum, path, l->line, "dit deel is niet heel");
    note_runs(sum, &l->kop);
    return true;
}

/* The first part's bytes are kept; those of the others only while they are read. */
static void add_file(struct som *sum, struct wishes *w, const char *path)
{
    struct buffer bytes = {0};
    struct deel_lezing l = {0};

    if (read_file(sum, path, &bytes))
        add_part(sum, w, path, &l, buffer_view(&bytes));
    free(l.delen);
    if (sum->rapport && !sum->first.p)
        sum->first = bytes;
    else
        buffer_free(&bytes);
}

static bool all_there(struct som *sum, const struct wishes *w, size_t given)
{
    if (w->verwacht && w->verwacht != sum->count)
        diag_say(&sum->s->diag, SEVERITY_ERROR, STATUS_DATA, "deel-ontbreekt",
                 "er moeten %u delen zijn, en er zijn er %zu goed gelezen. Maak wat ontbreekt "
                 "opnieuw, en tel ze dan allemaal op",
                 w->verwacht, sum->count);
    return sum->files == given && (!w->verwacht || w->verwacht == sum->count);
}

static void check_begeleider(struct session *s, const struct wishes *w)
{
    for (size_t i = 0; i < w->vraag.groepeer_count; i++)
        if (w->vraag.groepeer[i] == GROEPEER_BEGELEIDER && !w->vraag.exact && !w->deel)
            session_wrong(s, "deze delen zijn ook per begeleider geteld; dat kan alleen met "
                             "--verantwoording");
}

void rapport_samen(struct session *s, struct wishes *w)
{
    struct som sum = {.s = s};
    struct rapport_oud *old = NULL;
    size_t given = s->cli.operand_count;

    if (!given)
        session_wrong(s, "noem de delen, bijvoorbeeld deel-*.txt");
    for (size_t i = 0; i < given; i++)
        add_file(&sum, w, s->cli.operands[i]);
    check_begeleider(s, w);
    if (all_there(&sum, w, given) && sum.rapport && rapport_eerdere(s, w, &old))
        rapport_geef(s, w, sum.rapport, &sum.kop, old);
    rapport_oud_free(old);
    rapport_free(sum.rapport);
    buffer_free(&sum.first);
    free(sum.prints);
}
