/* gesprek-nazorg: what is due after the last conversation and before the next, so that nobody falls
 * out of sight. See gesprek-nazorg(1). */
#include "base/text.h"
#include "domain/nazorg_schrijf.h"
#include "journal/edit.h"
#include "output/form.h"

#include <stdlib.h>
#include <string.h>

static const char writing[] = "plan contact", keyed[] = "contact", filled[] = "plan contact";

static const struct verb verbs[] = {
    {"plan", "[--veld=WAARDE ...] [BESTAND]",
     "plant een moment waarop u weer contact zoekt, of een reeks", "Nazorg"},
    {"contact", "KEY [--veld=WAARDE ...] [BESTAND]",
     "noteert een contact in de nazorg, en zegt wanneer het volgende is",
     "Gesprek Stap Domein Recht"},
    {0}};

static const struct option own_options[] = {
    {"sjabloon", 0, NULL, "print een leeg sjabloon met de vragen", NULL, filled},
    {"ingevuld", 0, "BESTAND", "lees een ingevuld sjabloon", NULL, filled},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {{options_for_writers, writing}, {0}};

static const char *const examples[] = {
    "gesprek-nazorg plan --soort=bellen --uiterlijk=+4w --herhaal=4w --einde=+6m -i 2026-0017.rec",
    "gesprek-nazorg contact N1 --samenvatting=@- -i 2026-0017.rec", NULL};

static const struct command command = {"gesprek-nazorg",
                                       "wat er te doen staat, zodat niemand uit beeld raakt",
                                       verbs,
                                       options,
                                       examples,
                                       schema_groups,
                                       sets};

/* What the options ask for. */
struct wishes {
    struct nazorg_wishes notes;
    bool template_only; /* --sjabloon */
};

static void take_option(struct wishes *w, const struct argument *a)
{
    const char *name = a->option ? a->option->name : "";

    if (!a->option) {
        mem_grow(&w->notes.fields, &w->notes.capacity, w->notes.count + 1, sizeof *w->notes.fields);
        w->notes.fields[w->notes.count++] = *a;
    } else if (!strcmp(name, "sjabloon"))
        w->template_only = true;
    else
        w->notes.filled_in = a->value;
}

/* The key, where the verb has one. Returns the number of the first operand that is a file. */
static size_t take_key(struct session *s, struct wishes *w)
{
    if (!text_has_word(keyed, text_of(s->cli.verb->name)) || w->template_only)
        return 0;
    if (!s->cli.operand_count || !schema_key_good(text_of(s->cli.operands[0])))
        session_wrong(s, "noem een sleutel, bijvoorbeeld N1");
    w->notes.key = text_of(s->cli.operands[0]);
    return 1;
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct wishes w = {0};
    size_t first;

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        take_option(&w, &a);
    first = take_key(&s, &w);
    if (w.template_only)
        nazorg_sjabloon(&s);
    else
        nazorg_schrijf(&s, &w.notes, first);
    free(w.notes.fields);
    return session_end(&s);
}
