#include "journal/target.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool target_is_directory(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* How often --dossier occurs below the operands, and in which file. Faults of other dossiers are no
 * reason not to write in this one; its own are found when the file is read again under the lock. */
static size_t look_for(struct session *s, size_t first, struct diag *diag, char **path)
{
    struct operands *operands =
        operands_open(s->cli.operands + first, s->cli.operand_count - first, diag);
    struct reader_options options = {
        {DATE_NONE, MOMENT_NONE}, text_of(s->dossier), true, true, NULL};
    struct reader *reader = reader_open(s->schema, operands, options, diag);
    struct dossier *d;
    size_t times = 0;

    while ((d = reader_next(reader))) {
        times += d->stands_alone ? 1 : 2;
        if (!*path)
            *path = text_string(text_of(d->place.file));
    }
    reader_close(reader);
    operands_close(operands);
    return times;
}

static char *search(struct session *s, size_t first)
{
    struct diag silent;
    char *path = NULL, id[QUOTE_SIZE];
    size_t times;

    diag_start(&silent);
    silent.silent = true;
    times = look_for(s, first, &silent, &path);
    if (times == 1)
        return path;
    quote(text_of(s->dossier), id);
    if (times > 1)
        diag_at(&s->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){path, 0, 0},
                "dossier-verdeeld",
                "dossier %s staat op meer dan een plaats. Zet het eerst bij elkaar", id);
    else
        diag_say(&s->diag, SEVERITY_ERROR, status_worst(STATUS_DATA, silent.status), "geen-dossier",
                 "dossier %s is hier niet gevonden. Kijk het nummer na%s", id,
                 silent.errors ? ", en kijk met gesprek-check of alles te lezen is" : "");
    free(path);
    return NULL;
}

/* Who changes a file: a writer that was asked to, or a command that does nothing else. */
static const char *who(const struct session *s)
{
    return s->in_place ? "-i" : s->cli.command->name;
}

char *target_find(struct session *s, size_t first)
{
    size_t count = s->cli.operand_count - first;
    char **operands = s->cli.operands + first;

    if (!count && s->dossier)
        return text_string(text_of(session_dossier_path(s)));
    if (!count || !strcmp(operands[0], "-"))
        session_wrong(s, "%s wijzigt een bestand: noem het, of geef --dossier NUMMER", who(s));
    if (count == 1 && !target_is_directory(operands[0]))
        return text_string(text_of(operands[0]));
    if (!s->dossier)
        session_wrong(s, "%s met een map of met meer bestanden vraagt om --dossier NUMMER", who(s));
    return search(s, first);
}
