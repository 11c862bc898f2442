/* lees: reads a calendar from standard input with libical, a parser that is not ours, and prints
 * what it understood: a line for each component, `VTODO uid=… seq=… due=… alarm=… class=… sum=…`,
 * and for one that repeats a line `keer DAG` for each time up to the day that is its argument
 * (20271231). Status 1 with the reason when anything is not as RFC 5545 has it. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

enum { LARGEST = 16 << 20 };

static char *read_all(void)
{
    char *text = malloc(LARGEST);
    size_t n = text ? fread(text, 1, LARGEST - 1, stdin) : 0;

    if (!text)
        exit(4);
    text[n] = '\0';
    return text;
}

/* libical hangs an X-LIC-ERROR on what it cannot read. */
static int count_faults(icalcomponent *c)
{
    int faults = icalcomponent_count_errors(c);
    icalproperty *p = icalcomponent_get_first_property(c, ICAL_XLICERROR_PROPERTY);

    for (; p; p = icalcomponent_get_next_property(c, ICAL_XLICERROR_PROPERTY))
        printf("fout: %s\n", icalproperty_get_xlicerror(p));
    return faults;
}

static const char *value_of(icalcomponent *c, icalproperty_kind kind)
{
    icalproperty *p = icalcomponent_get_first_property(c, kind);

    return p ? icalproperty_get_value_as_string(p) : "-";
}

static void print_repeats(icalcomponent *c, const char *until)
{
    icalproperty *p = icalcomponent_get_first_property(c, ICAL_RRULE_PROPERTY);
    struct icaltimetype last = icaltime_from_string(until), next;
    icalrecur_iterator *times;

    if (!p)
        return;
    times = icalrecur_iterator_new(icalproperty_get_rrule(p), icalcomponent_get_dtstart(c));
    if (!times)
        exit(1);
    while (next = icalrecur_iterator_next(times),
           !icaltime_is_null_time(next) && icaltime_compare_date_only(next, last) <= 0)
        printf("keer %s\n", icaltime_as_ical_string(next));
    icalrecur_iterator_free(times);
}

static int print_component(icalcomponent *c, const char *until)
{
    icalcomponent *alarm = icalcomponent_get_first_component(c, ICAL_VALARM_COMPONENT);
    icalproperty *due = icalcomponent_get_first_property(c, ICAL_DUE_PROPERTY);
    int faults = count_faults(c) + (alarm ? count_faults(alarm) : 0);

    if (!due)
        due = icalcomponent_get_first_property(c, ICAL_DTSTART_PROPERTY);
    printf("%s uid=%s seq=%s due=%s alarm=%s class=%s sum=%s\n",
           icalcomponent_kind_to_string(icalcomponent_isa(c)), value_of(c, ICAL_UID_PROPERTY),
           value_of(c, ICAL_SEQUENCE_PROPERTY), due ? icalproperty_get_value_as_string(due) : "-",
           alarm ? value_of(alarm, ICAL_TRIGGER_PROPERTY) : "-", value_of(c, ICAL_CLASS_PROPERTY),
           icalcomponent_get_summary(c));
    print_repeats(c, until);
    return faults;
}

int main(int argc, char **argv)
{
    char *text = read_all();
    icalcomponent *calendar = icalparser_parse_string(text), *c;
    int faults;

    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        puts("fout: geen VCALENDAR");
        return 1;
    }
    /* The restrictions are how often each property may be there, in all that is in it. */
    faults = count_faults(calendar) + !icalrestriction_check(calendar);
    c = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
    for (; c; c = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT))
        faults += print_component(c, argc > 1 ? argv[1] : "20301231");
    icalcomponent_free(calendar);
    free(text);
    return faults ? 1 : 0;
}
