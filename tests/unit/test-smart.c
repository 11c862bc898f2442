/* Unit test of domain/smart_woorden and domain/smart_taal: goals with what lacks in them, and the
 * forms of words. The goals stand in smart-zinnen.tsv, which the Makefile names. */
#include "check.h"
#include "base/text.h"
#include "domain/smart_taal.h"

static struct smart_woorden woorden;
static struct taal tekst, meetbaar;

static void start(void)
{
    struct buffer content = {0};
    struct diag diag;

    diag_start(&diag);
    buffer_string(&content, smart_ingebouwd);
    if (!smart_woorden_lees(&woorden, &content, "ingebouwd", &diag))
        exit(4);
    buffer_free(&content);
}

/* One line: `SM`, `S.`, `.M` or `..`, a tab, Tekst, a tab, Meetbaar. */
static void test_line(struct checks *c, char *line)
{
    char *goal = strchr(line, '\t'), *measure = goal ? strchr(goal + 1, '\t') : NULL;

    if (*line == '#' || !measure)
        return;
    *goal++ = *measure++ = '\0';
    measure[strcspn(measure, "\n")] = '\0';
    c->part = goal;
    taal_lees(&tekst, &woorden, text_of(goal));
    taal_lees(&meetbaar, &woorden, text_of(measure));
    check_number(c, taal_doen(&tekst) != DOEN_GOED, line[0] == 'S', "S");
    check_number(c, taal_maat(&tekst, &meetbaar) != MAAT_GOED, line[1] == 'M', "M");
}

static void test_goals(struct checks *c)
{
    FILE *file = fopen(ZINNEN, "r");
    char line[1024];

    if (!file)
        exit(4);
    while (fgets(line, sizeof line, file))
        test_line(c, line);
    fclose(file);
}

static bool is(const char *word, int which)
{
    return (smart_woord(&woorden, text_of(word)) & lijst(which)) != 0;
}

static void test_forms(struct checks *c)
{
    c->part = "forms";
    check(c, is("loop", VORM_IK) && is("loopt", VORM_HIJ) && is("lopen", VORM_HEEL), "lopen");
    check(c, is("wandel", VORM_IK) && is("wandelt", VORM_HIJ), "wandelen");
    check(c, is("studeer", VORM_IK) && !is("studeeer", VORM_IK), "studeren");
    check(c, is("schrijf", VORM_IK) && is("lees", VORM_IK), "v and z");
    check(c, is("rij", VORM_IK) && is("rijd", VORM_IK), "rijden");
    check(c, is("bel", VORM_IK) && !is("beel", VORM_IK), "bellen");
    check(c, !is("met", VORM_IK) && is("meet", VORM_IK), "meten");
    check(c, is("sla", VORM_IK) && is("slaat", VORM_HIJ), "slaan");
    check(c, (smart_scheidbaar(&woorden, TEXT("aan"), TEXT("vraag")) & lijst(LIJST_AFRONDEN)) != 0,
          "vraag aan");
    check(c, smart_is_heel(&woorden, TEXT("meezingen")), "meezingen");
    check(c, smart_is_heel(&woorden, TEXT("bemediteren")), "-eren");
    check(c, !smart_is_heel(&woorden, TEXT("kinderen")), "kinderen");
    check(c, (smart_woord_eind(&woorden, TEXT("tekendiploma")) & lijst(LIJST_RESULTAAT)) != 0,
          "tekendiploma");
    check(c, (smart_woord_eind(&woorden, TEXT("kamertje")) & lijst(LIJST_RESULTAAT)) != 0,
          "kamertje");
    check(c, !(smart_woord_eind(&woorden, TEXT("netwerk")) & lijst(LIJST_RESULTAAT)), "netwerk");
}

static size_t words_in(const char *s)
{
    taal_lees(&tekst, &woorden, text_of(s));
    return tekst.aantal;
}

static void test_words(struct checks *c)
{
    c->part = "words";
    check_number(c, (long long)words_in(""), 0, "nothing");
    check_number(c, (long long)words_in("'k ga"), 2, "'k");
    check_number(c, (long long)words_in("\xE2\x80\x99k ga"), 2, "a curly 'k");
    check_number(c, (long long)words_in("Dhr. belt om 19.30u."), 5, "dhr., a clock, an end");
    check_number(c, (long long)words_in("1x per 2 wkn"), 4, "1x");
    check_number(c, (long long)words_in("huur/gas"), 3, "a slash");
    words_in("\xC3\xA9\xC3\xA9n ding");
    check_bytes(c, tekst.woord[0].tekst, "een", "accents");
    check(c, tekst.woord[0].accent, "accent kept");
    words_in("Ik zeg \"nee niet\" hard");
    check(c, tekst.woord[2].geciteerd && !tekst.woord[4].geciteerd, "quotes");
}

/* What is longer than the room is judged by its beginning, and bytes that are no text do no harm.
 */
static void test_limits(struct checks *c)
{
    struct buffer long_text = {0};

    c->part = "limits";
    for (int i = 0; i < 3000; i++)
        buffer_string(&long_text, "ik ga ");
    taal_lees(&tekst, &woorden, buffer_view(&long_text));
    check_number(c, (long long)tekst.aantal, TAAL_WOORDEN, "many words");
    long_text.n = 0;
    buffer_repeat(&long_text, 'x', 100000);
    taal_lees(&tekst, &woorden, buffer_view(&long_text));
    check(c, tekst.gebruikt <= TAAL_BYTES, "a long word");
    taal_doen(&tekst);
    taal_lees(&tekst, &woorden, (struct text){"\xFF\x80 \xE2\x80", 5});
    taal_doen(&tekst);
    taal_maat(&tekst, &tekst);
    buffer_free(&long_text);
}

/* Texts of random words and bytes, in memory of their own size: for the sanitizers. */
static void test_random(struct checks *c)
{
    static const char *const bits[] = {
        "ik ",   "wil ",  "niet ",        "dat ",     "en ",   ", ",   ": ",    ". ",   "? ",
        "'",     "\"",    "\xE2\x80\x99", "\xC3\xA9", "\xFF",  "als ", "om ",   "te ",  "van ",
        "af ",   "weg",   "elke ",        "1",        "- ",    "\n",   "maar ", "dan ", "een ",
        "keer ", "zijn ", "naar ",        "mijn ",    "huis ", "of ",  "'s ",   "zo ",  "op "};
    uint32_t seed = 1;

    c->part = "random";
    for (int i = 0; i < 20000; i++) {
        struct buffer made = {0};
        struct text copy;
        for (int k = 0; k < 14; k++) {
            seed = seed * 1664525u + 1013904223u;
            if ((seed >> 13) % 9)
                buffer_string(&made, bits[(seed >> 16) % (sizeof bits / sizeof *bits)]);
        }
        copy = check_copy(made.p, made.n);
        taal_lees(&tekst, &woorden, copy);
        taal_lees(&meetbaar, &woorden, copy);
        check(c, taal_doen(&tekst) <= DOEN_NIEMAND && taal_maat(&tekst, &meetbaar) <= MAAT_GEEN,
              "an answer");
        check_drop(copy);
        buffer_free(&made);
    }
}

int main(void)
{
    struct checks c = {0};

    start();
    test_goals(&c);
    test_forms(&c);
    test_words(&c);
    test_limits(&c);
    test_random(&c);
    smart_woorden_free(&woorden);
    return check_end(&c);
}
