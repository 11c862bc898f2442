/* The texts of gesprek-leidraad: a recfile, ours or the user's own, read once and checked against
 * the schema (gesprek-leidraad(1) says what may be in it). */
#ifndef GESPREK_DOMAIN_LEIDRAAD_GEGEVENS_H
#define GESPREK_DOMAIN_LEIDRAAD_GEGEVENS_H

#include "base/date.h"
#include "base/diag.h"
#include "domain/waar.h"

/* Made by the Makefile: gegevens/leidraad.rec, and the names of our commands, blanks between. */
extern const char leidraad_ingebouwd[];
extern const char leidraad_opdrachten[];

enum leidraad_type {
    LEIDRAAD_AANDACHTSPUNT,
    LEIDRAAD_VALKUIL,
    LEIDRAAD_INSTRUMENT,
    LEIDRAAD_RESULTAAT,
    LEIDRAAD_VRAAG,
    LEIDRAAD_TYPES
};

/* What a text may be for. Each is a field of the schema, with its choices. */
enum leidraad_voor {
    VOOR_FASE,
    VOOR_WERKVELD,
    VOOR_KADER,
    VOOR_ZORGFASE,
    VOOR_TOLK,
    VOOR_LEZEN,
    VOOR_IRB,
    VOOR_LEVENSDOMEIN,
    VOOR_COUNT
};

struct leidraad_tekst {
    enum leidraad_type type;
    const char *voor[VOOR_COUNT]; /* words, blanks between; NULL: for all */
    struct text key, soort, tekst, bron, opdracht;
    struct waar *waar; /* of a Resultaat: whether the dossier shows it */
};

struct leidraad_gegevens {
    struct leidraad_tekst *teksten; /* in the order of the file */
    size_t count, capacity;
    struct buffer domeinen; /* every Levensdomein that has a question, a C string, blanks between */
    struct arena arena;
};

/* The field of the schema that a `voor` is; for Levensdomein that of Gesprek, any word. */
const struct field *leidraad_veld(const struct schema *schema, enum leidraad_voor voor);

/* Reads the content (given more room, and needed as long as the texts are), called `name` in
 * messages. False: said in diag, all faults at once (status 3). leidraad_free in either case. */
bool leidraad_lees(struct leidraad_gegevens *g, const struct schema *schema, date today,
                   struct buffer *content, const char *name, struct diag *diag);
void leidraad_free(struct leidraad_gegevens *g);

#endif
