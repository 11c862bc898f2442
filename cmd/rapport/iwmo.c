/* iwmo305 and iwmo307: from what the options ask for to a Verstrekking in the dossier and, only
 * when that is on disk, a message. */
#include "rapport.h"

#include "base/text.h"
#include "domain/iwmo.h"
#include "journal/config.h"
#include "journal/edit.h"
#include "journal/sleutels.h"
#include "journal/target.h"
#include "output/xml_tree.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct run {
    struct session *s;
    const struct wishes *w;
    struct iwmo iwmo;
    struct sleutels *sleutels;
    struct buffer by, aanbieder;
    size_t made, refused;
};

/* ---- one dossier ---- */

/* The message in `letter`, whole. False: said. */
static bool render(struct run *r, struct dossier *d, const struct iwmo_bericht *b,
                   struct out *letter)
{
    struct tree tree;
    bool fine;

    iwmo_boom(&r->iwmo, d, b, &tree);
    fine = xml_tree(letter, &tree);
    tree_free(&tree);
    if (!fine)
        diag_say(&r->s->diag, SEVERITY_ERROR, STATUS_SYSTEM, "uitvoer",
                 "het bericht kon niet gemaakt worden: %s", diag_errno(letter->error));
    return fine;
}

/* OP003: who works with the client judges whether it is safe that this goes. */
static void say_mind(struct run *r, struct dossier *d)
{
    const struct thing *client = blad_mind(&r->iwmo.blad, d);

    if (client)
        diag_at(
            &r->s->diag, SEVERITY_NOTE, STATUS_OK, client->opening->place, "iwmo-veilig",
            "dossier %.*s: kijk eerst of dit bericht veilig is voor de cliënt. Is het dat niet, "
            "verstuur het dan niet en bel de gemeente (iWmo 3.2, regel OP003)",
            (int)d->id.n, d->id.p);
}

static bool make(struct run *r, struct dossier *d, struct iwmo_bericht *b, struct notes *notes,
                 struct out *letter)
{
    const struct thing *client = blad_last(d, r->iwmo.blad.names.client);
    enum iwmo_uitkomst found = iwmo_bericht(&r->iwmo, d, b);

    if (found == IWMO_NIETS)
        return false;
    if (client)
        b->bsn =
            sleutels_bsn(r->sleutels, text_trim(blad_value(&r->iwmo.blad, d, client, "Persoon")));
    if (found == IWMO_MAG_NIET || !iwmo_client(&r->iwmo, d, b)) {
        r->refused++;
        return false;
    }
    say_mind(r, d);
    iwmo_verstrekking(&r->iwmo, d, b, r->w->told, notes);
    return render(r, d, b, letter);
}

/* dossier-305-BCDFGHJKLMNP.xml; nothing of the client is in it. */
static bool write_in_map(struct run *r, const char *id, const struct iwmo_bericht *b,
                         struct text message)
{
    struct buffer path = {0};
    bool fine;

    buffer_format(&path, "%s/%s-%s-%s.xml", r->w->map, id, r->s->cli.verb->name + strlen("iwmo"),
                  b->identificatie);
    buffer_byte(&path, '\0');
    fine = store_write_answer(path.p, message, true, &r->s->diag);
    buffer_free(&path);
    return fine;
}

/* What was noted goes out now. */
static void give(struct run *r, const char *id, const struct iwmo_bericht *b, struct text message)
{
    struct session *s = r->s;

    if (r->w->map)
        write_in_map(r, id, b, message);
    else if (s->answer_file)
        store_write_answer(s->answer_file, message, true, &s->diag);
    else
        out_text(&s->out, message);
    r->made++;
}

static void deliver(struct run *r, struct edit *e)
{
    struct session *s = r->s;
    struct notes notes = {.schema = s->schema};
    struct out letter = {.fd = -1, .hold = true, .terminal = s->out.terminal};
    struct iwmo_bericht b;

    notes.all = (struct addition){.op = s->today, .by = buffer_view(&r->by), .now = s->now};
    if (make(r, e->dossier, &b, &notes, &letter) && edit_note(e, notes.list, notes.count))
        give(r, e->id, &b, buffer_view(&letter.pending));
    out_drop(&letter);
    notes_free(&notes);
}

static void deliver_one(struct run *r)
{
    struct edit e = {.session = r->s};
    bool standard_input = false;

    if (edit_open(&e, 0, DATE_NONE, &standard_input))
        deliver(r, &e);
    edit_close(&e);
}

/* ---- many ---- */

static void deliver_all(struct run *r)
{
    struct session *s = r->s;
    struct operands *operands = operands_open(s->cli.operands, s->cli.operand_count, &s->diag);
    struct source source;

    while (operands_next(operands, &source)) {
        struct edit e = {.session = s};
        if (edit_open_file(&e, source.name))
            deliver(r, &e);
        edit_close(&e);
    }
    operands_close(operands);
}

static void check_map(struct run *r)
{
    struct session *s = r->s;

    if (!r->w->map)
        return;
    if (s->answer_file)
        session_wrong(s, "--map en --uit gaan niet samen: --map maakt een bestand per dossier");
    for (size_t i = 0; i < s->cli.operand_count; i++)
        if (!strcmp(s->cli.operands[i], "-"))
            session_wrong(s, "--map leest bestanden en mappen, niet de standaardinvoer");
    if (!s->cli.operand_count && !s->dossier)
        session_wrong(s, "noem bij --map de bestanden of mappen met dossiers");
}

/* Before anything is noted that could not be given then. */
static bool make_map(struct run *r)
{
    struct place place = {r->w->map, 0, 0};

    if (!r->w->map || mkdir(r->w->map, S_IRWXU) == 0)
        return true;
    if (target_is_directory(r->w->map) && access(r->w->map, W_OK | X_OK) == 0)
        return true;
    diag_at(&r->s->diag, SEVERITY_ERROR, STATUS_SYSTEM, place, "schrijven",
            "in deze map kan niet geschreven worden: %s", diag_errno(errno));
    return false;
}

/* ---- the whole ---- */

static bool find_aanbieder(struct run *r)
{
    struct session *s = r->s;

    if (r->w->aanbieder)
        buffer_string(&r->aanbieder, r->w->aanbieder);
    else if (!config_value("Aanbieder", &r->aanbieder, &s->diag) && s->diag.errors)
        return false;
    if (!r->aanbieder.n)
        session_wrong(s, "namens welke aanbieder is dit? Geef --aanbieder met uw AGB-code, of zet "
                         "Aanbieder in de instellingen");
    r->iwmo.aanbieder = buffer_view(&r->aanbieder);
    return true;
}

static void say_end(struct run *r)
{
    struct session *s = r->s;

    if (!r->made && s->diag.status == STATUS_OK)
        diag_say(
            &s->diag, SEVERITY_ERROR, STATUS_NO, "iwmo-niets",
            "er is niets te melden: geen toewijzing aan %.*s met een %s die nog niet gemeld is",
            (int)r->aanbieder.n, r->aanbieder.p,
            r->iwmo.soort == IWMO_START ? "start (Gestart)" : "stop (Gestopt)");
    if (r->made && !s->in_place)
        diag_say(&s->diag, SEVERITY_NOTE, STATUS_OK, "niet-genoteerd",
                 "dit is niet genoteerd. Gaat het weg, maak het dan met -i");
    if (r->w->map && r->refused)
        diag_say(&s->diag, SEVERITY_NOTE, STATUS_DATA, "weggelaten",
                 "zonder bericht bleef dit aantal dossiers: %zu. Verbeter de fouten hierboven, en "
                 "doe het nog eens",
                 r->refused);
}

void rapport_iwmo(struct session *s, const struct wishes *w)
{
    struct run r = {.s = s, .w = w};

    s->out.hold = false; /* --uit is written here: this is a file for its owner alone */
    check_map(&r);
    if (!w->bsn_bestand)
        session_wrong(s, "waar staan de burgerservicenummers? Geef --bsn-bestand");
    blad_start(&r.iwmo.blad, s->schema, s->today);
    r.iwmo.diag = &s->diag;
    r.iwmo.soort = strcmp(s->cli.verb->name, "iwmo305") ? IWMO_STOP : IWMO_START;
    r.iwmo.verbeter = text_of(w->verbeter);
    if (find_aanbieder(&r) && session_by(s, &r.by) && make_map(&r))
        r.sleutels = sleutels_open(w->bsn_bestand, s->schema, &s->diag);
    if (r.sleutels) {
        if (w->map && !s->dossier)
            deliver_all(&r);
        else
            deliver_one(&r);
        say_end(&r);
    }
    sleutels_close(r.sleutels);
    buffer_free(&r.by);
    buffer_free(&r.aanbieder);
}
