/* base/block.h as it is for machines that are no x86-64; test-rec.c looks at what this machine
 * uses. */
#define BLOCK_ELSEWHERE
#include "base/block.h"
#include "check.h"

enum { PLACES = 33 };

/* The sign at `first` and at `second`, of which 32 is nowhere; beside it signs that differ in one
 * bit. */
static void find(struct checks *c, size_t first, size_t second)
{
    char bytes[64];
    size_t nearest = first < second ? first : second;

    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)('\n' ^ 1 << i % 8);
    if (first < 32)
        bytes[first] = '\n';
    if (second < 32)
        bytes[second] = '\n';
    check_number(c, (long long)block_find32(bytes, '\n'), (long long)nearest, "of 32");
    check_number(c, (long long)block_find16(bytes, '\n'), nearest < 16 ? (long long)nearest : 16,
                 "of 16");
}

int main(void)
{
    struct checks c = {0};

    c.part = "blocks elsewhere";
    for (size_t first = 0; first < PLACES; first++)
        for (size_t second = 0; second < PLACES; second++)
            find(&c, first, second);
    return check_end(&c);
}
