#include "base/child.h"
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_FOUND = 127, BY_SIGNAL = 128 };

static int wait_for(pid_t child)
{
    int how;

    while (waitpid(child, &how, 0) < 0)
        if (errno != EINTR)
            return -1;
    return WIFSIGNALED(how) ? BY_SIGNAL + WTERMSIG(how) : WEXITSTATUS(how);
}

/* The shell takes the editor's own words apart, and the file stays one word, as git does it. It
 * catches interrupts, so it outlives them; what it starts does not inherit that. */
static _Noreturn void become_editor(const char *editor, const char *file, const char *scratch,
                                    int terminal)
{
    struct buffer line = {0};

    if (setenv("TMPDIR", scratch, 1) != 0)
        _exit(NOT_FOUND);
    for (int fd = STDIN_FILENO; terminal >= 0 && fd <= STDERR_FILENO; fd++)
        if (dup2(terminal, fd) < 0)
            _exit(NOT_FOUND);
    buffer_string(&line, "trap : INT QUIT; ");
    buffer_string(&line, editor);
    buffer_put(&line, " \"$@\"", sizeof " \"$@\"");
    execl("/bin/sh", "sh", "-c", line.p, editor, file, (char *)NULL);
    _exit(NOT_FOUND);
}

const char *child_editor(void)
{
    const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");

    return visual && *visual ? visual : editor && *editor ? editor : "vi";
}

int child_edit(const char *editor, const char *file, const char *scratch, int terminal)
{
    struct sigaction ignored = {.sa_handler = SIG_IGN}, interrupt, quit;
    pid_t child;
    int status;

    sigaction(SIGINT, &ignored, &interrupt);
    sigaction(SIGQUIT, &ignored, &quit);
    child = fork();
    if (child == 0) {
        sigaction(SIGINT, &interrupt, NULL);
        sigaction(SIGQUIT, &quit, NULL);
        become_editor(editor, file, scratch, terminal);
    }
    status = child < 0 ? -1 : wait_for(child);
    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGQUIT, &quit, NULL);
    return status;
}

static _Noreturn void become_printer(char *const words[], int out)
{
    int nothing = open("/dev/null", O_RDONLY);

    if (nothing >= 0 && dup2(nothing, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0)
        execvp(words[0], words);
    _exit(NOT_FOUND);
}

int child_read(char *const words[], struct buffer *output)
{
    int ends[2], status;
    pid_t child;

    if (pipe(ends) != 0)
        return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    child = fork();
    if (child == 0)
        become_printer(words, ends[1]);
    close(ends[1]);
    if (child > 0 && !io_read_all(ends[0], output, SIZE_MAX))
        output->n = 0;
    close(ends[0]);
    status = child < 0 ? -1 : wait_for(child);
    return status;
}

static _Noreturn void become_reader(const char *line, int in)
{
    if (dup2(in, STDIN_FILENO) >= 0 && dup2(STDERR_FILENO, STDOUT_FILENO) >= 0) {
        signal(SIGPIPE, SIG_DFL);
        execl("/bin/sh", "sh", "-c", line, (char *)NULL);
    }
    _exit(NOT_FOUND);
}

int child_feed(const char *line, struct text input)
{
    struct sigaction ignored = {.sa_handler = SIG_IGN}, before;
    int ends[2], status, failed;
    pid_t child;

    if (pipe(ends) != 0)
        return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    sigaction(SIGPIPE, &ignored, &before); /* it may end before it has read all */
    child = fork();
    if (child == 0)
        become_reader(line, ends[0]);
    failed = errno;
    close(ends[0]);
    if (child > 0)
        io_write_all(ends[1], input.p, input.n);
    close(ends[1]);
    status = child < 0 ? -1 : wait_for(child);
    sigaction(SIGPIPE, &before, NULL);
    if (child < 0)
        errno = failed;
    return status;
}
