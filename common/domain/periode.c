#include "domain/periode.h"
#include "base/text.h"

enum { MONTHS_IN_QUARTER = 3, MONTHS_IN_YEAR = 12 };

static bool months(uint32_t year, int first, int count, struct periode *into)
{
    date begin = date_from((int)year, first, 1), next = date_add_months(begin, count);

    if (begin == DATE_NONE || next == DATE_NONE)
        return false;
    *into = (struct periode){begin, next - 1};
    return true;
}

bool periode_jaar(struct text word, struct periode *into)
{
    uint32_t year;

    return word.n == 4 && text_digits(word, &year) && months(year, 1, MONTHS_IN_YEAR, into);
}

bool periode_kwartaal(struct text word, struct periode *into)
{
    uint32_t year;

    if (word.n != 6 || (word.p[4] != 'Q' && word.p[4] != 'q') || word.p[5] < '1' ||
        word.p[5] > '4' || !text_digits((struct text){word.p, 4}, &year))
        return false;
    return months(year, (word.p[5] - '1') * MONTHS_IN_QUARTER + 1, MONTHS_IN_QUARTER, into);
}
