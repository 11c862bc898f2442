/* Copies a manual page from standard input to standard output and puts the schema in the place of
 * the line @SCHEMA@, as mdoc: so the tables of dossier(5) cannot differ from what the programs
 * check. Exit 1 when anything fails. */
#include "base/io.h"
#include "base/text.h"
#include "journal/schema_print.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { PAGE_LIMIT = 1 << 20, WIDTH = 78 };

/* ---- words to lines of mdoc ---- */

/* Text lines under way: at most WIDTH bytes each as mandoc counts them (ë is \[u00EB]), a sentence
 * begins a line. */
struct lines {
    struct buffer *out;
    size_t column; /* 0: at the start of a line */
    bool whole;    /* words that a user types: the page never breaks them at a hyphen */
};

static void end_line(struct lines *l)
{
    if (l->column)
        buffer_byte(l->out, '\n');
    l->column = 0;
}

static size_t counted(struct text word)
{
    size_t n = word.n;

    for (size_t i = 0; i < word.n; i++)
        n += (unsigned char)word.p[i] >= 0xC0 ? 8 : word.p[i] == '-';
    return n;
}

static void put_word(struct lines *l, struct text word)
{
    size_t n = counted(word);

    if (l->column && l->column + 1 + n > WIDTH)
        end_line(l);
    if (l->column)
        buffer_byte(l->out, ' ');
    else if (word.p[0] == '.' || word.p[0] == '\'')
        buffer_string(l->out, "\\&");
    for (size_t i = 0; i < word.n; i++) {
        if (word.p[i] == '\\')
            buffer_string(l->out, "\\e");
        else if (word.p[i] == '-' && l->whole)
            buffer_string(l->out, "\\-");
        else
            buffer_byte(l->out, word.p[i]);
    }
    l->column += n + 1;
}

static bool ends_sentence(struct text word, struct text rest)
{
    char last = word.p[word.n - 1];

    while (rest.n && rest.p[0] == ' ')
        rest = (struct text){rest.p + 1, rest.n - 1};
    return (last == '.' || last == '?' || last == '!') &&
           (!rest.n || (rest.p[0] >= 'A' && rest.p[0] <= 'Z'));
}

static void put_text(struct lines *l, const char *sentence)
{
    struct text rest = text_of(sentence), word;

    while (text_next_word(&rest, &word)) {
        put_word(l, word);
        if (ends_sentence(word, rest))
            end_line(l);
    }
}

static void put_piece(struct lines *l, struct text word, const char *behind)
{
    struct buffer piece = {0};

    buffer_text(&piece, word);
    buffer_string(&piece, behind);
    put_word(l, buffer_view(&piece));
    buffer_free(&piece);
}

/* A word behind a macro. Those of up to three characters could be macros too: Op, Van, D1. */
static void put_argument(struct buffer *out, const char *word)
{
    buffer_string(out, strlen(word) <= 3 ? "\\&" : "");
    buffer_string(out, word);
}

/* ---- the schema ---- */

static bool is_old_word(struct text word)
{
    return memchr(word.p, '>', word.n) != NULL;
}

/* `a, b, c.`: the words of the schema that are old, or those that are not. */
static void put_words(struct lines *l, const char *head, const char *words, bool old)
{
    struct text rest = text_of(words), word, waiting = {NULL, 0};

    while (text_next_word(&rest, &word)) {
        if (is_old_word(word) != old)
            continue;
        if (waiting.n)
            put_piece(l, waiting, ",");
        else
            put_text(l, head);
        l->whole = true;
        waiting = word;
        if (old)
            waiting.n = (size_t)((const char *)memchr(word.p, '>', word.n) - word.p);
    }
    if (waiting.n)
        put_piece(l, waiting, ".");
    l->whole = false;
    end_line(l);
}

static void put_kind(struct lines *l, const struct type *type, const struct field *f)
{
    struct buffer kind = {0};

    schema_print_kind(f, &kind);
    buffer_string(&kind, f->flags & OPENS ? ", nodig" : "");
    buffer_string(&kind, f->flags & MANY ? ", vaker" : "");
    buffer_format(&kind, ", %c.", schema_visibility(type, f));
    buffer_byte(&kind, '\0');
    put_text(l, kind.p);
    end_line(l);
    buffer_free(&kind);
}

static void put_field(struct lines *l, const struct type *type, const struct field *f)
{
    buffer_string(l->out, ".It Sy ");
    put_argument(l->out, f->name);
    buffer_byte(l->out, '\n');
    put_kind(l, type, f);
    put_text(l, f->question);
    end_line(l);
    if (f->kind == KIND_CHOICE) {
        put_words(l, "Keuzes:", f->detail, false);
        put_words(l, "Oude woorden die ook gelezen worden:", f->detail, true);
    } else if ((f->kind == KIND_REFERENCE || f->kind == KIND_REFERENCE_OR_TEXT) &&
               !strcmp(f->detail, "*"))
        put_text(l, "Naar elk record.");
    else if (f->kind == KIND_REFERENCE || f->kind == KIND_REFERENCE_OR_TEXT)
        put_words(l, "Naar:", f->detail, false);
}

static void put_type(struct lines *l, const struct type *type)
{
    buffer_string(l->out, ".Ss ");
    put_argument(l->out, type->name);
    buffer_byte(l->out, '\n');
    put_text(l, type->explanation);
    end_line(l);
    if (type->flags & OUTSIDE)
        put_text(l, "Dit type staat niet in een dossier.");
    else if (*type->letter)
        buffer_format(l->out, "De sleutels zijn %s1, %s2, enzovoort.\n", type->letter,
                      type->letter);
    else
        put_text(l, "De sleutel is het levensdomein.");
    if (!type->fields[0].name)
        return;
    buffer_string(l->out, ".Bl -tag -width Ds\n");
    for (const struct field *f = type->fields; f->name; f++)
        put_field(l, type, f);
    buffer_string(l->out, ".El\n");
}

/* ---- the page ---- */

static int fail(const char *what)
{
    static const char name[] = "schema-mdoc: ";

    if (io_write_all(STDERR_FILENO, name, sizeof name - 1) &&
        io_write_all(STDERR_FILENO, what, strlen(what)))
        io_write_all(STDERR_FILENO, "\n", 1);
    return 1;
}

/* Appends the page with the schema in it. False when it has no place for it. */
static bool fill_in(struct text page, struct buffer *out)
{
    struct lines lines = {.out = out};
    struct text line;
    bool found = false;

    while (text_next_line(&page, &line)) {
        if (!text_is_string(line, "@SCHEMA@")) {
            buffer_text(out, line);
            buffer_byte(out, '\n');
            continue;
        }
        found = true;
        for (const struct type *type = schema_types; type->name; type++)
            put_type(&lines, type);
    }
    return found;
}

int main(void)
{
    struct buffer page = {0}, filled = {0};
    struct out out = {.fd = STDOUT_FILENO};
    const char *why = NULL;

    if (!io_read_all(STDIN_FILENO, &page, PAGE_LIMIT))
        why = strerror(errno);
    else if (!fill_in(buffer_view(&page), &filled))
        why = "no line @SCHEMA@ in the page";
    else
        out_text(&out, buffer_view(&filled));
    if (!out_close(&out))
        why = strerror(out.error);
    buffer_free(&page);
    buffer_free(&filled);
    return why ? fail(why) : 0;
}
