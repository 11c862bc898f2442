/* The configuration: recfile records of type Instelling, in $GESPREK_CONFIG, else
 * $XDG_CONFIG_HOME/gesprek/gesprek.rec
 * (~/.config when that is not set), else /etc/gesprek/gesprek.rec. The first that exists is the
 * one. */
#ifndef GESPREK_JOURNAL_CONFIG_H
#define GESPREK_JOURNAL_CONFIG_H

#include "base/diag.h"

/* Appends the first value of a field of the configuration, such as Door. False when there is none;
 * a configuration that exists and cannot be read is said in diag (status 4), one that is no recfile
 * too (status 3). */
bool config_value(const char *name, struct buffer *into, struct diag *diag);

/* Appends all values of a field, each with a newline behind it. False: said, as above; none is no
 * failure. */
bool config_values(const char *name, struct buffer *into, struct diag *diag);

#endif
