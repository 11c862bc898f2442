/* XML 1.0 in UTF-8, by libxml2's xmlTextWriter. Three of its habits shape this file
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
#include "output/xml.h"
#include "output/clean.h"

#include "base/text.h"
#include <errno.h>

/* The first failure is the one to report; a failed write has put its own there. */
static bool xml_fail(struct xml *x, int error)
{
    if (!x->out->error)
        x->out->error = error;
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
static bool went_well(struct xml *x, int answer)
{
    if (x->heard.error)
        return xml_fail(x, x->heard.error);
    return answer < 0 ? xml_fail(x, ENOMEM) : !x->out->error;
}

static const xmlChar *cleaned(struct xml *x, struct text value)
{
    x->value.n = 0;
    clean_text(&x->value, value, x->terminal);
    buffer_byte(&x->value, '\0');
    return (const xmlChar *)x->value.p;
}

bool xml_begin_element(struct xml *x, const char *name)
{
    return went_well(x, xmlTextWriterStartElement(x->writer, (const xmlChar *)name));
}

bool xml_end_element(struct xml *x)
{
    return went_well(x, xmlTextWriterEndElement(x->writer));
}

bool xml_attribute(struct xml *x, const char *name, struct text value)
{
    return went_well(
        x, xmlTextWriterWriteAttribute(x->writer, (const xmlChar *)name, cleaned(x, value)));
}

bool xml_value(struct xml *x, struct text value)
{
    return !value.n || went_well(x, xmlTextWriterWriteString(x->writer, cleaned(x, value)));
}

static bool make_writer(struct xml *x)
{
    xmlOutputBufferPtr bytes = xmlOutputBufferCreateIO(write_bytes, NULL, x->out, NULL);

    if (!bytes)
        return xml_fail(x, ENOMEM);
    x->writer = xmlNewTextWriter(bytes);
    if (!x->writer) {
        xmlOutputBufferClose(bytes);
        return xml_fail(x, ENOMEM);
    }
    return went_well(x, xmlTextWriterSetIndent(x->writer, 1)) &&
           went_well(x, xmlTextWriterSetIndentString(x->writer, (const xmlChar *)"  "));
}

bool xml_open(struct xml *x, struct out *out)
{
    *x = (struct xml){.out = out, .terminal = out->terminal};
    if (!libxml_memory())
        xml_fail(x, ENOMEM);
    libxml_listen(&x->heard);
    if (!make_writer(x))
        return false;
    /* Without the encoding libxml2 would write each ë in an attribute as a number. */
    return went_well(x, xmlTextWriterStartDocument(x->writer, NULL, "UTF-8", NULL));
}

bool xml_close(struct xml *x)
{
    bool fine = !x->out->error && went_well(x, xmlTextWriterFlush(x->writer));

    if (x->writer)
        xmlFreeTextWriter(x->writer);
    fine = went_well(x, 0) && fine;
    libxml_stop();
    buffer_free(&x->value);
    return fine;
}
