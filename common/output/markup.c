#include "output/markup.h"

void markup_byte(struct buffer *out, char c)
{
    switch (c) {
    case '&':
        buffer_string(out, "&amp;");
        break;
    case '<':
        buffer_string(out, "&lt;");
        break;
    case '>':
        buffer_string(out, "&gt;");
        break;
    case '"':
        buffer_string(out, "&quot;");
        break;
    default:
        buffer_byte(out, c);
    }
}
