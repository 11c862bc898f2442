/* HMAC-SHA-256 against the vectors of RFC 4231, the pseudonyms made with it, and which key files
 * are refused. */
#include "check.h"

#include "base/text.h"
#include "domain/pseudoniem.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHECK(checks, condition) check(checks, condition, #condition)

enum { LONG_KEY = 131, LONGEST = 200 };

static void check_hmac(struct checks *c, struct text key, struct text message, const char *want,
                       const char *what)
{
    unsigned char hash[HMAC_BYTES];
    char hex[2 * HMAC_BYTES + 1];

    pseudoniem_hmac(key, message, hash);
    for (size_t i = 0; i < HMAC_BYTES; i++)
        snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    check_bytes(c, (struct text){hex, strlen(want)}, want, what);
}

static struct text repeated(char byte, size_t n, char into[LONGEST])
{
    memset(into, byte, n);
    return (struct text){into, n};
}

static void test_vectors(struct checks *c)
{
    char key[LONGEST], data[LONGEST], counting[25];

    c->part = "RFC 4231";
    check_hmac(c, repeated(0x0b, 20, key), TEXT("Hi There"),
               "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7", "1");
    check_hmac(c, TEXT("Jefe"), TEXT("what do ya want for nothing?"),
               "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", "2");
    check_hmac(c, repeated('\xaa', 20, key), repeated('\xdd', 50, data),
               "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe", "3");
    for (size_t i = 0; i < sizeof counting; i++)
        counting[i] = (char)(i + 1);
    check_hmac(c, (struct text){counting, sizeof counting}, repeated('\xcd', 50, data),
               "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b", "4");
    check_hmac(c, repeated(0x0c, 20, key), TEXT("Test With Truncation"),
               "a3b6167473100ee06e0c796c2955552b", "5, the first 128 bits");
    check_hmac(c, repeated('\xaa', LONG_KEY, key),
               TEXT("Test Using Larger Than Block-Size Key - Hash Key First"),
               "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54", "6");
    check_hmac(c, repeated('\xaa', LONG_KEY, key),
               TEXT("This is a test using a larger than block-size key and a larger than "
                    "block-size data. The key needs to be hashed before being used by the HMAC "
                    "algorithm."),
               "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2", "7");
}

static const char *name(struct text key, const char *to, enum pseudoniem_van what,
                        const char *number, char into[PSEUDONIEM_TEKENS + 1])
{
    pseudoniem(key, text_of(to), what, text_of(number), into);
    return into;
}

static void test_names(struct checks *c)
{
    char first[PSEUDONIEM_TEKENS + 1], other[PSEUDONIEM_TEKENS + 1];
    struct text key = TEXT("0123456789abcdef0123456789abcdef");

    c->part = "pseudonyms";
    name(key, "CBS", PSEUDONIEM_PERSOON, "p-17", first);
    /* printf 'gesprek pseudoniem 1\0CBS\0persoon\0p-17' | openssl dgst -sha256 -hmac KEY */
    check_bytes(c, text_of(first), "680d4da479acebd542332c2845d6adb0", "as openssl has it");
    CHECK(c, !strcmp(first, name(key, "CBS", PSEUDONIEM_PERSOON, "p-17", other)));
    CHECK(c, strcmp(first, name(key, "VNG", PSEUDONIEM_PERSOON, "p-17", other)) != 0);
    CHECK(c, strcmp(first, name(key, "CBS", PSEUDONIEM_DOSSIER, "p-17", other)) != 0);
    CHECK(c, strcmp(first, name(key, "CBS", PSEUDONIEM_PERSOON, "p-18", other)) != 0);
    CHECK(c, strcmp(first, name(TEXT("0123456789abcdef0123456789abcdeg"), "CBS", PSEUDONIEM_PERSOON,
                                "p-17", other)) != 0);
    CHECK(c, strspn(first, "0123456789abcdef") == PSEUDONIEM_TEKENS && strlen(first) == 32);
}

/* Makes the file and reads it as a key. */
static bool read_as_key(const char *path, size_t bytes, mode_t mode, struct buffer *key)
{
    struct diag diag;
    char content[SLEUTEL_MEEST + 1];
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    bool fine;

    memset(content, 'k', sizeof content);
    if (fd < 0 || write(fd, content, bytes) != (ssize_t)bytes || fchmod(fd, mode) != 0)
        exit(4);
    close(fd);
    diag_start(&diag);
    diag.silent = true;
    pseudoniem_wis(key);
    fine = pseudoniem_sleutel(path, key, &diag);
    if (diag.status != (fine ? STATUS_OK : STATUS_SYSTEM) || (fine && key->n != bytes))
        exit(4);
    unlink(path);
    return fine;
}

static void test_files(struct checks *c)
{
    char directory[] = "/tmp/gesprek-test-XXXXXX", path[64], link[64];
    struct buffer key = {0};
    struct diag diag;

    c->part = "key files";
    if (!mkdtemp(directory))
        exit(4);
    snprintf(path, sizeof path, "%s/sleutel", directory);
    snprintf(link, sizeof link, "%s/koppeling", directory);
    CHECK(c, read_as_key(path, 32, 0600, &key));
    CHECK(c, read_as_key(path, 32, 0400, &key) || geteuid() != 0);
    CHECK(c, read_as_key(path, SLEUTEL_MEEST, 0600, &key));
    CHECK(c, !read_as_key(path, 31, 0600, &key));
    CHECK(c, !read_as_key(path, 0, 0600, &key));
    CHECK(c, !read_as_key(path, SLEUTEL_MEEST + 1, 0600, &key));
    CHECK(c, !read_as_key(path, 32, 0640, &key));
    CHECK(c, !read_as_key(path, 32, 0604, &key));
    CHECK(c, !read_as_key(path, 32, 0620, &key));
    CHECK(c, !read_as_key(path, 32, 0700, &key));
    diag_start(&diag);
    diag.silent = true;
    CHECK(c, !pseudoniem_sleutel(path, &key, &diag)); /* it is gone */
    CHECK(c, !pseudoniem_sleutel(directory, &key, &diag));
    CHECK(c, symlink("/dev/urandom", link) == 0 && !pseudoniem_sleutel(link, &key, &diag));
    CHECK(c, !pseudoniem_sleutel("/dev/zero", &key, &diag) && diag.errors == 4);
    if (geteuid() == 0) {
        int fd = open(path, O_WRONLY | O_CREAT, 0600);
        CHECK(c, write(fd, "0123456789abcdef0123456789abcdef", 32) == 32);
        CHECK(c, fchown(fd, 65534, 65534) == 0);
        close(fd);
        CHECK(c, !pseudoniem_sleutel(path, &key, &diag));
        unlink(path);
    }
    unlink(link);
    rmdir(directory);
    pseudoniem_wis(&key);
    CHECK(c, !key.p && !key.n);
}

int main(void)
{
    struct checks c = {0};

    test_vectors(&c);
    test_names(&c);
    test_files(&c);
    return check_end(&c);
}
