/* The other side of rec.c: values decoded, fields written, problems in words. */
#include "base/text.h"
#include "journal/rec.h"

#include <string.h>

struct text rec_decode(struct arena *arena, const struct rec_field *field)
{
    struct text raw = field->value;
    char *out = arena_take(arena, raw.n + 1);
    size_t n = 0;

    for (size_t i = 0; i < raw.n;) {
        char c = raw.p[i++];
        bool cr = c == '\r' && i < raw.n && raw.p[i] == '\n';
        if (c == '\\' && i < raw.n &&
            (raw.p[i] == '\n' || (raw.p[i] == '\r' && i + 1 < raw.n && raw.p[i + 1] == '\n'))) {
            i += raw.p[i] == '\r' ? 2 : 1;
            continue;
        }
        if (cr)
            continue;
        out[n++] = c;
        if (c == '\n') {
            i++; /* the `+` */
            if (i < raw.n && raw.p[i] == ' ')
                i++;
        }
    }
    out[n] = '\0';
    return (struct text){out, n};
}

static void write_line(struct buffer *out, const char *newline, struct text line)
{
    if (line.n) {
        buffer_byte(out, ' ');
        buffer_text(out, line);
        if (line.p[line.n - 1] == '\\')
            buffer_byte(out, ' ');
    }
    buffer_string(out, newline);
}

void rec_write_field(struct buffer *out, const char *newline, struct text name, struct text value)
{
    struct text line;

    buffer_text(out, name);
    buffer_byte(out, ':');
    if (!text_next_line(&value, &line))
        line = (struct text){"", 0};
    write_line(out, newline, line);
    while (text_next_line(&value, &line)) {
        buffer_byte(out, '+');
        write_line(out, newline, line);
    }
}

/* Does the last line end in a `\` that would join with what comes behind it? A CR may stand
 * between. */
static bool would_join(struct text t)
{
    if (t.n && t.p[t.n - 1] == '\r')
        t.n--;
    return t.n && t.p[t.n - 1] == '\\';
}

const char *rec_newline(struct text bytes)
{
    for (size_t i = bytes.n; i > 0; i--)
        if (bytes.p[i - 1] == '\n')
            return i > 1 && bytes.p[i - 2] == '\r' ? "\r\n" : "\n";
    return "\n";
}

void rec_close(struct text bytes, bool closed, const char *newline, char into[REC_CLOSING])
{
    bool line_ended = bytes.n && bytes.p[bytes.n - 1] == '\n';
    bool joins;

    into[0] = '\0';
    if (closed) {
        strcat(into, line_ended ? "" : newline);
        return;
    }
    joins = would_join((struct text){bytes.p, bytes.n - line_ended});
    if (!line_ended)
        strcat(strcat(into, joins ? " " : ""), newline);
    else if (joins)
        strcat(into, newline);
    strcat(into, newline);
}

const char *rec_advice(const char *code)
{
    static const struct {
        const char *code, *advice;
    } known[] = {
        {"nul", "hier staat een NUL-byte. Dit is geen gewone tekst: haal de byte weg of zet een "
                "goede kopie terug"},
        {"utf8", "deze byte is geen UTF-8. Bewaar het bestand als UTF-8, bijvoorbeeld met iconv"},
        {"geen-veld", "deze regel is geen veld. Schrijf `Naam: tekst`, begin een vervolg met `+ ` "
                      "en een opmerking met `#`"},
        {"conflict", "hier staat een conflict van git. Kies welke tekst blijft en haal de tekens "
                     "<<<<<<<, ======= en >>>>>>> weg"},
        {"regel-te-lang",
         "deze regel is langer dan 1 MiB. Splits de regel met vervolgregels die met `+ ` beginnen"},
        {"record-te-groot",
         "dit record is groter dan 64 MiB. Zet er lege regels tussen of maak het kleiner"},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i].code, code))
            return known[i].advice;
    return code;
}
