/* The terminal in front of the user, whatever standard input and output are: /dev/tty. Lines are
 * edited there by libedit, a library of Debian's that needs no locale of the user's and no global
 * state (readline needs both): arrows, words, deleting, wide and combining characters.
 *
 * From terminal_open to terminal_close an interrupt from the keyboard first puts the terminal back
 * as it was and then ends the program as an interrupt does, and a terminal that is hung up is the
 * end of the input: what was typed so far is the caller's to keep. */
#ifndef GESPREK_BASE_TERMINAL_H
#define GESPREK_BASE_TERMINAL_H

#include "base/mem.h"

struct terminal;

/* NULL, with errno: there is no terminal. One at a time. */
struct terminal *terminal_open(void);
void terminal_close(struct terminal *t);

/* How many columns it has now; 80 when it does not say. */
size_t terminal_width(const struct terminal *t);

/* Its descriptor, for a program that is started on it. */
int terminal_descriptor(const struct terminal *t);

/* Shows bytes as they are: the caller has made them safe (text.h). What cannot be shown is no
 * reason to stop: what is typed still counts. */
void terminal_show(struct terminal *t, struct text text);

/* Reads a line behind `prompt` (a few columns of ASCII) into *line, without its newline. Tab fills
 * in what the words have in common with what was typed. A paste comes in as a whole, with its
 * newlines, where the terminal can say that it is one (bracketed paste): the line is not ended by
 * it. The line never holds a control character but newline and tab, and is UTF-8. `text` is there
 * to begin with, to be changed. False: Ctrl-D on an empty line, or the terminal is gone. */
bool terminal_line(struct terminal *t, const char *prompt, const struct text *words, size_t count,
                   struct buffer *line);

#endif
