/* Aftercare (Nazorg): when the next moment is, and for whom it still counts. Uiterlijk is always
 * the day of the moment that is open now; a contact moves it on (nazorg_volgende). */
#ifndef GESPREK_DOMAIN_NAZORG_H
#define GESPREK_DOMAIN_NAZORG_H

#include "domain/blad.h"

/* Whether there is still a moment to come or overdue: not gedaan or gestopt, and its Einde is not
 * over at b->today. Of somebody who died only what nazorg_voor_naasten says. */
bool nazorg_loopt(const struct blad *b, struct dossier *d, const struct thing *nazorg);

/* The Client with a day in Overleden; NULL: alive, as far as is known. */
const struct thing *nazorg_overleden(const struct blad *b, struct dossier *d);

/* Whether something was opened or amended after the record that says that the client died (by day,
 * within a day by place): then that was done knowing it, so for the family. True when the client
 * lives. */
bool nazorg_voor_naasten(const struct blad *b, struct dossier *d, const struct thing *t);

/* The day that follows when there was contact on `day`; DATE_NONE: none, it is done.
 *
 * With Herhaal the moments stand at whole intervals from the first Uiterlijk that the present one
 * can be reckoned from, so that the 31st stays the 31st where there is one. A contact is for each
 * moment that it is half an interval or less before, or after; the first other one is next. So an
 * extra call leaves the next moment where it was, and a call that came late does not make for two
 * in a row. Behind the last one before Einde comes Einde itself, to end it together; the contact on
 * that day or later is the last. */
date nazorg_volgende(const struct blad *b, struct dossier *d, const struct thing *nazorg, date day);

/* The day of the moment that is open now; DATE_NONE: there is none any more. Whoever notes a
 * contact with gesprek-nazorg moves Uiterlijk on; a Gesprek that was noted otherwise counts all the
 * same. */
date nazorg_open_dag(const struct blad *b, struct dossier *d, const struct thing *nazorg);

/* The day that the repeats of a moment are counted from: the first Uiterlijk from which whole
 * intervals reach `day`; `day` itself when none does. Only with Herhaal. */
date nazorg_anker(const struct blad *b, struct dossier *d, const struct thing *nazorg, date day);

/* How often the client was not reached since the last Gesprek that is Bij this Nazorg. */
unsigned nazorg_pogingen(const struct blad *b, struct dossier *d, const struct thing *nazorg);

#endif
