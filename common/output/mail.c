#include "output/mail.h"
#include "output/clean.h"

#include "base/child.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

enum {
    BODY_LINE = 76,    /* RFC 2045, 6.7: octets in a line, the soft `=` counted */
    ENCODED_BYTES = 45 /* of an encoded word: 60 characters of base64, of the 75 in RFC 2047, 2 */
};

static const char hex[] = "0123456789ABCDEF";

/* ---- headers ---- */

/* Printable ASCII in one line: nothing of it can begin another header. */
static bool is_header_safe(struct text t)
{
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)t.p[i] < ' ' || (unsigned char)t.p[i] > '~')
            return false;
    return true;
}

static bool is_id(struct text t)
{
    return t.n && is_header_safe(t) && !memchr(t.p, ' ', t.n) && !memchr(t.p, '<', t.n) &&
           !memchr(t.p, '>', t.n);
}

static void put_base64(struct buffer *out, struct text t)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t i = 0; i < t.n; i += 3) {
        uint32_t bits = 0;
        for (size_t k = 0; k < 3; k++)
            bits = bits << 8 | (i + k < t.n ? (unsigned char)t.p[i + k] : 0);
        for (size_t k = 0; k < 4; k++)
            buffer_byte(out, i + k > t.n ? '=' : digits[bits >> (18 - 6 * k) & 63]);
    }
}

/* RFC 2047, 2: a word holds whole characters, and each stands on a line of its own here. */
static void put_encoded(struct buffer *out, struct text t)
{
    const char *before = "";

    while (t.n) {
        size_t n = t.n < ENCODED_BYTES ? t.n : ENCODED_BYTES;
        while (n < t.n && n > 1 && ((unsigned char)t.p[n] & 0xC0) == 0x80)
            n--;
        buffer_string(out, before);
        buffer_string(out, "=?UTF-8?B?");
        put_base64(out, (struct text){t.p, n});
        buffer_string(out, "?=");
        before = "\n ";
        t = (struct text){t.p + n, t.n - n};
    }
}

static void put_subject(struct buffer *out, struct text subject)
{
    struct buffer clean = {0};

    clean_text(&clean, subject, true);
    for (size_t i = 0; i < clean.n; i++)
        if (clean.p[i] == '\n' || clean.p[i] == '\r' || clean.p[i] == '\t')
            clean.p[i] = ' ';
    buffer_string(out, "Subject: ");
    if (is_header_safe(buffer_view(&clean)) && clean.n <= ENCODED_BYTES)
        buffer_text(out, buffer_view(&clean));
    else
        put_encoded(out, buffer_view(&clean));
    buffer_byte(out, '\n');
    buffer_free(&clean);
}

static void put_header(struct buffer *out, const char *name, struct text value, const char *end)
{
    if (!value.n)
        return;
    buffer_string(out, name);
    buffer_text(out, value);
    buffer_string(out, end);
}

/* RFC 5322, 3.3. */
static void put_date(struct buffer *out, moment at, int offset)
{
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
                             *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int year, month, day, side = offset < 0 ? -offset : offset;
    char written[26];
    date d;

    moment_write(at, offset, written);
    d = date_parse((struct text){written, 10});
    if (d == DATE_NONE)
        return;
    date_split(d, &year, &month, &day);
    buffer_format(out, "Date: %s, %d %s %d %.8s %c%02d%02d\n", days[date_weekday(d) - 1], day,
                  months[month - 1], year, written + 11, offset < 0 ? '-' : '+', side / 60,
                  side % 60);
}

/* ---- the body: quoted-printable ---- */

/* Blanks at the end of a line are lost on the way, so there they are written out (rule 3); a lone
 * dot ends a message for some, and `From ` at a line's start is changed by others. */
static bool must_be_quoted(struct text line, size_t i)
{
    unsigned char c = (unsigned char)line.p[i];

    if (c == ' ' || c == '\t')
        return i + 1 == line.n;
    return c < ' ' || c > '~' || c == '=' || (c == '.' && line.n == 1) ||
           (i == 0 && c == 'F' && text_starts(line, "From "));
}

static void put_body_line(struct buffer *out, struct text line)
{
    size_t column = 0;

    for (size_t i = 0; i < line.n; i++) {
        bool quoted = must_be_quoted(line, i);
        size_t wide = quoted ? 3 : 1;
        if (column + wide > BODY_LINE - 1) {
            buffer_string(out, "=\n");
            column = 0;
        }
        column += wide;
        if (!quoted) {
            buffer_byte(out, line.p[i]);
            continue;
        }
        buffer_byte(out, '=');
        buffer_byte(out, hex[(unsigned char)line.p[i] >> 4]);
        buffer_byte(out, hex[(unsigned char)line.p[i] & 15]);
    }
    buffer_byte(out, '\n');
}

bool mail_write(struct buffer *out, const struct mail *mail)
{
    struct buffer clean = {0};
    struct text rest, line;

    if (!mail->to.n || !is_header_safe(mail->to) || !is_header_safe(mail->from) || !is_id(mail->id))
        return false;
    put_header(out, "From: ", mail->from, "\n");
    put_header(out, "To: ", mail->to, "\n");
    put_subject(out, mail->subject);
    put_date(out, mail->at, mail->offset_minutes);
    put_header(out, "Message-ID: <", mail->id, ">\n");
    buffer_string(out, "Auto-Submitted: auto-generated\nMIME-Version: 1.0\n"
                       "Content-Type: text/plain; charset=UTF-8\n"
                       "Content-Transfer-Encoding: quoted-printable\n\n");
    clean_text(&clean, mail->body, true);
    rest = buffer_view(&clean);
    while (text_next_line(&rest, &line))
        put_body_line(out, line);
    buffer_free(&clean);
    return true;
}

/* ---- sending ---- */

bool mail_send(struct text message, int *status)
{
    const char *own = getenv("GESPREK_SENDMAIL");

    /* cron's PATH has no sbin, where sendmail lives (crontab(5)). */
    *status = child_feed(own && *own ? own : "PATH=$PATH:/usr/sbin:/usr/lib; exec sendmail -t -i",
                         message);
    return *status == 0;
}
