/* Reminders that are sent: to whom, as which message, and which were sent before. */
#ifndef GESPREK_DOMAIN_HERINNER_POST_H
#define GESPREK_DOMAIN_HERINNER_POST_H

#include "domain/herinner.h"
#include "journal/verstuurd.h"

/* Zero-initialise; herinner_post_read fills it in from the configuration: Begeleider_mail, a line
 * for each worker with the name, a blank and the address (`m.devries m.devries@wijkteam.example`;
 * `*` is everybody else), and Mail_van, who the messages are from. False: said in diag. */
struct herinner_post {
    struct text addresses, from;
    struct buffer text; /* what these point into */
};
bool herinner_post_read(struct herinner_post *post, struct diag *diag);
void herinner_post_free(struct herinner_post *post);

/* The address of a worker, whose name may be one itself. Empty: there is none. */
struct text herinner_adres(const struct herinner_post *post, struct text begeleider);

/* Appends what the message of a group of points is about: how many there are, and no more. */
void herinner_onderwerp(const struct herinner *h, size_t from, size_t to, struct buffer *subject);

/* Appends what stands between < and > of the Message-ID: the same when the same points are sent
 * again because nobody knows that they went, and another for the next reminder. Without `sent` (it
 * may be NULL) it is of the day. */
void herinner_kenmerk(const struct herinner *h, const struct verstuurd *sent, size_t from,
                      size_t to, struct text address, struct buffer *id);

/* Whether the file of what was sent stands outside these directories and those below them: a writer
 * of a dossier must not wait for it, nor a reader take it for a dossier. */
bool herinner_staat_buiten(const char *state, char *const *directories, size_t count);

/* Passes over what need not be said today; notes those of a group that were not passed over. */
void herinner_sla_over(struct herinner *h, const struct verstuurd *sent);
void herinner_onthoud(const struct herinner *h, struct verstuurd *sent, size_t from, size_t to);

#endif
