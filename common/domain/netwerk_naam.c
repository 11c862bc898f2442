/* The names of others on a sheet: as few letters as say who it is to who knows them. */
#include "base/text.h"
#include "domain/netwerk.h"

#include <strings.h>

/* What somebody is. Of a word in small letters that ends in a long one of these too: schoonmoeder,
 * werkbegeleiders. A short one must be the whole word: Boom and Herman are names. */
static const char roles[] =
    "moeder vader ouder mama mam papa pap opa oma grootouder oom tante broer broertje zus zusje "
    "neef nicht zoon zoontje dochter dochtertje kind kinderen kleinkind kleinkinderen gezin "
    "partner "
    "man vrouw vriend vriendin kennis buur buren buurman buurvrouw buurt collega baas chef maatje "
    "klasgenoot lotgenoot teamgenoot begeleider coach mentor leraar lerares juf meester docent "
    "arts "
    "huisarts tandarts bedrijfsarts psychiater psycholoog therapeut verpleegkundige verzorgende "
    "hulpverlener werker werkster consulent bewindvoerder curator voogd vrijwilliger team club "
    "koor "
    "school groep familie";

static const char small_words[] = "van de den der het een en ter ten te in op bij uit";

enum { COMPOUND = 6 }; /* letters of a role that other words may end in */

static bool is_letter(char c)
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c >= 0x80;
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

/* `(buurman),` is buurman. */
static struct text bare(struct text word)
{
    while (word.n && !is_letter(*word.p))
        word = (struct text){word.p + 1, word.n - 1};
    while (word.n && !is_letter(word.p[word.n - 1]))
        word.n--;
    return word;
}

static bool fits(struct text word, struct text role)
{
    bool whole = word.n == role.n || (role.n >= COMPOUND && word.n > role.n && is_small(*word.p));

    return whole && !strncasecmp(word.p + word.n - role.n, role.p, role.n);
}

static bool is_one(struct text word)
{
    struct text rest = text_of(roles), role;

    while (text_next_word(&rest, &role))
        if (fits(word, role))
            return true;
    return false;
}

/* One or more of them: broers, collega's, zussen, vriendinnen. */
static bool is_role(struct text word)
{
    static const char *const endings[] = {"", "s", "'s", "en", "sen", "nen"};

    word = bare(word);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t n = strlen(endings[i]);
        if (word.n > n && !memcmp(word.p + word.n - n, endings[i], n) &&
            is_one((struct text){word.p, word.n - n}))
            return true;
    }
    return false;
}

static bool has_role(struct text name)
{
    struct text word;

    while (text_next_word(&name, &word))
        if (is_role(word))
            return true;
    return false;
}

/* Everything outside ASCII counts as a capital: better a letter too few than a name too many. */
static bool has_capital(struct text word)
{
    word = bare(word);
    return word.n && !is_small(*word.p);
}

/* Without a letter in it, a number for one, a word is no name. */
static void put_initial(struct buffer *b, struct text word)
{
    struct text name = bare(word);
    uint32_t code;
    size_t n;

    if (!name.n) {
        buffer_text(b, word);
        return;
    }
    n = text_decode(name, &code);
    if (is_small(*name.p))
        buffer_byte(b, (char)(*name.p - 'a' + 'A'));
    else
        buffer_put(b, name.p, n);
    buffer_byte(b, '.');
}

void netwerk_voorletters(struct buffer *b, struct text name)
{
    bool role = has_role(name), first = true;
    struct text word;

    for (; text_next_word(&name, &word); first = false) {
        bool stays = is_role(word) || (role && !has_capital(word)) ||
                     (!first && text_has_word(small_words, word));
        buffer_string(b, first ? "" : " ");
        if (stays)
            buffer_text(b, word);
        else
            put_initial(b, word);
    }
}
