/* What the reports count. The same sentences stand in gesprek-rapport(1). */
#include "domain/rapport.h"

const struct deel rapport_delen[RAPPORT_DELEN] = {
    [DEEL_INSTROOM] = {"instroom", "Instroom, uitstroom en stand"},
    [DEEL_FASEN] = {"fasen", "Fasen"},
    [DEEL_DOELEN] = {"doelen", "Doelen"},
    [DEEL_DOMEINEN] = {"domeinen", "Levensdomeinen en rechten"},
    [DEEL_NETWERK] = {"netwerk", "Netwerk"},
    [DEEL_VERWIJZINGEN] = {"verwijzingen", "Verwijzingen"},
    [DEEL_DOORLOOPTIJD] = {"doorlooptijd", "Doorlooptijd"},
    [DEEL_CONTACT] = {"contact", "Gesprekken en afspraken"},
    [DEEL_NAZORG] = {"nazorg", "Nazorg"},
    [DEEL_TEVREDENHEID] = {"tevredenheid", "Tevredenheid"},
    [DEEL_SIGNALEN] = {"signalen", "Signalen"},
};

const char *const rapport_groeperingen[RAPPORT_GROEPERINGEN] = {
    "gemeente", "werkveld", "kader", "leeftijdsklasse", "geslacht", "via", "begeleider"};

const struct maat rapport_maten[RAPPORT_MATEN] = {
    [MAAT_PERIODE] = {DEEL_INSTROOM, "periode", "liep in de periode", "trajecten",
                      .uitleg =
                          "Begonnen op of voor de laatste dag, en niet afgesloten voor de eerste."},
    [MAAT_BEGIN] = {DEEL_INSTROOM, "begin", "stand vooraf", "trajecten", .soort = SOORT_VERSCHIL,
                    .van = MAAT_PERIODE, .met = MAAT_IN,
                    .uitleg =
                        "Open op de avond voor de eerste dag: liep in de periode, min begonnen."},
    [MAAT_IN] = {DEEL_INSTROOM, "in", "begonnen", "trajecten",
                 .uitleg = "De melding is van een dag in de periode."},
    [MAAT_UIT] = {DEEL_INSTROOM, "uit", "afgesloten", "trajecten",
                  .uitleg = "De afsluiting is van een dag in de periode."},
    [MAAT_EIND] = {DEEL_INSTROOM, "eind", "stand aan het einde", "trajecten",
                   .soort = SOORT_VERSCHIL, .van = MAAT_PERIODE, .met = MAAT_UIT,
                   .uitleg =
                       "Open op de avond van de laatste dag: liep in de periode, min afgesloten."},
    [MAAT_HEROPEND] =
        {DEEL_INSTROOM, "heropend", "waarvan heropend", "trajecten", .vlaggen = ALLEEN_EXACT,
         .uitleg = "Begonnen binnen 28 dagen nadat een eerder traject in hetzelfde dossier was "
                   "afgesloten."},
    [MAAT_TERUGKEER] = {DEEL_INSTROOM, "terugkeer", "waarvan terug binnen een jaar", "trajecten",
                        .vlaggen = ALLEEN_EXACT,
                        .uitleg = "Later begonnen dan na 28 dagen, en binnen 12 maanden."},
    [MAAT_UIT_REDEN] = {DEEL_INSTROOM, "uit_reden", "afgesloten, naar reden", "trajecten",
                        .vlaggen = ALLEEN_EXACT | EIGEN_RIJEN,
                        .uitleg = "De reden die bij de afsluiting staat."},

    [MAAT_BEREIKT] = {DEEL_FASEN, "bereikt", "met een gesprek in de fase", "trajecten",
                      .vlaggen = EIGEN_RIJEN,
                      .uitleg = "Er was in de periode een gesprek dat deze fase noemt."},
    [MAAT_INTREDES] = {DEEL_FASEN, "intredes", "keer in de fase gekomen", "keer",
                       .vlaggen = ALLEEN_EXACT | EIGEN_RIJEN,
                       .uitleg =
                           "De fase werd in de periode een andere; wie terugkomt telt nog eens."},
    [MAAT_HERHAALD] = {DEEL_FASEN, "herhaald", "waarvan niet voor het eerst", "trajecten",
                       .vlaggen = ALLEEN_EXACT | EIGEN_RIJEN,
                       .uitleg =
                           "Het traject kwam in de periode in een fase waar het eerder al in was."},
    [MAAT_VERBLIJF] = {DEEL_FASEN, "verblijf", "fase verlaten", "keer", .vlaggen = EIGEN_RIJEN,
                       .uitleg =
                           "In de periode kwam een andere fase, of werd het traject afgesloten."},
    [MAAT_VERBLIJF_P50] = {DEEL_FASEN, "verblijf_p50", "tijd in de fase, mediaan", "dagen",
                           .vlaggen = EIGEN_RIJEN, .soort = SOORT_PERCENTIEL, .van = MAAT_VERBLIJF,
                           .met = MAAT_VERBLIJF, .per_mille = 500,
                           .uitleg =
                               "Van wie de fase verliet bleef de helft er zo lang in, of korter."},
    [MAAT_VERBLIJF_P90] =
        {DEEL_FASEN, "verblijf_p90", "tijd in de fase, 9 van de 10", "dagen",
         .vlaggen = EIGEN_RIJEN, .soort = SOORT_PERCENTIEL, .van = MAAT_VERBLIJF,
         .met = MAAT_VERBLIJF, .per_mille = 900,
         .uitleg = "Van wie de fase verliet bleven 9 van de 10 er zo lang in, of korter."},

    [MAAT_BEHAALD] = {DEEL_DOELEN, "behaald", "behaald", "doelen",
                      .uitleg = "Het doel kreeg in de periode de status behaald."},
    [MAAT_DEELS] = {DEEL_DOELEN, "deels", "deels behaald", "doelen",
                    .uitleg = "Het doel kreeg in de periode de status deels."},
    [MAAT_NIET_BEHAALD] = {DEEL_DOELEN, "niet-behaald", "niet behaald", "doelen",
                           .uitleg = "Het doel kreeg in de periode de status niet-behaald."},
    [MAAT_LOSGELATEN] = {DEEL_DOELEN, "losgelaten", "losgelaten", "doelen",
                         .uitleg = "Het doel kreeg in de periode de status losgelaten."},
    [MAAT_OORDEEL] = {DEEL_DOELEN, "oordeel", "naar wie dat vindt", "doelen",
                      .vlaggen = ALLEEN_EXACT | EIGEN_RIJEN,
                      .uitleg =
                          "Dezelfde doelen, met wie dat oordeel gaf: cliënt, samen of begeleider."},

    [MAAT_WENS] = {DEEL_DOMEINEN, "wens", "met een wens", "levensdomeinen", .vlaggen = EIGEN_RIJEN,
                   .uitleg = "In de periode genoteerd of bijgewerkt, en er staat een wens bij."},
    [MAAT_KRACHT] = {DEEL_DOMEINEN, "kracht", "met een kracht", "levensdomeinen",
                     .vlaggen = EIGEN_RIJEN,
                     .uitleg =
                         "In de periode genoteerd of bijgewerkt, en er staat een kracht bij."},
    [MAAT_BELEMMERING] =
        {DEEL_DOMEINEN, "belemmering", "met een belemmering", "levensdomeinen",
         .vlaggen = EIGEN_RIJEN,
         .uitleg = "In de periode genoteerd of bijgewerkt, en er staat een belemmering bij."},
    [MAAT_RECHT_ONBENUT] = {DEEL_DOMEINEN, "recht_onbenut", "rechten, nog niet gebruikt", "rechten",
                            .vlaggen = EIGEN_RIJEN,
                            .uitleg =
                                "In de periode genoteerd of bijgewerkt, en aan het einde vermoed, "
                                "besproken, wordt-uitgezocht of niet-gewenst."},
    [MAAT_RECHT_TOEGEKEND] = {DEEL_DOMEINEN, "recht_toegekend", "rechten, toegekend", "rechten",
                              .vlaggen = EIGEN_RIJEN,
                              .uitleg = "Het recht kreeg in de periode de status toegekend."},

    [MAAT_INFORMEEL] =
        {DEEL_NETWERK, "informeel", "mensen om iemand heen", "dossiers", .vlaggen = EIGEN_RIJEN,
         .uitleg = "Het netwerk is in de periode bijgewerkt; zoveel mensen staan er in die geen "
                   "hulpverlener zijn, zonder wie overleden is en zonder verbroken banden."},
    [MAAT_MANTELZORGER] =
        {DEEL_NETWERK, "mantelzorger", "met een mantelzorger", "dossiers", .vlaggen = ALLEEN_EXACT,
         .uitleg = "Het netwerk is in de periode bijgewerkt, en er staat een mantelzorger in."},
    [MAAT_MANTELZORGER_WENS] = {DEEL_NETWERK, "mantelzorger_wens", "waar de mantelzorger steun wil",
                                "dossiers", .vlaggen = ALLEEN_EXACT,
                                .uitleg =
                                    "Bij een mantelzorger staat welke ondersteuning gewenst is."},

    [MAAT_NIEUW] = {DEEL_VERWIJZINGEN, "nieuw", "nieuw, naar dienst", "verwijzingen",
                    .vlaggen = EIGEN_RIJEN,
                    .uitleg = "De verwijzing is van een dag in de periode."},
    [MAAT_STAND] = {DEEL_VERWIJZINGEN, "stand", "kreeg de status", "verwijzingen",
                    .vlaggen = EIGEN_RIJEN,
                    .uitleg = "De verwijzing kreeg in de periode haar laatste status."},
    [MAAT_STATUS_PER_DIENST] = {DEEL_VERWIJZINGEN, "status_per_dienst",
                                "kreeg de status, per dienst", "verwijzingen",
                                .vlaggen = ALLEEN_EXACT | EIGEN_RIJEN,
                                .uitleg = "Dezelfde verwijzingen, per dienst."},
    [MAAT_REDEN] =
        {DEEL_VERWIJZINGEN, "reden", "waarom niet, of niet meer", "verwijzingen",
         .vlaggen = ALLEEN_EXACT | EIGEN_RIJEN | MINSTENS_VIJF,
         .uitleg =
             "Geweigerd, afgezien, niet doorgegaan, gestopt of losgelaten in de periode, met de "
             "reden; een reden die bij minder dan 5 mensen staat wordt niet geprint."},
    [MAAT_STAP] =
        {DEEL_VERWIJZINGEN, "stap", "bij stap", "verwijzingen", .vlaggen = EIGEN_RIJEN,
         .uitleg = "In de periode genoteerd of bijgewerkt; zo ver is de verwijzing, van 1 tot 7."},
    [MAAT_WACHT_NU] = {DEEL_VERWIJZINGEN, "wacht_nu", "wacht aan het einde", "verwijzingen",
                       .uitleg = "Op een wachtlijst, in een traject dat open is."},
    [MAAT_GEWACHT] = {DEEL_VERWIJZINGEN, "gewacht", "gestart na wachten", "verwijzingen",
                      .vlaggen = EIGEN_RIJEN,
                      .uitleg =
                          "In de periode gestart, en er staat sinds wanneer er gewacht werd."},
    [MAAT_WACHTDAGEN_P50] = {DEEL_VERWIJZINGEN, "wachtdagen_p50", "wachttijd, mediaan", "dagen",
                             .vlaggen = EIGEN_RIJEN, .soort = SOORT_PERCENTIEL, .van = MAAT_GEWACHT,
                             .met = MAAT_GEWACHT, .per_mille = 500,
                             .uitleg = "Van wie gestart is wachtte de helft zo lang, of korter."},
    [MAAT_WACHTDAGEN_P90] = {DEEL_VERWIJZINGEN, "wachtdagen_p90", "wachttijd, 9 van de 10", "dagen",
                             .vlaggen = EIGEN_RIJEN, .soort = SOORT_PERCENTIEL, .van = MAAT_GEWACHT,
                             .met = MAAT_GEWACHT, .per_mille = 900,
                             .uitleg =
                                 "Van wie gestart is wachtten 9 van de 10 zo lang, of korter."},

    [MAAT_EERSTE_GESPREK] = {DEEL_DOORLOOPTIJD, "eerste_gesprek", "eerste gesprek", "trajecten",
                             .uitleg = "Het eerste gesprek van het traject was in de periode."},
    [MAAT_EERSTE_GESPREK_P50] = {DEEL_DOORLOOPTIJD, "eerste_gesprek_p50",
                                 "van melding tot eerste gesprek, mediaan", "dagen",
                                 .soort = SOORT_PERCENTIEL, .van = MAAT_EERSTE_GESPREK,
                                 .met = MAAT_EERSTE_GESPREK, .per_mille = 500,
                                 .uitleg = "De helft had zo snel een eerste gesprek, of sneller."},
    [MAAT_EERSTE_GESPREK_P90] = {DEEL_DOORLOOPTIJD, "eerste_gesprek_p90",
                                 "van melding tot eerste gesprek, 9 van de 10", "dagen",
                                 .soort = SOORT_PERCENTIEL, .van = MAAT_EERSTE_GESPREK,
                                 .met = MAAT_EERSTE_GESPREK, .per_mille = 900,
                                 .uitleg =
                                     "9 van de 10 hadden zo snel een eerste gesprek, of sneller."},
    [MAAT_ONDERZOEK_BINNEN] =
        {DEEL_DOORLOOPTIJD, "onderzoek_binnen", "onderzoek klaar binnen de termijn", "termijnen",
         .uitleg = "Het onderzoek kwam in de periode klaar, op tijd. Uitstel dat is "
                   "afgesproken telt mee."},
    [MAAT_ONDERZOEK_OVER] = {DEEL_DOORLOOPTIJD, "onderzoek_over", "onderzoek klaar na de termijn",
                             "termijnen",
                             .uitleg =
                                 "Het onderzoek kwam in de periode klaar, na de laatste dag."},
    [MAAT_ONDERZOEK_AANDEEL] =
        {DEEL_DOORLOOPTIJD, "onderzoek_aandeel", "onderzoek, deel op tijd", "procent",
         .soort = SOORT_AANDEEL, .van = MAAT_ONDERZOEK_BINNEN, .met = MAAT_ONDERZOEK_OVER,
         .uitleg = "Het deel dat op tijd klaar was, uit de twee aantallen hierboven."},
    [MAAT_ONDERZOEK_DAGEN] = {DEEL_DOORLOOPTIJD, "onderzoek_dagen", "", "dagen",
                              .vlaggen = NIET_GEPRINT, .uitleg = ""},
    [MAAT_ONDERZOEK_P50] = {DEEL_DOORLOOPTIJD, "onderzoek_p50", "duur van het onderzoek, mediaan",
                            "dagen", .soort = SOORT_PERCENTIEL, .van = MAAT_ONDERZOEK_DAGEN,
                            .met = MAAT_ONDERZOEK_BINNEN, .plus = MAAT_ONDERZOEK_OVER,
                            .per_mille = 500,
                            .uitleg = "De helft van de onderzoeken duurde zo lang, of korter."},
    [MAAT_ONDERZOEK_P90] = {DEEL_DOORLOOPTIJD, "onderzoek_p90",
                            "duur van het onderzoek, 9 van de 10", "dagen",
                            .soort = SOORT_PERCENTIEL, .van = MAAT_ONDERZOEK_DAGEN,
                            .met = MAAT_ONDERZOEK_BINNEN, .plus = MAAT_ONDERZOEK_OVER,
                            .per_mille = 900,
                            .uitleg = "9 van de 10 onderzoeken duurden zo lang, of korter."},
    [MAAT_BESCHIKKING_BINNEN] =
        {DEEL_DOORLOOPTIJD, "beschikking_binnen", "beschikking binnen de termijn", "termijnen",
         .uitleg = "De beschikking kwam in de periode, op tijd. Verlenging en opschorting "
                   "tellen mee."},
    [MAAT_BESCHIKKING_OVER] = {DEEL_DOORLOOPTIJD, "beschikking_over", "beschikking na de termijn",
                               "termijnen",
                               .uitleg = "De beschikking kwam in de periode, na de laatste dag."},
    [MAAT_BESCHIKKING_AANDEEL] =
        {DEEL_DOORLOOPTIJD, "beschikking_aandeel", "beschikking, deel op tijd", "procent",
         .soort = SOORT_AANDEEL, .van = MAAT_BESCHIKKING_BINNEN, .met = MAAT_BESCHIKKING_OVER,
         .uitleg = "Het deel dat op tijd kwam, uit de twee aantallen hierboven."},
    [MAAT_BESCHIKKING_DAGEN] = {DEEL_DOORLOOPTIJD, "beschikking_dagen", "", "dagen",
                                .vlaggen = NIET_GEPRINT, .uitleg = ""},
    [MAAT_BESCHIKKING_P50] = {DEEL_DOORLOOPTIJD, "beschikking_p50",
                              "van aanvraag tot beschikking, mediaan", "dagen",
                              .soort = SOORT_PERCENTIEL, .van = MAAT_BESCHIKKING_DAGEN,
                              .met = MAAT_BESCHIKKING_BINNEN, .plus = MAAT_BESCHIKKING_OVER,
                              .per_mille = 500, .uitleg = "De helft duurde zo lang, of korter."},
    [MAAT_BESCHIKKING_P90] = {DEEL_DOORLOOPTIJD, "beschikking_p90",
                              "van aanvraag tot beschikking, 9 van de 10", "dagen",
                              .soort = SOORT_PERCENTIEL, .van = MAAT_BESCHIKKING_DAGEN,
                              .met = MAAT_BESCHIKKING_BINNEN, .plus = MAAT_BESCHIKKING_OVER,
                              .per_mille = 900,
                              .uitleg = "9 van de 10 duurden zo lang, of korter."},
    [MAAT_OVER_MET_REDEN] =
        {DEEL_DOORLOOPTIJD, "over_met_reden", "na de termijn, met een reden", "termijnen",
         .vlaggen = ALLEEN_EXACT,
         .uitleg = "Na de laatste dag klaar, in een traject met uitstel-in-overleg, verlenging "
                   "of opschorting."},
    [MAAT_AFSLUITING_DAGEN] = {DEEL_DOORLOOPTIJD, "afsluiting_dagen", "", "dagen",
                               .vlaggen = NIET_GEPRINT, .uitleg = ""},
    [MAAT_AFSLUITING_P50] =
        {DEEL_DOORLOOPTIJD, "afsluiting_p50", "van melding tot afsluiting, mediaan", "dagen",
         .soort = SOORT_PERCENTIEL, .van = MAAT_AFSLUITING_DAGEN, .met = MAAT_UIT, .per_mille = 500,
         .uitleg = "Van wat in de periode is afgesloten duurde de helft zo lang, of korter."},
    [MAAT_AFSLUITING_P90] =
        {DEEL_DOORLOOPTIJD, "afsluiting_p90", "van melding tot afsluiting, 9 van de 10", "dagen",
         .soort = SOORT_PERCENTIEL, .van = MAAT_AFSLUITING_DAGEN, .met = MAAT_UIT, .per_mille = 900,
         .uitleg = "Van wat in de periode is afgesloten duurden 9 van de 10 zo lang, of korter."},

    [MAAT_GESPREKKEN] = {DEEL_CONTACT, "gesprekken", "gesprekken", "gesprekken",
                         .vlaggen = EIGEN_RIJEN,
                         .uitleg =
                             "Gesprekken in de periode; die van de nazorg tellen bij nazorg."},
    [MAAT_MINUTEN] = {DEEL_CONTACT, "minuten", "duur bij elkaar", "minuten",
                      .vlaggen = ALLEEN_EXACT | EIGEN_RIJEN,
                      .uitleg = "De minuten van die gesprekken, waar ze genoteerd zijn."},
    [MAAT_ZONDER_DUUR] = {DEEL_CONTACT, "zonder_duur", "gesprekken zonder duur", "gesprekken",
                          .vlaggen = ALLEEN_EXACT | EIGEN_RIJEN,
                          .uitleg = "Die gesprekken waarbij geen minuten staan."},
    [MAAT_AFSPRAKEN] =
        {DEEL_CONTACT, "afspraken", "afspraken", "afspraken", .vlaggen = EIGEN_RIJEN,
         .uitleg = "Afspraken voor een dag in de periode: geweest, verzet, door wie afgezegd, niet "
                   "verschenen."},

    [MAAT_AFGESPROKEN] = {DEEL_NAZORG, "afgesproken", "afgesproken", "momenten",
                          .vlaggen = EIGEN_RIJEN,
                          .uitleg = "De nazorg is in de periode afgesproken."},
    [MAAT_CONTACTEN] = {DEEL_NAZORG, "contacten", "contact gehad", "gesprekken",
                        .uitleg = "Gesprekken in de periode die bij nazorg horen."},
    [MAAT_NIET_BEREIKT] = {DEEL_NAZORG, "niet_bereikt", "niet bereikt", "momenten",
                           .uitleg = "De nazorg kreeg in de periode de status niet-bereikt."},
    [MAAT_OVER_TIJD] = {DEEL_NAZORG, "over_tijd", "nog te doen, over tijd", "momenten",
                        .uitleg = "Aan het einde nog open, en de dag is er geweest."},

    [MAAT_CIJFER] = {DEEL_TEVREDENHEID, "cijfer", "cijfer van de cliënt", "evaluaties",
                     .vlaggen = EIGEN_RIJEN,
                     .uitleg = "Evaluaties in de periode, naar het cijfer dat de cliënt gaf."},
    [MAAT_CIJFERS] = {DEEL_TEVREDENHEID, "cijfers", "", "punten", .vlaggen = NIET_GEPRINT,
                      .uitleg = ""},
    [MAAT_CIJFER_P50] = {DEEL_TEVREDENHEID, "cijfer_p50", "cijfer, mediaan", "punten",
                         .vlaggen = ALLEEN_EXACT, .soort = SOORT_PERCENTIEL, .van = MAAT_CIJFERS,
                         .per_mille = 500, .uitleg = "De helft gaf dit cijfer, of een lager."},

    [MAAT_SIGNAAL] =
        {DEEL_SIGNALEN, "signaal", "signalen", "signalen", .vlaggen = EIGEN_RIJEN,
         .uitleg = "Signalen uit de periode, naar levensdomein. Een signaal gaat nooit over een "
                   "persoon."},
    [MAAT_AAN] = {DEEL_SIGNALEN, "aan", "signalen, naar wie", "signalen",
                  .vlaggen = ALLEEN_EXACT | EIGEN_RIJEN,
                  .uitleg = "Dezelfde signalen, naar wie ze gingen."},
};
