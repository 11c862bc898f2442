#include "output/clean.h"

#include "base/text.h"
#include <stdint.h>

static bool is_forbidden(uint32_t code)
{
    if (code < 0x20)
        return code != '\t' && code != '\n' && code != '\r';
    return (code >= 0x7f && code <= 0x9f) || code == 0xfffe || code == 0xffff;
}

/* The same characters that text_safe makes visible. */
static bool turns_the_screen(uint32_t code)
{
    return code == '\r' || code == 0x061c || code == 0x200e || code == 0x200f ||
           (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/* Nothing but plain ASCII, as nearly every cell is: it can be copied as it stands. */
static bool is_plain(struct text t)
{
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)t.p[i] < 0x20 || (unsigned char)t.p[i] >= 0x7f)
            return false;
    return true;
}

static void clean_valid(struct buffer *out, struct text t, bool terminal)
{
    while (t.n) {
        uint32_t code;
        size_t n = text_decode(t, &code);
        if (is_forbidden(code) || (terminal && turns_the_screen(code)))
            buffer_string(out, "\xEF\xBF\xBD");
        else
            buffer_put(out, t.p, n);
        t.p += n;
        t.n -= n;
    }
}

void clean_text(struct buffer *out, struct text t, bool terminal)
{
    if (is_plain(t)) {
        buffer_text(out, t);
        return;
    }
    while (t.n) {
        size_t good = text_bad_byte(t);
        clean_valid(out, (struct text){t.p, good}, terminal);
        if (good < t.n) {
            buffer_string(out, "\xEF\xBF\xBD");
            good++;
        }
        t.p += good;
        t.n -= good;
    }
}
