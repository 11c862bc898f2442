/* What a record itself says is still to be done, and on which day: an appointment, the Uiterlijk of
 * a step, the next moment of aftercare. The caseload's next day and the agenda both ask here, so
 * that they never disagree on what is open. */
#ifndef GESPREK_DOMAIN_GEPLAND_H
#define GESPREK_DOMAIN_GEPLAND_H

#include "domain/stand.h"

enum gepland_wat {
    GEPLAND_NAZORG,        /* Nazorg.Uiterlijk, repeated by Herhaal until Einde */
    GEPLAND_AFSPRAAK,      /* Afspraak.Wanneer */
    GEPLAND_STAP,          /* Stap.Uiterlijk */
    GEPLAND_EVALUEREN,     /* Doel.Evalueren_op */
    GEPLAND_DOEL,          /* Doel.Uiterlijk */
    GEPLAND_DOEL_TERUG,    /* Doel.Terugkomen_op */
    GEPLAND_DOMEIN,        /* Domein.Geparkeerd_tot */
    GEPLAND_RECHT,         /* Recht.Uiterlijk */
    GEPLAND_VERWIJS_TERUG, /* Verwijzing.Terugkomen_op */
    GEPLAND_TERUGBELLEN    /* Informatievraag.Terugbellen_op */
};

struct gepland {
    enum gepland_wat wat;
    date day; /* never DATE_NONE; may be past */
};

/* All that the thing (opened, not withdrawn) still has to come or overdue: at most GEPLAND_MOST.
 * Aftercare is not given any more once its Einde is past. */
enum { GEPLAND_MOST = 3 };
size_t gepland_van(struct dossier *d, const struct stand_names *names, const struct thing *t,
                   date today, struct gepland into[GEPLAND_MOST]);

/* Whether it still counts where the dossier stands. After the Afsluiting that ends the traject what
 * belonged to that traject is over; there remain aftercare and what is Bij it, questions by others,
 * what was opened since, and a day behind the closing on which the client was promised to be seen
 * or asked again. After a death there remains only aftercare for those who stay behind
 * (gepland_voor_naasten) and the appointments that are Bij it. */
bool gepland_telt(struct dossier *d, const struct stand_names *names, const struct stand *stand,
                  const struct thing *t, const struct gepland *g);

/* Whether a Nazorg was opened or amended behind the record that says that the client died: whoever
 * did so knew it, so it is for the family. True when the client lives (NULL). The schema has no
 * field for it, and needs none: aftercare that was planned before, and left so, is for somebody who
 * is no more. */
bool gepland_voor_naasten(struct dossier *d, const struct stand_names *names,
                          const struct thing *overleden, const struct thing *nazorg);

/* The last record of the thing that gives the field a value, by Op, then by place; NULL: none. */
const struct record *gepland_gever(const struct dossier *d, const struct thing *t, name_id name);

/* Whether a record comes behind another: by Op, then by place. */
bool gepland_later(const struct record *a, const struct record *b);

/* The first time from `today` on; DATE_NONE: it is past, and does not come back. Months are counted
 * from the first time, so that the 31st stays the 31st where there is one. */
date gepland_vanaf(struct dossier *d, const struct stand_names *names, const struct thing *t,
                   const struct gepland *g, date today);

/* The day in a field that holds a day or a civil moment; DATE_NONE: none. */
date gepland_dag(struct dossier *d, const struct thing *t, name_id name);

#endif
