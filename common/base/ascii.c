#include "base/ascii.h"
#include "base/text.h"

enum { FIRST_LATIN = 0xC0, LAST_LATIN = 0x17F };

/* U+00C0 to U+017F, a letter each. */
static const char latin[] = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTs"
                            "aaaaaaaceeeeiiiidnooooo/ouuuuyty"
                            "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg"
                            "GgGgHhHhIiIiIiIiIiJjJjKkkLlLlLlL"
                            "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSs"
                            "SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

struct sign {
    uint32_t code;
    char ascii;
};

static const struct sign signs[] = {
    {0x00A0, ' '}, {0x00B7, '.'}, {0x2013, '-'}, {0x2014, '-'}, {0x2018, '\''}, {0x2019, '\''},
    {0x201C, '"'}, {0x201D, '"'}, {0x2022, '*'}, {0x20AC, 'E'}, {0x2260, '#'},  {0x2500, '-'},
    {0x2501, '-'}, {0x2503, '|'}, {0x251C, '['}, {0x2524, ']'}, {0x254C, '~'},  {0x2550, '='}};

static char nearest(uint32_t code)
{
    if (code >= FIRST_LATIN && code <= LAST_LATIN)
        return latin[code - FIRST_LATIN];
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].code == code)
            return signs[i].ascii;
    return '?';
}

void ascii_text(struct buffer *out, struct text t)
{
    uint32_t code;

    while (t.n) {
        size_t n = text_decode(t, &code);
        if (code < 0x80)
            buffer_byte(out, (char)code);
        else
            buffer_repeat(out, nearest(code), (size_t)text_code_width(code));
        t = (struct text){t.p + n, t.n - n};
    }
}
