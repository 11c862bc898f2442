#include "journal/config.h"
#include "base/io.h"
#include "base/text.h"
#include "journal/rec.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
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

static bool find_value(const char *name, struct rec_scanner *scan, const char *path,
                       struct buffer *into, struct diag *diag)
{
    struct rec_record rec;

    while (rec_next(scan, &rec) == REC_RECORD) {
        if (rec.problem_count) {
            const struct rec_problem *p = &scan->problems[rec.first_problem];
            diag_at(diag, SEVERITY_ERROR, STATUS_DATA, (struct place){path, p->line, p->column},
                    p->code, "%s", rec_advice(p->code));
            return false;
        }
        if (!rec.count || !text_is_string(scan->fields[rec.first].name, "Instelling"))
            continue;
        for (size_t i = rec.first; i < rec.first + rec.count; i++)
            if (text_is_string(scan->fields[i].name, name) && !scan->fields[i].coded) {
                buffer_text(into, text_trim(scan->fields[i].value));
                return into->n > 0;
            }
    }
    return false;
}

bool config_value(const char *name, struct buffer *into, struct diag *diag)
{
    struct buffer path = {0}, content = {0};
    struct rec_scanner scan = {.line = 1, .last = true};
    int fd = open_config(&path, diag);
    bool found = false;

    if (fd >= 0) {
        if (!io_read_all(fd, &content, CONFIG_LIMIT)) {
            diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path.p, 0, 0}, "bestand",
                    "de instellingen kunnen niet gelezen worden: %s", diag_errno(errno));
        } else {
            buffer_room(&content, REC_PADDING);
            memset(content.p + content.n, 0, REC_PADDING);
            scan.at = content.p;
            scan.end = content.p + content.n;
            found = find_value(name, &scan, path.p, into, diag);
        }
        close(fd);
    }
    rec_free(&scan);
    buffer_free(&content);
    buffer_free(&path);
    return found;
}
