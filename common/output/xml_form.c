/* An answer as XML 1.0 in UTF-8. */
#include "output/form.h"
#include "output/xml.h"

#include "base/text.h"
#include <stdlib.h>

struct xml_data {
    struct xml xml;
    const struct head *head;
};

static bool put_cell(struct xml_data *data, const char *name, struct text value)
{
    return xml_begin_element(&data->xml, name) && xml_value(&data->xml, value) &&
           xml_end_element(&data->xml);
}

static bool put_row(struct xml_data *data, const struct text *cells)
{
    const struct head *head = data->head;

    if (!xml_begin_element(&data->xml, head->row_name))
        return false;
    for (size_t i = 0; i < head->column_count; i++)
        if (cells[i].n && !put_cell(data, head->columns[i].name, cells[i]))
            return false;
    return xml_end_element(&data->xml);
}

static bool put_level(struct xml_data *data, int level)
{
    char digit = (char)('0' + (level < 0 || level > 9 ? 0 : level));
    return xml_attribute(&data->xml, "niveau", (struct text){&digit, 1});
}

static const char *element_of(enum block_kind kind)
{
    switch (kind) {
    case BLOCK_HEADING:
        return "kop";
    case BLOCK_PAIR:
        return "gegeven";
    case BLOCK_ITEM:
        return "punt";
    case BLOCK_NOTE:
        return "noot";
    case BLOCK_TEXT:
    case BLOCK_ROOM:
    case BLOCK_PICTURE:
    case BLOCK_ROW:
        break;
    }
    return "alinea";
}

static bool put_block(struct xml_data *data, const struct block *block)
{
    if (block->kind == BLOCK_ROW)
        return put_row(data, block->cells);
    if (block->kind == BLOCK_ROOM || block->kind == BLOCK_PICTURE)
        return true;
    return xml_begin_element(&data->xml, element_of(block->kind)) &&
           (!block->level || put_level(data, block->level)) &&
           (!block->label.n || xml_attribute(&data->xml, "naam", block->label)) &&
           xml_value(&data->xml, block->value) && xml_end_element(&data->xml);
}

static bool put_root(struct xml_data *data)
{
    const struct head *head = data->head;

    if (!xml_begin_element(&data->xml, head->name))
        return false;
    if (head->xml_namespace && !xml_attribute(&data->xml, "xmlns", text_of(head->xml_namespace)))
        return false;
    for (size_t i = 0; i < head->fact_count; i++)
        if (head->facts[i].value.n &&
            !xml_attribute(&data->xml, head->facts[i].name, head->facts[i].value))
            return false;
    return true;
}

static bool xml_begin(void **into, struct out *out, const struct head *head)
{
    struct xml_data *data = mem_take(sizeof *data);

    *into = data;
    data->head = head;
    return xml_open(&data->xml, out) && put_root(data);
}

static bool xml_blocks(void *from, const struct document *document)
{
    struct xml_data *data = from;

    if (data->xml.out->error)
        return false;
    for (size_t i = 0; i < document->count; i++)
        if (!put_block(data, &document->blocks[i]))
            return false;
    return true;
}

static bool xml_end(void *from, bool complete)
{
    struct xml_data *data = from;
    bool fine = !data->xml.out->error;

    if (fine && complete)
        fine = xml_end_element(&data->xml);
    fine = xml_close(&data->xml) && fine;
    free(data);
    return fine;
}

const struct form form_xml = {"xml", xml_begin, xml_blocks, xml_end};
