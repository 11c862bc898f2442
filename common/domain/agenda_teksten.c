/* What the worker reads. No name, and no word of what somebody told: this goes to mail boxes and to
 * telephones. */
#include "domain/agenda.h"

#define NAZORG_REGEL                                                                               \
    "De dag is Uiterlijk van de nazorg. Met Herhaal komt zij steeds terug, tot en met Einde. Een " \
    "gesprek met Bij telt voor elk moment dat er hoogstens een halve tussentijd vandaan ligt."

const struct agenda_tekst agenda_teksten[AGENDA_SOORTEN] = {
    [AGENDA_NAZORG_BELLEN] = {"nazorg", "bel voor de nazorg", NAZORG_REGEL, false},
    [AGENDA_NAZORG_GESPREK] = {"nazorg", "heb een nazorggesprek", NAZORG_REGEL, false},
    [AGENDA_NAZORG_HUISBEZOEK] = {"nazorg", "ga langs voor de nazorg", NAZORG_REGEL, false},
    [AGENDA_NAZORG_BERICHT] = {"nazorg", "stuur een bericht voor de nazorg", NAZORG_REGEL, false},
    [AGENDA_NAZORG_OPNIEUW] = {"nazorg", "probeer opnieuw contact te krijgen voor de nazorg",
                               NAZORG_REGEL, false},
    [AGENDA_NAZORG_EINDE] = {"nazorg-einde",
                             "de nazorg liep af: sluit haar af, of spreek een nieuwe tijd af",
                             "De dag is Einde van de nazorg. Na die dag is er geen nazorg meer, "
                             "maar zij staat nog open.",
                             true},
    [AGENDA_AFSPRAAK] = {"afspraak", "er is een afspraak",
                         "De dag is Wanneer van een afspraak die gepland is.", false},
    [AGENDA_AFSPRAAK_VOORBIJ] = {"afspraak", "de afspraak is geweest: noteer hoe het ging",
                                 "De dag is Wanneer van een afspraak die nog als gepland staat.",
                                 false},
    [AGENDA_GEMIST] =
        {"afspraak-gemist", "de afspraak ging niet door: zoek contact, en noteer wat u deed",
         "De dag is Wanneer, of eerder de dag waarop het genoteerd is. Het is klaar "
         "als er bij Opvolging iets staat, of als er daarna een gesprek of een nieuwe "
         "afspraak kwam.",
         false},
    [AGENDA_STAP] = {"stap", "kijk hoe het met deze stap staat",
                     "De dag is Uiterlijk van een stap die open, bezig of uitgesteld is.", false},
    [AGENDA_BELOFTE] = {"stap-begeleider", "dit zou u doen",
                        "De dag is Uiterlijk van een stap die open, bezig of uitgesteld is. Bij "
                        "Wie staat de begeleider.",
                        false},
    [AGENDA_EVALUEREN] =
        {"doel-evalueren", "kijk samen hoe het met dit doel gaat",
         "De dag is Evalueren_op van een doel dat loopt. Het is klaar als u op die "
         "dag of later Status, Schaal of Volgens noteert.",
         false},
    [AGENDA_DOEL] = {"doel-uiterlijk", "de tijd voor dit doel is om: hoe gaat het verder",
                     "De dag is Uiterlijk van een doel dat loopt.", false},
    [AGENDA_DOEL_TERUG] = {"doel-terugkomen", "kom terug op dit doel, zoals afgesproken",
                           "De dag is Terugkomen_op van een doel dat loopt, rust of een wens is.",
                           false},
    [AGENDA_DOMEIN] = {"domein-terugkomen", "kom terug op een deel van het leven dat mocht rusten",
                       "De dag is Geparkeerd_tot, tenzij de cliënt er niet op wil terugkomen.",
                       false},
    [AGENDA_RECHT] = {"recht", "kijk of dit recht geregeld is",
                      "De dag is Uiterlijk van een recht dat nog niet toegekend of geweigerd is.",
                      false},
    [AGENDA_VERWIJS_TERUG] =
        {"verwijzing-terugkomen", "kom terug op deze verwijzing",
         "De dag is Terugkomen_op van een verwijzing die niet is afgerond. Ook "
         "wat rust of losgelaten is, telt.",
         false},
    [AGENDA_WACHTLIJST] = {"wachtlijst", "het wachten duurt lang: vraag na, en houd contact",
                           "Zo lang na Wacht_sinds, of na wat u er het laatst van noteerde: zes "
                           "weken, of wat de instelling Wachtlijst zegt.",
                           true},
    [AGENDA_OVERBRUGGING] = {"overbrugging", "wat helpt zolang het wachten duurt? spreek iets af",
                             "De dag is Wacht_sinds van een verwijzing waar nog geen Overbrugging "
                             "staat.",
                             false},
    [AGENDA_TERUGBELLEN] = {"terugbellen", "bel terug over deze vraag",
                            "De dag is Terugbellen_op van een vraag die niet is afgehandeld.",
                            false},
    [AGENDA_VERTEL] = {"vertel-client", "vertel de cliënt wat er gevraagd en gezegd is",
                       "De dag is Afgehandeld van een vraag waar Teruggekoppeld_client leeg is.",
                       false},
    [AGENDA_TOESTEMMING] = {"toestemming-einde", "deze toestemming loopt af: vraag het opnieuw",
                            "De dag is de laatste van een toestemming die geldt: Tot, of de tijd "
                            "die de instelling Toestemming_duur zegt.",
                            false},
    [AGENDA_TOESTEMMING_VOORBIJ] = {"toestemming-einde",
                                    "deze toestemming is voorbij: vraag het opnieuw",
                                    "De dag is de laatste van de toestemming. Dit wordt vier weken "
                                    "lang gezegd, tot er een nieuw ja of nee van is.",
                                    true},
    [AGENDA_LEEFTIJD] =
        {"toestemming-leeftijd",
         "de cliënt wordt een jaar ouder en mag meer zelf: kijk samen deze "
         "toestemming na",
         "De dag is de verjaardag waarop anderen over de toestemming beslissen: 12, "
         "16 en 18 jaar, of wat de instelling Toestemming_nakijken zegt. Het is "
         "klaar als u de toestemming daarna wijzigt.",
         false},
    [AGENDA_WERKAFSPRAAK] = {"werkafspraak-einde",
                             "het afgesproken einde: sluit samen af, of spreek een nieuwe tijd af",
                             "De dag is Einde_verwacht van de laatste werkafspraak.", false},
    [AGENDA_SLAPEND] = {"slapend", "er is lang geen contact: bel, of ga langs",
                        "Zo lang na het laatste gesprek, of na de melding als er nog geen gesprek "
                        "was: acht weken, of wat de instelling Slapend zegt.",
                        true},
    [AGENDA_ONDERZOEK] = {"termijn-onderzoek", "het onderzoek moet klaar zijn",
                          "Een termijn van de wet.", false},
    [AGENDA_BESCHIKKING] = {"termijn-beschikking", "het besluit op de aanvraag moet er zijn",
                            "Een termijn van de wet.", false},
    [AGENDA_STIL] = {"termijn-stil",
                     "de termijn staat stil, en niemand zei tot wanneer: kijk of dat nog klopt",
                     "Vier weken na de opschorting, of na wat u er het laatst van noteerde. Het is "
                     "klaar als er een hervatting, een Tot of een nieuwe opschorting is.",
                     true},
    [AGENDA_BEWAREN] = {"bewaren", "wat hier het oudst is, mag niet langer bewaard worden",
                        "Een bewaartermijn.", false},
};
