/* The schema: one table. What a field means, who may see it and what is asked for it stands here
 * and nowhere else. Order, names and choices are those of dossier(5); the wording of the questions
 * is ours. */
#include "journal/schema.h"

/* ---- the way in ---- */

static const struct field melding[] = {
    {"Vraag", KIND_TEXT, OPENS | LONG, NULL, "Wat is de vraag, in de woorden van de persoon zelf?"},
    {"Gemeente", KIND_GEMEENTE, OPENS, NULL,
     "Welke gemeente is verantwoordelijk? (4 cijfers; in Vlaanderen 5)"},
    {"Woongemeente", KIND_GEMEENTE, 0, NULL,
     "In welke gemeente woont de persoon, als dat een andere is?"},
    {"Via", KIND_CHOICE, 0,
     "zelf naaste huisarts wijkverpleging ziekenhuis ggz school clb wijkteam welzijnswerk "
     "woningcorporatie politie veilig-thuis "
     "vertrouwenscentrum gemeente ocmw caw uwv vdab clientondersteuning gi eigen-organisatie "
     "anders",
     "Via wie kwam de melding binnen?"},
    {"Reden", KIND_TEXT, LONG, NULL, "Waarom komt de vraag nu?"},
    {"Werkveld", KIND_CHOICE, 0,
     "algemeen-welzijnswerk personen-met-beperking migratie-en-integratie jeugdhulp "
     "geestelijke-gezondheidszorg jeugdwerk "
     "kind-en-gezin onderwijs ouderenzorg activering-en-werk wijkteam schuldhulp "
     "maatschappelijke-opvang thuiszorg "
     "etnisch-culturele-minderheden>migratie-en-integratie bijzondere-jeugdbijstand>jeugdhulp",
     "Bij welk werkveld past de vraag?"},
    {"Kader", KIND_CHOICE, 0,
     "wmo jeugdwet participatiewet schuldhulp wlz zvw passend-onderwijs leerlingenbegeleiding ocmw "
     "caw integrale-jeugdhulp vaph "
     "activering eigen-aanbod",
     "Onder welke wet of regeling valt dit?"},
    {"Zorgfase", KIND_CHOICE, 0,
     "brede-basiszorg verhoogde-zorg uitbreiding-van-zorg individueel-aangepast-curriculum",
     "In welke fase van de zorg op school zit dit?"},
    {"Begeleider", KIND_TEXT, INTERN, NULL, "Wie is de begeleider?"},
    {"Bekend_bij", KIND_TEXT, MANY, NULL, "Welke andere organisatie kent de persoon al?"},
    {"Voorinformatie_gekregen", KIND_TEXT, LONG, NULL, "Wat kreeg u vooraf te horen, en van wie?"},
    {"Voorinformatie_besproken", KIND_YESNO, 0, NULL, "Hebt u dat met de cliënt besproken?"},
    {"Voorinformatie_gegeven", KIND_TEXT, LONG, NULL, "Wat hebt u de cliënt vooraf verteld?"},
    {"Urgent", KIND_YESNO, 0, NULL, "Kan dit niet wachten?"},
    {"Client_weet_ervan", KIND_YESNO, 0, NULL, "Weet de cliënt van deze melding?"},
    {0}};

static const struct field client[] = {
    {"Naam", KIND_TEXT, OPENS, NULL, "Hoe wil de cliënt genoemd worden?"},
    {"Voornamen", KIND_TEXT, 0, NULL, "Wat zijn de voornamen?"},
    {"Voorvoegsel", KIND_TEXT, 0, NULL, "Wat staat er voor de achternaam? (van, de, ...)"},
    {"Achternaam", KIND_TEXT, 0, NULL, "Wat is de achternaam?"},
    {"Geboren", KIND_DATE, 0, NULL, "Wanneer is de cliënt geboren?"},
    {"Geslacht", KIND_CHOICE, 0, "vrouw man x onbekend", "Vrouw, man of x?"},
    {"Aanspreken", KIND_TEXT, 0, NULL, "Hoe spreekt u de cliënt aan? (je of u, mevrouw, ...)"},
    {"Persoon", KIND_TEXT, 0, NULL,
     "Welk eigen nummer heeft deze persoon? (hetzelfde in elk dossier van deze persoon)"},
    {"Huishouden", KIND_TEXT, MANY | PEOPLE, NULL, "Wie wonen er samen?"},
    {"Verwant_dossier", KIND_TEXT, MANY | INTERN, NULL,
     "Welk ander dossier hoort erbij? (het nummer)"},
    {"Taal", KIND_TEXT, 0, NULL, "Welke taal spreekt de cliënt het liefst?"},
    {"Tolk", KIND_CHOICE, 0, "geen taal gebaren doofblind naaste", "Is er een tolk nodig?"},
    {"Lezen", KIND_CHOICE, 0, "vlot moeilijk niet", "Hoe gaat lezen?"},
    {"Onthoudt", KIND_CHOICE, MANY, "papier e-mail sms bericht-app bellen pictogram via-naaste",
     "Hoe onthoudt de cliënt een afspraak het best?"},
    {"Adres", KIND_TEXT, 0, NULL, "Wat is het adres?"},
    {"Telefoon", KIND_TEXT, 0, NULL, "Wat is het telefoonnummer?"},
    {"Email", KIND_TEXT, 0, NULL, "Wat is het e-mailadres?"},
    {"Bereikbaar", KIND_TEXT, 0, NULL, "Wanneer en hoe is de cliënt goed te bereiken?"},
    {"Veilig_bereikbaar", KIND_TEXT, 0, NULL,
     "Wat mag u niet doen om contact te zoeken? (voicemail, brief naar huis, ...)"},
    {"Geheim_adres", KIND_YESNO, 0, NULL, "Is het adres geheim?"},
    {"Wijk", KIND_TEXT, 0, NULL, "In welke wijk woont de cliënt?"},
    {"Overleden", KIND_DATE, 0, NULL,
     "Op welke dag is de cliënt overleden? (alle herinneringen stoppen)"},
    {0}};

static const struct field vertegenwoordiger[] = {
    {"Naam", KIND_TEXT, OPENS | PEOPLE, NULL, "Wie vertegenwoordigt de cliënt?"},
    {"Soort", KIND_CHOICE, OPENS,
     "ouder-met-gezag voogd gi mentor curator gevolmachtigde bewindvoerder-persoon "
     "bewindvoerder-geld",
     "In welke rol vertegenwoordigt deze persoon de cliënt?"},
    {"Waarvoor", KIND_TEXT, 0, NULL, "Waarover mag deze persoon beslissen?"},
    {"Van", KIND_DATE, 0, NULL, "Vanaf welke dag?"},
    {"Tot", KIND_DATE, 0, NULL, "Tot en met welke dag?"},
    {"Bewijs_gezien", KIND_DATE, 0, NULL, "Op welke dag hebt u het bewijs gezien?"},
    {0}};

static const struct field werkafspraak[] = {
    {"Verwacht_client", KIND_TEXT, OPENS | MANY, NULL, "Wat mag u van de cliënt verwachten?"},
    {"Verwacht_begeleider", KIND_TEXT, MANY, NULL, "Wat mag de cliënt van u verwachten?"},
    {"Grens", KIND_TEXT, MANY, NULL, "Wat doet u niet, of wat kan niet?"},
    {"Bereikbaar", KIND_TEXT, 0, NULL, "Wanneer en hoe bent u bereikbaar?"},
    {"Einde_verwacht", KIND_DATE, 0, NULL, "Tot wanneer werkt u samen, denkt u nu?"},
    {"Beroepsgeheim_besproken", KIND_YESNO, 0, NULL, "Hebt u uitgelegd wat u geheim houdt?"},
    {"Notities_besproken", KIND_YESNO, 0, NULL,
     "Weet de cliënt wat u opschrijft en wie dat mag zien?"},
    {"Uitleg_was_duidelijk", KIND_YESNO, 0, NULL, "Was uw uitleg duidelijk, vindt de cliënt?"},
    {0}};

static const struct field procedure[] = {
    {"Soort", KIND_CHOICE, OPENS,
     "bevestiging clientondersteuning-gewezen persoonlijk-plan identiteit-vastgesteld "
     "onderzoek-klaar uitstel-in-overleg "
     "verslag-verstuurd verslag-getekend aanvraag spoedvoorziening verlenging opschorting "
     "hervatting beschikking ingetrokken "
     "ingebrekestelling bezwaar beroep heronderzoek",
     "Welke stap is gezet?"},
    {"Bij", KIND_REFERENCE, 0, "Melding",
     "Bij welke melding hoort dit? (anders: de laatste die open is)"},
    {"Uitkomst", KIND_CHOICE, 0, "toegekend deels afgewezen buiten-behandeling",
     "Wat was de uitkomst?"},
    {"Tot", KIND_DATE, 0, NULL, "Tot en met welke dag geldt het?"},
    {"Toelichting", KIND_TEXT, LONG, NULL, "Wat is erbij te vertellen?"},
    {0}};

static const struct field onderzoek[] = {
    {"Behoeften", KIND_TEXT, OPENS | LONG, NULL,
     "Wat heeft de cliënt nodig, en wat vindt de cliënt fijn?"},
    {"Eigen_kracht", KIND_TEXT, LONG, NULL, "Wat kan de cliënt zelf?"},
    {"Gebruikelijke_hulp", KIND_TEXT, LONG, NULL, "Wat doen huisgenoten zoals gewoon is?"},
    {"Mantelzorg", KIND_TEXT, LONG, NULL, "Wat doen naasten, en wat zouden zij kunnen doen?"},
    {"Ondersteuning_mantelzorger", KIND_TEXT, LONG, NULL, "Wat heeft de mantelzorger zelf nodig?"},
    {"Voorliggend", KIND_TEXT, LONG, NULL, "Welke gewone voorzieningen kunnen helpen?"},
    {"Samenwerking_diensten", KIND_TEXT, LONG, NULL, "Met welke diensten is samenwerking nodig?"},
    {"Eigen_bijdrage", KIND_TEXT, LONG, NULL, "Wat hebt u over de eigen bijdrage verteld?"},
    {"Pgb_uitleg", KIND_TEXT, LONG, NULL, "Wat hebt u over een eigen budget (pgb) verteld?"},
    {"Visie_client", KIND_TEXT, LONG, NULL, "Wat vindt de cliënt er zelf van?"},
    {"Akkoord_client", KIND_CHOICE, 0, "ja ja-met-opmerkingen nee",
     "Is de cliënt het eens met het verslag?"},
    {"Getekend_op", KIND_DATE, 0, NULL, "Op welke dag is het getekend?"},
    {"Bij", KIND_REFERENCE, 0, "Melding", "Bij welke melding hoort dit?"},
    {0}};

/* ---- the conversation ---- */

static const struct field gesprek[] = {
    {"Vorm", KIND_CHOICE, OPENS,
     "kantoor huisbezoek op-school onderweg bij-andere-dienst telefonisch beeldbellen chat",
     "Waar of hoe was het gesprek?"},
    {"Fase", KIND_CHOICE, OPENS | MANY,
     "onthaal vraagverduidelijking doelbepaling uitvoering afsluiting nazorg",
     "In welke fase was het gesprek?"},
    {"Met", KIND_CHOICE, 0, "alleen met-naaste gezin groep", "Met wie sprak u?"},
    {"Aanleiding", KIND_CHOICE, 0,
     "kennismaking gepland tussendoor crisis evaluatie afsluiting nazorg",
     "Wat was de aanleiding?"},
    {"Wijze", KIND_CHOICE, MANY, "praten samen-doen spel beeld gebaren",
     "Op welke manier was u in gesprek?"},
    {"Duur", KIND_NUMBER, 0, "0-1440", "Hoe lang duurde het, in minuten?"},
    {"Aanwezig", KIND_TEXT, MANY | PEOPLE, NULL, "Wie was erbij?"},
    {"Levensdomein", KIND_TEXT, MANY, NULL,
     "Over welk deel van het leven ging het? (wonen, werken, ...)"},
    {"Instrument", KIND_TEXT, MANY, NULL, "Welk hulpmiddel gebruikte u? (ecogram, balans, ...)"},
    {"Verhaal", KIND_TEXT, LONG, NULL, "Wat vertelde de cliënt, in eigen woorden?"},
    {"Samenvatting", KIND_TEXT, LONG, NULL, "Wat is besproken en afgesproken, in het kort?"},
    {"Nonverbaal", KIND_TEXT, INTERN | LONG, NULL, "Wat zag u, zonder er iets van te vinden?"},
    {"Kracht", KIND_TEXT, MANY, NULL, "Welke kracht zag of hoorde u?"},
    {"Teruggelezen_op", KIND_DATE, 0, NULL, "Op welke dag las de cliënt dit terug?"},
    {"Correctie_client", KIND_TEXT, LONG, NULL, "Wat wil de cliënt anders in dit verslag?"},
    {"Bij", KIND_REFERENCE, 0, "Nazorg Afspraak Overleg",
     "Bij welke nazorg, afspraak of overleg hoort dit gesprek?"},
    {0}};

static const struct field afspraak[] = {
    {"Wanneer", KIND_CIVIL_MOMENT, OPENS, NULL, "Wanneer is de afspraak? (zoals 2026-11-22T14:30)"},
    {"Plaats", KIND_TEXT, 0, NULL, "Waar is de afspraak?"},
    {"Met", KIND_TEXT, MANY | PEOPLE, NULL, "Met wie is de afspraak?"},
    {"Vervoer", KIND_TEXT, 0, NULL, "Hoe komt de cliënt er?"},
    {"Meenemen", KIND_TEXT, MANY, NULL, "Wat neemt de cliënt mee?"},
    {"Herinnering", KIND_CHOICE, 0, "geen brief sms bellen", "Hoe wil de cliënt herinnerd worden?"},
    {"Status", KIND_CHOICE, 0,
     "gepland geweest verzet afgezegd-client afgezegd-begeleider niet-verschenen",
     "Hoe staat het met de afspraak?"},
    {"Reden", KIND_TEXT, 0, NULL, "Waarom ging het niet door?"},
    {"Opvolging", KIND_TEXT, LONG, NULL, "Wat hebt u gedaan toen het niet doorging?"},
    {"Bij", KIND_REFERENCE, 0, "*", "Waar hoort de afspraak bij? (een sleutel, zoals G1 of V1)"},
    {0}};

static const struct field domein[] = {
    {"Besproken", KIND_CHOICE, OPENS, "ja deels later wil-client-niet niet-nodig",
     "Is dit deel van het leven besproken?"},
    {"Wens", KIND_TEXT, LONG, NULL, "Wat wil de cliënt hierin?"},
    {"Belemmering", KIND_TEXT, MANY, NULL, "Wat staat in de weg?"},
    {"Mogelijkheid", KIND_TEXT, MANY, NULL, "Wat is er mogelijk?"},
    {"Kracht", KIND_TEXT, MANY, NULL, "Wat gaat hier goed?"},
    {"Rol", KIND_TEXT, 0, NULL,
     "Welke rol heeft de cliënt hier, of wil die? (huurder, collega, ...)"},
    {"Irb", KIND_CHOICE, 0, "verkennen kiezen verkrijgen behouden",
     "Is de cliënt aan het verkennen, kiezen, verkrijgen of behouden?"},
    {"Cijfer", KIND_NUMBER, 0, "0-10", "Welk cijfer geeft de cliënt? (0 tot 10)"},
    {"Score", KIND_NUMBER, BIJZONDER, "1-5",
     "Welke score geeft u? (1 tot 5, alleen als het nodig is)"},
    {"Noodzaak", KIND_TEXT, LONG, NULL, "Waarom is het nodig om dit op te schrijven?"},
    {"Geparkeerd_tot", KIND_DATE, 0, NULL, "Tot wanneer laat u dit rusten?"},
    {"Akkoord_terugkomen", KIND_YESNO, 0, NULL,
     "Vindt de cliënt het goed als u er dan op terugkomt?"},
    {0}};

static const struct field recht[] = {
    {"Omschrijving", KIND_TEXT, OPENS, NULL, "Op wat heeft de cliënt misschien recht?"},
    {"Status", KIND_CHOICE, OPENS,
     "vermoed besproken wordt-uitgezocht aangevraagd toegekend geweigerd bezwaar stopgezet "
     "geen-recht niet-gewenst",
     "Hoe staat het ermee?"},
    {"Levensdomein", KIND_TEXT, 0, NULL, "Bij welk deel van het leven hoort dit?"},
    {"Instantie", KIND_TEXT, 0, NULL, "Welke instantie gaat erover?"},
    {"Uiterlijk", KIND_DATE, 0, NULL, "Voor welke dag moet het geregeld zijn?"},
    {0}};

static const struct field balans[] = {
    {"Draagkracht", KIND_WEIGHT, OPENS | MANY, NULL,
     "Wat geeft kracht, en hoe sterk? (1 tot 5, dan de tekst)"},
    {"Draaglast", KIND_WEIGHT, OPENS | MANY, NULL,
     "Wat weegt zwaar, en hoe zwaar? (1 tot 5, dan de tekst)"},
    {"Volgens", KIND_CHOICE, 0, "client samen begeleider", "Wie heeft dit gewogen?"},
    {"Toelichting", KIND_TEXT, LONG, NULL, "Wat is erbij te vertellen?"},
    {0}};

static const struct field keuze[] = {
    {"Vraag", KIND_TEXT, OPENS, NULL, "Welke keuze ligt er?"},
    {"Optie", KIND_TEXT, MANY, NULL, "Wat kan de cliënt kiezen?"},
    {"Voordeel", KIND_TEXT, MANY, NULL, "Wat is een voordeel? (noem de optie erbij)"},
    {"Nadeel", KIND_TEXT, MANY, NULL, "Wat is een nadeel? (noem de optie erbij)"},
    {"Besluit", KIND_TEXT, LONG, NULL, "Wat heeft de cliënt besloten?"},
    {"Twijfel_begeleider", KIND_TEXT, LONG, NULL,
     "Waar twijfelt u zelf over, en hebt u dat gezegd?"},
    {0}};

static const struct field crisis[] = {
    {"Wat", KIND_TEXT, OPENS | LONG, NULL, "Wat gebeurde er?"},
    {"Vooraf", KIND_TEXT, MANY, NULL, "Wat ging eraan vooraf?"},
    {"Teken", KIND_TEXT, MANY, NULL, "Waaraan was te merken dat het niet goed ging?"},
    {"Wat_hielp", KIND_TEXT, MANY, NULL, "Wat hielp toen?"},
    {"Geleerd", KIND_TEXT, LONG, NULL, "Wat leerde de cliënt ervan?"},
    {"Wie_bellen", KIND_TEXT, MANY | PEOPLE, NULL, "Wie belt de cliënt als het weer gebeurt?"},
    {0}};

static const struct field veiligheid[] = {
    {"Aard", KIND_TEXT, OPENS | LONG, NULL, "Waar gaat de zorg over?"},
    {"Teken", KIND_TEXT, MANY, NULL, "Wat zag of hoorde u? (alleen het feit)"},
    {"Duiding", KIND_TEXT, LONG, NULL, "Wat denkt u dat het betekent?"},
    {"Kindcheck", KIND_YESNO, 0, NULL, "Hebt u nagegaan of er kinderen bij betrokken zijn?"},
    {"Meldcodestap", KIND_NUMBER, 0, "1-5", "Bij welke stap van de meldcode bent u? (1 tot 5)"},
    {"Advies_bij", KIND_TEXT, PEOPLE, NULL, "Bij wie hebt u advies gevraagd?"},
    {"Afweging", KIND_TEXT, LONG, NULL, "Hoe hebt u het afgewogen?"},
    {"Besluit", KIND_TEXT, LONG, NULL, "Wat hebt u besloten?"},
    {"Veiligheidsplan", KIND_TEXT, LONG, NULL, "Wat is afgesproken om het veilig te maken?"},
    {0}};

/* ---- goals and the network ---- */

static const struct field doel[] = {
    {"Tekst", KIND_TEXT, OPENS | LONG, NULL, "Wat wil de cliënt, in eigen woorden?"},
    {"Uitwerking", KIND_TEXT, LONG, NULL, "Hoe zou u het zelf uitwerken?"},
    {"Onder", KIND_REFERENCE, 0, "Doel", "Onder welk groter doel valt dit?"},
    {"Termijn", KIND_CHOICE, 0, "kort lang", "Is het voor nu of voor later?"},
    {"Van", KIND_CHOICE, 0, "client samen opgelegd", "Van wie is dit doel?"},
    {"Levensdomein", KIND_TEXT, 0, NULL, "Bij welk deel van het leven hoort dit?"},
    {"Gericht_op", KIND_CHOICE, 0, "client omgeving", "Verandert de cliënt iets, of de omgeving?"},
    {"Kant", KIND_CHOICE, 0, "binnenkant buitenkant",
     "Gaat het om hoe iets voelt, of om hoe iets geregeld is?"},
    {"Meetbaar", KIND_TEXT, LONG, NULL, "Waaraan merkt de cliënt dat het gelukt is?"},
    {"Akkoord", KIND_TEXT, MANY | PEOPLE, NULL, "Wie is het eens met dit doel?"},
    {"Haalbaar", KIND_TEXT, LONG, NULL, "Waarom kan dit lukken?"},
    {"Uiterlijk", KIND_DATE, 0, NULL, "Voor welke dag moet het gelukt zijn?"},
    {"Evalueren_op", KIND_DATE, 0, NULL, "Wanneer kijkt u samen hoe het gaat?"},
    {"Prioriteit", KIND_NUMBER, 0, "1-", "Op welke plaats komt dit doel? (1 is eerst)"},
    {"Criterium", KIND_TEXT, MANY, NULL, "Waarom komt het op die plaats?"},
    {"Samenwerking", KIND_CHOICE, MANY,
     "informeren structureren ondersteunen bekrachtigen meevolgen loslaten",
     "Op welke manier werkt u samen aan dit doel?"},
    {"Bij_terugval", KIND_TEXT, LONG, NULL, "Wat doet u samen als het tegenzit?"},
    {"Schaal", KIND_SCALE, 0, NULL, "Waar staat de cliënt nu? (-2, -1, 0, +1 of +2)"},
    {"Schaal_tekst", KIND_SCALE_TEXT, MANY, NULL,
     "Wat betekent elke stand? (zoals: +1 ik kook twee keer per week)"},
    {"Status", KIND_CHOICE, 0,
     "wens open bezig geparkeerd behaald deels niet-behaald losgelaten vervangen",
     "Hoe staat het met dit doel?"},
    {"Volgens", KIND_CHOICE, 0, "client samen begeleider", "Wie vindt dat?"},
    {"Reden", KIND_TEXT, 0, NULL, "Waarom is dat zo?"},
    {"Terugkomen_op", KIND_DATE, 0, NULL, "Wanneer komt u erop terug?"},
    {"Vervangt", KIND_REFERENCE, 0, "Doel", "Welk eerder doel vervangt dit?"},
    {0}};

static const struct field stap[] = {
    {"Wat", KIND_TEXT, OPENS, NULL, "Wat gaat er gebeuren?"},
    {"Wie", KIND_TEXT, OPENS | PEOPLE, NULL, "Wie doet het?"},
    {"Bij", KIND_REFERENCE, 0, "Doel Gesprek Recht Verwijzing Overleg Nazorg",
     "Waar hoort de stap bij? (een sleutel; mag leeg)"},
    {"Voorwaarde", KIND_TEXT, MANY, NULL, "Wat moet er eerst zijn?"},
    {"Uiterlijk", KIND_DATE, 0, NULL, "Voor welke dag?"},
    {"Status", KIND_CHOICE, 0, "open bezig gedaan niet-gelukt uitgesteld niet-meer-nodig",
     "Hoe staat het ermee?"},
    {"Reden", KIND_TEXT, 0, NULL, "Waarom is dat zo?"},
    {"Wat_hielp", KIND_TEXT, 0, NULL, "Wat hielp erbij?"},
    {0}};

static const struct field relatie[] = {
    {"Groep", KIND_CHOICE, OPENS,
     "partner ex-partner gezin familie vriend kennis buur collega school lotgenoot "
     "vereniging-of-geloof vrijwilliger professional "
     "dienst",
     "Bij welke groep hoort deze persoon of dienst?"},
    {"Band", KIND_CHOICE, OPENS, "sterk gewoon zwak verbroken onbekend", "Hoe sterk is de band?"},
    {"Spanning", KIND_CHOICE, 0, "geen wisselend gespannen onveilig", "Is er spanning?"},
    {"Naam", KIND_TEXT, INTERN | PEOPLE, NULL,
     "Hoe heet deze persoon, of hoe noemt de cliënt die? (oom Jan)"},
    {"Rol", KIND_TEXT, 0, NULL, "Wat is deze persoon voor de cliënt?"},
    {"Richting", KIND_CHOICE, 0, "naar-client van-client wederzijds",
     "Welke kant gaat de hulp op?"},
    {"Steun", KIND_CHOICE, MANY, "emotioneel praktisch gezelschap advies", "Welke steun is er?"},
    {"Afstand", KIND_NUMBER, 0, "1-3", "Hoe dichtbij staat deze persoon? (1 is heel dichtbij)"},
    {"Frequentie", KIND_TEXT, 0, NULL, "Hoe vaak is er contact?"},
    {"Mantelzorger", KIND_YESNO, 0, NULL, "Is dit een mantelzorger?"},
    {"Eigen_verhaal", KIND_TEXT, LONG, NULL, "Wat vertelt deze persoon zelf?"},
    {"Belasting", KIND_TEXT, LONG, NULL, "Hoe zwaar is het voor deze persoon?"},
    {"Ondersteuning_gewenst", KIND_TEXT, LONG, NULL, "Welke steun wil deze persoon zelf?"},
    {"Clientondersteuning_aangeboden", KIND_YESNO, 0, NULL,
     "Hebt u gewezen op gratis cliëntondersteuning?"},
    {"Overleden", KIND_YESNO, 0, NULL, "Is deze persoon overleden?"},
    {0}};

/* ---- together with others ---- */

static const struct field toestemming[] = {
    {"Aan", KIND_TEXT, OPENS, NULL, "Aan wie mag u iets vertellen?"},
    {"Waarover", KIND_TEXT, OPENS | MANY, NULL, "Waarover? (Doel, Doel.Status, wonen, ...)"},
    {"Waarvoor", KIND_TEXT, OPENS, NULL, "Waar is het voor nodig?"},
    {"Uitkomst", KIND_CHOICE, OPENS, "gegeven geweigerd", "Zegt de cliënt ja of nee?"},
    {"Gegeven_door", KIND_REFERENCE_OR_TEXT, OPENS | MANY | PEOPLE, "Vertegenwoordiger",
     "Wie zegt dat? (client, of de sleutel van een vertegenwoordiger)"},
    {"Wijze", KIND_CHOICE, 0, "mondeling schriftelijk anders-geuit", "Hoe is het gezegd?"},
    {"Niet", KIND_TEXT, MANY, NULL, "Wat mag u niet vertellen?"},
    {"Wie_vertelt", KIND_CHOICE, 0, "client begeleider samen", "Wie vertelt het?"},
    {"Tot", KIND_DATE, 0, NULL, "Tot en met welke dag geldt het?"},
    {"Ingetrokken", KIND_DATE, 0, NULL, "Op welke dag is de toestemming ingetrokken?"},
    {"Gevolgen_besproken", KIND_YESNO, 0, NULL, "Hebt u besproken wat ja of nee betekent?"},
    {0}};

static const struct field verstrekking[] = {
    {"Aan", KIND_TEXT, OPENS, NULL, "Aan wie hebt u iets verteld of gegeven?"},
    {"Wat", KIND_TEXT, OPENS | MANY, NULL, "Wat was dat?"},
    {"Grondslag", KIND_CHOICE, OPENS,
     "toestemming wettelijke-plicht meldrecht vitaal-belang publieke-taak",
     "Op welke grond mocht dat?"},
    {"Toestemming_ref", KIND_REFERENCE, 0, "Toestemming",
     "Welke toestemming was dat? (de sleutel, zoals T1)"},
    {"Reden", KIND_TEXT, LONG, NULL, "Waarom was het nodig?"},
    {"Collega_geraadpleegd", KIND_TEXT, PEOPLE, NULL, "Met welke collega hebt u overlegd?"},
    {"Client_geinformeerd", KIND_CHOICE, 0, "ja later nee", "Weet de cliënt ervan?"},
    {"Waarom_niet", KIND_TEXT, 0, NULL, "Waarom weet de cliënt het niet, of later?"},
    {0}};

static const struct field verwijzing[] = {
    {"Naar", KIND_TEXT, OPENS, NULL, "Naar welke organisatie of dienst?"},
    {"Nood", KIND_TEXT, OPENS, NULL, "Waarvoor? (een deel van het leven, of gewone woorden)"},
    {"Aanleiding", KIND_CHOICE, 0, "vraag-client vermoeden-afgetoetst",
     "Vroeg de cliënt het, of hebt u het voorgelegd?"},
    {"Vrijwillig", KIND_CHOICE, 0, "ja met-drang verplicht", "Gaat de cliënt uit vrije wil?"},
    {"Gevolg_weigeren", KIND_TEXT, LONG, NULL, "Wat gebeurt er als de cliënt nee zegt?"},
    {"Verwijsstap", KIND_NUMBER, 0, "1-7", "Bij welke stap bent u samen? (1 tot 7)"},
    {"Status", KIND_CHOICE, 0,
     "verkennend aangemeld wachtlijst afspraak-gemaakt gestart geweigerd-door-dienst "
     "client-ziet-af niet-doorgegaan time-out "
     "losgelaten voortijdig-gestopt afgerond",
     "Hoe staat het ermee?"},
    {"Reden", KIND_TEXT, 0, NULL, "Waarom is dat zo?"},
    {"Contactpersoon", KIND_TEXT, PEOPLE, NULL, "Wie is daar het gezicht voor de cliënt?"},
    {"Ervaring_client", KIND_TEXT, LONG, NULL, "Wat vindt de cliënt ervan?"},
    {"Wie_belt", KIND_CHOICE, 0, "client samen-luidspreker begeleider", "Wie belt?"},
    {"Meegaan", KIND_YESNO, 0, NULL, "Gaat u mee de eerste keer?"},
    {"Brochure", KIND_TEXT, 0, NULL, "Welke folder of uitleg kreeg de cliënt mee?"},
    {"Begeleidersrol", KIND_CHOICE, MANY,
     "vergezellen informeren contextualiseren anker bemiddelen casemanager sensibiliseren",
     "Welke rol hebt u hierin?"},
    {"Wacht_sinds", KIND_DATE, 0, NULL, "Sinds welke dag wacht de cliënt?"},
    {"Overbrugging", KIND_TEXT, LONG, NULL, "Wat helpt zolang het wachten duurt?"},
    {"Mag_navragen", KIND_YESNO, 0, NULL, "Mag u later vragen hoe het daar gaat?"},
    {"Terugkoppeling", KIND_TEXT, LONG, NULL, "Wat hoorde u terug?"},
    {"Terugkomen_op", KIND_DATE, 0, NULL, "Wanneer komt u erop terug?"},
    {0}};

static const struct field informatievraag[] = {
    {"Van", KIND_TEXT, OPENS, NULL, "Wie vraagt iets over de cliënt?"},
    {"Vraag_om", KIND_TEXT, OPENS, NULL, "Wat wil die weten?"},
    {"Richting", KIND_CHOICE, 0, "in uit", "Komt de vraag binnen (in), of stelt u hem (uit)?"},
    {"Waarom", KIND_TEXT, 0, NULL, "Waar is het voor nodig?"},
    {"Client_weet_ervan", KIND_YESNO, 0, NULL, "Weet de cliënt van deze vraag?"},
    {"Antwoord", KIND_CHOICE, 0, "akkoord deels niet-akkoord wacht", "Wat zegt de cliënt?"},
    {"Terugbellen_op", KIND_DATE, 0, NULL, "Op welke dag belt u terug?"},
    {"Afgehandeld", KIND_DATE, 0, NULL, "Op welke dag is het afgehandeld?"},
    {"Teruggekoppeld_client", KIND_DATE, 0, NULL, "Op welke dag hebt u het de cliënt verteld?"},
    {0}};

static const struct field overleg[] = {
    {"Aanleiding", KIND_TEXT, OPENS | LONG, NULL, "Waarom zit u samen aan tafel?"},
    {"Plaats", KIND_TEXT, 0, NULL, "Waar is het?"},
    {"Coordinator", KIND_TEXT, PEOPLE, NULL, "Wie leidt het overleg?"},
    {"Deelnemer", KIND_TEXT, MANY | PEOPLE, NULL,
     "Wie doet mee? (naam, organisatie, en: moet-weten, moet-handelen of goed-om-te-weten)"},
    {"Client_aanwezig", KIND_YESNO, 0, NULL, "Is de cliënt erbij?"},
    {"Privacyafspraak", KIND_TEXT, 0, NULL, "Wat blijft aan deze tafel?"},
    {"Feedbackafspraak", KIND_TEXT, 0, NULL, "Hoe laat u elkaar weten hoe het gaat?"},
    {"Samenvatting", KIND_TEXT, LONG, NULL, "Wat kwam eruit, in het kort?"},
    {0}};

static const struct field agendapunt[] = {
    {"Bij", KIND_REFERENCE, OPENS, "Overleg",
     "Bij welk overleg hoort dit punt? (de sleutel, zoals O1)"},
    {"Tekst", KIND_TEXT, OPENS | LONG, NULL, "Waar gaat het punt over?"},
    {"Samenvatting", KIND_TEXT, LONG, NULL, "Wat is besloten?"},
    {"Client_akkoord", KIND_YESNO, 0, NULL, "Is de cliënt het ermee eens?"},
    {0}};

static const struct field signaal[] = {
    {"Over", KIND_TEXT, OPENS | LONG, NULL,
     "Wat klopt er niet in regels of aanbod? (nooit over een persoon)"},
    {"Aan", KIND_TEXT, 0, NULL, "Wie moet dit weten?"},
    {"Levensdomein", KIND_TEXT, 0, NULL, "Bij welk deel van het leven hoort dit?"},
    {0}};

static const struct field toewijzing[] = {
    {"Productcategorie", KIND_CHOICE, OPENS,
     "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18",
     "Welke productcategorie is toegewezen? (iWmo, twee cijfers)"},
    {"Aanbieder", KIND_TEXT, OPENS, NULL, "Welke aanbieder is het? (AGB-code)"},
    {"Nummer", KIND_TEXT, 0, NULL, "Welk nummer heeft de toewijzing?"},
    {"Productcode", KIND_TEXT, 0, NULL, "Welke productcode is het?"},
    {"Ingang", KIND_DATE, 0, NULL, "Vanaf welke dag?"},
    {"Einde", KIND_DATE, 0, NULL, "Tot en met welke dag?"},
    {"Leveringsvorm", KIND_CHOICE, 0, "zorg-in-natura pgb", "In welke vorm wordt het geleverd?"},
    {"Omvang", KIND_TEXT, 0, NULL, "Hoeveel is toegewezen?"},
    {"Eenheid", KIND_CHOICE, 0, "01 04 14 16 82 83 84",
     "In welke eenheid? (iWmo: 01 minuut, 04 uur, 14 etmaal, 16 dagdeel)"},
    {"Frequentie", KIND_CHOICE, 0, "1 2 4 6",
     "Per wat? (iWmo: 1 dag, 2 week, 4 maand, 6 hele periode)"},
    {"Gestart", KIND_DATE, 0, NULL, "Op welke dag begon de ondersteuning echt?"},
    {"Gestopt", KIND_DATE, 0, NULL, "Op welke dag stopte de ondersteuning?"},
    {"Reden_stop", KIND_CHOICE, 0, "02 19 20 21 22 23 31 36 37 38 39",
     "Waarom stopte het? (iWmo, twee cijfers)"},
    {"Bij", KIND_REFERENCE, 0, "Melding", "Bij welke melding hoort dit?"},
    {0}};

/* ---- the way out ---- */

static const struct field evaluatie[] = {
    {"Beleving", KIND_TEXT, OPENS | LONG, NULL, "Hoe heeft de cliënt het beleefd?"},
    {"Cijfer", KIND_NUMBER, 0, "0-10", "Welk cijfer geeft de cliënt? (0 tot 10)"},
    {"Zoals_verwacht", KIND_TEXT, 0, NULL, "Was het zoals de cliënt verwachtte?"},
    {"Belangrijkste_stap", KIND_TEXT, LONG, NULL, "Wat was de belangrijkste stap?"},
    {"Motiveerde", KIND_TEXT, LONG, NULL, "Wat gaf zin om door te gaan?"},
    {"Hinderde", KIND_TEXT, LONG, NULL, "Wat maakte het moeilijk?"},
    {"Blijven_doen", KIND_TEXT, LONG, NULL, "Wat moet u blijven doen?"},
    {"Anders", KIND_TEXT, LONG, NULL, "Wat moet u anders doen?"},
    {"Neem_ik_mee", KIND_TEXT, LONG, NULL, "Wat neemt de cliënt mee?"},
    {"Raad_voor_volgende", KIND_TEXT, LONG, NULL,
     "Welke raad heeft de cliënt voor wie hierna komt?"},
    {"Opmerking_begeleider", KIND_TEXT, LONG, NULL, "Wat wilt u er zelf bij zeggen?"},
    {0}};

static const struct field afsluiting[] = {
    {"Reden", KIND_CHOICE, OPENS,
     "volgens-plan vraag-opgelost alleen-advies in-overleg-eerder op-verzoek-client "
     "geen-contact-gekregen door-organisatie "
     "door-gemeente overgedragen ander-domein verhuizing opname-of-detentie overlijden "
     "niet-gestart",
     "Waarom sluit u af?"},
    {"Bij", KIND_REFERENCE, 0, "Melding",
     "Welke melding sluit u af? (anders: de laatste die open is)"},
    {"Resultaat", KIND_TEXT, LONG, NULL, "Wat is er bereikt?"},
    {"Overdracht", KIND_TEXT, LONG, NULL, "Aan wie hebt u wat overgedragen?"},
    {"Kracht", KIND_TEXT, MANY, NULL, "Wat kan de cliënt nu?"},
    {"Valkuil", KIND_TEXT, MANY, NULL, "Waar moet de cliënt op letten?"},
    {"Steun_op_terugval", KIND_TEXT, MANY | PEOPLE, NULL,
     "Bij wie kan de cliënt terecht als het tegenzit?"},
    {"Client_voorbereid", KIND_YESNO, 0, NULL, "Wist de cliënt op tijd dat u ging afsluiten?"},
    {"Nazorg_gewenst", KIND_YESNO, 0, NULL, "Wil de cliënt dat u nog eens contact zoekt?"},
    {0}};

static const struct field nazorg[] = {
    {"Soort", KIND_CHOICE, OPENS, "bellen gesprek huisbezoek bericht", "Hoe zoekt u contact?"},
    {"Uiterlijk", KIND_DATE, OPENS, NULL, "Uiterlijk op welke dag?"},
    {"Wat_vragen", KIND_TEXT, LONG, NULL, "Wat vraagt u dan?"},
    {"Wie", KIND_TEXT, PEOPLE, NULL, "Wie zoekt contact?"},
    {"Herhaal", KIND_INTERVAL, 0, NULL,
     "Om de hoeveel tijd herhaalt u dit? (4w is elke vier weken)"},
    {"Einde", KIND_DATE, 0, NULL, "Tot en met welke dag duurt de nazorg?"},
    {"Status", KIND_CHOICE, 0, "open gedaan niet-bereikt gestopt", "Hoe staat het ermee?"},
    {"Herinnerd", KIND_DATE, INTERN, NULL, "Op welke dag is de herinnering gestuurd?"},
    {0}};

/* ---- outside the dossier ---- */

static const struct field organisatie[] = {
    {"Naam", KIND_TEXT, OPENS, NULL, "Hoe heet de organisatie?"},
    {"Omschrijving", KIND_TEXT, LONG, NULL, "Wat doet de organisatie, in het kort?"},
    {"Visie", KIND_TEXT, LONG, NULL, "Hoe kijkt de organisatie naar mensen?"},
    {"Voorwaarde", KIND_TEXT, MANY, NULL, "Wie kan er terecht, en wie niet?"},
    {"Werkwijze", KIND_TEXT, LONG, NULL, "Hoe werkt de organisatie?"},
    {"Gevolg_stopzetting", KIND_TEXT, LONG, NULL, "Wat gebeurt er als iemand stopt?"},
    {"Doelgroep", KIND_TEXT, MANY, NULL, "Voor wie is het?"},
    {"Levensdomein", KIND_TEXT, MANY, NULL, "Bij welk deel van het leven helpt het?"},
    {"Gebied", KIND_TEXT, MANY, NULL,
     "In welk gebied? (een naam, of de code van de gemeente zoals bij een melding)"},
    {"Wachttijd", KIND_TEXT, 0, NULL, "Hoe lang is het wachten?"},
    {"Adres", KIND_TEXT, MANY, NULL, "Wat is het adres?"},
    {"Telefoon", KIND_TEXT, MANY, NULL, "Wat is het telefoonnummer?"},
    {"Email", KIND_TEXT, 0, NULL, "Wat is het e-mailadres?"},
    {"Website", KIND_TEXT, 0, NULL, "Wat is de website?"},
    {"Nagekeken", KIND_DATE, 0, NULL, "Op welke dag is dit nagekeken?"},
    {"Hsds", KIND_TEXT, 0, NULL, "Welk nummer heeft dit in een bestand van Open Referral?"},
    {"Kolom", KIND_TEXT, MANY, NULL,
     "Wat staat er nog meer in dat bestand? (de kolom, een spatie, de waarde)"},
    {0}};

static const struct field dienst[] = {
    {"Bij", KIND_REFERENCE, OPENS, "Organisatie",
     "Bij welke organisatie hoort deze dienst? (de sleutel)"},
    {"Naam", KIND_TEXT, OPENS, NULL, "Hoe heet de dienst?"},
    {"Omschrijving", KIND_TEXT, LONG, NULL, "Wat houdt de dienst in?"},
    {"Status", KIND_CHOICE, 0, "open niet-actief tijdelijk-dicht gestopt",
     "Kunnen mensen er nu terecht?"},
    {"Aanmelden", KIND_TEXT, LONG, NULL, "Hoe meldt iemand zich aan?"},
    {"Voorwaarde", KIND_TEXT, MANY, NULL, "Wie kan er terecht, en wie niet?"},
    {"Gevolg_stopzetting", KIND_TEXT, LONG, NULL, "Wat gebeurt er als iemand stopt?"},
    {"Doelgroep", KIND_TEXT, MANY, NULL, "Voor wie is het?"},
    {"Vanaf_leeftijd", KIND_NUMBER, 0, "0-150", "Vanaf welke leeftijd?"},
    {"Tot_leeftijd", KIND_NUMBER, 0, "0-150", "Tot en met welke leeftijd?"},
    {"Levensdomein", KIND_TEXT, MANY, NULL, "Bij welk deel van het leven helpt het?"},
    {"Gebied", KIND_TEXT, MANY, NULL,
     "In welk gebied? (een naam, of de code van de gemeente zoals bij een melding)"},
    {"Wachttijd", KIND_TEXT, 0, NULL, "Hoe lang is het wachten?"},
    {"Kosten", KIND_TEXT, LONG, NULL, "Wat kost het?"},
    {"Meenemen", KIND_TEXT, MANY, NULL, "Welke papieren zijn nodig?"},
    {"Taal", KIND_TEXT, MANY, NULL, "In welke talen kan het?"},
    {"Adres", KIND_TEXT, MANY, NULL, "Wat is het adres?"},
    {"Telefoon", KIND_TEXT, MANY, NULL, "Wat is het telefoonnummer?"},
    {"Email", KIND_TEXT, 0, NULL, "Wat is het e-mailadres?"},
    {"Website", KIND_TEXT, 0, NULL, "Wat is de website?"},
    {"Nagekeken", KIND_DATE, 0, NULL, "Op welke dag is dit nagekeken?"},
    {"Hsds", KIND_TEXT, 0, NULL, "Welk nummer heeft dit in een bestand van Open Referral?"},
    {"Kolom", KIND_TEXT, MANY, NULL,
     "Wat staat er nog meer in dat bestand? (de kolom, een spatie, de waarde)"},
    {0}};

static const struct field contact[] = {
    {"Bij", KIND_REFERENCE, OPENS, "Organisatie Dienst",
     "Bij welke organisatie of dienst hoort deze persoon? (de sleutel)"},
    {"Naam", KIND_TEXT, OPENS, NULL, "Hoe heet deze persoon?"},
    {"Functie", KIND_TEXT, 0, NULL, "Wat doet deze persoon daar?"},
    {"Telefoon", KIND_TEXT, MANY, NULL, "Wat is het telefoonnummer?"},
    {"Email", KIND_TEXT, 0, NULL, "Wat is het e-mailadres?"},
    {"Vervangt", KIND_REFERENCE, MANY, "Contact",
     "Voor wie valt deze persoon in? (de sleutel van die persoon)"},
    {"Afwezig_tot", KIND_DATE, 0, NULL, "Tot en met welke dag is deze persoon afwezig?"},
    {"Hsds", KIND_TEXT, 0, NULL, "Welk nummer heeft dit in een bestand van Open Referral?"},
    {"Kolom", KIND_TEXT, MANY, NULL,
     "Wat staat er nog meer in dat bestand? (de kolom, een spatie, de waarde)"},
    {0}};

static const struct field convenant[] = {
    {"Bij", KIND_REFERENCE, OPENS | MANY, "Organisatie",
     "Welke organisaties spraken dit af? (de sleutels)"},
    {"Naam", KIND_TEXT, 0, NULL, "Hoe heet het?"},
    {"Inhoud", KIND_TEXT, LONG, NULL, "Wat is er afgesproken?"},
    {"Tot", KIND_DATE, 0, NULL, "Tot en met welke dag geldt het?"},
    {0}};

static const struct field tabelrij[] = {
    {"Tabel", KIND_TEXT, OPENS, NULL, "Uit welk bestand van Open Referral komt deze rij?"},
    {"Kolom", KIND_TEXT, OPENS | MANY, NULL, "De naam van een kolom, een spatie en de waarde?"},
    {0}};

/* What these hold is theirs; a reader of dossiers only has to know that they are not one. */
static const struct field no_fields[] = {{0}};

const struct type schema_types[] = {
    {"Melding", "M", 0, "Meldingen",
     "De vraag zoals die binnenkwam; een melding begint een traject.", melding},
    {"Client", "C", 0, "Cliënt", "Wie de cliënt is en hoe u de cliënt veilig bereikt.", client},
    {"Vertegenwoordiger", "Y", 0, "Vertegenwoordigers",
     "Wie voor de cliënt mag beslissen, en waarover.", vertegenwoordiger},
    {"Werkafspraak", "F", 0, "Werkafspraken", "Wat de cliënt en u van elkaar mogen verwachten.",
     werkafspraak},
    {"Procedure", "P", 0, "Procedure",
     "De stappen die de wet vraagt, van bevestiging tot beschikking.", procedure},
    {"Onderzoek", "Q", 0, "Onderzoek", "Het onderzoek van artikel 2.3.2 lid 4 van de Wmo 2015.",
     onderzoek},
    {"Gesprek", "G", 0, "Gesprekken", "Een gesprek: wat verteld en afgesproken is.", gesprek},
    {"Afspraak", "A", 0, "Afspraken", "Een afspraak op een dag en een tijd.", afspraak},
    {"Domein", "", 0, "Delen van het leven",
     "Wat de cliënt wil en kan in een deel van het leven; de sleutel is dat deel, zoals wonen.",
     domein},
    {"Recht", "R", 0, "Rechten", "Iets waar de cliënt misschien recht op heeft.", recht},
    {"Balans", "B", 0, "Balans", "Wat kracht geeft en wat zwaar weegt.", balans},
    {"Keuze", "K", 0, "Keuzes", "Een keuze die de cliënt maakt, met wat ervoor en ertegen is.",
     keuze},
    {"Crisis", "H", BIJZONDER, "Moeilijke momenten",
     "Een moeilijk moment, en wat ervan te leren was.", crisis},
    {"Veiligheid", "U", AFGESCHERMD, "Veiligheid",
     "Een zorg over veiligheid; staat in geen print tenzij u erom vraagt.", veiligheid},
    {"Doel", "D", 0, "Doelen", "Wat de cliënt wil bereiken, in eigen woorden.", doel},
    {"Stap", "S", 0, "Stappen", "Wie wat doet, en wanneer; een stap mag zonder doel.", stap},
    {"Relatie", "L", 0, "Netwerk", "Iemand om de cliënt heen, en hoe de band is.", relatie},
    {"Toestemming", "T", 0, "Toestemmingen", "Wat aan wie verteld mag worden, en wat niet.",
     toestemming},
    {"Verstrekking", "TV", 0, "Verteld aan anderen", "Wat aan wie verteld is, en op welke grond.",
     verstrekking},
    {"Verwijzing", "V", 0, "Verwijzingen",
     "De weg naar een andere dienst, in zeven stappen, samen met de cliënt.", verwijzing},
    {"Informatievraag", "I", 0, "Vragen om informatie",
     "Iemand vraagt iets over de cliënt, of u vraagt het; ook na het einde.", informatievraag},
    {"Overleg", "O", 0, "Overleggen", "Samen aan tafel, liefst met de cliënt.", overleg},
    {"Agendapunt", "E", 0, "Agendapunten",
     "Een punt van een overleg, met het ja of nee van de cliënt.", agendapunt},
    {"Signaal", "Z", 0, "Signalen",
     "Iets in regels of aanbod dat mensen buitensluit; nooit over een persoon.", signaal},
    {"Toewijzing", "J", INTERN, "Toewijzingen",
     "Wat de gemeente heeft toegewezen, met de codes van iWmo.", toewijzing},
    {"Evaluatie", "W", 0, "Evaluatie", "Hoe de cliënt terugkijkt.", evaluatie},
    {"Afsluiting", "X", 0, "Afsluiting", "Het einde van een traject, met wat de cliënt meeneemt.",
     afsluiting},
    {"Nazorg", "N", 0, "Nazorg",
     "Wanneer u na het einde nog contact zoekt; open tot de laatste dag.", nazorg},
    {"Organisatie", "", OUTSIDE, "Organisaties", "Een organisatie in de sociale kaart.",
     organisatie},
    {"Dienst", "", OUTSIDE, "Diensten", "Een dienst in de sociale kaart.", dienst},
    {"Contact", "", OUTSIDE, "Contacten", "Een persoon in de sociale kaart.", contact},
    {"Convenant", "", OUTSIDE, "Convenanten", "Wat organisaties met elkaar hebben afgesproken.",
     convenant},
    {"Tabelrij", "", OUTSIDE, "Tabelrijen",
     "Een rij van Open Referral die in de sociale kaart geen eigen plaats heeft.", tabelrij},
    {"Meting", "", OUTSIDE, "Metingen", "Een meting van de eigen competenties van de begeleider.",
     no_fields},
    {"Observatie", "", OUTSIDE, "Observaties", "Wat een collega zag bij een gesprek.", no_fields},
    {"Ontwikkelpunt", "", OUTSIDE, "Ontwikkelpunten", "Wat de begeleider wil leren.", no_fields},
    {"Reflectie", "", OUTSIDE, "Reflecties", "Hoe de begeleider terugkijkt op eigen werk.",
     no_fields},
    {"Instelling", "", OUTSIDE, "Instellingen",
     "De configuratie: Door zegt wie er noteert, Leidraad en Woorden waar eigen teksten en "
     "woorden staan.",
     no_fields},
    {0}};

/* What every record of a dossier has, in the order of enum COMMON_*. */
const struct field schema_common[] = {
    {"Dossier", KIND_TEXT, OPENS, NULL, "Bij welk dossier hoort dit?"},
    {"Op", KIND_DATE, OPENS, NULL, "Op welke dag was het?"},
    {"Door", KIND_TEXT, 0, NULL, "Wie noteert dit?"},
    {"Geboekt", KIND_BOOKED, 0, NULL, "Wanneer is dit opgeschreven?"},
    {"Gewijzigd", KIND_BOOKED, 0, NULL, "Wanneer is dit gewijzigd?"},
    {"Vervallen", KIND_TEXT, 0, NULL, "Waarom geldt dit niet meer?"},
    {0}};
