/* iCalendar, mail and what is remembered of both: lines, folds, escapes, headers; what is sent
 * again and what is not. Whether others can read them is in nazorg.bats. */
#include "check.h"
#include "forms.h"

#include "base/child.h"
#include "base/text.h"
#include "journal/verstuurd.h"
#include "output/mail.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct column properties[] = {
    {"uid", "", COLUMN_EXACT, 0},       {"dtstamp", "", COLUMN_EXACT, 0},
    {"sequence", "", COLUMN_NUMBER, 0}, {"due", "", COLUMN_DATE, 0},
    {"summary", "", COLUMN_TEXT, 0},    {"rrule", "", COLUMN_EXACT, 0},
    {"alarm", "", COLUMN_EXACT, 0},
};
enum { PROPERTIES = 7 };

static const struct head calendar = {
    .name = "agenda", .columns = properties, .column_count = PROPERTIES};

static struct text make(struct buffer *b, const struct form *form, const struct text *cells,
                        bool complete, bool *fine)
{
    struct arena arena = {0};
    struct document d;

    document_start(&d, &arena);
    if (cells)
        document_row(&d, cells);
    *fine = render(b, form, &calendar, &d, complete);
    arena_free(&arena);
    return buffer_view(b);
}

#define START                                                                                      \
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Gesprek//Gesprek " GESPREK_VERSION                \
    "//NL\r\nCALSCALE:GREGORIAN\r\n"

static void test_rows(struct checks *c)
{
    struct text cells[PROPERTIES] = {TEXT("d-1.N1@gesprek"),
                                     TEXT("2026-11-22T14:30:00+01:00"),
                                     TEXT("2"),
                                     TEXT("2026-12-01"),
                                     TEXT("a;b,c\\d\r\ne\x1b"),
                                     TEXT("FREQ=WEEKLY;INTERVAL=4"),
                                     TEXT("2026-12-01T08:30:00+01:00")};
    struct buffer b = {0};
    bool fine;

    c->part = "a to-do and an event";
    check_bytes(c, make(&b, &form_ical, cells, true, &fine),
                START "BEGIN:VTODO\r\nUID:d-1.N1@gesprek\r\nDTSTAMP:20261122T133000Z\r\n"
                      "SEQUENCE:2\r\nDTSTART;VALUE=DATE:20261201\r\nDUE;VALUE=DATE:20261201\r\n"
                      "SUMMARY:a\\;b\\,c\\\\d\\ne\xEF\xBF\xBD\r\nRRULE:FREQ=WEEKLY;INTERVAL=4\r\n"
                      "BEGIN:VALARM\r\nACTION:DISPLAY\r\n"
                      "TRIGGER;VALUE=DATE-TIME:20261201T073000Z\r\n"
                      "DESCRIPTION:a\\;b\\,c\\\\d\\ne\xEF\xBF\xBD\r\nEND:VALARM\r\n"
                      "END:VTODO\r\nEND:VCALENDAR\r\n",
                "to-do");
    CHECK(c, fine);
    cells[3] = TEXT("2026-12-01T16:05");
    cells[5] = cells[6] = TEXT("");
    check_bytes(c, make(&b, &form_ical_events, cells, true, &fine),
                START "BEGIN:VEVENT\r\nUID:d-1.N1@gesprek\r\nDTSTAMP:20261122T133000Z\r\n"
                      "SEQUENCE:2\r\nDTSTART:20261201T160500\r\nTRANSP:TRANSPARENT\r\n"
                      "SUMMARY:a\\;b\\,c\\\\d\\ne\xEF\xBF\xBD\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                "event");
    c->part = "nothing, half an answer, no day";
    check_bytes(c, make(&b, &form_ical, NULL, true, &fine), "", "empty");
    make(&b, &form_ical, cells, false, &fine);
    CHECK(c, !holds(&b, "END:VCALENDAR"));
    cells[3] = TEXT("2026-02-30");
    make(&b, &form_ical, cells, true, &fine);
    CHECK(c, !fine);
    cells[3] = TEXT("2026-12-01");
    cells[6] = TEXT("straks");
    make(&b, &form_ical, cells, true, &fine);
    CHECK(c, !fine);
    buffer_free(&b);
}

/* Lines of at most 75 octets, each whole UTF-8, and unfolded what went in. */
static void test_folds(struct checks *c)
{
    static const char *const pieces[] = {"a", "ë", "中", "\xF0\x9F\x98\x80"};
    struct buffer b = {0}, value = {0}, unfolded = {0}, wanted = {0};
    bool fine;

    c->part = "folding";
    for (size_t n = 1; n < 400; n++) {
        struct text cells[PROPERTIES] = {[0] = TEXT("u"), [3] = TEXT("2026-12-01")}, rest, line;
        buffer_string(&value, pieces[(n * 7 + n / 5) % 4]);
        cells[4] = buffer_view(&value);
        rest = make(&b, &form_ical, cells, true, &fine);
        unfolded.n = wanted.n = 0;
        while (text_next_line(&rest, &line)) {
            CHECK(c, line.n && line.p[line.n - 1] == '\r' && line.n <= 76);
            line.n--;
            CHECK(c, text_bad_byte(line) == line.n);
            if (unfolded.n && *line.p != ' ')
                buffer_byte(&unfolded, '\n');
            buffer_text(&unfolded, *line.p == ' ' ? (struct text){line.p + 1, line.n - 1} : line);
        }
        buffer_string(&wanted, "\nSUMMARY:");
        buffer_text(&wanted, buffer_view(&value));
        buffer_byte(&wanted, '\n');
        buffer_byte(&wanted, '\0');
        CHECK(c, holds(&unfolded, wanted.p));
    }
    buffer_free(&b);
    buffer_free(&value);
    buffer_free(&unfolded);
    buffer_free(&wanted);
}

static bool written(struct buffer *b, struct mail mail)
{
    b->n = 0;
    return mail_write(b, &mail);
}

static void test_mail(struct checks *c)
{
    struct buffer b = {0};
    struct mail mail = {.to = TEXT("m.devries@voorbeeld.example"),
                        .subject = TEXT("Herinnering: 3 dossiers"),
                        .id = TEXT("1a2b@gesprek"),
                        .at = moment_parse(TEXT("2026-11-22T14:30:05+01:00")),
                        .offset_minutes = 60,
                        .body = TEXT("Zoë = 1 \n.\n\nFrom hier\n")},
                bad;

    c->part = "a message";
    CHECK(c, written(&b, mail));
    check_bytes(c, buffer_view(&b),
                "To: m.devries@voorbeeld.example\nSubject: Herinnering: 3 dossiers\n"
                "Date: Sun, 22 Nov 2026 14:30:05 +0100\nMessage-ID: <1a2b@gesprek>\n"
                "Auto-Submitted: auto-generated\nMIME-Version: 1.0\n"
                "Content-Type: text/plain; charset=UTF-8\n"
                "Content-Transfer-Encoding: quoted-printable\n\n"
                "Zo=C3=AB =3D 1=20\n=2E\n\n=46rom hier\n",
                "message");
    mail.subject = TEXT("Nazorg voor één\nBcc: x@y");
    CHECK(c, written(&b, mail) &&
                 holds(&b, "Subject: =?UTF-8?B?TmF6b3JnIHZvb3Igw6nDqW4gQmNjOiB4QHk=?=\n"));
    c->part = "what could make a header";
    bad = mail;
    bad.to = TEXT("a@b\nBcc: x@y");
    CHECK(c, !written(&b, bad) && !b.n);
    bad = mail;
    bad.from = TEXT("a@b\r\nBcc: x@y");
    CHECK(c, !written(&b, bad));
    bad = mail;
    bad.id = TEXT("a b");
    CHECK(c, !written(&b, bad));
    bad = mail;
    bad.to = TEXT("");
    CHECK(c, !written(&b, bad));
    buffer_free(&b);
}

static void test_sending(struct checks *c)
{
    struct buffer large = {0};
    int status;

    c->part = "sending";
    setenv("GESPREK_SENDMAIL", "grep -q '^Subject: hallo$'", 1);
    CHECK(c, mail_send(TEXT("To: a\nSubject: hallo\n\n"), &status) && status == 0);
    CHECK(c, !mail_send(TEXT("To: a\n\n"), &status) && status == 1);
    buffer_repeat(&large, 'x', 1 << 20);
    setenv("GESPREK_SENDMAIL", "exit 0", 1);
    CHECK(c, mail_send(buffer_view(&large), &status)); /* does not read it all: no SIGPIPE */
    setenv("GESPREK_SENDMAIL", "kill -9 $$", 1);
    CHECK(c, !mail_send(buffer_view(&large), &status) && status == 128 + 9);
    setenv("GESPREK_SENDMAIL", "/er/is/niets", 1);
    CHECK(c, !mail_send(TEXT("x"), &status) && status == 127);
    unsetenv("GESPREK_SENDMAIL");
    buffer_free(&large);
}

static void test_remembered(struct checks *c)
{
    char directory[] = "/tmp/test-ical-XXXXXX", path[64];
    struct diag diag;
    struct verstuurd *v;
    date day = date_from(2026, 11, 22);
    FILE *f;

    c->part = "what was sent";
    diag_start(&diag);
    diag.silent = true;
    CHECK(c, mkdtemp(directory) != NULL);
    snprintf(path, sizeof path, "%s/verstuurd", directory);
    v = verstuurd_open(path, 1, &diag);
    CHECK(c, v != NULL);
    CHECK(c, verstuurd_moet(v, TEXT("d N1"), day + 3, day));
    verstuurd_noteer(v, TEXT("d N1"), day + 3, day);
    verstuurd_noteer(v, TEXT("e ë N2"), day, day);
    CHECK(c, !verstuurd_moet(v, TEXT("d N1"), day + 3, day));
    CHECK(c, verstuurd_bewaar(v, day));
    CHECK(c, verstuurd_open(path, 0, &diag) == NULL && diag.status == STATUS_BUSY);
    verstuurd_close(v);

    v = verstuurd_open(path, 1, &diag);
    CHECK(c, v && verstuurd_laatst(v, TEXT("d N1")) == day);
    CHECK(c, verstuurd_laatst(v, TEXT("x")) == DATE_NONE);
    for (date today = day - 30; today < day + 7; today++) /* set back, and the week */
        CHECK(c, !verstuurd_moet(v, TEXT("d N1"), day + 3, today));
    CHECK(c, verstuurd_moet(v, TEXT("d N1"), day + 3, day + 7));
    CHECK(c, !verstuurd_moet(v, TEXT("d N1"), day + 8, day + 7)); /* not due yet */
    CHECK(c, verstuurd_moet(v, TEXT("e ë N2"), day, day + 7));
    verstuurd_noteer(v, TEXT("e ë N2"), day, day + 39);
    CHECK(c, verstuurd_bewaar(v, day + 39));
    verstuurd_close(v);
    v = verstuurd_open(path, 1, &diag);
    CHECK(c, v && verstuurd_laatst(v, TEXT("d N1")) == DATE_NONE); /* long past */
    CHECK(c, v && verstuurd_laatst(v, TEXT("e ë N2")) == day + 39);
    verstuurd_close(v);

    c->part = "a file of something else";
    f = fopen(path, "w");
    CHECK(c, f && fputs("Melding: M1\n", f) >= 0 && fclose(f) == 0);
    diag.status = STATUS_OK;
    CHECK(c, verstuurd_open(path, 1, &diag) == NULL && diag.status == STATUS_DATA);
    unlink(path);
    snprintf(path, sizeof path, "%s/.gesprek.lock", directory);
    unlink(path);
    CHECK(c, rmdir(directory) == 0);
}

int main(void)
{
    struct checks c = {0};

    test_rows(&c);
    test_folds(&c);
    test_mail(&c);
    test_sending(&c);
    test_remembered(&c);
    return check_end(&c);
}
