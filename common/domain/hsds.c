/* The tables of HSDS beside our fields. */
#include "base/text.h"
#include "domain/hsds_inside.h"

#include <string.h>

const char hsds_taxonomy[] = "gesprek", hsds_agreement[] = "gesprek-convenant",
           hsds_key_column[] = "gesprek_sleutel";

static const struct hsds_column organizations[] = {
    {"name", "Naam", HSDS_PLAIN, false},   {"description", "Omschrijving", HSDS_DESCRIPTION, false},
    {"email", "Email", HSDS_PLAIN, false}, {"website", "Website", HSDS_PLAIN, false},
    {"url", "Website", HSDS_PLAIN, true},  {0}};

static const struct hsds_column services[] = {
    {"organization_id", "Bij", HSDS_ORGANIZATION, false},
    {"name", "Naam", HSDS_PLAIN, false},
    {"description", "Omschrijving", HSDS_PLAIN, false},
    {"url", "Website", HSDS_PLAIN, false},
    {"email", "Email", HSDS_PLAIN, false},
    {"status", "Status", HSDS_STATUS, false},
    {"application_process", "Aanmelden", HSDS_PLAIN, false},
    {"fees_description", "Kosten", HSDS_PLAIN, false},
    {"wait_time", "Wachttijd", HSDS_PLAIN, false},
    {"fees", "Kosten", HSDS_PLAIN, true},
    {"eligibility_description", "Doelgroep", HSDS_LINES, false},
    {"minimum_age", "Vanaf_leeftijd", HSDS_PLAIN, false},
    {"maximum_age", "Tot_leeftijd", HSDS_PLAIN, false},
    {"assured_date", "Nagekeken", HSDS_PLAIN, false},
    {0}};

static const struct hsds_column contacts[] = {{"service_id", "Bij", HSDS_SERVICE, false},
                                              {"organization_id", "Bij", HSDS_ORGANIZATION, false},
                                              {"name", "Naam", HSDS_PLAIN, false},
                                              {"title", "Functie", HSDS_PLAIN, false},
                                              {"email", "Email", HSDS_PLAIN, false},
                                              {0}};

const struct hsds_records hsds_records[] = {
    {"organizations", "organization", "Organisatie", KAART_ORGANISATIE, organizations},
    {"services", "service", "Dienst", KAART_DIENST, services},
    {"contacts", "contact", "Contact", KAART_CONTACT, contacts},
    {0}};

const struct hsds_values hsds_values[] = {
    {"phones", "Telefoon", "number", NULL, {"organization_id", "service_id", "contact_id"}},
    {"service_areas", "Gebied", "name", "service_area", {NULL, "service_id", NULL}},
    {"required_documents", "Meenemen", "document", NULL, {NULL, "service_id", NULL}},
    {"languages", "Taal", "name", "language", {NULL, "service_id", NULL}},
    {0}};

static const struct {
    const char *table, *columns;
} standard[] = {
    {"organizations", "id name alternate_name description email website year_incorporated "
                      "legal_status logo uri parent_organization_id"},
    {"services",
     "id organization_id program_id name alternate_name description url email status "
     "interpretation_services application_process fees_description accreditations "
     "eligibility_description minimum_age maximum_age assured_date assurer_email alert"},
    {"contacts", "id organization_id service_id service_at_location_id location_id name title "
                 "department email"},
    {"phones", "id location_id service_id organization_id contact_id service_at_location_id number "
               "extension type description"},
    {"service_areas", "id service_id name description extent extent_type uri"},
    {"required_documents", "id service_id document"},
    {"languages", "id service_id location_id phone_id name code note"},
    {"attributes", "id link_id taxonomy_term_id link_type link_entity value"},
    {"taxonomy_terms", "id code name description parent_id language taxonomy_id term_uri"},
    {"taxonomies", "id name description uri"},
};

const char *hsds_standard(struct text table)
{
    for (size_t i = 0; i < sizeof standard / sizeof *standard; i++)
        if (text_is_string(table, standard[i].table))
            return standard[i].columns;
    return NULL;
}

static const struct {
    const char *ours, *theirs;
} statuses[] = {{"open", "active"},
                {"niet-actief", "inactive"},
                {"gestopt", "defunct"},
                {"tijdelijk-dicht", "temporarily closed"}};

struct text hsds_status(struct text ours)
{
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        if (text_is_string(ours, statuses[i].ours))
            return text_of(statuses[i].theirs);
    return TEXT("");
}

struct text hsds_status_of(struct text theirs)
{
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        if (text_is_string(theirs, statuses[i].theirs))
            return text_of(statuses[i].ours);
    return TEXT("");
}

void hsds_split(struct text kolom, struct text *column, struct text *value)
{
    const char *blank = memchr(kolom.p, ' ', kolom.n);

    *column = (struct text){kolom.p, blank ? (size_t)(blank - kolom.p) : kolom.n};
    *value = blank ? (struct text){blank + 1, kolom.n - column->n - 1} : TEXT("");
}
