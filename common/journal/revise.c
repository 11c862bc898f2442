#include "journal/revise.h"
#include "base/ask.h"
#include "base/child.h"
#include "base/text.h"
#include "journal/target.h"

#include <stdlib.h>

static void say(struct revision *r, const struct copy *c, enum status outcome, const char *what)
{
    diag_at(&r->session->diag, SEVERITY_NOTE, outcome, (struct place){c->path, 0, 0}, "kopie", "%s",
            what);
}

void revision_keep(struct revision *r)
{
    say(r, r->copy, STATUS_NO,
        "het dossier is niet gewijzigd. Uw tekst staat nog hier. Doe hetzelfde nog eens om ermee "
        "verder te gaan");
}

/* ---- copies of an earlier time ---- */

static bool refuse_busy(struct revision *r, const struct copy *c)
{
    diag_at(&r->session->diag, SEVERITY_ERROR, STATUS_BUSY, (struct place){c->path, 0, 0}, "bezet",
            "u bewerkt dit dossier al in een andere editor. Sluit die eerst");
    return false;
}

/* False: stop. A copy to go on with becomes r->copy. */
static bool ask_about(struct revision *r, struct copy **c)
{
    char answer;

    say(r, *c, STATUS_OK,
        "u hebt dit dossier eerder bewerkt en niet opgeslagen. Die tekst is er nog");
    answer = ask_letter("  v  verder met die tekst\n"
                        "  o  opnieuw beginnen, en die tekst laten staan\n"
                        "  w  die tekst weggooien, en opnieuw beginnen\n"
                        "  s  stoppen\n"
                        "Wat wilt u? [v] ",
                        "vows", 's');
    if (answer == 'w')
        return copy_remove(*c);
    if (answer == 'v' || answer == 's') {
        r->copy = *c;
        *c = NULL;
    }
    if (answer == 's')
        revision_keep(r);
    return answer != 's';
}

static bool consider(struct revision *r, struct copy **c)
{
    switch ((*c)->state) {
    case COPY_BUSY:
        return refuse_busy(r, *c);
    case COPY_OF_ANOTHER:
        say(r, *c, STATUS_OK,
            "een ander heeft ook een kopie van dit dossier, en bewerkt die misschien nu. Spreek af "
            "wie wat wijzigt");
        return true;
    case COPY_STALE:
        say(r, *c, STATUS_OK,
            "u hebt dit dossier eerder bewerkt en niet opgeslagen, en daarna is het gewijzigd. "
            "Vergelijk de twee met diff -u, neem over wat u nodig hebt, en haal de map van deze "
            "kopie weg");
        return true;
    case COPY_OPEN:
        break;
    }
    if (ask_somebody())
        return ask_about(r, c);
    say(r, *c, STATUS_OK,
        "u hebt dit dossier eerder bewerkt en niet opgeslagen. Die tekst blijft staan. Aan een "
        "terminal kunt u ermee verder");
    return true;
}

static bool look_for_copies(struct revision *r)
{
    struct session *s = r->session;
    struct store *store = store_open(r->path, false, s->wait_seconds, &s->diag);
    struct copies found = {0};
    bool fine =
        store && store_read(store, &r->before) && copy_find(store, buffer_view(&r->before), &found);

    store_close(store); /* who is asked something holds no lock */
    for (size_t i = 0; i < found.count && fine && !r->copy; i++)
        fine = consider(r, &found.list[i]);
    copies_free(&found);
    return fine;
}

/* ---- opening ---- */

/* Its errors are what the editor is for; its records are to be compared. */
static bool know_before(struct revision *r)
{
    struct session *s = r->session;
    struct text wanted = text_of(s->dossier);
    struct diag silent;
    char id[QUOTE_SIZE];

    diag_start(&silent);
    silent.silent = true;
    tally_take(&r->was, s->schema, &r->before, r->path, &silent);
    if (!wanted.n || tally_has(&r->was, wanted))
        return true;
    diag_at(&s->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){r->path, 0, 0}, "geen-dossier",
            "dossier %s staat hier niet in. Kijk het nummer na", quote(wanted, id));
    return false;
}

static bool make_copy(struct revision *r)
{
    struct session *s = r->session;
    struct store *store = store_open(r->path, false, s->wait_seconds, &s->diag);

    r->before.n = 0;
    if (store && store_read(store, &r->before) && know_before(r))
        r->copy = copy_make(store, buffer_view(&r->before));
    store_close(store);
    return r->copy != NULL;
}

bool revision_open(struct revision *r)
{
    r->path = target_find(r->session, 0);
    return r->path && look_for_copies(r) && (r->copy ? know_before(r) : make_copy(r));
}

void revision_close(struct revision *r)
{
    copy_close(r->copy);
    tally_free(&r->was);
    buffer_free(&r->before);
    free(r->path);
}

/* ---- saving ---- */

/* `+` is what the person wrote. */
static void show_difference(struct revision *r)
{
    struct session *s = r->session;
    struct buffer shown = {0};
    char diff[] = "diff", unified[] = "-u", end[] = "--";
    char *words[] = {diff, unified, end, r->path, r->copy->path, NULL};
    int status = child_read(words, &shown);

    out_raw(&s->out, buffer_view(&shown));
    buffer_free(&shown);
    if (status < 0 || status > 1)
        diag_say(&s->diag, SEVERITY_ERROR, STATUS_SYSTEM, "verschil",
                 "het verschil kan niet getoond worden, want diff werkt hier niet. Vergelijk de "
                 "twee bestanden zelf");
}

static void keep_both(struct revision *r)
{
    diag_at(&r->session->diag, SEVERITY_ERROR, STATUS_BUSY, (struct place){r->path, 0, 0},
            "intussen-gewijzigd",
            "een ander heeft dit dossier intussen gewijzigd. Het is gebleven zoals het nu is");
    copy_keep(r->copy);
    say(r, r->copy, STATUS_BUSY,
        "hier staat uw tekst. Bewerk het dossier opnieuw, neem over wat u nodig hebt, en haal dit "
        "bestand dan weg");
    show_difference(r);
}

/* Is it still what it was when the copy was made? False too when it cannot be read: said in diag,
 * and *readable tells. */
static bool is_as_before(struct revision *r, struct store *store, bool *readable)
{
    struct buffer now = {0};
    bool same;

    *readable = store && store_read(store, &now);
    same = *readable && text_is(buffer_view(&now), buffer_view(&r->before));
    buffer_free(&now);
    return same;
}

bool revision_save(struct revision *r, struct text text)
{
    struct session *s = r->session;
    struct store *store = store_open(r->path, false, s->wait_seconds, &s->diag);
    bool readable, same = is_as_before(r, store, &readable);
    bool saved = same && store_replace(store, text);

    if (same && !saved && s->diag.status == STATUS_BUSY) /* somebody came in between */
        same = is_as_before(r, store, &readable);
    if (saved)
        copy_remove(r->copy);
    else if (readable && !same)
        keep_both(r);
    else
        revision_keep(r);
    store_close(store);
    return saved;
}
