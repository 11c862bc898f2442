#include "domain/herinner_post.h"

#include "base/text.h"
#include "journal/config.h"

#include <stdlib.h>
#include <string.h>

/* ---- addresses ---- */

bool herinner_post_read(struct herinner_post *post, struct diag *diag)
{
    unsigned errors = diag->errors;
    size_t lines;

    *post = (struct herinner_post){0};
    if (!config_values("Begeleider_mail", &post->text, diag))
        return false;
    lines = post->text.n;
    config_value("Mail_van", &post->text, diag);
    post->addresses = (struct text){post->text.p, lines};
    post->from = (struct text){post->text.p + lines, post->text.n - lines};
    return diag->errors == errors;
}

void herinner_post_free(struct herinner_post *post)
{
    buffer_free(&post->text);
}

/* `m.devries m.devries@wijkteam.example`: the address is the last word. */
static bool split(struct text line, struct text *name, struct text *address)
{
    size_t at;

    line = text_trim(line);
    for (at = line.n; at > 0 && line.p[at - 1] != ' ' && line.p[at - 1] != '\t';)
        at--;
    *address = (struct text){line.p + at, line.n - at};
    *name = text_trim((struct text){line.p, at});
    return name->n && address->n;
}

struct text herinner_adres(const struct herinner_post *post, struct text begeleider)
{
    struct text rest = post->addresses, line, name, address, others = {"", 0};

    while (text_next_line(&rest, &line)) {
        if (!split(line, &name, &address))
            continue;
        if (consent_same_name(name, begeleider))
            return address;
        if (text_is_string(name, "*"))
            others = address;
    }
    return begeleider.n && memchr(begeleider.p, '@', begeleider.n) ? begeleider : others;
}

/* ---- the message ---- */

void herinner_onderwerp(const struct herinner *h, size_t from, size_t to, struct buffer *subject)
{
    size_t count = 0;

    for (size_t i = from; i < to; i++)
        count += !h->list[i].said;
    buffer_format(subject, "Gesprek: %zu %s", count, count == 1 ? "herinnering" : "herinneringen");
}

/* What stands behind the last @ of an address. */
static struct text domain_of(struct text address)
{
    size_t at = address.n, end = address.n;

    while (end && address.p[end - 1] == '>')
        end--;
    for (at = end; at > 0 && address.p[at - 1] != '@';)
        at--;
    return at && at < end ? (struct text){address.p + at, end - at} : TEXT("gesprek");
}

static void put_day(struct buffer *b, date day)
{
    char written[11];

    buffer_format(b, " %s\n", date_write(day, written));
}

void herinner_kenmerk(const struct herinner *h, const struct verstuurd *sent, size_t from,
                      size_t to, struct text address, struct buffer *id)
{
    struct buffer all = {0}, name = {0};

    buffer_text(&all, address);
    for (size_t i = from; i < to; i++) {
        if (h->list[i].said)
            continue;
        name.n = 0;
        herinner_naam(h, i, &name);
        buffer_text(&all, buffer_view(&name));
        put_day(&all, sent ? verstuurd_laatst(sent, buffer_view(&name)) : h->wensen.today);
    }
    buffer_format(id, "%016llx@", (unsigned long long)text_hash(buffer_view(&all)));
    buffer_text(id, domain_of(address));
    buffer_free(&all);
    buffer_free(&name);
}

/* ---- what was sent ---- */

static char *directory_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *name = text_string(slash ? (struct text){path, (size_t)(slash - path) + 1} : TEXT("."));
    char *real = realpath(name, NULL);

    free(name);
    return real;
}

/* What is not there holds nothing. */
static bool is_below(const char *path, const char *directory)
{
    char *real = realpath(directory, NULL);
    size_t n = real ? strlen(real) : 0;
    bool below = real && !strncmp(path, real, n) && (path[n] == '/' || !path[n] || n == 1);

    free(real);
    return below;
}

bool herinner_staat_buiten(const char *state, char *const *directories, size_t count)
{
    char *own = directory_of(state);
    bool outside = true;

    for (size_t i = 0; own && i < count; i++)
        outside = outside && !is_below(own, directories[i]);
    free(own);
    return outside;
}

void herinner_sla_over(struct herinner *h, const struct verstuurd *sent)
{
    struct buffer name = {0};

    for (size_t i = 0; i < h->count; i++) {
        name.n = 0;
        herinner_naam(h, i, &name);
        h->list[i].said =
            !verstuurd_moet(sent, buffer_view(&name), h->list[i].day, h->wensen.today);
    }
    buffer_free(&name);
}

void herinner_onthoud(const struct herinner *h, struct verstuurd *sent, size_t from, size_t to)
{
    struct buffer name = {0};

    for (size_t i = from; i < to; i++) {
        if (h->list[i].said)
            continue;
        name.n = 0;
        herinner_naam(h, i, &name);
        verstuurd_noteer(sent, buffer_view(&name), h->list[i].day, h->wensen.today);
    }
    buffer_free(&name);
}
