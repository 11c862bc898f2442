/* Our XML against our own schema, before anybody gets it: valid, or not written. */
#ifndef GESPREK_OUTPUT_XML_CHECK_H
#define GESPREK_OUTPUT_XML_CHECK_H

#include "base/diag.h"
#include "base/io.h"

/* True when `answer` is XML in which everything is as `schema`, an XSD, says. False: said in diag,
 * with the line in the answer and libxml2's number for what is wrong, and no value of it (code
 * `xml-ongeldig`, status 4: it is our mistake, not that of who asked). The answer is read once, in
 * little memory; for a schema with identity constraints (xs:unique) time grows with the square of
 * its rows. */
bool xml_check(struct text answer, struct text schema, struct diag *diag);

/* The same for what an output holds (`hold` is set): when it is false, nothing is held any more, so
 * that nothing is written. */
bool xml_check_held(struct out *out, struct text schema, struct diag *diag);

#endif
