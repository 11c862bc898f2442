/* gesprek-rapport: what administrators run over many dossiers. See gesprek-rapport(1). */
#include "base/platform.h"
#include "rapport/rapport.h"

#include "base/text.h"

#include <string.h>

static const char counting[] =
    "instroom fasen doelen domeinen netwerk verwijzingen doorlooptijd contact nazorg tevredenheid "
    "signalen gemeente",
                  giving[] = "instroom fasen doelen domeinen netwerk verwijzingen doorlooptijd "
                             "contact nazorg tevredenheid signalen gemeente samen",
                  reading[] =
                      "caseload instroom fasen doelen domeinen netwerk verwijzingen "
                      "doorlooptijd contact nazorg tevredenheid signalen gemeente levering uitvoer",
                  threaded[] = "caseload instroom fasen doelen domeinen netwerk verwijzingen "
                               "doorlooptijd contact nazorg tevredenheid signalen gemeente",
                  with_form[] = "caseload instroom fasen doelen domeinen netwerk verwijzingen "
                                "doorlooptijd contact nazorg tevredenheid signalen gemeente samen",
                  delivering[] = "iwmo305 iwmo307";

#define OPERANDS "[BESTAND | MAP | -]..."

static const struct verb verbs[] = {
    {"caseload", OPERANDS, "een rij per dossier, zonder namen", NULL},
    {"instroom", OPERANDS, "begonnen, afgesloten en de stand, met wie terugkwam", NULL},
    {"fasen", OPERANDS, "hoeveel trajecten in elke fase, hoe lang, en wie er terugkwam", NULL},
    {"doelen", OPERANDS, "wat er van de doelen kwam, en wie dat vond", NULL},
    {"domeinen", OPERANDS, "wensen en krachten per levensdomein, rechten die niet gebruikt zijn",
     NULL},
    {"netwerk", OPERANDS, "hoeveel mensen er om iemand heen staan", NULL},
    {"verwijzingen", OPERANDS, "per dienst: nieuw, wachten, geweigerd, losgelaten", NULL},
    {"doorlooptijd", OPERANDS, "van melding tot gesprek, onderzoek, beschikking en afsluiting",
     NULL},
    {"contact", OPERANDS, "gesprekken, minuten, en wie er niet kwam", NULL},
    {"nazorg", OPERANDS, "afgesproken, gesproken, niet bereikt", NULL},
    {"tevredenheid", OPERANDS, "het cijfer dat de cliënt gaf", NULL},
    {"signalen", OPERANDS, "wat er aan de gemeente of anderen is gemeld", NULL},
    {"gemeente", OPERANDS, "alle tellingen hierboven bij elkaar", NULL},
    {"samen", "DEEL...", "telt delen op die met --deel gemaakt zijn", NULL},
    {"levering", OPERANDS, "CSV met de kolommen van een sjabloon dat u zelf maakt", NULL},
    {"iwmo305", "[BESTAND | MAP]...", "een bericht voor de gemeente: de ondersteuning begon", NULL},
    {"iwmo307", "[BESTAND | MAP]...", "een bericht voor de gemeente: de ondersteuning stopte",
     NULL},
    {"uitvoer", OPERANDS, "alles, als CSV-bestanden voor een eigen databank (SQLite)", NULL},
    {0}};

static const struct option own_options[] = {
    {"draden", 'j', "AANTAL", "zoveel draden tegelijk; gewoon een per processor", NULL, threaded},
    {"formaat", 0, "VORM", "de vorm van het antwoord; json en html niet bij caseload",
     "tekst csv xml json html", with_form},
    {"csv", 0, "SOORT", "CSV voor een rekenblad: met puntkomma's en een komma in getallen", "excel",
     with_form},
    {"voor-derden", 0, NULL, "zonder nummer, begeleider en dagen, met een pseudoniem", NULL,
     "caseload"},
    {"sleutelbestand", 0, "BESTAND", "de sleutel voor de pseudoniemen", NULL, "caseload"},
    {"ontvanger", 0, "NAAM", "voor wie het is: een ander krijgt andere pseudoniemen", NULL,
     "caseload"},
    {"van", 0, "DAG", "de eerste dag van de periode", NULL, counting},
    {"tot", 0, "DAG", "de laatste dag van de periode, die meetelt", NULL, counting},
    {"kwartaal", 0, "KWARTAAL", "de periode is dit kwartaal: 2026Q1", NULL, counting},
    {"jaar", 0, "JAAR", "de periode is dit jaar", NULL, counting},
    {"groepeer", 0, "NAMEN",
     "ook per groep: gemeente, werkveld, kader, leeftijdsklasse, geslacht, via, begeleider", NULL,
     counting},
    {"gemeenteindeling", 0, "JAAR", "met de gemeenten van 1 januari van dat jaar", NULL, counting},
    {"openbaar", 0, NULL, "afgerond, en kleine aantallen verborgen; dit is gewoon", NULL, giving},
    {"verantwoording", 0, NULL, "precies, en daarom vertrouwelijk", NULL, giving},
    {"versie", 0, "GETAL", "de hoeveelste levering van deze periode dit is; gewoon 1", NULL,
     giving},
    {"verschil", 0, "BESTAND", "alleen wat anders is dan in deze eerdere levering, een CSV", NULL,
     giving},
    {"deel", 0, NULL, "alleen geteld, als deel voor samen; met --uit", NULL, giving},
    {"verwacht", 0, "AANTAL", "hoeveel delen er moeten zijn", NULL, "samen"},
    {"sjabloon", 0, "BESTAND", "welke kolommen, welke rijen", NULL, "levering"},
    {"map", 0, "MAP", "de map waar de bestanden komen; zij wordt gemaakt", NULL,
     "uitvoer iwmo305 iwmo307"},
    {"soort", 0, "TYPEN",
     "alleen deze recordtypes, met komma's ertussen; Veiligheid gaat alleen mee als u het noemt",
     NULL, "uitvoer"},
    {"bsn-bestand", 0, "BESTAND", "waar de burgerservicenummers staan", NULL, delivering},
    {"aanbieder", 0, "AGB", "de AGB-code van uw organisatie", NULL, delivering},
    {"verbeter", 0, "KEY", "neem terug wat over deze toewijzing gemeld is, en meld wat er nu staat",
     NULL, delivering},
    {"client-geinformeerd", 0, "KEUZE", "weet de cliënt dat dit gemeld wordt", "ja later nee",
     delivering},
    {0}};

static const struct option *const options[] = {own_options, options_for_all, NULL};

static const struct option_set sets[] = {{options_for_readers, reading},
                                         {options_for_answers, "samen"},
                                         {options_for_letters, delivering},
                                         {0}};

static const char *const examples[] = {
    "gesprek-rapport caseload dossiers/",
    "gesprek-rapport gemeente --kwartaal=2026Q1 --formaat=html --uit=kwartaal.html dossiers/",
    "gesprek-rapport instroom --jaar=2026 --groepeer=gemeente,kader --formaat=csv dossiers/",
    "gesprek-kies --waar 'Kader=wmo' dossiers/ | gesprek-rapport doorlooptijd --jaar=2026 "
    "--verantwoording",
    "gesprek-rapport gemeente --jaar=2026 --versie=2 --verschil=versie1.csv dossiers/",
    "gesprek-rapport caseload --voor-derden --ontvanger=Universiteit --sleutelbestand=sleutel "
    "dossiers/",
    "gesprek-rapport samen --verwacht=2 --formaat=csv deel-1 deel-2",
    "gesprek-rapport levering --sjabloon=levering-wmo.rec --uit=wmo.csv dossiers/",
    "gesprek-rapport uitvoer --map=tabellen dossiers/",
    "gesprek-rapport iwmo305 --bsn-bestand=nummers --aanbieder=65656055 -i --map=berichten "
    "dossiers/",
    NULL};

static const struct command command = {"gesprek-rapport",
                                       "rapporten over veel dossiers, voor de gemeente",
                                       verbs,
                                       options,
                                       examples,
                                       NULL,
                                       sets};

int main(int argc, char **argv)
{
    struct session s;
    struct argument a;
    struct wishes w = {.form = &form_text, .versie = "1", .draden = platform_processors()};

    session_start(&s, &command, argc, argv);
    while (session_next(&s, &a))
        rapport_optie(&s, &w, &a);
    if (text_has_word(delivering, text_of(s.cli.verb->name))) {
        rapport_iwmo(&s, &w);
        return session_end(&s);
    }
    rapport_wensen(&s, &w);
    if (!strcmp(s.cli.verb->name, "samen")) {
        rapport_samen(&s, &w);
        return session_end(&s);
    }
    session_read(&s, 0, false);
    if (!strcmp(s.cli.verb->name, "caseload"))
        rapport_caseload(&s, &w);
    else if (!strcmp(s.cli.verb->name, "levering"))
        rapport_levering(&s, &w);
    else if (!strcmp(s.cli.verb->name, "uitvoer"))
        rapport_uitvoer(&s, &w);
    else
        rapport_tellingen(&s, &w);
    buffer_free(&w.words);
    return session_end(&s);
}
