/* Pseudonyms: who gets rows about people can see which are about the same person, and not who that
 * is. HMAC-SHA-256 (RFC 2104, FIPS 180-4) by libnettle, with a key that stays here.
 *
 * The name of the recipient goes into it, so that two recipients cannot lay their rows side by
 * side. What comes out is cut to 16 bytes, of which RFC 2104 says that half of the hash is the
 * least: by chance, two of a million people get the same one once in 10^26 times, and finding the
 * person asks for the key, however long it is. */
#ifndef GESPREK_DOMAIN_PSEUDONIEM_H
#define GESPREK_DOMAIN_PSEUDONIEM_H

#include "base/diag.h"

enum {
    SLEUTEL_MINST = 32, /* bytes of a key: as many as the hash has; fewer are easier to find */
    SLEUTEL_MEEST = 4096,
    HMAC_BYTES = 32,
    PSEUDONIEM_TEKENS = 32 /* 16 bytes, in hexadecimal digits */
};

/* The whole HMAC. */
void pseudoniem_hmac(struct text key, struct text message, unsigned char into[HMAC_BYTES]);

/* Reads a key from a file: all of its bytes. It must be a plain file of this user, which nobody
 * else may read, of 32 to 4096 bytes. False: said in diag (`bestand` or `sleutel-bestand`, status
 * 4). The caller ends with pseudoniem_wis. */
bool pseudoniem_sleutel(const char *path, struct buffer *key, struct diag *diag);

/* Frees the key, and leaves nothing of it in memory. */
void pseudoniem_wis(struct buffer *key);

/* What a number is of: the same number of a person and of a dossier give different pseudonyms. */
enum pseudoniem_van { PSEUDONIEM_PERSOON, PSEUDONIEM_DOSSIER };

/* The pseudonym, with a NUL behind it. `ontvanger` has no NUL in it. */
void pseudoniem(struct text key, struct text ontvanger, enum pseudoniem_van what,
                struct text number, char into[PSEUDONIEM_TEKENS + 1]);

#endif
