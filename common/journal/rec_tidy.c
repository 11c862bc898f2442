#include "base/text.h"
#include "journal/rec.h"

#include <string.h>

static const char BOM[] = "\xEF\xBB\xBF";

static bool has_crlf(struct text t)
{
    for (size_t i = 1; i < t.n; i++)
        if (t.p[i] == '\n' && t.p[i - 1] == '\r')
            return true;
    return false;
}

static void drop_first(struct buffer *b, size_t n)
{
    memmove(b->p, b->p + n, b->n - n);
    b->n -= n;
}

static void drop_crs(struct buffer *b)
{
    size_t n = 0;

    for (size_t i = 0; i < b->n; i++)
        if (b->p[i] != '\r' || i + 1 == b->n || b->p[i + 1] != '\n')
            b->p[n++] = b->p[i];
    b->n = n;
}

unsigned rec_tidy(struct buffer *text, struct text before, bool closed)
{
    char end[REC_CLOSING];
    unsigned done = 0;

    if (text_starts(buffer_view(text), BOM) && !text_starts(before, BOM)) {
        drop_first(text, sizeof BOM - 1);
        done |= REC_TIDIED_BOM;
    }
    if (has_crlf(buffer_view(text)) && !has_crlf(before)) {
        drop_crs(text);
        done |= REC_TIDIED_CRLF;
    }
    rec_close(buffer_view(text), closed, rec_newline(buffer_view(text)), end);
    buffer_string(text, end);
    return *end ? done | REC_TIDIED_END : done;
}
