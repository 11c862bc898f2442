#include "domain/gemeente.h"
#include "base/text.h"

#include <stdlib.h>

int gemeenten_eerste_jaar(void)
{
    return gemeenten_bekend[0];
}

int gemeenten_laatste_jaar(void)
{
    return gemeenten_bekend[1];
}

static int order(const void *code, const void *wijziging)
{
    const struct text *key = code;
    const struct gemeente_wijziging *w = wijziging;

    return text_order(*key, text_of(w->oud));
}

static const struct gemeente_wijziging *find(struct text code)
{
    return bsearch(&code, gemeente_wijzigingen, gemeente_wijzigingen_aantal,
                   sizeof gemeente_wijzigingen[0], order);
}

struct text gemeente_in_jaar(struct text code, int jaar, bool *gesplitst)
{
    const struct gemeente_wijziging *w = find(code);

    /* Never more steps than there are changes, also when somebody makes a circle in the data. */
    for (size_t n = gemeente_wijzigingen_aantal; w && w->dag <= jaar * 10000 + 101 && n > 0; n--) {
        if (w->gesplitst && gesplitst)
            *gesplitst = true;
        code = text_of(w->nieuw);
        w = find(code);
    }
    return code;
}
