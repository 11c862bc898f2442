/* What schema/rapport.xsd says, built in: an answer in XML is held against it before it is written
 * (output/xml_check.h). The Makefile makes it. */
#ifndef GESPREK_DOMAIN_RAPPORT_SCHEMA_H
#define GESPREK_DOMAIN_RAPPORT_SCHEMA_H

extern const char rapport_xsd[];

#endif
