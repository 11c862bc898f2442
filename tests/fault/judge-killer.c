/* judge-killer KILLS SEED FILE COMMAND...: runs a command that adds a record to FILE (in this
 * directory) and prints its key, KILLS times, and kills it with SIGKILL at a random moment of its
 * run. After each, FILE must be what it was, or that and one whole record more, and never what it
 * was when a key was printed. Prints the acknowledged keys, and on standard error how it went. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct bytes {
    char *p;
    size_t n;
};

static void stop(const char *what)
{
    fprintf(stderr, "judge-killer: %s: %s\n", what, strerror(errno));
    exit(2);
}

static struct bytes read_all(int fd)
{
    struct bytes b = {malloc(1), 0};
    ssize_t got;
    char piece[65536];

    while ((got = read(fd, piece, sizeof piece)) > 0) {
        b.p = realloc(b.p, b.n + (size_t)got + 1);
        if (!b.p)
            stop("realloc");
        memcpy(b.p + b.n, piece, (size_t)got);
        b.n += (size_t)got;
    }
    if (got < 0)
        stop("read");
    return b;
}

static struct bytes read_file(const char *path)
{
    int fd = open(path, O_RDONLY);
    struct bytes b;

    if (fd < 0)
        stop(path);
    b = read_all(fd);
    close(fd);
    return b;
}

static int64_t microseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* The same numbers everywhere; what they hit differs from run to run. */
static int64_t roll(uint64_t *state, int64_t below)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (int64_t)((*state >> 33) % (uint64_t)below);
}

/* Runs the command and, unless `after` is negative, kills it after so many microseconds. What it
 * printed in *said. */
static int run(char **command, int64_t after, struct bytes *said)
{
    int ends[2], status;
    pid_t child;

    if (pipe(ends) != 0)
        stop("pipe");
    child = fork();
    if (child < 0)
        stop("fork");
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execvp(command[0], command);
        _exit(127);
    }
    close(ends[1]);
    if (after >= 0) {
        struct timespec pause = {(time_t)(after / 1000000), (long)(after % 1000000) * 1000};
        nanosleep(&pause, NULL);
        kill(child, SIGKILL);
    }
    *said = read_all(ends[0]);
    close(ends[0]);
    if (waitpid(child, &status, 0) != child)
        stop("waitpid");
    return status;
}

/* 0: as it was; 1: one record more, behind what was there, up to its empty line; -1: something
 * else. */
static int compare(struct bytes before, struct bytes now)
{
    const char *more = now.p + before.n;
    size_t n = now.n - before.n;

    if (now.n < before.n || memcmp(before.p, now.p, before.n) != 0)
        return -1;
    if (n == 0)
        return 0;
    now.p[now.n] = '\0';
    return n > 2 && strstr(more, "\n\n") == more + n - 2 ? 1 : -1;
}

int main(int argc, char **argv)
{
    enum { TRIALS = 5 };
    int kills = argc > 4 ? atoi(argv[1]) : 0, hit = 0, leftovers = 0;
    uint64_t state = argc > 4 ? strtoull(argv[2], NULL, 10) : 0;
    char *temporary = argc > 4 ? malloc(strlen(argv[3]) + 6) : NULL;
    int64_t longest = 0;
    struct bytes before;

    if (!temporary || kills <= 0) {
        fputs("judge-killer KILLS SEED FILE COMMAND...\n", stderr);
        return 2;
    }
    sprintf(temporary, ".%s.tmp", argv[3]);
    before = read_file(argv[3]);
    for (int i = 0; i < kills + TRIALS; i++) {
        int64_t start = microseconds();
        struct bytes said, now;
        int status = run(argv + 4, i < TRIALS ? -1 : roll(&state, longest), &said), change;
        int acknowledged = said.n > 1 && said.p[said.n - 1] == '\n';

        if (i < TRIALS && microseconds() - start > longest)
            longest = microseconds() - start;
        now = read_file(argv[3]);
        change = compare(before, now);
        if (change < 0 || (acknowledged && change != 1) ||
            (!WIFSIGNALED(status) && (status != 0 || !acknowledged))) {
            fprintf(stderr, "judge-killer: run %d: status %d, change %d, printed %zu bytes\n", i,
                    status, change, said.n);
            return 1;
        }
        hit += WIFSIGNALED(status);
        leftovers += access(temporary, F_OK) == 0;
        fwrite(said.p, 1, acknowledged ? said.n : 0, stdout);
        free(before.p);
        free(said.p);
        before = now;
    }
    fprintf(stderr, "%d killed %d finished %d leftovers\n", hit, kills + TRIALS - hit, leftovers);
    free(before.p);
    free(temporary);
    return fflush(stdout) == 0 ? 0 : 2;
}
