/* Questions to whoever sits at the terminal. */
#ifndef GESPREK_BASE_ASK_H
#define GESPREK_BASE_ASK_H

#include <stdbool.h>

/* Is there somebody to ask? Only when standard input and standard error are a terminal. */
bool ask_somebody(void);

/* Shows the question on standard error and reads a line, until that is one of the letters. An empty
 * line is the first letter. At the end of the input: `at_end`. No more is read than those lines:
 * what follows is for the next program. */
char ask_letter(const char *question, const char *letters, char at_end);

#endif
