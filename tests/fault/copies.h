/* For sweep.c: the private copies that gesprek-bewerk makes for an editor, `.FILE.bewerk-*`, each a
 * directory with the text in it. Everything is static. */
#ifndef COPIES_H
#define COPIES_H

#include "run.h"

/* The number of the FILE that a private copy is of, or the number of FILEs. */
static size_t copied_by(const struct files *f, const char *name)
{
    const char *mark = strstr(name, ".bewerk-");
    char of[NAME_MAX + 1];

    if (name[0] != '.' || !mark || mark == name)
        return f->count;
    snprintf(of, sizeof of, "%.*s", (int)(mark - name - 1), name + 1);
    return index_of(f, of);
}

/* What is in one copy: other names than the text's own and its temporary one, or other bytes, are
 * wrong. *idle: not the new text. */
static const char *judge_copy(const struct sweep *s, const char *name, size_t of, bool *idle)
{
    const struct files *f = &s->files;
    const struct bytes *new = s->copied.exists ? &s->copied : &f->after[of];
    char path[PATH_MAX + NAME_MAX + 2], temporary[NAME_MAX + 1];
    const char *wrong = NULL;
    struct bytes text;
    struct dirent *e;
    DIR *dir;

    snprintf(path, sizeof path, "%s/%s", s->scratch, name);
    snprintf(temporary, sizeof temporary, ".%.200s.tmp", f->names[of]);
    if (!(dir = opendir(path)))
        return "a copy is no directory";
    while ((e = readdir(dir)))
        if (!is_dots(e->d_name) && strcmp(e->d_name, f->names[of]) && strcmp(e->d_name, temporary))
            wrong = "a file in a copy that nobody asked for";
    text = read_at(dirfd(dir), f->names[of]);
    *idle = !text.exists || !same(&text, new);
    if (text.exists && *idle && !same(&text, &f->before[of]))
        wrong = "a copy is neither old nor new";
    if (text.exists && text.mode & 077)
        wrong = "a copy that others can read";
    free(text.p);
    closedir(dir);
    return wrong;
}

static const char *judge_copies(const struct sweep *s, bool *any, bool *idle)
{
    DIR *dir = opendir(s->scratch);
    const char *wrong = NULL;
    struct dirent *e;

    *any = *idle = false;
    while (dir && (e = readdir(dir))) {
        size_t of = copied_by(&s->files, e->d_name);
        bool this_idle = false;
        const char *this_wrong =
            of < s->files.count ? judge_copy(s, e->d_name, of, &this_idle) : NULL;
        wrong = this_wrong ? this_wrong : wrong;
        *any = *any || of < s->files.count;
        *idle = *idle || this_idle;
    }
    if (dir)
        closedir(dir);
    return wrong;
}

/* What a clean run leaves in a private copy. */
static struct bytes read_copied(const struct sweep *s)
{
    DIR *dir = opendir(s->scratch);
    struct bytes text = {0};
    struct dirent *e;
    char path[PATH_MAX + 2 * NAME_MAX + 3];

    while (dir && (e = readdir(dir))) {
        size_t of = copied_by(&s->files, e->d_name);
        if (of == s->files.count)
            continue;
        snprintf(path, sizeof path, "%s/%s/%s", s->scratch, e->d_name, s->files.names[of]);
        text = read_at(AT_FDCWD, path);
    }
    if (dir)
        closedir(dir);
    return text;
}

#endif
