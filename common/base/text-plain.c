/* Text as it is compared when somebody searches: without regard to capitals and accents. */
#include "base/text.h"

enum { FIRST_LETTER = 0xC0, LAST_LETTER = 0x17F, FIRST_MARK = 0x300, LAST_MARK = 0x36F };

/* Each of Latin-1 and Latin Extended-A as plain letters; "" stays as it is. */
static const char plain_letters[LAST_LETTER - FIRST_LETTER + 1][3] = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c",  "e",  "e", "e", "e", "i",  "i",  "i", "i", "d", "n",
    "o", "o", "o",  "o",  "o", "",  "o",  "u",  "u",  "u", "u", "y", "th", "ss", "a", "a", "a", "a",
    "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i",  "i", "i", "i", "d",  "n",  "o", "o", "o", "o",
    "o", "",  "o",  "u",  "u", "u", "u",  "y",  "th", "y", "a", "a", "a",  "a",  "a", "a", "c", "c",
    "c", "c", "c",  "c",  "c", "c", "d",  "d",  "d",  "d", "e", "e", "e",  "e",  "e", "e", "e", "e",
    "e", "e", "g",  "g",  "g", "g", "g",  "g",  "g",  "g", "h", "h", "h",  "h",  "i", "i", "i", "i",
    "i", "i", "i",  "i",  "i", "i", "ij", "ij", "j",  "j", "k", "k", "k",  "l",  "l", "l", "l", "l",
    "l", "l", "l",  "l",  "l", "n", "n",  "n",  "n",  "n", "n", "n", "n",  "n",  "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r",  "r", "s", "s", "s",  "s",  "s", "s", "s", "s",
    "t", "t", "t",  "t",  "t", "t", "u",  "u",  "u",  "u", "u", "u", "u",  "u",  "u", "u", "u", "u",
    "w", "w", "y",  "y",  "y", "z", "z",  "z",  "z",  "z", "z", "s",
};

void text_plain(struct buffer *out, struct text t)
{
    for (size_t i = 0; i < t.n;) {
        char c = t.p[i];
        uint32_t code;
        size_t n;

        if ((unsigned char)c < 0x80) {
            buffer_byte(out, (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
            i++;
            continue;
        }
        n = text_decode((struct text){t.p + i, t.n - i}, &code);
        if (code >= FIRST_LETTER && code <= LAST_LETTER && *plain_letters[code - FIRST_LETTER])
            buffer_string(out, plain_letters[code - FIRST_LETTER]);
        else if (code < FIRST_MARK || code > LAST_MARK)
            buffer_put(out, t.p + i, n);
        i += n;
    }
}
