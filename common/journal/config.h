/* The configuration: recfile records of type Instelling, in $GESPREK_CONFIG, else
 * $XDG_CONFIG_HOME/gesprek/gesprek.rec
 * (~/.config when that is not set), else /etc/gesprek/gesprek.rec. The first that exists is the
 * one. */
#ifndef GESPREK_JOURNAL_CONFIG_H
#define GESPREK_JOURNAL_CONFIG_H

#include "base/diag.h"
#include "journal/schema.h"

/* Appends the first Door of the configuration. False when there is none; a configuration that
 * exists and cannot be read is said in diag (status 4), one that is no recfile too (status 3). */
bool config_by(const struct schema *schema, struct buffer *into, struct diag *diag);

#endif
