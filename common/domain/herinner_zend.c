#include "domain/herinner_zend.h"

#include "base/text.h"

struct zending {
    struct herinner *h;
    struct verstuurd *sent;
    struct diag *diag;
    struct herinner_post post;
    herinner_zender *send;
    void *data;
};

static bool no_address(const struct zending *z, const char *who, const char *why)
{
    diag_say(z->diag, SEVERITY_ERROR, STATUS_DATA, "geen-adres", "het adres van %s %s", who, why);
    return false;
}

static bool went(const struct zending *z, const char *who, enum herinner_verzonden how, int status)
{
    if (how == HERINNER_ADRES_FOUT)
        return no_address(z, who, "klopt niet. Kijk Begeleider_mail en Mail_van na");
    if (how == HERINNER_MISLUKT)
        diag_say(z->diag, SEVERITY_ERROR, STATUS_SYSTEM, "niet-verstuurd",
                 "het bericht aan %s is niet verstuurd: het mailprogramma gaf %d. Een volgende "
                 "keer gaat het opnieuw",
                 who, status);
    return how == HERINNER_WEG;
}

/* The message of one worker. False when it did not go, which is said. */
static bool send_one(const struct zending *z, size_t from, size_t to)
{
    struct text who = herinner_begeleider(z->h, from);
    struct herinner_bericht b = {
        .from = z->post.from, .to = herinner_adres(&z->post, who), .first = from, .end = to};
    struct buffer subject = {0}, id = {0};
    enum herinner_verzonden how;
    char safe[QUOTE_SIZE];
    int status = 0;

    quote(who.n ? who : TEXT("zonder begeleider"), safe);
    if (!b.to.n)
        return no_address(z, safe, "is niet bekend. Zet het bij Begeleider_mail");
    herinner_onderwerp(z->h, from, to, &subject);
    herinner_kenmerk(z->h, z->sent, from, to, b.to, &id);
    b.subject = buffer_view(&subject);
    b.id = buffer_view(&id);
    how = z->send(z->data, &b, &status);
    buffer_free(&subject);
    buffer_free(&id);
    return went(z, safe, how, status);
}

void herinner_zend(struct herinner *h, struct verstuurd *sent, struct diag *diag,
                   herinner_zender *send, void *data)
{
    struct zending z = {.h = h, .sent = sent, .diag = diag, .send = send, .data = data};
    size_t from = 0, to = 0;
    bool fine = herinner_post_read(&z.post, diag);

    while (fine && herinner_groep(h, &from, &to)) {
        if (!send_one(&z, from, to) || !sent)
            continue;
        herinner_onthoud(h, sent, from, to);
        fine = verstuurd_bewaar(sent, h->wensen.today);
    }
    herinner_post_free(&z.post);
}
