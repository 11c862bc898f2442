/* What a command costs: measure TIMES COMMAND [ARGUMENT ...]
 *
 * Runs the command TIMES times with its standard output thrown away and prints one line: CPU time
 * (user and system, of the command and of all that it waited for) and elapsed time of all runs
 * together in microseconds, the highest peak memory of one process in kilobytes. Ends with 1 when
 * the command fails. What the kernel counts, wait4(2): no other program is needed. */
#define _DEFAULT_SOURCE /* wait4 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct cost {
    int64_t cpu, elapsed;
    long peak;
};

static int64_t microseconds(struct timeval t)
{
    return (int64_t)t.tv_sec * 1000000 + t.tv_usec;
}

static int64_t clock_now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void run(char **command)
{
    int nowhere = open("/dev/null", O_WRONLY);

    if (nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0) {
        close(nowhere);
        execvp(command[0], command);
    }
    fprintf(stderr, "measure: %s: %s\n", command[0], strerror(errno));
    _exit(127);
}

/* Adds one run to *cost; the command's exit status, or -1. */
static int measure(char **command, struct cost *cost)
{
    struct rusage used;
    int64_t start = clock_now();
    int status;
    pid_t child = fork();

    if (child == 0)
        run(command);
    if (child < 0 || wait4(child, &status, 0, &used) != child)
        return -1;
    cost->elapsed += clock_now() - start;
    cost->cpu += microseconds(used.ru_utime) + microseconds(used.ru_stime);
    if (used.ru_maxrss > cost->peak)
        cost->peak = used.ru_maxrss;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int main(int argc, char **argv)
{
    struct cost cost = {0};
    long times = argc > 2 ? strtol(argv[1], NULL, 10) : 0;

    if (times < 1) {
        fputs("measure TIMES COMMAND [ARGUMENT ...]\n", stderr);
        return 2;
    }
    while (times--) {
        int status = measure(argv + 2, &cost);
        /* 1 is an answer too: nothing was found, or something was. */
        if (status < 0 || status > 1) {
            fprintf(stderr, "measure: %s: status %d\n", argv[2], status);
            return 1;
        }
    }
    if (printf("%" PRId64 " %" PRId64 " %ld\n", cost.cpu, cost.elapsed, cost.peak) < 0 ||
        fflush(stdout))
        return 1;
    return 0;
}
