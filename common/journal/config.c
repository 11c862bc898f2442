#include "journal/config.h"
#include "base/text.h"
#include "journal/loose.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { CONFIG_LIMIT = 1 << 20 };

/* Opens the first configuration that exists; its name in `path`. -1: there is none, or (said) it
 * cannot be opened. */
static int open_config(struct buffer *path, struct diag *diag)
{
    const char *own = getenv("GESPREK_CONFIG"), *xdg = getenv("XDG_CONFIG_HOME"),
               *home = getenv("HOME");
    bool named = own && *own;

    for (int i = named ? 0 : 1; i < (named ? 1 : 3); i++) {
        int fd;
        path->n = 0;
        if (i == 0)
            buffer_string(path, own);
        else if (i == 1 && xdg && *xdg == '/')
            buffer_format(path, "%s/gesprek/gesprek.rec", xdg);
        else if (i == 1 && home && *home)
            buffer_format(path, "%s/.config/gesprek/gesprek.rec", home);
        else
            buffer_string(path, "/etc/gesprek/gesprek.rec");
        buffer_byte(path, '\0');
        fd = open(path->p, O_RDONLY | O_CLOEXEC | O_NOCTTY);
        if (fd >= 0)
            return fd;
        if (named || (errno != ENOENT && errno != ENOTDIR && errno != EACCES)) {
            diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path->p, 0, 0}, "bestand",
                    "de instellingen kunnen niet gelezen worden: %s", diag_errno(errno));
            return -1;
        }
    }
    return -1;
}

/* Appends the first value, or all with a newline behind each. */
static void find_values(const char *name, bool all, struct loose *l, struct buffer *into)
{
    struct record r;

    while (loose_next(l, &r) && !l->failed) {
        if (!text_is_string(r.type_name, "Instelling"))
            continue;
        for (size_t i = r.first; i < r.first + r.count; i++) {
            if (!text_is_string(l->scan.fields[i].name, name) || l->scan.fields[i].coded)
                continue;
            buffer_text(into, text_trim(l->scan.fields[i].value));
            if (!all)
                return;
            buffer_byte(into, '\n');
        }
    }
}

/* False: it is there and cannot be read, which is said. */
static bool read_config(const char *name, bool all, struct buffer *into, struct diag *diag)
{
    struct buffer path = {0};
    struct schema *schema;
    struct loose l = {0};
    unsigned errors = diag->errors;
    int fd = open_config(&path, diag);

    if (fd >= 0) {
        if (!loose_read(&l, fd, CONFIG_LIMIT)) {
            diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path.p, 0, 0}, "bestand",
                    "de instellingen kunnen niet gelezen worden: %s", diag_errno(errno));
        } else {
            schema = schema_open();
            loose_start(&l, schema, path.p, diag);
            find_values(name, all, &l, into);
            schema_close(schema);
        }
        close(fd);
    }
    loose_close(&l);
    buffer_free(&path);
    return diag->errors == errors;
}

bool config_value(const char *name, struct buffer *into, struct diag *diag)
{
    size_t before = into->n;

    return read_config(name, false, into, diag) && into->n > before;
}

bool config_values(const char *name, struct buffer *into, struct diag *diag)
{
    return read_config(name, true, into, diag);
}
