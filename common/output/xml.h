/* What the forms in XML share: one document, written by libxml2 (xml.c says how it is kept in
 * hand). For xml_form.c and xml_tree.c alone. */
#ifndef GESPREK_OUTPUT_XML_H
#define GESPREK_OUTPUT_XML_H

#include "base/io.h"
#include "output/libxml.h"

#include <libxml/xmlwriter.h>

/* Fill in with {0}. It must stay where it is between xml_open and xml_close: libxml2 knows it. */
struct xml {
    struct out *out;
    bool terminal;
    xmlTextWriterPtr writer;
    struct libxml_heard heard;
    struct buffer value; /* a value, cleaned, with a NUL behind it */
};

/* Each returns false when it could not go on, with the reason in out->error. xml_close must follow
 * xml_open, also when that failed: it flushes and frees, and closes no element. An attribute comes
 * before what lies within its element. One document at a time: libxml2 has one place for who hears
 * its messages. */
bool xml_open(struct xml *x, struct out *out);
bool xml_begin_element(struct xml *x, const char *name);
bool xml_end_element(struct xml *x);
bool xml_attribute(struct xml *x, const char *name, struct text value);
bool xml_value(struct xml *x, struct text value);
bool xml_close(struct xml *x);

#endif
