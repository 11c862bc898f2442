#include "base/text.h"
#include "journal/edit.h"
#include "journal/intake_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- before the rows ---- */

static bool open_csv(struct intake *in)
{
    const char *path = in->wishes->path;
    bool is_input = !strcmp(path, "-");

    in->name = path;
    in->fd = is_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (in->fd < 0 || fstat(in->fd, &in->before) != 0) {
        diag_at(in->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand",
                "dit kan niet gelezen worden: %s", diag_errno(errno));
        return false;
    }
    if (!S_ISREG(in->before.st_mode)) {
        diag_at(in->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand",
                "dit wordt twee keer gelezen, dus het moet een gewoon bestand zijn");
        return false;
    }
    return true;
}

static bool read_mapping(struct intake *in)
{
    bool standard_input = !strcmp(in->wishes->path, "-");

    return !in->wishes->mapping ||
           edit_read_file(in->session, in->wishes->mapping, &standard_input, &in->mapping);
}

/* ---- who was passed over ---- */

static void say_double(const struct intake *in, const struct csv_row *row,
                       const struct double_hit *hit)
{
    struct place place = {in->name, row->line, 0};
    char id[QUOTE_SIZE];

    if (in->second)
        return; /* said in the first round */
    if (hit->dossier)
        diag_at(
            in->diag, SEVERITY_FINDING, STATUS_NO, place, "dubbel",
            "rij %u is overgeslagen: deze persoon of melding heeft al dossier %s. Is de melding "
            "nieuw, zet haar dan daarin met gesprek-noteer nieuw Melding",
            row->number, quote(text_of(hit->dossier), id));
    else
        diag_at(
            in->diag, SEVERITY_FINDING, STATUS_NO, place, "dubbel",
            "rij %u is overgeslagen: deze persoon of melding staat ook in rij %u. Is de melding "
            "een andere, zet haar dan in dat dossier met gesprek-noteer nieuw Melding",
            row->number, hit->row);
}

/* ---- making ---- */

static void print_made(struct intake *in, const struct made *m)
{
    struct buffer line = {0};

    buffer_format(&line, "rij %u: %s\n", m->row, m->id);
    out_text(&in->session->out, buffer_view(&line));
    buffer_free(&line);
    in->count++;
    in->last_row = m->row;
}

/* What was made is printed at once, so that the list is right whatever comes after it. */
static bool commit(struct intake *in)
{
    unsigned errors = in->diag->errors;
    size_t done = in->store ? store_batch_commit(in->store) : in->waiting;

    for (size_t i = 0; i < done; i++)
        print_made(in, &in->batch[i]);
    in->waiting = 0;
    return in->diag->errors == errors && out_flush(&in->session->out);
}

static bool make(struct intake *in, const struct csv_row *row, const char *id)
{
    char name[ID_SIZE + 8];
    struct made *m = &in->batch[in->waiting];

    in->content.n = 0;
    if (!opening_write(&in->opening, text_of(id), &in->content))
        return false;
    snprintf(name, sizeof name, "%s.rec", id);
    if (in->store && !store_batch_add(in->store, name, buffer_view(&in->content))) {
        in->waiting = 0;
        return false;
    }
    m->row = row->number;
    snprintf(m->id, sizeof m->id, "%s", id);
    in->waiting++;
    return in->waiting < STORE_BATCH || commit(in);
}

/* False: this row cannot become a dossier, and that is no double. */
static bool handle_row(struct intake *in, const struct csv_row *row)
{
    struct text wanted = {"", 0};
    struct double_who who;
    struct double_hit hit;
    char id[ID_SIZE];
    date op;

    if (!intake_take_row(in, row, &wanted, &op))
        return false;
    who = intake_who_is(in, wanted, op);
    if (doubles_find(in->doubles, &who, row->number, &hit)) {
        say_double(in, row, &hit);
        return true;
    }
    if (!intake_choose_number(in, row, wanted, id))
        return false;
    if (in->second)
        return make(in, row, id);
    doubles_add(in->doubles, &who, row->number, wanted);
    in->to_make++;
    return true;
}

/* ---- the two rounds ---- */

static bool read_head(struct intake *in, struct csv_reader *csv)
{
    struct csv_row head;
    unsigned errors = in->diag->errors;

    if (csv_next(csv, &head))
        return csv_columns_read(&in->columns, in->session->schema, &head, in->name,
                                in->wishes->mapping ? &in->mapping : NULL, in->wishes->mapping,
                                in->diag);
    if (in->diag->errors == errors)
        diag_at(in->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){in->name, 0, 0}, "leeg",
                "hier staat niets in. Er is niets gemaakt");
    return false;
}

static bool first_round(struct intake *in)
{
    struct csv_reader *csv = csv_open(in->fd, in->name, in->diag);
    struct csv_row row;
    unsigned errors = in->diag->errors;

    if (csv && read_head(in, csv) && intake_read_directory(in)) {
        in->first_free = in->next;
        while (csv_next(csv, &row))
            handle_row(in, &row);
    }
    csv_close(csv);
    return csv && in->diag->errors == errors;
}

static bool has_changed(const struct intake *in)
{
    struct stat now;

    return fstat(in->fd, &now) != 0 || now.st_size != in->before.st_size ||
           now.st_mtim.tv_sec != in->before.st_mtim.tv_sec ||
           now.st_mtim.tv_nsec != in->before.st_mtim.tv_nsec;
}

static bool say_changed(struct intake *in)
{
    diag_at(in->diag, SEVERITY_ERROR, STATUS_BUSY, (struct place){in->name, 0, 0},
            "intussen-gewijzigd", "dit bestand veranderde terwijl het gelezen werd");
    return false;
}

static bool second_round(struct intake *in)
{
    struct csv_reader *csv;
    struct csv_row row;
    unsigned errors = in->diag->errors;
    bool fine = lseek(in->fd, 0, SEEK_SET) == 0 && !has_changed(in);

    if (!fine)
        return say_changed(in);
    in->second = true;
    in->next = in->first_free;
    csv = csv_open(in->fd, in->name, in->diag);
    fine = csv && csv_next(csv, &row);
    while (fine && csv_next(csv, &row))
        fine = handle_row(in, &row);
    csv_close(csv);
    if (fine && has_changed(in))
        fine = say_changed(in);
    return fine && in->diag->errors == errors && commit(in);
}

/* ---- what came of it ---- */

static void say_stopped(struct intake *in)
{
    if (in->count)
        diag_say(in->diag, SEVERITY_NOTE, STATUS_OK, "deels-gemaakt",
                 "gemaakt: %u van de %u dossiers, tot en met rij %u. De lijst staat op de "
                 "standaarduitvoer. Van de rijen daarna is niets gemaakt. Los het op en doe het "
                 "nog eens: wie er al is wordt overgeslagen",
                 in->count, in->to_make, in->last_row);
    else
        diag_say(in->diag, SEVERITY_NOTE, STATUS_OK, "niets-gemaakt",
                 "er is geen dossier gemaakt. Los het op en doe het nog eens");
}

static void say_trial(struct intake *in)
{
    diag_say(in->diag, SEVERITY_NOTE, STATUS_OK, "proef",
             "dit was een proef: %u dossiers zouden gemaakt worden, er is niets gemaakt",
             in->count);
}

static void run(struct intake *in)
{
    const struct intake_csv_wishes *w = in->wishes;

    if (!w->trial) {
        in->store = store_batch_open(w->directory, in->session->wait_seconds, in->diag);
        if (!in->store)
            return;
    }
    if (!first_round(in) || !second_round(in))
        say_stopped(in);
    else if (w->trial)
        say_trial(in);
    store_batch_close(in->store);
}

void intake_csv(struct session *s, const struct intake_csv_wishes *wishes)
{
    struct intake *in = mem_take(sizeof *in);

    *in = (struct intake){.session = s, .diag = &s->diag, .wishes = wishes, .fd = -1, .next = 1};
    in->doubles = doubles_open();
    if (session_by(s, &in->by) && open_csv(in) && read_mapping(in)) {
        opening_start(&in->opening, s->schema, s->now, buffer_view(&in->by), &s->diag);
        run(in);
    }
    opening_free(&in->opening);
    csv_columns_free(&in->columns);
    doubles_close(in->doubles);
    buffer_free(&in->mapping);
    buffer_free(&in->by);
    buffer_free(&in->content);
    if (in->fd > STDERR_FILENO)
        close(in->fd);
    free(in);
}
