#include "base/diag.h"
#include "base/io.h"
#include "base/text.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

const char *program_name = "gesprek";

enum status status_worst(enum status a, enum status b)
{
    static const enum status order[] = {STATUS_OK,   STATUS_NO,     STATUS_DATA,
                                        STATUS_BUSY, STATUS_SYSTEM, STATUS_USAGE};
    size_t at_a = 0, at_b = 0;

    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (order[i] == a)
            at_a = i;
        if (order[i] == b)
            at_b = i;
    }
    return order[at_a > at_b ? at_a : at_b];
}

void diag_start(struct diag *d)
{
    *d = (struct diag){.fd = STDERR_FILENO};
}

void diag_clear_line(struct diag *d)
{
    static const char clear[] = "\r\033[K";

    if (d->line_open)
        io_write_all(d->fd, clear, sizeof clear - 1);
    d->line_open = false;
}

static const char *severity_word(enum severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return "fout";
    case SEVERITY_FINDING:
        return "let op";
    case SEVERITY_NOTE:
        break;
    }
    return "opmerking";
}

static void plain_line(struct buffer *line, enum severity severity, struct place place,
                       const char *code, struct text message)
{
    if (place.file)
        text_safe(line, text_of(place.file));
    else
        buffer_string(line, program_name);
    if (place.file && place.line)
        buffer_format(line, ":%u", place.line);
    if (place.file && place.line && place.column)
        buffer_format(line, ":%u", place.column);
    buffer_format(line, ": %s: ", severity_word(severity));
    text_safe(line, message);
    if (code)
        buffer_format(line, " [%s]", code);
    buffer_byte(line, '\n');
}

/* Our messages are UTF-8 or made so by text_safe; what JSON asks beyond that is escaping (RFC 8259
 * §7). */
static void json_string(struct buffer *line, struct text t)
{
    struct buffer safe = {0};

    text_safe(&safe, t);
    buffer_byte(line, '"');
    for (size_t i = 0; i < safe.n; i++) {
        if (safe.p[i] == '"' || safe.p[i] == '\\')
            buffer_byte(line, '\\');
        buffer_byte(line, safe.p[i]);
    }
    buffer_byte(line, '"');
    buffer_free(&safe);
}

static void json_line(struct buffer *line, enum severity severity, struct place place,
                      const char *code, struct text message)
{
    buffer_string(line, "{\"programma\":");
    json_string(line, text_of(program_name));
    if (place.file) {
        buffer_string(line, ",\"bestand\":");
        json_string(line, text_of(place.file));
    }
    if (place.file && place.line)
        buffer_format(line, ",\"regel\":%u", place.line);
    if (place.file && place.line && place.column)
        buffer_format(line, ",\"kolom\":%u", place.column);
    buffer_format(line, ",\"ernst\":\"%s\",\"code\":\"%s\",\"tekst\":", severity_word(severity),
                  code ? code : "");
    json_string(line, message);
    buffer_string(line, "}\n");
}

static void say(struct diag *d, enum severity severity, enum status outcome, struct place place,
                const char *code, const char *format, va_list args)
{
    char message[2048];
    struct buffer line = {0};
    struct text t = {message, 0};
    int n = vsnprintf(message, sizeof message, format, args);

    if (n > 0)
        t.n = (size_t)n < sizeof message ? (size_t)n : sizeof message - 1;
    if (d->json)
        json_line(&line, severity, place, code, t);
    else
        plain_line(&line, severity, place, code, t);
    if (d->silent)
        ;
    else if (d->answer && place.file && place.line)
        out_text(d->answer, buffer_view(&line));
    else {
        diag_clear_line(d);
        d->failed = !io_write_all(d->fd, line.p, line.n) || d->failed;
    }
    buffer_free(&line);
    d->errors += severity == SEVERITY_ERROR;
    d->findings += severity == SEVERITY_FINDING;
    d->status = status_worst(d->status, outcome);
}

void diag_at(struct diag *d, enum severity severity, enum status outcome, struct place place,
             const char *code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(d, severity, outcome, place, code, format, args);
    va_end(args);
}

void diag_say(struct diag *d, enum severity severity, enum status outcome, const char *code,
              const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(d, severity, outcome, (struct place){0}, code, format, args);
    va_end(args);
}

const char *diag_errno(int error)
{
    static const struct {
        int error;
        const char *words;
    } known[] = {
        {ENOENT, "dat bestaat niet"},
        {EACCES, "u hebt daar geen rechten voor"},
        {EPERM, "dat mag niet"},
        {ENOSPC, "de schijf is vol"},
        {EDQUOT, "uw ruimte op de schijf is op"},
        {EFBIG, "het bestand wordt te groot"},
        {EIO, "de schijf geeft een fout"},
        {EROFS, "deze schijf is alleen om te lezen"},
        {EISDIR, "dat is een map"},
        {ENOTDIR, "een deel van het pad is geen map"},
        {ELOOP, "dat is een koppeling (symlink)"},
        {EMFILE, "er staan te veel bestanden open"},
        {ENFILE, "er staan te veel bestanden open"},
        {ENAMETOOLONG, "de naam is te lang"},
        {ENOMEM, "het geheugen is op"},
        {EBADF, "de uitvoer of invoer is gesloten"},
        {EPIPE, "niemand leest de uitvoer nog"},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].error == error)
            return known[i].words;
    return strerror(error);
}

void diag_out_of_memory(void)
{
    static const char message[] =
        ": fout: het geheugen is op, het werk is niet af. Sluit andere programma's of geef "
        "minder bestanden tegelijk. [geheugen]\n";

    if (io_write_all(STDERR_FILENO, program_name, strlen(program_name)))
        io_write_all(STDERR_FILENO, message, sizeof message - 1);
    _exit(STATUS_SYSTEM);
}

const char *quote(struct text t, char into[QUOTE_SIZE])
{
    size_t fits = text_bad_byte(t) == t.n ? text_fit(t, 60) : (t.n < 60 ? t.n : 60);
    struct buffer safe = {0};
    size_t n;

    text_safe(&safe, (struct text){t.p, fits});
    if (fits < t.n)
        buffer_string(&safe, "…");
    n = safe.n < QUOTE_SIZE - 1 ? safe.n : QUOTE_SIZE - 1;
    memcpy(into, safe.p ? safe.p : "", n);
    into[n] = '\0';
    buffer_free(&safe);
    return into;
}
