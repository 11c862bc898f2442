/* Reminders that go out: one message to each worker for whom there is something, remembered as soon
 * as it went. */
#ifndef GESPREK_DOMAIN_HERINNER_ZEND_H
#define GESPREK_DOMAIN_HERINNER_ZEND_H

#include "domain/herinner_post.h"

struct herinner_bericht {
    struct text from, to, subject, id; /* as output/mail.h has them */
    size_t first, end;                 /* the points that it is about */
};

enum herinner_verzonden { HERINNER_WEG, HERINNER_ADRES_FOUT, HERINNER_MISLUKT };

/* Makes the message and hands it to a mail program; *status is what that gave when it failed. */
typedef enum herinner_verzonden herinner_zender(void *data, const struct herinner_bericht *bericht,
                                                int *status);

/* To the addresses of the configuration; `sent` may be NULL: nothing is remembered. What does not
 * go is said in diag, is not remembered, and stops no other. */
void herinner_zend(struct herinner *h, struct verstuurd *sent, struct diag *diag,
                   herinner_zender *send, void *data);

#endif
