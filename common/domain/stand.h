/* Where a dossier stands: what the reports and the stand van zaken both say of it, worked out in
 * one place. "Last" goes by Op, then by place (SCHEMA, shared rules). Withdrawn records do not
 * count. */
#ifndef GESPREK_DOMAIN_STAND_H
#define GESPREK_DOMAIN_STAND_H

#include "journal/fold.h"

/* The numbers of the names that stand.c asks for, looked up once. */
struct stand_names {
    const struct type *melding, *client, *gesprek, *afspraak, *domein, *recht, *doel, *stap,
        *verwijzing, *informatievraag, *afsluiting, *nazorg;
    name_id gemeente, werkveld, kader, begeleider, bij, fase, status, uiterlijk, evalueren_op,
        terugkomen_op, geparkeerd_tot, wanneer, herhaal, einde, overleden, terugbellen_op,
        afgehandeld, akkoord_terugkomen, schaal, volgens, persoon;
};
void stand_names(struct stand_names *names, const struct schema *schema);

/* The person's own number, the same in every dossier of that person: of the last Client that has
 * one. Empty: there is none. */
struct text stand_persoon(struct dossier *d, const struct type *client, name_id persoon);

struct stand {
    struct text gemeente, werkveld, kader, begeleider; /* of the last melding */
    struct text fase;               /* gemeld, a Fase of the last gesprek, nazorg or afgesloten */
    bool closed;                    /* an Afsluiting ends the last melding: */
    const struct thing *afsluiting; /* the last that does; NULL: open */
    const struct thing *overleden;  /* the Client who died; NULL: alive, as far as is known */
    date begin;                     /* Op of the last melding; DATE_NONE: no melding */
    date last_contact;              /* Op of the last gesprek; DATE_NONE: none */
    unsigned gesprekken;
    unsigned open_doelen; /* Status open, bezig or none; a wens or a parked goal is not open */
    unsigned open_verwijzingen; /* neither ended nor let go; a time-out is still open */
    date next; /* the first day from `today` on that something is due that still counts
                  (gepland.h); DATE_NONE: nothing */
};

struct stand stand_of(struct dossier *d, const struct stand_names *names, date today);

#endif
