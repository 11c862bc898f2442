/* base/block.h as it is for machines that are no x86-64; test-rec.c looks at what this machine
 * uses. */
#define BLOCK_ELSEWHERE
#include "base/block.h"
#include "check.h"

enum { PLACES = 65 };

/* The sign at `first` and at `second`, of which 64 is nowhere; beside it signs that differ in one
 * bit. */
static void find(struct checks *c, size_t first, size_t second)
{
    char bytes[PLACES];
    size_t nearest = first < second ? first : second;
    uint64_t bits = 0;

    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)('\n' ^ 1 << i % 8);
    bytes[first] = bytes[second] = '\n';
    for (size_t i = 0; i < 64; i++)
        bits |= (uint64_t)(bytes[i] == '\n') << i;
    check(c, block_bits64(bytes, '\n') == bits, "of 64");
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
