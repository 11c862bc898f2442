#include "journal/csv_value.h"
#include "base/text.h"

struct text csv_plain(struct arena *arena, struct text word)
{
    char *plain = arena_take(arena, word.n);

    for (size_t i = 0; i < word.n; i++) {
        char c = word.p[i];
        plain[i] = c == ' ' || c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    return (struct text){plain, word.n};
}

bool csv_day(struct text cell, struct csv_day *d)
{
    bool is_iso = date_parse((struct text){cell.p, cell.n < 10 ? cell.n : 10}) != DATE_NONE;
    int year, month, day;

    d->minutes = 0;
    d->day = date_parse_local(cell);
    if (d->day == DATE_NONE && !date_parse_local_moment(cell, &d->day, &d->minutes))
        return false;
    date_split(d->day, &year, &month, &day);
    d->doubt = !is_iso && day <= 12 && day != month;
    return true;
}

/* What is in the exports of forms and spreadsheets, in Dutch and in English. Not `x`, `aan` or
 * `ok`: there the form decides what it means. */
static const char *yes_or_no(struct text word)
{
    static const char *const yes[] = {"ja", "j", "yes", "true", "waar", "1", NULL};
    static const char *const no[] = {"nee", "neen", "n", "no", "false", "onwaar", "0", NULL};

    for (size_t i = 0; yes[i]; i++)
        if (text_is_string(word, yes[i]))
            return "ja";
    for (size_t i = 0; no[i]; i++)
        if (text_is_string(word, no[i]))
            return "nee";
    return NULL;
}

struct text csv_word(const struct field *field, struct text cell, struct arena *arena)
{
    const char *word;

    if (field->kind == KIND_YESNO) {
        word = yes_or_no(csv_plain(arena, cell));
        return word ? text_of(word) : cell;
    }
    if (field->kind == KIND_CHOICE && !schema_value_good(field, cell)) {
        struct text plain = csv_plain(arena, cell);
        return schema_value_good(field, plain) ? plain : cell;
    }
    return cell;
}
