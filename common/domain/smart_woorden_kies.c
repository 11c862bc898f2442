#include "domain/smart_woorden_kies.h"
#include "journal/config.h"
#include "journal/edit.h"

/* The file of the settings, in *path; false: said. */
static bool from_settings(struct session *s, struct buffer *path, const char **file)
{
    if (!config_value("Woorden", path, &s->diag))
        return !s->diag.errors;
    buffer_byte(path, '\0');
    *file = path->p;
    if (**file == '/')
        return true;
    diag_say(&s->diag, SEVERITY_ERROR, STATUS_DATA, "woorden-fout",
             "schrijf bij Woorden in de instellingen een volledig pad, dat met / begint");
    return false;
}

bool smart_woorden_kies(struct session *s, const char *file, struct smart_woorden *words)
{
    struct buffer content = {0}, path = {0};
    bool fine, standard_input = false;

    buffer_string(&content, smart_ingebouwd);
    fine = smart_woorden_lees(words, &content, "de ingebouwde woorden", &s->diag);
    content.n = 0;
    if (fine && !file)
        fine = from_settings(s, &path, &file);
    if (fine && file)
        fine = edit_read_file(s, file, &standard_input, &content) &&
               smart_woorden_lees(words, &content, file, &s->diag);
    buffer_free(&content);
    buffer_free(&path);
    return fine;
}
