#include "domain/smart_criteria.h"
#include "base/text.h"
#include "journal/config.h"

#include <string.h>
#include <strings.h>

/* What the client wants first weighs more than all the others together. */
const struct criterium criteria[CRITERIA] = {
    {"eerst", "graag", "de cliënt wil hier als eerste aan werken",
     "Waar wilt u als eerste aan werken?", 8},
    {"zorg", "zorgen bezorgd", "hier heeft de cliënt de meeste zorgen over",
     "Waar maakt u zich de meeste zorgen over?", 1},
    {"kans", "kansrijk", "de kans dat dit verandert is groot",
     "Wat kan het makkelijkst anders worden?", 1},
    {"concreet", "specifiek precies", "het is al duidelijk wat er moet gebeuren",
     "Van welk doel weten we al precies wat er moet gebeuren?", 1},
    {"nu", "meteen direct", "hier kan het meteen mee beginnen, met wat er is",
     "Waar kunnen we vandaag al mee beginnen, met wat en wie er is?", 1},
    {"erger", "dringend schade", "dit wordt erger als er niets gebeurt",
     "Wat wordt erger als we er niets aan doen?", 1},
    {"nodig", "voorwaarde", "dit is nodig voor er aan iets anders gewerkt kan worden",
     "Wat moet eerst, zodat de rest ook kan?", 1},
    {"zichtbaar", "merkbaar tastbaar", "hier is snel iets van te zien, en dat geeft moed",
     "Waarvan is snel te zien dat het beter gaat?", 1},
};

static bool is_same(struct text word, struct text with)
{
    return word.n == with.n && !strncasecmp(word.p, with.p, word.n);
}

static bool means(const struct criterium *c, struct text word)
{
    struct text rest = text_of(c->also), other;

    if (is_same(word, text_of(c->name)))
        return true;
    while (text_next_word(&rest, &other))
        if (is_same(word, other))
            return true;
    return false;
}

int criterium_van(struct text value)
{
    const char *colon = value.n ? memchr(value.p, ':', value.n) : NULL;
    struct text word = {value.p, colon ? (size_t)(colon - value.p) : value.n};

    word = text_trim(word);
    for (int i = 0; word.n && i < CRITERIA; i++)
        if (means(&criteria[i], word))
            return i;
    return -1;
}

static bool read_weight(const struct criterium *c, unsigned *weight, struct diag *diag)
{
    struct buffer name = {0}, value = {0};
    uint32_t number = c->weight;
    bool fine = true;

    buffer_format(&name, "Weging_%s", c->name);
    buffer_byte(&name, '\0');
    if (config_value(name.p, &value, diag))
        fine = text_digits(buffer_view(&value), &number) && number <= CRITERIUM_WEIGHT;
    if (!fine)
        diag_say(diag, SEVERITY_ERROR, STATUS_DATA, "getal-fout",
                 "bij %s in de instellingen hoort een getal van 0 tot en met %d", name.p,
                 CRITERIUM_WEIGHT);
    *weight = number;
    buffer_free(&name);
    buffer_free(&value);
    return fine;
}

bool criteria_weging(unsigned weights[CRITERIA], struct diag *diag)
{
    unsigned errors = diag->errors;

    for (size_t i = 0; i < CRITERIA && diag->errors == errors; i++)
        read_weight(&criteria[i], &weights[i], diag);
    return diag->errors == errors;
}
