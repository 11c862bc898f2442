/* From a message to its elements: WMO305 and WMO307 of iWmo 3.2 (messages and basisschema, both
 * version 1.0.0). The elements of the message have the default namespace, those of the basisschema
 * the prefix. */
#include "domain/iwmo_inside.h"

#include "base/text.h"

#define BASIS "http://www.istandaarden.nl/iwmo/3_2/basisschema/schema"
#define BERICHT(number) "http://www.istandaarden.nl/iwmo/3_2/wmo" number "/schema"

static const struct tree_attribute spaces[][2] = {
    {{"xmlns", BERICHT("305")}, {"xmlns:iwmo", BASIS}},
    {{"xmlns", BERICHT("307")}, {"xmlns:iwmo", BASIS}}};

/* COD002 */
static const char *const message_codes[] = {"418", "420"};

struct pass {
    const struct iwmo *w;
    struct dossier *d;
    struct tree *tree;
};

static void put(const struct pass *p, unsigned depth, const char *name, struct text value)
{
    if (value.n)
        tree_put(p->tree, depth, name, value);
}

static void put_date(const struct pass *p, unsigned depth, const char *name, date day)
{
    char text[11];

    put(p, depth, name, arena_text(&p->d->arena, text_of(date_write(day, text))));
}

static void open(const struct pass *p, unsigned depth, const char *name)
{
    tree_put(p->tree, depth, name, TEXT(""));
}

static void put_header(const struct pass *p, const struct iwmo_bericht *b)
{
    open(p, 1, "Header");
    put(p, 2, "BerichtCode", text_of(message_codes[p->w->soort]));
    put(p, 2, "BerichtVersie", TEXT("3"));
    put(p, 2, "BerichtSubversie", TEXT("2"));
    put(p, 2, "Afzender", b->afzender);
    put(p, 2, "Ontvanger", b->ontvanger);
    open(p, 2, "BerichtIdentificatie");
    put(p, 3, "iwmo:Identificatie", text_of(b->identificatie));
    put_date(p, 3, "iwmo:Dagtekening", p->w->blad.today);
    open(p, 2, "XsdVersie");
    put(p, 3, "iwmo:BasisschemaXsdVersie", TEXT("1.0.0"));
    put(p, 3, "iwmo:BerichtXsdVersie", TEXT("1.0.0"));
}

/* COD046: 0 is not known; there is no code for another. */
static struct text sex_code(struct text sex)
{
    if (text_is_string(sex, "man"))
        return TEXT("1");
    return text_is_string(sex, "vrouw") ? TEXT("2") : TEXT("0");
}

static void put_client(const struct pass *p, const struct iwmo_bericht *b)
{
    const struct thing *client = iwmo_wie(p->w, p->d);

    open(p, 1, "Client");
    put(p, 2, "Bsn", b->bsn);
    open(p, 2, "Geboortedatum");
    put(p, 3, "iwmo:Datum", iwmo_veld(p->w, p->d, client, "Geboren"));
    put(p, 2, "Geslacht", sex_code(iwmo_veld(p->w, p->d, client, "Geslacht")));
    open(p, 2, "Naam");
    open(p, 3, "iwmo:Geslachtsnaam");
    put(p, 4, "iwmo:Achternaam", iwmo_veld(p->w, p->d, client, "Achternaam"));
    put(p, 4, "iwmo:Voorvoegsel", iwmo_veld(p->w, p->d, client, "Voorvoegsel"));
    put(p, 3, "iwmo:Voornamen", iwmo_veld(p->w, p->d, client, "Voornamen"));
}

static void put_product(const struct pass *p, const struct iwmo_product *product)
{
    open(p, 3, p->w->soort == IWMO_START ? "StartProduct" : "StopProduct");
    put(p, 4, "ToewijzingNummer", product->nummer);
    open(p, 4, "Product");
    put(p, 5, "iwmo:Categorie", product->categorie);
    put(p, 5, "iwmo:Code", product->code);
    put_date(p, 4, "ToewijzingIngangsdatum", product->ingang);
    put_date(p, 4, "Begindatum", product->begin);
    put(p, 4, "RedenBeeindiging", product->reden);
    put_date(p, 4, "Einddatum", product->einde);
    put(p, 4, "StatusAanlevering", product->weg ? TEXT("3") : TEXT("1"));
}

void iwmo_boom(const struct iwmo *w, struct dossier *d, const struct iwmo_bericht *b,
               struct tree *tree)
{
    struct pass p = {w, d, tree};

    *tree = (struct tree){.root = "Bericht", .attributes = spaces[w->soort], .attribute_count = 2};
    put_header(&p, b);
    put_client(&p, b);
    open(&p, 2, w->soort == IWMO_START ? "StartProducten" : "StopProducten");
    for (size_t i = 0; i < b->count; i++)
        put_product(&p, &b->producten[i]);
}
