/* Needs in dossiers that nothing on the sociale kaart meets, in the gemeente where they are:
 * counted, and never whose. */
#ifndef GESPREK_DOMAIN_KAART_LACUNES_H
#define GESPREK_DOMAIN_KAART_LACUNES_H

#include "base/document.h"
#include "domain/blad.h"
#include "domain/kaart.h"

extern const struct column lacunes_kolommen[];
extern const size_t lacunes_kolom_aantal;

struct lacunes;

struct lacunes *lacunes_open(const struct kaart *kaart, const struct schema *schema, date today);

/* Takes the needs of a dossier: what a Verwijzing is for, and the parts of life of a Doel, a Recht,
 * a Signaal, and of a Domein with a wish or something in the way. */
void lacunes_dossier(struct lacunes *l, struct dossier *d);

/* Rows, or with `table` false points for people, of what nothing meets. Returns how many. */
size_t lacunes_document(struct lacunes *l, bool table, struct arena *arena,
                        struct document *document);
void lacunes_close(struct lacunes *l);

#endif
