#include "journal/draft.h"
#include "base/child.h"
#include "base/text.h"
#include "journal/copy.h"
#include "journal/store_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char file_name[] = "antwoord.txt";

const char *draft_directory(const char *beside)
{
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    struct stat st;

    if (runtime && *runtime == '/' && stat(runtime, &st) == 0 && S_ISDIR(st.st_mode) &&
        st.st_uid == geteuid() && !(st.st_mode & (S_IRWXG | S_IRWXO)))
        return runtime;
    return beside;
}

static bool say_editor(struct diag *diag, const char *what)
{
    char safe[QUOTE_SIZE];

    diag_say(diag, SEVERITY_ERROR, STATUS_SYSTEM, "editor",
             "de editor %s %s. Kijk VISUAL en EDITOR na", quote(text_of(child_editor()), safe),
             what);
    return false;
}

static bool run(struct copy *c, int terminal, struct buffer *text, struct diag *diag)
{
    struct buffer changed = {0};
    bool fine = child_edit(child_editor(), c->path, c->scratch, terminal) == 0 ||
                say_editor(diag, "eindigde met een fout");

    fine = fine && copy_read(c, &changed);
    if (fine) {
        text->n = 0;
        buffer_text(text, buffer_view(&changed));
    }
    buffer_free(&changed);
    return copy_remove(c) && fine;
}

bool draft_edit(const char *directory, int terminal, struct buffer *text, struct diag *diag)
{
    struct store s = {.lock = -1, .diag = diag, .name = text_string(text_of(file_name))};
    struct copy *c = NULL;
    bool fine = false;

    s.path = store_joined(directory, "/", file_name);
    s.directory = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (s.directory < 0)
        store_fail(&s, STATUS_SYSTEM, "bestand", "de map kan niet geopend worden", errno);
    else
        c = copy_make(&s, buffer_view(text));
    if (c)
        fine = run(c, terminal, text, diag);
    copy_close(c);
    if (s.directory >= 0)
        close(s.directory);
    free(s.path);
    free(s.name);
    return fine;
}
