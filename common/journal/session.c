#include "journal/session.h"
#include "base/platform.h"
#include "base/text.h"
#include "journal/config.h"
#include "journal/filter.h"
#include "journal/store.h"

#include <pwd.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const struct option options_for_all[] = {
    {"meldingen", 0, "VORM", "hoe meldingen eruitzien", "tekst json", NULL},
    {"voltooiing", 0, "SHELL", "print het script dat woorden aanvult", "bash zsh fish", NULL},
    {"help", 'h', NULL, "deze uitleg", NULL, NULL},
    {"version", 0, NULL, "de versie", NULL, NULL},
    {0}};

const struct option options_for_readers[] = {
    {"op", 0, "DAG", "zoals het op die dag was", NULL, NULL},
    {"geboekt-tot", 0, "MOMENT", "wat toen geboekt was", NULL, NULL},
    {"vandaag", 0, "DAG", "doe alsof het die dag is", NULL, NULL},
    {"dossier", 0, "NUMMER", "alleen dit dossier", NULL, NULL},
    {"alle", 0, NULL, "alle dossiers in $GESPREK_DOSSIERS", NULL, NULL},
    {"voor", 0, "ORGANISATIE", "alleen wat de cliënt met deze organisatie wil delen", NULL, NULL},
    {"uit", 0, "BESTAND", "schrijf het antwoord in dit bestand, helemaal of niet", NULL, NULL},
    {0}};

static const char WAIT_HELP[] = "hoe lang wachten op een ander die schrijft (10)";

const struct option options_for_editing[] = {{"dossier", 0, "NUMMER", "dit dossier", NULL, NULL},
                                             {"wacht", 0, "SECONDEN", WAIT_HELP, NULL, NULL},
                                             {0}};

const struct option options_for_importing[] = {
    {"op", 0, "DAG", "de dag van de melding (anders: vandaag)", NULL, NULL},
    {"door", 0, "NAAM", "wie dit noteert", NULL, NULL},
    {"wacht", 0, "SECONDEN", WAIT_HELP, NULL, NULL},
    {0}};

const struct option options_for_opening[] = {
    {"op", 0, "DAG", "de dag van de melding (anders: vandaag)", NULL, NULL},
    {"door", 0, "NAAM", "wie dit noteert", NULL, NULL},
    {"dossier", 0, "NUMMER", "het nummer van het nieuwe dossier (anders: het volgende vrije)", NULL,
     NULL},
    {"wacht", 0, "SECONDEN", WAIT_HELP, NULL, NULL},
    {"ter-plaatse", 'i', NULL, "zet het dossier in de map, print het nummer", NULL, NULL},
    {0}};

const struct option options_for_writers[] = {
    {"op", 0, "DAG", "de dag waarop het was (anders: vandaag)", NULL, NULL},
    {"door", 0, "NAAM", "wie dit noteert", NULL, NULL},
    {"dossier", 0, "NUMMER", "in dit dossier", NULL, NULL},
    {"wacht", 0, "SECONDEN", WAIT_HELP, NULL, NULL},
    {"ter-plaatse", 'i', NULL, "wijzig het bestand zelf, print de sleutel", NULL, NULL},
    {"alleen-nieuw", 'n', NULL, "print alleen het nieuwe record", NULL, NULL},
    {0}};

const struct option options_for_answers[] = {
    {"vandaag", 0, "DAG", "doe alsof het die dag is", NULL, NULL},
    {"uit", 0, "BESTAND", "schrijf het antwoord in dit bestand, helemaal of niet", NULL, NULL},
    {0}};

const struct option options_for_loose[] = {
    {"wacht", 0, "SECONDEN", WAIT_HELP, NULL, NULL},
    {"ter-plaatse", 'i', NULL, "wijzig het bestand zelf, print de sleutel", NULL, NULL},
    {"alleen-nieuw", 'n', NULL, "print alleen het nieuwe record", NULL, NULL},
    {0}};

const struct option options_for_letters[] = {
    {"door", 0, "NAAM", "van wie de brief is", NULL, NULL},
    {"dossier", 0, "NUMMER", "in dit dossier", NULL, NULL},
    {"wacht", 0, "SECONDEN", WAIT_HELP, NULL, NULL},
    {"ter-plaatse", 'i', NULL, "noteer eerst dat dit verteld is, en print dan", NULL, NULL},
    {"uit", 0, "BESTAND", "schrijf de brief in dit bestand, helemaal of niet", NULL, NULL},
    {0}};

static _Noreturn void leave(struct session *s)
{
    exit(session_end(s));
}

void session_wrong(struct session *s, const char *format, ...)
{
    char message[1024];
    va_list args;

    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    diag_say(&s->diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik", "%s", message);
    out_drop(&s->out);
    leave(s);
}

static bool asks_json(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (!strcmp(argv[i], "--meldingen=json") ||
            (!strcmp(argv[i], "--meldingen") && i + 1 < argc && !strcmp(argv[i + 1], "json")))
            return true;
    return false;
}

void session_start(struct session *s, const struct command *command, int argc, char **argv)
{
    platform_guard_descriptors();
    platform_no_dumps();
    umask(077);
    *s = (struct session){
        .limits = {DATE_NONE, MOMENT_NONE}, .wait_seconds = 10, .out = {.fd = STDOUT_FILENO}};
    diag_start(&s->diag);
    s->diag.json = asks_json(argc, argv);
    if (!cli_start(&s->cli, command, argc, argv, &s->diag))
        leave(s);
    if (!now_read(&s->now))
        session_wrong(s, "GESPREK_NU is geen moment. Schrijf het als 2026-11-22T14:30:00+01:00, of "
                         "haal de variabele weg");
    s->today = s->now.today;
    s->schema = schema_open();
}

static _Noreturn void print_and_leave(struct session *s, struct buffer *text)
{
    out_text(&s->out, buffer_view(text));
    buffer_free(text);
    leave(s);
}

date session_day(struct session *s, const char *option, const char *value)
{
    date d = date_parse_relative(text_of(value), s->today);
    char safe[QUOTE_SIZE];

    if (d == DATE_NONE)
        session_wrong(s,
                      "--%s: `%s` is geen dag die bestaat. Schrijf 2026-11-22, vandaag, +6w of -3d",
                      option, quote(text_of(value), safe));
    return d;
}

static unsigned seconds_of(struct session *s, const char *value)
{
    uint32_t n;

    if (!text_digits(text_of(value), &n) || n > 86400)
        session_wrong(s, "--wacht: geef een aantal seconden van 0 tot 86400");
    return n;
}

static void take_information(struct session *s, const struct argument *a)
{
    struct buffer text = {0};

    if (!strcmp(a->option->name, "help"))
        cli_help(&s->cli, &text);
    else if (!strcmp(a->option->name, "version"))
        cli_version(s->cli.command, &text);
    else if (!strcmp(a->option->name, "voltooiing"))
        completion_write(s->cli.command, a->value, &text);
    else
        return; /* meldingen: taken before everything else */
    print_and_leave(s, &text);
}

static void take_shared(struct session *s, const struct argument *a)
{
    const char *name = a->option->name;

    if (!strcmp(name, "op"))
        s->op = a->value;
    else if (!strcmp(name, "vandaag"))
        s->today = session_day(s, name, a->value);
    else if (!strcmp(name, "dossier"))
        s->dossier = a->value;
    else if (!strcmp(name, "alle"))
        s->all = true;
    else if (!strcmp(name, "voor"))
        s->voor = a->value;
    else if (!strcmp(name, "uit"))
        s->answer_file = a->value;
    else if (!strcmp(name, "door"))
        s->by = a->value;
    else if (!strcmp(name, "wacht"))
        s->wait_seconds = seconds_of(s, a->value);
    else if (!strcmp(name, "ter-plaatse"))
        s->in_place = true;
    else if (!strcmp(name, "alleen-nieuw"))
        s->only_new = true;
    else if (!strcmp(name, "geboekt-tot")) {
        s->limits.booked_until = moment_parse_limit(text_of(a->value));
        if (s->limits.booked_until == MOMENT_NONE)
            session_wrong(s, "--geboekt-tot: schrijf een dag of een moment, zoals 2026-11-22 of "
                             "2026-11-22T14:30:00+01:00");
    }
}

/* By name: a command whose verbs differ names such an option in its own table, with its verbs. */
static bool is_in(const struct option *list, const struct option *o)
{
    while (list->name && list != o)
        list++;
    return list->name;
}

static bool is_shared(const struct option *o)
{
    return is_in(options_for_readers, o) || is_in(options_for_writers, o) ||
           is_in(options_for_editing, o) || is_in(options_for_importing, o) ||
           is_in(options_for_opening, o) || is_in(options_for_answers, o) ||
           is_in(options_for_loose, o) || is_in(options_for_letters, o);
}

/* What can be worked out only when all options are known. */
static void all_given(struct session *s)
{
    if (s->op)
        s->limits.op = session_day(s, "op", s->op);
    if (s->in_place && s->only_new)
        session_wrong(s, "-i en -n gaan niet samen: -i wijzigt het bestand, -n print alleen het "
                         "nieuwe");
    s->out.hold = s->answer_file;
    s->out.terminal = !s->answer_file && isatty(s->out.fd);
}

bool session_next(struct session *s, struct argument *a)
{
    for (;;) {
        switch (cli_next(&s->cli, a)) {
        case CLI_DONE:
            all_given(s);
            return false;
        case CLI_WRONG:
            leave(s);
        case CLI_ARGUMENT:
            break;
        }
        if (a->option && is_in(options_for_all, a->option))
            take_information(s, a);
        else if (a->option && is_shared(a->option))
            take_shared(s, a);
        else
            return true;
    }
}

const char *session_directory(struct session *s)
{
    const char *directory = getenv("GESPREK_DOSSIERS");

    if (!directory || !*directory)
        session_wrong(s,
                      "zet in GESPREK_DOSSIERS waar de dossiers staan, of noem een bestand of map");
    return directory;
}

const char *session_dossier_path(struct session *s)
{
    struct buffer path = {0};

    if (!schema_key_good(text_of(s->dossier)))
        session_wrong(s, "--dossier: een nummer heeft letters, cijfers, punt, streepje of _, "
                         "hoogstens 64 tekens");
    buffer_format(&path, "%s/%s.rec", session_directory(s), s->dossier);
    buffer_byte(&path, '\0');
    free(s->dossier_path);
    s->dossier_path = path.p;
    return path.p;
}

static void check_standard_input(struct session *s, char **paths, size_t count)
{
    unsigned times = 0;

    for (size_t i = 0; i < count; i++)
        times += !strcmp(paths[i], "-");
    if (times > 1)
        session_wrong(s, "standaardinvoer (-) kan maar een keer gelezen worden");
    if (!count && isatty(STDIN_FILENO))
        session_wrong(
            s, "noem een bestand of map om te lezen, of geef een dossier op de standaardinvoer");
}

/* What may go is asked of today: a day that somebody chose would bring back a consent that has been
 * withdrawn. */
static struct filter *open_filter(struct session *s)
{
    if (!text_trim(text_of(s->voor)).n)
        session_wrong(s, "zeg achter --voor welke organisatie het krijgt, zoals bij Aan");
    if (s->today != s->now.today)
        session_wrong(s, "--voor en --vandaag gaan niet samen: wat gedeeld mag worden, hangt af "
                         "van de echte dag");
    s->filter = filter_open(s->schema, text_trim(text_of(s->voor)), s->today, &s->diag);
    if (!s->filter)
        leave(s);
    return s->filter;
}

void session_no_outsiders(struct session *s, const char *why)
{
    if (s->voor)
        session_wrong(s, "--voor hoort hier niet: %s", why);
}

struct text session_footer(const struct session *s, struct arena *arena)
{
    struct buffer b = {0};
    struct text footer;

    if (!s->voor)
        return TEXT("Intern: alleen voor wie met dit dossier werkt.");
    buffer_format(&b,
                  "Voor %s: alleen wat de cliënt met u wil delen. Wat hier niet staat, kan er wel "
                  "zijn.",
                  s->voor);
    footer = arena_text(arena, buffer_view(&b));
    buffer_free(&b);
    return footer;
}

struct reader *session_read(struct session *s, size_t first, bool findings)
{
    char **paths = s->cli.operands + first;
    size_t count = s->cli.operand_count - first;
    struct reader_options options = {s->limits, {"", 0}, findings, findings, NULL};

    if (s->all && (count || s->dossier))
        session_wrong(s, "--alle leest alle dossiers; noem er geen bestand of --dossier bij");
    if (s->dossier)
        options.only = text_of(s->dossier);
    if (s->all || (s->dossier && !count)) {
        const char *path = s->all ? session_directory(s) : session_dossier_path(s);
        s->paths[0] = (char *)(uintptr_t)path;
        paths = s->paths;
        count = 1;
    }
    check_standard_input(s, paths, count);
    if (s->voor)
        options.filter = open_filter(s);
    s->operands = operands_open(paths, count, &s->diag);
    s->reader = reader_open(s->schema, s->operands, options, &s->diag);
    return s->reader;
}

void session_facts(const struct session *s, struct facts *f)
{
    f->count = 0;
    if (s->limits.op != DATE_NONE)
        f->pairs[f->count++] =
            (struct pair){"op", "Zoals het was op", text_of(date_write(s->limits.op, f->texts[0]))};
    if (s->limits.booked_until != MOMENT_NONE)
        f->pairs[f->count++] = (struct pair){
            "geboekt-tot", "Geboekt tot en met",
            text_of(moment_write(s->limits.booked_until, s->now.offset_minutes, f->texts[1]))};
    if (s->voor)
        f->pairs[f->count++] = (struct pair){"voor", "Voor", text_of(s->voor)};
    f->pairs[f->count++] =
        (struct pair){"vandaag", "Vandaag", text_of(date_write(s->today, f->texts[2]))};
}

static void finish_output(struct session *s)
{
    int error;

    if (s->out.hold && s->answer_file) {
        if (s->diag.status == STATUS_OK || s->diag.status == STATUS_NO)
            store_write_answer(s->answer_file, buffer_view(&s->out.pending), s->confidential,
                               &s->diag);
        out_drop(&s->out);
        return;
    }
    if (out_close(&s->out))
        return;
    error = s->out.error;
    diag_say(&s->diag, SEVERITY_ERROR, STATUS_SYSTEM, "uitvoer",
             "het antwoord kon niet helemaal geprint worden: %s", diag_errno(error));
}

int session_end(struct session *s)
{
    finish_output(s);
    reader_close(s->reader);
    operands_close(s->operands);
    filter_close(s->filter);
    schema_close(s->schema);
    cli_free(&s->cli);
    free(s->dossier_path);
    if (s->diag.failed)
        s->diag.status = status_worst(s->diag.status, STATUS_SYSTEM);
    return (int)s->diag.status;
}

static void login_name(struct buffer *into)
{
    const char *name = getenv("LOGNAME");
    const struct passwd *entry = name && *name ? NULL : getpwuid(geteuid());

    if (name && *name)
        buffer_string(into, name);
    else if (entry)
        buffer_string(into, entry->pw_name);
}

bool session_by(struct session *s, struct buffer *into)
{
    const char *by = s->by ? s->by : getenv("GESPREK_DOOR");

    into->n = 0;
    if (by && *by)
        buffer_string(into, by);
    else if (!config_value(schema_common[COMMON_DOOR].name, into, &s->diag) && !s->diag.errors)
        login_name(into);
    if (into->n)
        return true;
    if (s->diag.errors)
        return false;
    diag_say(&s->diag, SEVERITY_ERROR, STATUS_USAGE, "gebruik",
             "wie noteert dit? Geef --door NAAM of zet GESPREK_DOOR");
    return false;
}
