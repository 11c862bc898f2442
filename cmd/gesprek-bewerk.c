/* gesprek-bewerk: a dossier in an editor, on a private copy that is checked before it takes the
 * dossier's place. See gesprek-bewerk(1). */
#include "base/ask.h"
#include "base/child.h"
#include "base/text.h"
#include "domain/nakijken.h"
#include "journal/revise.h"

#include <errno.h>
#include <stdlib.h>

static const struct verb verbs[] = {{"", "[BESTAND | MAP]...", NULL, NULL}, {0}};

static const struct option *const options[] = {options_for_editing, options_for_all, NULL};

static const char *const examples[] = {"gesprek-bewerk 2026-0017.rec",
                                       "gesprek-bewerk --dossier=2026-0017",
                                       "VISUAL='gvim -f' gesprek-bewerk 2026-0017.rec", NULL};

static const struct command command = {
    "gesprek-bewerk",
    "opent een dossier in uw editor, kijkt het na en slaat het veilig op",
    verbs,
    options,
    examples,
    NULL,
    NULL};

/* What is to be done with the text: these are the letters of the questions. */
enum next { EDIT = 'v', SAVE = 'o', KEEP = 'b', DROP = 'w' };

/* ---- the editor ---- */

static bool run_editor(struct revision *r)
{
    const char *editor = child_editor();
    char safe[QUOTE_SIZE];
    int status;

    status = child_edit(editor, r->copy->path, r->copy->scratch, -1);
    if (status == 0)
        return true;
    quote(text_of(editor), safe);
    if (status < 0)
        diag_say(&r->session->diag, SEVERITY_ERROR, STATUS_SYSTEM, "editor",
                 "de editor %s kan niet gestart worden: %s", safe, diag_errno(errno));
    else
        diag_say(&r->session->diag, SEVERITY_ERROR, STATUS_SYSTEM, "editor",
                 "de editor %s eindigde met een fout (status %d). Kijk VISUAL en EDITOR na", safe,
                 status);
    return false;
}

/* ---- questions ---- */

static enum next ask_after_errors(void)
{
    if (!ask_somebody())
        return KEEP;
    return (enum next)ask_letter("  v  verder bewerken\n"
                                 "  b  stoppen; uw tekst blijft bewaard\n"
                                 "  w  uw tekst weggooien\n"
                                 "Wat wilt u? [v] ",
                                 "vbw", KEEP);
}

static enum next ask_about_gone(size_t gone)
{
    struct buffer question = {0};
    enum next answer;

    if (!gone || !ask_somebody())
        return SAVE;
    buffer_format(&question, "Er %s %zu %s uit het dossier.\n", gone == 1 ? "gaat" : "gaan", gone,
                  gone == 1 ? "record" : "records");
    buffer_string(&question, "  v  verder bewerken\n"
                             "  o  opslaan; zo is het goed\n"
                             "  b  stoppen; uw tekst blijft bewaard\n"
                             "  w  uw tekst weggooien\n"
                             "Wat wilt u? [v] ");
    buffer_byte(&question, '\0');
    answer = (enum next)ask_letter(question.p, "vobw", KEEP);
    buffer_free(&question);
    return answer;
}

/* ---- what the person did ---- */

static void say_tidied(struct revision *r, unsigned done)
{
    static const struct {
        unsigned what;
        const char *words;
    } undone[] = {{REC_TIDIED_BOM, "een onzichtbaar teken aan het begin (BOM)"},
                  {REC_TIDIED_CRLF, "regels die eindigden zoals in Windows"},
                  {REC_TIDIED_END, "geen lege regel na het laatste record"}};
    struct buffer list = {0};

    for (size_t i = 0; i < sizeof undone / sizeof *undone; i++)
        if (done & undone[i].what)
            buffer_format(&list, "%s%s", list.n ? ", " : "", undone[i].words);
    diag_at(&r->session->diag, SEVERITY_NOTE, STATUS_OK, (struct place){r->path, 0, 0}, "hersteld",
            "dit is hersteld: %.*s", (int)list.n, list.p);
    buffer_free(&list);
}

/* What the editor did unasked is undone, unless that would change a record. */
static void tidy(struct revision *r, struct buffer *text, struct tally *is)
{
    struct buffer tidied = {0};
    struct tally then = {0};
    struct difference d;
    unsigned done;

    buffer_text(&tidied, buffer_view(text));
    done = rec_tidy(&tidied, buffer_view(&r->before), is->closed);
    tally_take(&then, r->session->schema, &tidied, r->copy->path, &r->session->diag);
    d = tally_difference(is, &then);
    if (done && then.sound && !d.added && !d.changed && !d.gone) {
        text->n = 0;
        buffer_text(text, buffer_view(&tidied));
        say_tidied(r, done);
    }
    tally_free(&then);
    buffer_free(&tidied);
}

static enum next judge(struct revision *r, struct buffer *text, struct difference *d)
{
    struct session *s = r->session;
    struct tally is = {0};
    enum next next;

    tally_take(&is, s->schema, text, r->copy->path, &s->diag);
    if (!is.sound || !tally_same_dossiers(&r->was, &is, r->copy->path, &s->diag)) {
        next = ask_after_errors();
    } else {
        tidy(r, text, &is);
        *d = tally_difference(&r->was, &is);
        next = ask_about_gone(d->gone);
    }
    tally_free(&is);
    return next;
}

static void put_count(struct buffer *line, size_t count, const char *one, const char *more)
{
    if (count)
        buffer_format(line, "%s%zu %s", line->n ? ", " : "", count, count == 1 ? one : more);
}

static void print_difference(struct session *s, struct difference d)
{
    struct buffer line = {0};

    put_count(&line, d.added, "record erbij", "records erbij");
    put_count(&line, d.changed, "record gewijzigd", "records gewijzigd");
    put_count(&line, d.gone, "record weg", "records weg");
    if (!line.n)
        buffer_string(&line, "geen record gewijzigd, wel opmerkingen, witruimte of de volgorde");
    buffer_byte(&line, '\n');
    out_text(&s->out, buffer_view(&line));
    buffer_free(&line);
}

/* What gesprek-check would find. */
static size_t count_findings(const struct schema *schema, struct buffer *text)
{
    struct reader_options every = {{DATE_NONE, MOMENT_NONE}, {"", 0}, true, true, NULL};
    struct findings findings = {0};
    struct reader *reader;
    struct dossier *d;
    struct diag silent;
    size_t count;

    diag_start(&silent);
    silent.silent = true;
    reader = reader_open_memory(schema, text, "", every, &silent);
    while ((d = reader_next(reader)))
        nakijken(d, schema, &findings);
    reader_close(reader);
    count = silent.errors + silent.findings + findings.count;
    findings_free(&findings);
    return count;
}

static void say_findings(struct revision *r, struct buffer *text)
{
    struct session *s = r->session;
    size_t before = count_findings(s->schema, &r->before), now = count_findings(s->schema, text);

    if (now > before)
        diag_at(&s->diag, SEVERITY_NOTE, STATUS_OK, (struct place){r->path, 0, 0}, "nakijken",
                "dit is opgeslagen. gesprek-check noemt er nu meer punten in dan eerst: %zu in "
                "plaats van %zu. Kijk die na",
                now, before);
}

/* ---- one time in the editor ---- */

static bool is_unchanged(const struct revision *r, const struct buffer *text)
{
    return text_is(buffer_view(text), buffer_view(&r->before));
}

static void finish(struct revision *r, struct buffer *text, enum next next, struct difference d)
{
    struct session *s = r->session;

    if (next == DROP || is_unchanged(r, text)) {
        if (copy_remove(r->copy))
            out_string(&s->out, "niets gewijzigd\n");
    } else if (next == KEEP) {
        revision_keep(r);
    } else if (revision_save(r, buffer_view(text))) {
        print_difference(s, d);
        say_findings(r, text);
    }
}

/* True: once more. */
static bool edit_once(struct revision *r, struct buffer *text)
{
    struct diag before = r->session->diag;
    struct difference d = {0};
    enum next next = run_editor(r) ? SAVE : KEEP;

    text->n = 0;
    if (!copy_read(r->copy, text))
        return false;
    if (next == SAVE && !is_unchanged(r, text))
        next = judge(r, text, &d);
    if (next == EDIT || next == DROP) { /* what was wrong will be mended, or is gone */
        before.failed = r->session->diag.failed;
        r->session->diag = before;
    }
    if (next != EDIT)
        finish(r, text, next, d);
    return next == EDIT;
}

int main(int argc, char **argv)
{
    struct session s;
    struct argument argument;
    struct revision r = {.session = &s};
    struct buffer text = {0};

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &argument))
        ;
    if (revision_open(&r))
        while (edit_once(&r, &text))
            ;
    revision_close(&r);
    buffer_free(&text);
    return session_end(&s);
}
