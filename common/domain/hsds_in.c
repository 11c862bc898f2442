/* From tables to the kaart: the files, and what is there already. */
#include "base/text.h"
#include "domain/hsds_in_inside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- items ---- */

static uint64_t id_hash(struct hsds_in *in, struct text table, struct text id)
{
    in->hash.n = 0;
    buffer_text(&in->hash, table);
    buffer_byte(&in->hash, '\n');
    buffer_text(&in->hash, id);
    return text_hash(buffer_view(&in->hash));
}

struct hsds_item *hsds_find(struct hsds_in *in, struct text table, struct text id)
{
    const uint32_t *at = id.n ? lookup_find(&in->ids, id_hash(in, table, id)) : NULL;

    return at ? &in->items[*at] : NULL;
}

struct hsds_item *hsds_add(struct hsds_in *in, struct text table, struct text id, const char *type)
{
    struct hsds_item *item;

    mem_grow(&in->items, &in->capacity, in->count + 1, sizeof *in->items);
    lookup_put(&in->ids, id_hash(in, table, id), (uint32_t)in->count);
    item = &in->items[in->count++];
    *item = (struct hsds_item){.type = schema_type(in->k->schema, text_of(type)), .id = id};
    return item;
}

/* ---- files ---- */

/* A column's name stands in a Kolom before a blank. */
static bool take_head(struct hsds_in *in, const struct csv_row *head)
{
    in->columns = arena_take(&in->arena, (head->count + 1) * sizeof *in->columns);
    in->column_count = head->count;
    for (size_t i = 0; i < head->count; i++) {
        struct text name = text_trim(head->cells[i].value);
        bool fine = name.n > 0;
        for (size_t b = 0; b < name.n; b++)
            fine = fine && (unsigned char)name.p[b] > ' ' && (unsigned char)name.p[b] < 0x7f;
        for (size_t other = 0; other < i; other++)
            if (text_is(in->columns[other], name))
                return hsds_fail(in, &head->cells[i], 0, "kolom-dubbel",
                                 "deze kolom staat er twee keer. Laat er een weg");
        if (!fine)
            return hsds_fail(in, &head->cells[i], 0, "kolom-onbekend",
                             "dit is geen naam van een kolom: gebruik letters, cijfers en _");
        in->columns[i] = arena_text(&in->arena, name);
    }
    return true;
}

static bool read_file(struct hsds_in *in, int fd)
{
    struct csv_reader *csv = csv_open(fd, in->path, in->diag);
    unsigned errors = in->diag->errors;
    struct csv_row row;

    if (csv && csv_next(csv, &row) && take_head(in, &row))
        while (csv_next(csv, &row) && hsds_take_row(in, &row))
            ;
    csv_close(csv);
    return in->diag->errors == errors;
}

static bool say_system(struct hsds_in *in, const char *path)
{
    diag_at(in->diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, "bestand",
            "dit kan niet gelezen worden: %s", diag_errno(errno));
    return false;
}

static bool read_named(struct hsds_in *in, const char *directory, const char *name)
{
    struct buffer path = {0};
    bool fine;
    int fd;

    buffer_format(&path, "%s/%s", directory, name);
    in->path = arena_string(&in->arena, buffer_view(&path));
    in->table = arena_text(&in->arena, (struct text){name, strlen(name) - strlen(".csv")});
    buffer_free(&path);
    fd = open(in->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return say_system(in, in->path);
    fine = read_file(in, fd);
    close(fd);
    return fine;
}

static bool is_csv(const char *name)
{
    size_t n = strlen(name);

    return *name != '.' && n > 4 && !strcmp(name + n - 4, ".csv");
}

/* Organisations before what belongs to them, and records before their values. */
static int rank_of(const char *name)
{
    static const char *const first[] = {"organizations.csv", "services.csv", "contacts.csv"};
    int rank = 0;

    while (rank < 3 && strcmp(name, first[rank]) != 0)
        rank++;
    return rank;
}

static int by_rank(const void *a, const void *b)
{
    const char *left = *(const char *const *)a, *right = *(const char *const *)b;
    int difference = rank_of(left) - rank_of(right);

    return difference ? difference : strcmp(left, right);
}

bool hsds_in_read(struct hsds_in *in, const char *directory)
{
    DIR *dir = opendir(directory);
    const struct dirent *entry;
    const char **names = NULL;
    size_t count = 0, capacity = 0;
    bool fine = dir != NULL;

    if (!dir)
        return say_system(in, directory);
    for (errno = 0; (entry = readdir(dir));)
        if (is_csv(entry->d_name)) {
            mem_grow(&names, &capacity, count + 1, sizeof *names);
            names[count++] = arena_string(&in->arena, text_of(entry->d_name));
        }
    if (errno)
        fine = say_system(in, directory);
    closedir(dir);
    if (count)
        qsort(names, count, sizeof *names, by_rank);
    for (size_t i = 0; i < count; i++)
        fine = read_named(in, directory, names[i]) && fine;
    free(names);
    if (fine && !count) {
        diag_at(in->diag, SEVERITY_ERROR, STATUS_DATA, (struct place){directory, 0, 0}, "leeg",
                "in deze map staat geen bestand dat op .csv eindigt. Er is niets gewijzigd");
        return false;
    }
    return fine;
}

/* ---- what is there already ---- */

static struct text kept_id(struct hsds_in *in, const struct kaart_item *row)
{
    struct buffer all = {0};
    struct text kolom, column, value, id = {"", 0};

    for (size_t at = 0; kaart_next(row, "Kolom", &at, &kolom);) {
        hsds_split(kolom, &column, &value);
        if (text_is_string(column, "id"))
            id = value;
        buffer_text(&all, kolom);
        buffer_byte(&all, '\n');
    }
    if (!id.n)
        id = arena_text(&in->arena, buffer_view(&all));
    buffer_free(&all);
    return id;
}

static void note(struct hsds_in *in, const struct kaart_item *old)
{
    struct text id = kaart_value(old, "Hsds"), table = {"", 0};
    struct hsds_item *item;

    if (old->soort <= KAART_CONTACT)
        table = text_of(hsds_records[old->soort].table);
    else if (old->soort == KAART_CONVENANT)
        table = text_of(hsds_agreement);
    else if (old->soort == KAART_RIJ) {
        table = kaart_value(old, "Tabel");
        id = kept_id(in, old);
    }
    item = hsds_add(in, table, id.n ? id : old->record.key, "Tabelrij");
    item->old = old;
    item->type = old->record.type;
    item->key = old->record.key;
}

struct hsds_in *hsds_in_open(const struct kaart *kaart, struct diag *diag)
{
    struct hsds_in *in = mem_take(sizeof *in);

    *in = (struct hsds_in){.k = kaart, .diag = diag};
    for (size_t i = 0; i < kaart->count; i++)
        note(in, &kaart->items[i]);
    return in;
}

void hsds_in_close(struct hsds_in *in)
{
    for (size_t i = 0; i < in->count; i++)
        free(in->items[i].values);
    free(in->items);
    lookup_free(&in->ids);
    lookup_free(&in->sleutels.taken);
    lookup_free(&in->sleutels.last);
    arena_free(&in->arena);
    buffer_free(&in->hash);
    free(in);
}
