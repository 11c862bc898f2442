/* sweep: runs a command once for each call that can fail, and judges what it left behind.
 *
 *   sweep --shim alloc|io [--kinds error,short,eintr,kill] [--first N] [--sample N] [--seed N]
 *         [--jobs N] [--stdin NAME] [--status N] FILE... -- COMMAND [ARGUMENT...]
 *
 * Each run has a directory of its own with copies of the FILEs and nothing else, and the shim (see
 * fault.h) preloaded to fail at the n-th call: once, and from then on. What a clean run prints and
 * leaves is the right answer; it must exit 0, or with what --status says. Right is:
 *
 *   - every FILE has its old bytes or the clean run's, and no rights that it had not; no other file
 *     has come, but for the lock and a temporary file, and that is gone after one clean run more;
 *   - exit 0 or 1, or what the clean run gives, only with its answer, its messages and its files to
 *     the byte;
 *   - any other exit with a message on standard error, unless the write of that message was what
 *     failed; not 2 or 3: those say that the command line or the data was wrong;
 *   - never the exit of a clean run after a write, fsync, rename or close of what was written that
 *     failed; always that exit with the kinds short and eintr, for then nothing has failed;
 *   - a private copy for an editor (`.FILE.bewerk-*`, a directory) stays only after another exit
 * than that of a clean run; it holds the old text or the new one, or nothing yet; and only the new
 * one stays after one clean run more;
 *   - no signal, and no waiting without end. With kind `kill` only the files are judged.
 *
 * One line for each wrong case, then how the runs ended, then `N runs, N wrong`. Exit 0 when none
 * was wrong, 1 when one was, 2 when the sweep itself could not be done. */
#define _GNU_SOURCE
#include "copies.h"
#include "run.h"

#include <ftw.h>
#include <sys/mman.h>

/* ---- judging ---- */

static bool is_temporary_of(const struct files *f, const char *name)
{
    size_t n = strlen(name);
    char of[NAME_MAX + 1];

    if (n < 6 || name[0] != '.' || strcmp(name + n - 4, ".tmp"))
        return false;
    snprintf(of, sizeof of, "%.*s", (int)(n - 5), name + 1);
    return index_of(f, of) < f->count;
}

/* NULL when all files are as they may be; *done: they are as after a clean run, *leftover: there is
 * a temporary file. */
static const char *judge_files(const struct sweep *s, bool *done, bool *leftover)
{
    const struct files *f = &s->files;
    DIR *dir = opendir(s->scratch);
    const char *wrong = dir ? NULL : "the directory is gone";
    struct dirent *e;

    *done = true;
    *leftover = false;
    for (size_t i = 0; dir && i < f->count; i++) {
        struct bytes now = read_at(dirfd(dir), f->names[i]);
        if (!same(&now, &f->after[i]))
            *done = false;
        if (!same(&now, &f->after[i]) && !same(&now, &f->before[i]))
            wrong = now.exists ? "a file is neither old nor new" : "a file is gone";
        else if (now.exists &&
                 (now.mode & ~(f->before[i].exists ? f->before[i].mode : f->after[i].mode)))
            wrong = "a file has wider rights than it had";
        free(now.p);
    }
    while (dir && (e = readdir(dir))) {
        if (is_temporary_of(f, e->d_name))
            *leftover = true;
        else if (!is_dots(e->d_name) && copied_by(f, e->d_name) == f->count &&
                 strcmp(e->d_name, ".gesprek.lock") && index_of(f, e->d_name) == f->count)
            wrong = "a file that nobody asked for";
    }
    if (dir)
        closedir(dir);
    return wrong;
}

/* After one clean run more in the same directory. */
static const char *judge_leftover(const struct sweep *s)
{
    struct result again = run(s, NULL);
    bool done, leftover, copy, idle, fine = !again.signal && again.status == s->clean.status;

    result_free(&again);
    judge_files(s, &done, &leftover);
    judge_copies(s, &copy, &idle);
    return !fine      ? "the run after it fails"
           : leftover ? "a temporary file stays for good"
           : idle     ? "a copy with nothing in it stays for good"
                      : NULL;
}

/* Did something fail that no program may take for done? `NAME FD`, see io.c. */
static bool failed_for_good(const struct fault *f, const struct result *r)
{
    static const char *const calls[] = {"write ", "fsync ", "fdatasync ", "rename ", "ftruncate "};

    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        if (!strncmp(r->failed, calls[i], strlen(calls[i])))
            return f->kind == KIND_ERROR;
    return f->kind == KIND_ERROR && strstr(r->failed, " written") != NULL;
}

static const char *judge_ending(const struct sweep *s, const struct fault *f,
                                const struct result *r, bool done)
{
    if (r->signal == SIGKILL && f->kind == KIND_KILL)
        return NULL;
    if (r->signal)
        return r->signal == SIGALRM ? "never ends" : strsignal(r->signal);
    if (r->status != s->clean.status && r->status <= STATUS_NO)
        return "a good exit, but not that of a clean run";
    if (r->status != s->clean.status && r->status <= STATUS_DATA)
        return "lays the blame on the user";
    if (r->status != s->clean.status && (f->kind == KIND_SHORT || f->kind == KIND_EINTR))
        return "fails though nothing failed";
    if (r->status != s->clean.status)
        return r->err.n || r->standard_error_failed ? NULL : "fails without a message";
    if (failed_for_good(f, r) && r->status <= STATUS_NO)
        return "takes what failed for done";
    if (!same(&r->out, &s->clean.out))
        return "the exit of a clean run with another answer";
    if (!same(&r->err, &s->clean.err) && !(r->standard_error_failed && r->status > STATUS_NO))
        return "the exit of a clean run with other messages";
    return done ? NULL : "the exit of a clean run without the new file";
}

static void tell(const struct fault *f, const struct result *r, const char *wrong)
{
    char line[512];
    int first = 0, n;

    while (first < 160 && (size_t)first < r->err.n && r->err.p[first] != '\n')
        first++;
    n = snprintf(line, sizeof line, "%s %s n=%lu (%s), exit %d: %s%s%.*s\n", kind_names[f->kind],
                 f->sticky ? "from then on" : "once", f->at, r->failed,
                 r->signal ? -r->signal : r->status, wrong, first ? " | " : "", first,
                 r->err.p ? r->err.p : "");
    /* One write, so that the lines of two workers do not mix. */
    if (write(STDOUT_FILENO, line, (size_t)n) != n)
        stop("standard output: %s", strerror(errno));
}

static void try(const struct sweep *s, const struct fault *f, struct counts *counts)
{
    struct result r;
    bool done, leftover, copy, idle;
    const char *wrong, *ending, *copies;

    fill_scratch(s);
    r = run(s, f);
    wrong = judge_files(s, &done, &leftover);
    ending = judge_ending(s, f, &r, done);
    copies = judge_copies(s, &copy, &idle);
    if (!wrong)
        wrong = copies ? copies : ending;
    if (!wrong && !r.signal && r.status == s->clean.status && copy != s->copied.exists)
        wrong = copy ? "the exit of a clean run with a copy left behind"
                     : "the exit of a clean run without the copy";
    if (!wrong && (leftover || idle))
        wrong = judge_leftover(s);
    if (wrong)
        tell(f, &r, wrong);
    counts->runs++;
    counts->wrong += wrong != NULL;
    counts->by_status[r.status] += !r.signal;
    counts->by_signal[r.signal] += r.signal != 0;
    result_free(&r);
}

/* ---- the plan ---- */

static void add(struct sweep *s, struct fault f)
{
    if (s->fault_count == s->fault_capacity) {
        s->fault_capacity = s->fault_capacity * 2 + 256;
        s->faults = take(s->faults, s->fault_capacity * sizeof *s->faults);
    }
    s->faults[s->fault_count++] = f;
}

/* xorshift64*: the same choice for the same seed on every machine. */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

/* The first ones, and of the others a sample without repeats, in order. */
static void add_kind(struct sweep *s, enum kind kind, unsigned long calls)
{
    unsigned long wanted = s->sample;
    uint64_t state = s->seed * 2 + 1;

    for (unsigned long n = 1; n <= calls; n++) {
        if (s->first && n > s->first) {
            if (next_random(&state) % (calls - n + 1) >= wanted)
                continue;
            wanted--;
        }
        add(s, (struct fault){kind, false, n});
        if (kind != KIND_KILL) /* once is for good */
            add(s, (struct fault){kind, true, n});
    }
}

/* The right answer; two runs, for an answer that changes by itself can not be judged. */
static void run_clean(struct sweep *s)
{
    struct files *f = &s->files;
    struct result again;
    bool done, leftover;
    DIR *dir;
    struct dirent *e;

    fill_scratch(s);
    s->clean = run(s, NULL);
    if (s->clean.signal || s->clean.status != s->wanted)
        stop("a clean run ends with %d: %.*s", s->clean.signal ? -s->clean.signal : s->clean.status,
             (int)s->clean.err.n, s->clean.err.p);
    if (!(dir = opendir(s->scratch)))
        stop("%s: %s", s->scratch, strerror(errno));
    while ((e = readdir(dir))) /* a file that the command makes is one of its files */
        if (e->d_name[0] != '.' && index_of(f, e->d_name) == f->count && f->count < MOST_FILES)
            f->names[f->count++] = strdup(e->d_name);
    for (size_t i = 0; i < f->count; i++)
        f->after[i] = read_at(dirfd(dir), f->names[i]);
    closedir(dir);
    s->copied = read_copied(s);
    fill_scratch(s);
    again = run(s, NULL);
    if (judge_files(s, &done, &leftover) || !done || leftover || !same(&again.out, &s->clean.out) ||
        !same(&again.err, &s->clean.err))
        stop("two clean runs differ");
    result_free(&again);
}

static void plan(struct sweep *s)
{
    for (enum kind kind = 0; kind < KIND_COUNT; kind++) {
        struct fault none = {kind, false, 0};
        struct result r;
        if (!s->kinds[kind])
            continue;
        fill_scratch(s);
        r = run(s, &none);
        if (!r.calls)
            stop("the shim counts nothing: %s", s->shim);
        add_kind(s, kind, r.calls);
        result_free(&r);
    }
}

/* ---- the work ---- */

static void work(struct sweep *s, unsigned worker)
{
    make_scratch(s, worker);
    for (size_t i = worker; i < s->fault_count; i += s->jobs)
        try(s, &s->faults[i], &s->counts[worker]);
}

static void work_together(struct sweep *s)
{
    size_t bytes = s->jobs * sizeof *s->counts;
    int how;

    s->counts = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (s->counts == MAP_FAILED)
        stop("mmap: %s", strerror(errno));
    for (unsigned worker = 0; worker < s->jobs; worker++) {
        pid_t child = fork();
        if (child < 0)
            stop("fork: %s", strerror(errno));
        if (!child) {
            work(s, worker);
            _exit(0);
        }
    }
    for (unsigned worker = 0; worker < s->jobs; worker++)
        if (wait(&how) < 0 || !WIFEXITED(how) || WEXITSTATUS(how) != 0)
            stop("a worker has failed");
}

/* How the runs ended, and the closing line. */
static bool print_counts(const struct sweep *s)
{
    struct counts all = {0};
    const char *between = "";

    for (unsigned worker = 0; worker < s->jobs; worker++) {
        all.runs += s->counts[worker].runs;
        all.wrong += s->counts[worker].wrong;
        for (size_t i = 0; i < STATUS_COUNT; i++) {
            all.by_status[i] += s->counts[worker].by_status[i];
            all.by_signal[i] += s->counts[worker].by_signal[i];
        }
    }
    for (int i = 0; i < STATUS_COUNT; i++) {
        if (all.by_status[i])
            printf("%sexit %d: %lu", between, i, all.by_status[i]), between = ", ";
        if (all.by_signal[i])
            printf("%ssignal %d: %lu", between, i, all.by_signal[i]), between = ", ";
    }
    printf("\n%lu runs, %lu wrong\n", all.runs, all.wrong);
    return all.runs && !all.wrong;
}

/* ---- the command line ---- */

static unsigned long number(const char *option, const char *value)
{
    char *end;
    unsigned long n = strtoul(value, &end, 10);

    if (end == value || *end)
        stop("%s asks for a number", option);
    return n;
}

static void take_kinds(struct sweep *s, const char *list)
{
    s->kinds[KIND_ERROR] = false;
    for (const char *p = list; p; p = strchr(p, ',')) {
        size_t kind = 0;
        p += *p == ',';
        while (kind < KIND_COUNT && strncmp(p, kind_names[kind], strlen(kind_names[kind])))
            kind++;
        if (kind == KIND_COUNT)
            stop("--kinds: error, short, eintr, kill");
        s->kinds[kind] = true;
    }
}

static void take_option(struct sweep *s, const char *option, const char *value)
{
    if (!value)
        stop("%s asks for a value", option);
    if (!strcmp(option, "--shim")) {
        if (!realpath(value, s->shim))
            stop("%s: %s", value, strerror(errno));
    } else if (!strcmp(option, "--kinds"))
        take_kinds(s, value);
    else if (!strcmp(option, "--first"))
        s->first = number(option, value);
    else if (!strcmp(option, "--sample"))
        s->sample = number(option, value);
    else if (!strcmp(option, "--seed"))
        s->seed = number(option, value);
    else if (!strcmp(option, "--jobs"))
        s->jobs = (unsigned)number(option, value);
    else if (!strcmp(option, "--status"))
        s->wanted = (int)number(option, value);
    else if (!strcmp(option, "--stdin"))
        s->standard_input = value;
    else
        stop("%s: no such option", option);
}

static void take_file(struct sweep *s, const char *path)
{
    const char *slash = strrchr(path, '/');
    struct files *f = &s->files;

    if (f->count == MOST_FILES)
        stop("too many files");
    f->names[f->count] = strdup(slash ? slash + 1 : path);
    f->before[f->count] = read_at(AT_FDCWD, path);
    if (!f->names[f->count] || !f->before[f->count].exists)
        stop("%s: %s", path, strerror(errno));
    f->count++;
}

static void take_words(struct sweep *s, int argc, char **argv)
{
    int i = 1;

    for (; i < argc && strcmp(argv[i], "--"); i++) {
        if (strncmp(argv[i], "--", 2))
            take_file(s, argv[i]);
        else {
            take_option(s, argv[i], argv[i + 1]);
            i++;
        }
    }
    if (i + 1 >= argc || !*s->shim || !s->files.count || s->jobs < 1 || s->jobs > MOST_JOBS)
        stop("usage: sweep --shim FILE [--kinds LIST] [--first N] [--sample N] [--seed N] [--jobs "
             "N] [--stdin NAME] "
             "[--status N] FILE... -- COMMAND [ARGUMENT...]");
    s->command = argv + i + 1;
}

/* In memory when that can be: the writers' fsync then costs nothing. */
static void make_base(struct sweep *s)
{
    const char *place = getenv("TMPDIR");

    if (access("/dev/shm", W_OK | X_OK) == 0)
        place = "/dev/shm";
    snprintf(s->base, sizeof s->base, "%s/sweep.XXXXXX", place && *place ? place : "/tmp");
    if (!mkdtemp(s->base))
        stop("%s: %s", s->base, strerror(errno));
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *place)
{
    (void)st, (void)type, (void)place;
    return remove(path);
}

static int sweep(struct sweep *s)
{
    make_scratch(s, MOST_JOBS);
    run_clean(s);
    plan(s);
    work_together(s);
    return print_counts(s) && fflush(stdout) == 0 ? 0 : 1;
}

/* In a child, so that however it ends the scratch directories go. */
int main(int argc, char **argv)
{
    struct sweep s = {.kinds = {true}, .jobs = 2};
    pid_t child;
    int how;

    umask(077);
    take_words(&s, argc, argv);
    make_base(&s);
    child = fork();
    if (!child)
        exit(sweep(&s));
    if (child < 0 || waitpid(child, &how, 0) < 0)
        how = -1;
    nftw(s.base, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    return how != -1 && WIFEXITED(how) ? WEXITSTATUS(how) : 2;
}
