#include "output/xml_check.h"
#include "output/libxml.h"

#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <limits.h>

/* Nothing from elsewhere: no entity, no file, no network. A document of our own has no DTD, and one
 * that has is not read further. */
enum { READ_OPTIONS = XML_PARSE_NONET | XML_PARSE_COMPACT };

static bool is_ours(xmlTextReaderPtr reader)
{
    int more;

    while ((more = xmlTextReaderRead(reader)) == 1)
        if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_DOCUMENT_TYPE)
            return false;
    return more == 0 && xmlTextReaderIsValid(reader) == 1;
}

static bool reads_well(struct text answer, xmlSchemaValidCtxtPtr rules)
{
    xmlTextReaderPtr reader =
        xmlReaderForMemory(answer.p, (int)answer.n, NULL, "UTF-8", READ_OPTIONS);
    bool fine = reader && xmlTextReaderSchemaValidateCtxt(reader, rules, 0) == 0 && is_ours(reader);

    xmlFreeTextReader(reader);
    return fine;
}

static bool holds_to(struct text answer, struct text schema)
{
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewMemParserCtxt(schema.p, (int)schema.n);
    xmlSchemaPtr meaning = parser ? xmlSchemaParse(parser) : NULL;
    xmlSchemaValidCtxtPtr rules = meaning ? xmlSchemaNewValidCtxt(meaning) : NULL;
    bool fine = rules && reads_well(answer, rules);

    xmlSchemaFreeValidCtxt(rules);
    xmlSchemaFree(meaning);
    xmlSchemaFreeParserCtxt(parser);
    return fine;
}

bool xml_check(struct text answer, struct text schema, struct diag *diag)
{
    struct libxml_heard heard;
    bool fine = libxml_memory() && answer.n && answer.n < INT_MAX && schema.n < INT_MAX;

    libxml_listen(&heard);
    fine = fine && holds_to(answer, schema);
    libxml_stop();
    if (fine && !heard.error)
        return true;
    diag_say(diag, SEVERITY_ERROR, STATUS_SYSTEM, "xml-ongeldig",
             "het antwoord in XML klopt niet met zijn schema (regel %d, libxml2 %d). Er is niets "
             "geschreven. Het ligt niet aan u: meld dit aan wie Gesprek maakt. In een andere vorm "
             "dan xml kunt u het antwoord wel krijgen",
             heard.line, heard.code);
    return false;
}

bool xml_check_held(struct out *out, struct text schema, struct diag *diag)
{
    bool fine = xml_check(buffer_view(&out->pending), schema, diag);

    if (!fine)
        out->pending.n = 0;
    return fine;
}
