/* judge-reader READS VERSIONS SECONDS FILE: reads FILE at least READS times, and until it has seen
 * VERSIONS different ones or SECONDS have passed, beside a writer that adds records. Every version
 * must be the one before and whole records more. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LIMIT = 16 << 20 };

static size_t read_file(const char *path, char *into)
{
    int fd = open(path, O_RDONLY);
    size_t n = 0;
    ssize_t got;

    if (fd < 0) {
        fprintf(stderr, "judge-reader: %s: %s\n", path, strerror(errno));
        exit(1);
    }
    while ((got = read(fd, into + n, LIMIT - n)) > 0)
        n += (size_t)got;
    if (got < 0) {
        fprintf(stderr, "judge-reader: %s: %s\n", path, strerror(errno));
        exit(1);
    }
    close(fd);
    return n;
}

int main(int argc, char **argv)
{
    char *now = malloc(LIMIT), *before = malloc(LIMIT);
    long reads = 0, versions = 0;
    size_t n, n_before = 0;
    time_t start = time(NULL);

    if (argc != 5 || !now || !before)
        return 2;
    while (reads < atol(argv[1]) ||
           (versions < atol(argv[2]) && time(NULL) - start < atol(argv[3]))) {
        n = read_file(argv[4], now);
        reads++;
        if (n < n_before || memcmp(now, before, n_before) != 0 || n < 2 || now[n - 1] != '\n' ||
            now[n - 2] != '\n') {
            fprintf(
                stderr,
                "judge-reader: read %ld: %zu bytes, that is not the %zu before and whole records\n",
                reads, n, n_before);
            return 1;
        }
        if (n > n_before) {
            memcpy(before + n_before, now + n_before, n - n_before);
            n_before = n;
            versions++;
        }
    }
    printf("%ld reads %ld versions\n", reads, versions);
    free(now);
    free(before);
    return versions >= atol(argv[2]) ? 0 : 1;
}
