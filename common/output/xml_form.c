/* An answer as XML 1.0 in UTF-8, by libxml2's xmlTextWriter. Three of its habits shape this file
 * and libxml.c.
 *
 * It writes characters that no XML parser accepts, without a word: every value goes through
 * clean_text first.
 *
 * Some functions go on after an allocation failed: xmlTextWriterStartElement does not look at what
 * xmlListPushFront says, xmlTextWriterWriteString takes a failed xmlEncodeSpecialChars for an empty
 * string, and from 2.13 on not every such failure is reported at all. A caller cannot be sure to
 * see it, so libxml2 is given our allocator, which never returns NULL (mem.h).
 *
 * It prints its messages itself unless told not to. Whatever it would say means that the document
 * cannot be trusted. */
#include "output/clean.h"
#include "output/form.h"
#include "output/libxml.h"

#include "base/text.h"
#include <errno.h>
#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>

struct xml_data {
    struct out *out;
    const struct head *head;
    bool terminal;
    xmlTextWriterPtr writer;
    struct libxml_heard heard;
    struct buffer value; /* a value, cleaned, with a NUL behind it */
};

/* The first failure is the one to report; a failed write has put its own there. */
static bool xml_fail(struct xml_data *data, int error)
{
    if (!data->out->error)
        data->out->error = error;
    return false;
}

static int write_bytes(void *context, const char *bytes, int n)
{
    struct out *out = context;

    out_put(out, bytes, (size_t)n);
    return out->error ? -1 : n;
}

/* Every answer of libxml2 passes here: below zero is a failure, and so is a message heard
 * meanwhile. */
static bool went_well(struct xml_data *data, int answer)
{
    if (data->heard.error)
        return xml_fail(data, data->heard.error);
    return answer < 0 ? xml_fail(data, ENOMEM) : !data->out->error;
}

static const xmlChar *cleaned(struct xml_data *data, struct text value)
{
    data->value.n = 0;
    clean_text(&data->value, value, data->terminal);
    buffer_byte(&data->value, '\0');
    return (const xmlChar *)data->value.p;
}

static bool open_element(struct xml_data *data, const char *name)
{
    return went_well(data, xmlTextWriterStartElement(data->writer, (const xmlChar *)name));
}

static bool close_element(struct xml_data *data)
{
    return went_well(data, xmlTextWriterEndElement(data->writer));
}

static bool put_attribute(struct xml_data *data, const char *name, struct text value)
{
    return went_well(data, xmlTextWriterWriteAttribute(data->writer, (const xmlChar *)name,
                                                       cleaned(data, value)));
}

static bool put_value(struct xml_data *data, struct text value)
{
    return !value.n ||
           went_well(data, xmlTextWriterWriteString(data->writer, cleaned(data, value)));
}

static bool put_cell(struct xml_data *data, const char *name, struct text value)
{
    return open_element(data, name) && put_value(data, value) && close_element(data);
}

static bool put_row(struct xml_data *data, const struct text *cells)
{
    const struct head *head = data->head;

    if (!open_element(data, head->row_name))
        return false;
    for (size_t i = 0; i < head->column_count; i++)
        if (cells[i].n && !put_cell(data, head->columns[i].name, cells[i]))
            return false;
    return close_element(data);
}

static bool put_level(struct xml_data *data, int level)
{
    char digit = (char)('0' + (level < 0 || level > 9 ? 0 : level));
    return put_attribute(data, "niveau", (struct text){&digit, 1});
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
    return open_element(data, element_of(block->kind)) &&
           (!block->level || put_level(data, block->level)) &&
           (!block->label.n || put_attribute(data, "naam", block->label)) &&
           put_value(data, block->value) && close_element(data);
}

static bool put_root(struct xml_data *data)
{
    const struct head *head = data->head;

    if (!open_element(data, head->name))
        return false;
    if (head->xml_namespace && !put_attribute(data, "xmlns", text_of(head->xml_namespace)))
        return false;
    for (size_t i = 0; i < head->fact_count; i++)
        if (head->facts[i].value.n &&
            !put_attribute(data, head->facts[i].name, head->facts[i].value))
            return false;
    return true;
}

static bool make_writer(struct xml_data *data)
{
    xmlOutputBufferPtr bytes = xmlOutputBufferCreateIO(write_bytes, NULL, data->out, NULL);

    if (!bytes)
        return xml_fail(data, ENOMEM);
    data->writer = xmlNewTextWriter(bytes);
    if (!data->writer) {
        xmlOutputBufferClose(bytes);
        return xml_fail(data, ENOMEM);
    }
    return went_well(data, xmlTextWriterSetIndent(data->writer, 1)) &&
           went_well(data, xmlTextWriterSetIndentString(data->writer, (const xmlChar *)"  "));
}

static bool xml_begin(void **into, struct out *out, const struct head *head)
{
    struct xml_data *data = mem_take(sizeof *data);

    *data = (struct xml_data){.out = out, .head = head, .terminal = out->terminal};
    *into = data;
    if (!libxml_memory())
        xml_fail(data, ENOMEM);
    libxml_listen(&data->heard);
    if (!make_writer(data))
        return false;
    /* Without the encoding libxml2 would write each ë in an attribute as a number. */
    return went_well(data, xmlTextWriterStartDocument(data->writer, NULL, "UTF-8", NULL)) &&
           put_root(data);
}

static bool xml_blocks(void *from, const struct document *document)
{
    struct xml_data *data = from;

    if (data->out->error)
        return false;
    for (size_t i = 0; i < document->count; i++)
        if (!put_block(data, &document->blocks[i]))
            return false;
    return true;
}

static bool xml_end(void *from, bool complete)
{
    struct xml_data *data = from;
    bool fine = !data->out->error;

    if (fine && complete)
        fine = close_element(data);
    if (fine)
        fine = went_well(data, xmlTextWriterFlush(data->writer));
    if (data->writer)
        xmlFreeTextWriter(data->writer);
    fine = went_well(data, 0) && fine;
    libxml_stop();
    buffer_free(&data->value);
    free(data);
    return fine;
}

const struct form form_xml = {"xml", xml_begin, xml_blocks, xml_end};
