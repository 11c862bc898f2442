/* replay xml|bytes DRAWING TIMES DIRECTORY: writes a drawing again without thinking, as many times
 * as there are dossiers, each in a file of its own: xml through the writer of libxml2, call for
 * call; bytes as they are. What gesprek-ecogram does more is reading and thinking. */
#include "base/mem.h"
#include "base/text.h"
#include "journal/store.h"

#include <libxml/parser.h>
#include <libxml/xmlwriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TO_XML(s) ((const xmlChar *)(s))

enum call_kind { CALL_START, CALL_ATTRIBUTE, CALL_TEXT, CALL_END };

struct call {
    enum call_kind kind;
    const xmlChar *name, *value;
};

struct calls {
    struct call *list;
    size_t count, capacity;
};

static _Noreturn void die(const char *what)
{
    fprintf(stderr, "replay: %s\n", what);
    exit(4);
}

static void add(struct calls *c, enum call_kind kind, const xmlChar *name, const xmlChar *value)
{
    mem_grow(&c->list, &c->capacity, c->count + 1, sizeof *c->list);
    c->list[c->count++] = (struct call){kind, name, value};
}

/* The calls that made the element; strings live as long as the document. */
static void take_element(struct calls *c, xmlDocPtr xml, xmlNodePtr node)
{
    if (node->type == XML_TEXT_NODE) {
        add(c, CALL_TEXT, NULL, node->content);
        return;
    }
    add(c, CALL_START, node->name, NULL);
    if (node->nsDef)
        add(c, CALL_ATTRIBUTE, TO_XML("xmlns"), node->nsDef->href);
    for (xmlAttrPtr a = node->properties; a; a = a->next)
        add(c, CALL_ATTRIBUTE, a->name, xmlNodeListGetString(xml, a->children, 1));
    for (xmlNodePtr child = node->children; child; child = child->next)
        take_element(c, xml, child);
    add(c, CALL_END, NULL, NULL);
}

static void write_xml(const struct calls *c, xmlBufferPtr into)
{
    xmlTextWriterPtr w = xmlNewTextWriterMemory(into, 0);

    xmlTextWriterStartDocument(w, NULL, "UTF-8", NULL);
    for (size_t i = 0; i < c->count; i++) {
        const struct call *call = &c->list[i];
        if (call->kind == CALL_START)
            xmlTextWriterStartElement(w, call->name);
        else if (call->kind == CALL_ATTRIBUTE)
            xmlTextWriterWriteAttribute(w, call->name, call->value);
        else if (call->kind == CALL_TEXT)
            xmlTextWriterWriteString(w, call->value);
        else
            xmlTextWriterEndElement(w);
    }
    xmlTextWriterEndDocument(w);
    xmlFreeTextWriter(w);
}

static void save(const char *directory, long number, struct text content)
{
    struct buffer path = {0};
    struct diag diag;

    diag_start(&diag);
    buffer_format(&path, "%s/%ld.svg", directory, number);
    buffer_byte(&path, '\0');
    if (!store_write_answer(path.p, content, &diag))
        die("writing failed");
    buffer_free(&path);
}

static struct buffer read_file(const char *name)
{
    struct buffer b = {0};
    FILE *file = fopen(name, "rb");
    int c;

    if (!file)
        die("the drawing cannot be read");
    while ((c = getc(file)) != EOF)
        buffer_byte(&b, (char)c);
    fclose(file);
    return b;
}

int main(int argc, char **argv)
{
    struct calls calls = {0};
    struct buffer drawing;
    xmlDocPtr xml;
    xmlBufferPtr into = xmlBufferCreate();
    long times;

    if (argc != 5)
        die("replay xml|bytes DRAWING TIMES DIRECTORY");
    drawing = read_file(argv[2]);
    xml = xmlReadMemory(drawing.p, (int)drawing.n, NULL, NULL, XML_PARSE_NONET);
    if (!xml)
        die("the drawing is no XML");
    take_element(&calls, xml, xmlDocGetRootElement(xml));
    times = strtol(argv[3], NULL, 10);
    for (long i = 0; i < times; i++) {
        struct text content = buffer_view(&drawing);
        if (!strcmp(argv[1], "xml")) {
            xmlBufferEmpty(into);
            write_xml(&calls, into);
            content =
                (struct text){(const char *)xmlBufferContent(into), (size_t)xmlBufferLength(into)};
        }
        save(argv[4], i, content);
    }
    return 0;
}
