/* What the sociale kaart knows of where a referral goes: what is asked there, what happens to who
 * stops, and who stands in for a person who is away. A referral to somewhere that is not on the
 * kaart is as good as any. */
#ifndef GESPREK_DOMAIN_VERWIJS_KAART_H
#define GESPREK_DOMAIN_VERWIJS_KAART_H

#include "domain/blad.h"
#include "domain/kaart.h"

struct verwijs_kaart;

/* The kaart must live as long. Away or not is asked for this day. */
struct verwijs_kaart *verwijs_kaart_open(const struct kaart *kaart, date today);
void verwijs_kaart_close(struct verwijs_kaart *v);

/* The organisation or service that goes by that name or key, or by what stands before the comma;
 * capitals and accents make no difference. NULL: not on the kaart, or `v` is NULL. */
const struct kaart_item *verwijs_kaart_vind(const struct verwijs_kaart *v, struct text naar);

/* The same field of the item, or else of its organisation; empty: neither says. */
struct text verwijs_kaart_waarde(const struct verwijs_kaart *v, const struct kaart_item *item,
                                 const char *field);

/* A person there who is away. */
struct afwezig {
    date until;                       /* DATE_NONE: nobody of that name, or not away */
    const struct kaart_item *instead; /* who stands in; NULL: nobody is noted */
};
struct afwezig verwijs_kaart_afwezig(const struct verwijs_kaart *v, const struct kaart_item *item,
                                     struct text name);

/* `Joost Hol, telefoon …`, in the dossier's arena. */
struct text verwijs_kaart_persoon(struct dossier *d, const struct kaart_item *person);

/* For the worker: pairs with all that matters for a referral; and who is away, with who stands in.
 * For the client: what is asked there, and what happens to who stops. */
void verwijs_kaart_put(const struct verwijs_kaart *v, struct dossier *d,
                       const struct kaart_item *item, struct document *document);
void verwijs_kaart_put_afwezig(const struct verwijs_kaart *v, struct dossier *d,
                               const struct kaart_item *item, struct text name,
                               struct document *document);
void verwijs_kaart_put_client(const struct verwijs_kaart *v, const struct kaart_item *item,
                              struct document *document);

/* Names of organisations and services on the kaart, for who types one: in the arena. */
struct text *verwijs_kaart_namen(const struct kaart *k, struct arena *arena, size_t *count);

#endif
