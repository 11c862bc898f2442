#include "journal/units.h"
#include "base/progress.h"
#include "journal/portion.h"

#include <pthread.h>
#include <stdlib.h>

enum unit_state { UNIT_FREE, UNIT_TAKEN, UNIT_READY };

/* A portion and what it came to. */
struct unit {
    enum unit_state state;
    struct portion portion;
    struct diag diag;
    struct reader *reader; /* kept for the next portion; NULL: none yet */
    bool ahead;            /* it was read ahead; else the session's reader must read it */
    void *part;
};

/* Units go round in a ring, in the order of the stream. */
struct crew {
    struct session *session;
    const struct work *work;
    void *context;
    struct portions *portions;
    struct unit *units;
    size_t count;
    struct progress progress;

    pthread_mutex_t lock;
    pthread_cond_t changed;
    size_t next;  /* how many units were taken */
    bool filling; /* somebody reads a portion, or the calling thread goes on behind a torn one */
    bool over;    /* the stream is, or nobody wants more */
};

/* ---- the threads ---- */

static struct unit *unit_at(struct crew *c, size_t number)
{
    return &c->units[number % c->count];
}

/* The next portion of the stream. Where one ends in the middle of something, only the calling
 * thread can go on: `filling` stays until it has. NULL: there is no more. */
static struct unit *take_unit(struct crew *c)
{
    struct unit *u;
    bool more;

    pthread_mutex_lock(&c->lock);
    while (!c->over && (c->filling || unit_at(c, c->next)->state != UNIT_FREE))
        pthread_cond_wait(&c->changed, &c->lock);
    if (c->over) {
        pthread_mutex_unlock(&c->lock);
        return NULL;
    }
    u = unit_at(c, c->next++);
    u->state = UNIT_TAKEN;
    c->filling = true;
    pthread_mutex_unlock(&c->lock);

    more = portions_fill(c->portions, &u->portion, false);

    pthread_mutex_lock(&c->lock);
    c->filling = u->portion.torn;
    c->over = c->over || !more;
    pthread_cond_broadcast(&c->changed);
    pthread_mutex_unlock(&c->lock);
    return u;
}

static void read_unit(struct crew *c, struct unit *u)
{
    struct dossier *d;

    u->ahead = u->portion.whole && !u->portion.torn;
    if (!u->ahead)
        return;
    u->diag = (struct diag){.fd = -1, .silent = true};
    if (u->reader)
        reader_again(u->reader);
    else
        u->reader = reader_beside(c->session->reader, &u->portion, &u->diag);
    u->part = c->work->begin(c->context);
    while ((d = reader_next(u->reader)))
        c->work->add(c->context, u->part, d);
}

static void *run(void *data)
{
    struct crew *c = data;
    struct unit *u;

    while ((u = take_unit(c))) {
        read_unit(c, u);
        pthread_mutex_lock(&c->lock);
        u->state = UNIT_READY;
        pthread_cond_broadcast(&c->changed);
        pthread_mutex_unlock(&c->lock);
    }
    return NULL;
}

/* ---- in order ---- */

/* The next unit, ready; NULL at the end of the stream. */
static struct unit *await(struct crew *c, size_t number)
{
    struct unit *u = unit_at(c, number);

    pthread_mutex_lock(&c->lock);
    while (u->state != UNIT_READY && !(c->over && number == c->next))
        pthread_cond_wait(&c->changed, &c->lock);
    if (u->state != UNIT_READY)
        u = NULL;
    pthread_mutex_unlock(&c->lock);
    return u;
}

static void release(struct crew *c, struct unit *u)
{
    if (u->ahead)
        c->work->drop(u->part);
    pthread_mutex_lock(&c->lock);
    u->state = UNIT_FREE;
    pthread_cond_broadcast(&c->changed);
    pthread_mutex_unlock(&c->lock);
}

static void show(struct crew *c, double done)
{
    const struct reader *r = c->session->reader;

    progress_show(&c->progress, reader_given(r), reader_bytes(r), done);
}

/* The session's reader reads it, as it would have without threads. */
static bool read_here(struct crew *c, struct unit *u)
{
    bool torn = u->portion.torn, fine = true;
    struct dossier *d;

    reader_close(u->reader); /* it may have stopped anywhere */
    u->reader = NULL;
    u->portion.at = 0;
    reader_feed(c->session->reader, &u->portion, torn ? c->portions : NULL);
    while (fine && (d = reader_next(c->session->reader))) {
        fine = c->work->one(c->context, d);
        show(c, u->portion.done);
    }
    if (!torn)
        return fine;
    pthread_mutex_lock(&c->lock);
    c->filling = false;
    c->over = c->over || u->portion.last;
    pthread_cond_broadcast(&c->changed);
    pthread_mutex_unlock(&c->lock);
    return fine;
}

static bool commit(struct crew *c, struct unit *u)
{
    if (!u->ahead || !reader_adopt(c->session->reader, u->reader))
        return read_here(c, u);
    show(c, u->portion.done);
    return c->work->join(c->context, u->part);
}

static void in_order(struct crew *c)
{
    struct unit *u;
    bool fine = true;

    for (size_t number = 0; (u = await(c, number)); number++) {
        fine = fine && commit(c, u);
        if (!fine) {
            pthread_mutex_lock(&c->lock);
            c->over = true;
            pthread_mutex_unlock(&c->lock);
        }
        release(c, u);
    }
}

/* ---- */

static void alone(struct session *s, struct progress *progress, const struct work *work,
                  void *context)
{
    struct dossier *d;

    while ((d = reader_next(s->reader)) && work->one(context, d))
        if (progress_is_due(progress))
            progress_show(progress, reader_given(s->reader), reader_bytes(s->reader),
                          operands_done(s->operands));
}

static size_t start(struct crew *c, pthread_t *threads, size_t wanted)
{
    size_t made = 0;

    while (made < wanted && pthread_create(&threads[made], NULL, run, c) == 0)
        made++;
    return made;
}

/* The first portion is read here: who has no more than that needs no threads. */
static void begin(struct crew *c)
{
    struct unit *u = unit_at(c, c->next++);

    c->over = !portions_fill(c->portions, &u->portion, false);
    c->filling = u->portion.torn;
    u->state = UNIT_READY;
}

/* No thread could be made. */
static void go_on_alone(struct crew *c)
{
    struct unit *u = unit_at(c, 0);

    while (commit(c, u) && !c->over)
        c->over = !portions_fill(c->portions, &u->portion, false);
}

static void open_crew(struct crew *c, size_t threads)
{
    c->count = threads + 2;
    c->units = mem_take(c->count * sizeof *c->units);
    for (size_t i = 0; i < c->count; i++)
        c->units[i] = (struct unit){.state = UNIT_FREE};
    pthread_mutex_init(&c->lock, NULL);
    pthread_cond_init(&c->changed, NULL);
    c->portions = portions_open(c->session->operands, c->session->schema);
}

static void close_crew(struct crew *c)
{
    portions_close(c->portions);
    pthread_cond_destroy(&c->changed);
    pthread_mutex_destroy(&c->lock);
    for (size_t i = 0; i < c->count; i++) {
        reader_close(c->units[i].reader);
        portion_free(&c->units[i].portion);
    }
    free(c->units);
}

static void together(struct crew *c, size_t wanted)
{
    pthread_t *threads = mem_take(wanted * sizeof *threads);
    size_t made;

    open_crew(c, wanted);
    begin(c);
    made = c->over ? 0 : start(c, threads, wanted);
    if (made)
        in_order(c);
    else
        go_on_alone(c);
    for (size_t i = 0; i < made; i++)
        pthread_join(threads[i], NULL);
    close_crew(c);
    free(threads);
}

void units_run(struct session *s, size_t threads, bool progress, const struct work *work,
               void *context)
{
    struct crew c = {.session = s, .work = work, .context = context};

    progress_start(&c.progress, &s->diag, progress);
    if (threads > 1 && !s->filter)
        together(&c, threads < THREADS_MOST ? threads : THREADS_MOST);
    else
        alone(s, &c.progress, work, context);
    progress_end(&c.progress);
}
