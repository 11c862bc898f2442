#include "domain/pseudoniem.h"

#include "base/io.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/hmac.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void pseudoniem_hmac(struct text key, struct text message, unsigned char into[HMAC_BYTES])
{
    struct hmac_sha256_ctx hash;

    hmac_sha256_set_key(&hash, key.n, (const uint8_t *)key.p);
    hmac_sha256_update(&hash, message.n, (const uint8_t *)message.p);
    hmac_sha256_digest(&hash, HMAC_BYTES, into);
    explicit_bzero(&hash, sizeof hash);
}

/* A NUL behind each part: no part has one, so that no two messages are the same. */
void pseudoniem(struct text key, struct text ontvanger, enum pseudoniem_van what,
                struct text number, char into[PSEUDONIEM_TEKENS + 1])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char hash[HMAC_BYTES];
    struct buffer message = {0};

    buffer_text(&message, TEXT("gesprek pseudoniem 1\0"));
    buffer_text(&message, ontvanger);
    buffer_byte(&message, '\0');
    buffer_text(&message, what == PSEUDONIEM_PERSOON ? TEXT("persoon\0") : TEXT("dossier\0"));
    buffer_text(&message, number);
    pseudoniem_hmac(key, buffer_view(&message), hash);
    buffer_free(&message);
    for (size_t i = 0; i < PSEUDONIEM_TEKENS; i++)
        into[i] = digits[i % 2 ? hash[i / 2] & 15 : hash[i / 2] >> 4];
    into[PSEUDONIEM_TEKENS] = '\0';
}

/* ---- the key file ---- */

static bool fail(struct diag *diag, const char *path, const char *code, const char *why)
{
    diag_at(diag, SEVERITY_ERROR, STATUS_SYSTEM, (struct place){path, 0, 0}, code, "%s", why);
    return false;
}

static bool is_private(int fd, const char *path, struct diag *diag)
{
    struct stat file;

    if (fstat(fd, &file) != 0)
        return fail(diag, path, "bestand", diag_errno(errno));
    if (!S_ISREG(file.st_mode))
        return fail(diag, path, "sleutel-bestand", "dit is geen gewoon bestand");
    if (file.st_uid != geteuid())
        return fail(diag, path, "sleutel-bestand",
                    "de sleutel is van een ander. Neem een eigen sleutelbestand");
    if (file.st_mode & (S_IRWXG | S_IRWXO | S_IXUSR))
        return fail(diag, path, "sleutel-bestand",
                    "dit bestand moet rechten 600 hebben: chmod 600. Maak een nieuwe sleutel als "
                    "een ander deze gezien kan hebben");
    return true;
}

static bool read_key(int fd, const char *path, struct buffer *key, struct diag *diag)
{
    if (!io_read_all(fd, key, SLEUTEL_MEEST) && errno != EFBIG)
        return fail(diag, path, "bestand", diag_errno(errno));
    if (key->n < SLEUTEL_MINST || key->n > SLEUTEL_MEEST)
        return fail(diag, path, "sleutel-bestand",
                    "een sleutel is 32 tot 4096 bytes. Zo maakt u er een: (umask 077; head -c 32 "
                    "/dev/urandom > sleutel)");
    return true;
}

bool pseudoniem_sleutel(const char *path, struct buffer *key, struct diag *diag)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    bool fine;

    if (fd < 0)
        return fail(diag, path, "bestand",
                    errno == ELOOP ? "dit is een koppeling; noem het sleutelbestand zelf"
                                   : diag_errno(errno));
    fine = is_private(fd, path, diag) && read_key(fd, path, key, diag);
    close(fd);
    return fine;
}

void pseudoniem_wis(struct buffer *key)
{
    if (key->p)
        explicit_bzero(key->p, key->capacity);
    buffer_free(key);
}
