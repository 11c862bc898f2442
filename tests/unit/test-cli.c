/* Fields that go with a verb: a command whose first verb has types, one of them with keys of any
 * word. */
#include "base/cli.h"
#include "base/text.h"
#include "check.h"

static const struct option stroom_fields[] = {{"naam", 0, "WAARDE", "Hoe heet hij?", NULL, NULL},
                                              {0}};
static const struct option oever_fields[] = {
    {"kant", 0, "WAARDE", "Welke kant?", "links rechts", NULL}, {0}};

static struct option_group *groups(struct arena *arena, size_t *count)
{
    struct option_group *list = arena_take(arena, 2 * sizeof *list);

    list[0] = (struct option_group){"Oever", "oever", "", "Een oever.", oever_fields};
    list[1] = (struct option_group){"Stroom", "stroom", "W", "Een stroom.", stroom_fields};
    *count = 2;
    return list;
}

static const struct verb verbs[] = {
    {"nieuw", "[--veld=WAARDE ...]", "begint een stroom", "Stroom Onbekend Oever"},
    {"toon", "[BESTAND]", "toont hem", NULL},
    {0}};
static const struct option no_options[] = {{"help", 'h', NULL, "deze uitleg", NULL, NULL}, {0}};
static const struct option *const options[] = {no_options, NULL};
static const struct command command = {"rivier", "noteert een rivier", verbs, options, NULL, groups,
                                       NULL};

/* What is said of fields in the help of `rivier WORD`. */
static struct text fields_of(char *word, struct buffer *help)
{
    char name[] = "rivier", asked[] = "--help";
    char *argv[] = {name, word ? word : asked, asked, NULL};
    struct diag diag;
    struct cli cli;
    const char *start, *end;

    diag_start(&diag);
    help->n = 0;
    if (cli_start(&cli, &command, word ? 3 : 2, argv, &diag))
        cli_help(&cli, help);
    cli_free(&cli);
    buffer_byte(help, '\0');
    start = strstr(help->p, "Velden van");
    end = strstr(help->p, "\nMeer:");
    return start && end ? (struct text){start, (size_t)(end - start)} : TEXT("");
}

int main(void)
{
    struct checks checks = {.part = "cli"}, *c = &checks;
    struct buffer help = {0};
    char nieuw[] = "nieuw", toon[] = "toon";

    check(c,
          text_is_string(fields_of(nieuw, &help),
                         "Velden van Stroom:\n"
                         "      --naam=WAARDE         Hoe heet hij?\n"
                         "\n"
                         "Velden van Oever:\n"
                         "      --oever=SLEUTEL       Een oever.\n"
                         "      --oever.kant=WAARDE   Welke kant? Kies uit: links rechts\n"),
          "the fields of the first type as they are, of the others with the type");
    check(c, !fields_of(toon, &help).n, "a verb that takes no fields lists none");
    check(c, !fields_of(NULL, &help).n, "without a verb there are none, not those of the first");
    buffer_free(&help);
    return check_end(c);
}
