/// Words as one choice of an expression.
export function oneOf(words: string): string {
  return words.trim().split(/\s+/).join('|');
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/// First names as they are given in the Netherlands, of all origins.
export const firstNames = listed(`
aaron abdel abdelkader abdul abdullah achraf adam ahmed aicha aisha albert alex alexander ali
alice amber amina amir amira amy anas andrea andre angela anna anne annemarie anouk anton
antoinette arjan arjen arnold arthur astrid ayoub ayse aylin bart bas beatrix ben benjamin
berend bert bilal björn bo boris bram brahim brenda brian britt bryan burak carla carlos carmen
carolien caroline casper cees charlotte chantal chayenne cheyenne chris christiaan christine
cindy claudia clemens cor corrie daan damian dani daniel danielle danny dave david demi dennis
denise denzel derk diana dick diego dirk djamila donny donna dylan eefje eline elisa elise elke
ella ellen els elsa emily emine emir emma emre eric erik erwin esmee esra esther eva evelien evi
fabian fadoua farid fatiha fatima fatma faye feline femke ferdi ferry finn floor floortje floris
fouad frank frans fred frederik frits gerard gerda gerrit gert gijs greetje guus hakan hamza
hanna hannah hans harm harrie harry hasan hassan heleen helena hendrik henk henny herman hicham
hilda hilde hugo hussein ibrahim ibtissam ilias ilona ilse imane imke imran ine ineke inge
ingrid irene iris isa isabel isabella ismail ivo jaap jack jacob jacqueline jamal jan jana
janneke jannes jari jarno jasmijn jason jasper jay jayden jelle jens jeroen jerome jesse jessica
jim jimmy joanna joep johan johanna john joke jolanda jonas jonathan joost joris josé jouke
joyce judith jules julia julian juliette jurgen jurre justin karim karin karel karlijn kasper
katarzyna kees kelly kenneth kevin khadija khalid kim klaas koen krista krystian kyra laila lana
lars laura laurens lauren leah leen leila leo lex leyla lieke lies liesbeth lina linda lisa
lisanne lize lois loes lotte louis louise luca lucas lucy luuk lynn maaike maarten madelon mandy
manon marco marcel maria marian marieke marielle marije marijke marit marjan marjolein marloes
marleen martijn martin martine mary mats matthijs maud maurice max mees mehmet melanie melissa
merel merve michael michelle michiel mieke mike mila milan milou mirjam mirthe mitchell mo moh
mohamed mohammed monique mounir murat mustafa nabil nadia nadine najat naomi natasja nathalie
nick nicole nicky niek niels nienke nikki nina noa noah noor nora noud olaf olga olivia omar
oscar oumaima özlem pascal patricia patrick paul paula paulien peter petra philip pierre piet
pieter pim pien piotr quinten rachid rachida rafael ralph ramon randy raoul rayan rebecca remco
rené renate renske ricardo richard rick rik rita rob robbert robert robin roel roger roland rolf
romy ron ronald ruben rudy ruth ruud saar sabine sabrina said saida salma sam samantha samir
samira samuel sander sandra sanne sara sarah sascha selim selma senna serkan sharon shirley siem
sietske sigrid silvia simon simone sjaak sjoerd sofie sonja sophia sophie souad soufiane stan
stefan stephanie steven stijn suzan suzanne sven svenja sylvia tamara tanja tess tessa theo thea
thijmen thijs thomas tijmen tijn tim timo tina tjeerd tobias tom tomasz ton tonny tristan truus
tyrone valerie vanessa vera victor vincent wendy wesley willem wilma wim wouter xander yannick
yara yasin yasmin yasmina yassin yvette yvonne youssef yusuf zakaria zara zeynep zineb zoë
`);

/// First names that are words, too: at the beginning of a sentence they say nothing.
export const alsoWords = listed(
  'bas bo daan floor isa iris max mees mo noor pim rein roos sam senna ton wil stan tess jay robin mark ben leen door fleur jet els ine isa',
);

/// Surnames that are often met.
export const surnames = listed(`
aydin bakker beekman berends blom boer boersma bos bosch bosman bouwman brink brouwer bruin
bruijn bruins claassen cornelissen dekker demir dijk dijkstra driessen evers geerts gerritsen
graaf groen groot haan hendriks hermans hoekstra hofman huisman jacobs jansen janssen jong jonge
karaca kaya koning kok koster kramer kuiper kuipers lammers leeuwen linden maas martens meijer
meyer molenaar mulder nguyen peeters peters pietersen pol postma post prins ruiter sanders
schipper scholten schouten singh smeets smit smits timmermans tran veenstra verhoeven vermeulen
visser vliet vries vos wal werf westra willems wit wolters yildirim yildiz yilmaz zijlstra
öztürk terpstra
`);

/// Words before which a name stands, mostly.
export const cues = listed(`
mevrouw mevr mevr. mw mw. meneer mijnheer dhr dhr. heer juffrouw juf meester dokter dr. drs. ir.
mr. prof. wijkagent agent docent docente leraar lerares mentor coach rector jongerenwerker
jongerenwerkster hulpverlener psycholoog psychiater huisarts wethouder burgemeester
wijkverpleegkundige directeur oom tante moeder vader broer zus zusje broertje zoon dochter
vriend vriendin buurman buurvrouw neef nicht opa oma familie gezin trainer trainster barman
portier dealer partner collega leerling cliënt client patiënt verdachte slachtoffer
`);

/// Words that say that a name comes.
export const naming = listed('heet heette heten genaamd noemen noemden noemt');

/// Small words inside of names.
export const between = listed(
  "van de den der v.d. vd het 't ter ten te el al ben bin la le di da von op in aan",
);

/// Capitalised words that are no names of people: days, peoples, organisations, what is spoken of.
export const notNames = listed(`
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag pasen kerst carnaval koningsdag
nederland nederlands nederlandse belgië belgisch duits duitse turks turkse marokkaans
marokkaanse pools poolse surinaams surinaamse europees europese engels politie gemeente ggd ggz
halt trimbos raad college school stichting vereniging wet opiumwet ministerie provincie brijder
novadic jellinek tactus iriszorg mondriaan vnn antes ambulance ouders jongeren leerlingen
kinderen alcohol drugs cannabis wiet lachgas cocaïne speed ketamine ik hij zij ze we wij jullie
u het de een dit dat die deze er hier daar dan toen nu ook maar want en of als wat wie waar
wanneer hoe waarom niet geen
`);

const places = oneOf(`
straat laan weg plein gracht kade singel dijk hof pad dreef park school college lyceum huis centrum
kliniek instituut hal brug kerk stichting ziekenhuis app
`);

/// What follows a person's name where it names a place or a house.
export const placeBehind = new RegExp(`^\\p{Ll}*(?:${places})$`, 'iu');
