#include "base/ask.h"
#include "base/io.h"
#include "base/text.h"

#include <string.h>
#include <unistd.h>

bool ask_somebody(void)
{
    return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

/* False at the end of the input. */
static bool read_line(struct buffer *line)
{
    char c = '\0';

    line->n = 0;
    while (io_read(STDIN_FILENO, &c, 1) == 1) {
        if (c == '\n' || c == '\r')
            return true;
        buffer_byte(line, c);
    }
    return false;
}

char ask_letter(const char *question, const char *letters, char at_end)
{
    struct buffer line = {0};
    char answer = '\0';

    while (!answer) {
        struct text word;
        if (!io_write_all(STDERR_FILENO, question, strlen(question)) || !read_line(&line)) {
            answer = at_end;
            break;
        }
        word = text_trim(buffer_view(&line));
        if (!word.n)
            answer = letters[0];
        else if (word.n == 1 && strchr(letters, *word.p))
            answer = *word.p;
    }
    buffer_free(&line);
    return answer;
}
