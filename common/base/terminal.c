#include "base/terminal.h"
#include "base/diag.h"
#include "base/io.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <unistd.h>

static const struct text paste_on = {"\033[?2004h", 8}, paste_off = {"\033[?2004l", 8};

/* A handler has no other place to say something. */
static volatile sig_atomic_t signal_seen;

enum { SIGNALS = 5 };
static const int signals[SIGNALS] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH};

struct terminal {
    int fd;
    FILE *in, *out;
    EditLine *edit;
    locale_t utf8, before_utf8; /* of characters alone, and of this thread alone */
    struct sigaction before[SIGNALS];
    const char *prompt;
    const struct text *words;
    size_t word_count;
    bool gone; /* hung up */
};

static void note_signal(int number)
{
    signal_seen = number;
}

/* ---- signals ---- */

static void catch_signals(struct terminal *t)
{
    struct sigaction noting = {.sa_handler = note_signal}; /* no SA_RESTART: a read must end */

    signal_seen = 0;
    for (int i = 0; i < SIGNALS; i++) {
        sigaction(signals[i], NULL, &t->before[i]);
        if (t->before[i].sa_handler != SIG_IGN)
            sigaction(signals[i], &noting, NULL);
    }
}

static void release_signals(struct terminal *t)
{
    for (int i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &t->before[i], NULL);
}

/* As a question has it: each key comes to us, and a paste says where it begins and ends. libedit
 * would show the prompt first: keys could be lost. */
static void asking(struct terminal *t)
{
    el_set(t->edit, EL_PREP_TERM, 1);
    io_write_all(t->fd, paste_on.p, paste_on.n);
}

static void ordinary(struct terminal *t)
{
    io_write_all(t->fd, paste_off.p, paste_off.n);
    el_set(t->edit, EL_PREP_TERM, 0);
}

/* The signal does what it does to other programs, with the terminal as it was. Comes back when the
 * program was only stopped. */
static void obey(struct terminal *t, int number)
{
    ordinary(t);
    io_write_all(t->fd, "\n", 1);
    release_signals(t);
    raise(number);
    catch_signals(t);
    asking(t);
    el_set(t->edit, EL_REFRESH);
}

/* True: go on reading. */
static bool handle_signal(struct terminal *t)
{
    int number = signal_seen;

    signal_seen = 0;
    if (number == SIGWINCH) {
        el_resize(t->edit);
        io_write_all(t->fd, "\r\n", 2); /* the terminal has rearranged what stood there */
        el_set(t->edit, EL_REFRESH);
    } else if (number == SIGHUP) {
        t->gone = true;
    } else if (number) {
        obey(t, number);
    }
    return !t->gone;
}

/* ---- reading ---- */

/* Waits until there is something to read or a signal came. Signals are let in only while it waits,
 * so that none comes between looking for it and waiting. */
static void wait_for_key(const struct terminal *t)
{
    sigset_t noted, before;
    fd_set keys;

    sigemptyset(&noted);
    for (int i = 0; i < SIGNALS; i++)
        sigaddset(&noted, signals[i]);
    sigprocmask(SIG_BLOCK, &noted, &before);
    FD_ZERO(&keys);
    FD_SET(t->fd, &keys);
    if (!signal_seen)
        pselect(t->fd + 1, &keys, NULL, NULL, NULL, &before);
    sigprocmask(SIG_SETMASK, &before, NULL);
}

/* 1, or 0 at the end. */
static int read_byte(struct terminal *t, char *byte)
{
    ssize_t n = -1;

    do {
        wait_for_key(t);
        if (!signal_seen)
            n = read(t->fd, byte, 1);
        else if (handle_signal(t))
            errno = EINTR;
        else
            return 0;
    } while (n < 0 && errno == EINTR);
    t->gone = n <= 0;
    return n == 1;
}

/* For libedit: a whole character, or U+FFFD for what is none. */
static int read_character(EditLine *edit, wchar_t *into)
{
    struct terminal *t;
    char bytes[4];
    uint32_t code;
    size_t n = 1, wanted;

    el_get(edit, EL_CLIENTDATA, &t);
    if (!read_byte(t, bytes))
        return 0;
    wanted = (unsigned char)bytes[0] >= 0xf0   ? 4
             : (unsigned char)bytes[0] >= 0xe0 ? 3
             : (unsigned char)bytes[0] >= 0xc0 ? 2
                                               : 1;
    while (n < wanted && read_byte(t, bytes + n))
        n++;
    text_decode((struct text){bytes, n}, &code);
    *into = (wchar_t)(code >= 0x80 && code < 0xa0 ? 0xfffd : code); /* C1 could steer a terminal */
    return 1;
}

/* ---- what the keys do ---- */

/* Behind ESC [ 200 ~ comes what is pasted, up to ESC [ 201 ~. */
static unsigned char paste(EditLine *edit, int key)
{
    static const char closing[] = "\033[201~";
    size_t matched = 0;
    wchar_t put[2] = {0}, c;

    (void)key;
    while (closing[matched] && el_wgetc(edit, &c) == 1) {
        matched = c == closing[matched] ? matched + 1 : c == closing[0] ? 1 : 0;
        *put = c == '\r' ? '\n' : c;
        if (!matched)
            el_winsertstr(edit, put);
    }
    return CC_REFRESH;
}

/* The letters that all words which begin as `typed` have behind it. */
static struct text common_rest(const struct terminal *t, struct text typed)
{
    struct text rest = {"", 0};
    bool found = false;

    for (size_t i = 0; i < t->word_count; i++) {
        struct text word = t->words[i];
        if (word.n < typed.n || memcmp(word.p, typed.p, typed.n) != 0)
            continue;
        word = (struct text){word.p + typed.n, word.n - typed.n};
        if (!found)
            rest = word;
        found = true;
        for (size_t n = 0; n < rest.n; n++)
            if (n == word.n || rest.p[n] != word.p[n])
                rest.n = n;
    }
    return rest;
}

static unsigned char complete(EditLine *edit, int key)
{
    const LineInfo *line = el_line(edit);
    struct terminal *t;
    struct text rest;
    char *string;

    (void)key;
    el_get(edit, EL_CLIENTDATA, &t);
    rest = common_rest(t, (struct text){line->buffer, (size_t)(line->cursor - line->buffer)});
    if (!rest.n)
        return CC_REFRESH_BEEP;
    string = text_string(rest);
    el_insertstr(edit, string);
    free(string);
    return CC_REFRESH;
}

static char *prompt_of(EditLine *edit)
{
    struct terminal *t;

    el_get(edit, EL_CLIENTDATA, &t);
    return (char *)(uintptr_t)t->prompt;
}

/* ---- the terminal ---- */

static void set_up(struct terminal *t)
{
    el_set(t->edit, EL_CLIENTDATA, t);
    el_set(t->edit, EL_PROMPT, prompt_of);
    el_set(t->edit, EL_EDITOR, "emacs");
    el_set(t->edit, EL_GETCFN, read_character);
    /* Wide: of narrow names libedit makes copies that it never frees. */
    el_wset(t->edit, EL_ADDFN, L"gesprek-paste", L"puts what is pasted in the line", paste);
    el_wset(t->edit, EL_ADDFN, L"gesprek-complete", L"fills in a word", complete);
    el_set(t->edit, EL_BIND, "\\e[200~", "gesprek-paste", NULL);
    el_set(t->edit, EL_BIND, "^I", "gesprek-complete", NULL);
}

struct terminal *terminal_open(void)
{
    int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY), second = -1;
    struct terminal *t;

    if (fd >= 0)
        second = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (second < 0) {
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    t = mem_take(sizeof *t);
    *t = (struct terminal){.fd = fd, .prompt = ""};
    t->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    t->before_utf8 = uselocale(t->utf8);
    t->in = fdopen(fd, "r");
    t->out = fdopen(second, "w");
    t->edit = t->in && t->out ? el_init(program_name, t->in, t->out, t->out) : NULL;
    if (!t->edit) {
        errno = ENOMEM;
        terminal_close(t);
        return NULL;
    }
    set_up(t);
    catch_signals(t);
    return t;
}

void terminal_close(struct terminal *t)
{
    int error = errno;

    if (!t)
        return;
    if (t->edit) {
        ordinary(t);
        release_signals(t);
        el_end(t->edit);
    }
    if (t->out)
        fclose(t->out);
    if (t->in)
        fclose(t->in);
    uselocale(t->before_utf8);
    if (t->utf8)
        freelocale(t->utf8);
    free(t);
    errno = error;
}

int terminal_descriptor(const struct terminal *t)
{
    return t->fd;
}

size_t terminal_width(const struct terminal *t)
{
    struct winsize size;

    return ioctl(t->fd, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
}

void terminal_show(struct terminal *t, struct text text)
{
    if (!t->gone)
        io_write_all(t->fd, text.p, text.n);
}

static void take_line(const char *typed, size_t n, struct buffer *line)
{
    line->n = 0;
    for (size_t i = 0; i < n; i++)
        if (((unsigned char)typed[i] >= ' ' && typed[i] != 0x7f) || typed[i] == '\n' ||
            typed[i] == '\t')
            buffer_byte(line, typed[i]);
    if (line->n && line->p[line->n - 1] == '\n')
        line->n--;
}

bool terminal_line(struct terminal *t, const char *prompt, const struct text *words, size_t count,
                   struct buffer *line)
{
    const char *typed = NULL;
    int n = 0;

    t->prompt = prompt;
    t->words = words;
    t->word_count = count;
    el_resize(t->edit);
    if (!t->gone) {
        asking(t);
        typed = el_gets(t->edit, &n);
    }
    terminal_show(t, paste_off);
    if (!typed || n <= 0) {
        terminal_show(t, TEXT("\n"));
        return false;
    }
    take_line(typed, (size_t)n, line);
    return true;
}
