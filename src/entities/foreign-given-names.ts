// Made by scripts/given-names.mjs from Faker (MIT): first names of Europe that Norwegian texts have.

/** In lower case, separated by white space. */
export const FOREIGN_WOMEN = `
  abbey abbie abby abigail ada adele adriana adrienne adèle agata agathe agnieszka agnès aileen aimee alana
  alanis alanna aleksandra alessandra alexa alexia alia alicia alida alina aline alisa alison allison ally
  alyson alyssa amara amber amelia america amy anastasia anaïs anca angela angelica angelina angelique
  angie angélique ani anika annabel annabelle anneli annette anni annie antoinette antonia anya ariana
  ariane arielle arlene arya ashlee ashley asia athena audrey augusta autumn ayse azra bailee barbara beata
  beatrice beatrix beatriz becky belinda bella belle berenice beryl bessie beth bethany bette betty bettye
  beverly bianca bibi billie birgitta bobbi bojana bonita bonnie brandi brenda bria briana bridget brigitte
  brita britney brittany brooke caitlin caitlyn camila camille candace candice cara carla carmen carmina
  carola carole carolyn carrie cassandra cassidy cassie catalina caterina catharina catherine cathy cato
  catrin cecelia cecilia celia celine ceyda chantal cheryl chiara chloe christa christiane christie cindy
  claire clara clare claudia claudine cleo clio clotilde clémence coco colleen conception connie constance
  cora coralie corinne cornelia cosima cosmina courtney cristina crystal cynthia céline dada dafne dagmar
  dahlia daisy dalia dana danica daniela daniella danielle daphne darlene dawn deanna debbie deborah debra
  deja dejah della delphine demet demi denise desiree destiny dewi diamond diana diane dianna dianne dixie
  dolly dolores dominika dominique doris dorota doroteja dorothy dorothée dorthe dunja ebony ebru edda edna
  eileen elaine elea eleanor elena elenora eleonora elif elina elisa elisabet eliza elli ellie elly elodie
  eloise elvira emelie emely emerald emilia emily emmanuelle emmi emmy era erica erika erin esperanza essie
  esther estrella ethel evangeline evelina evelyn evelyne evy faith famke fanny fantine fay faye felicia
  felicity fem fernanda filipa fiona floor frances francesca franka franziska françoise freida gabriela
  gabriella gabrielle gail gamze garance gemma geneva geneviève geraldine gerda germaine gertrude ghita
  gigi gillian ginger giovanna giulia gladys greta gretchen guillemette gun gunilla gwen hailee haley
  hallie hana harmony harriet hayley heather heaven hedvig helena hermine hillary hilma hollie holly
  hortense hélène ilsa ilse imelda ines ioana irina irma irène isabel isabela isabella isabelle isadora
  isobel ivana ivanka ivy izabella jackie jacky jacqueline jada jana janelle janet janine jasmin jasmine
  jayne jeanne jelena jenna jennie jennifer jess jessica jessie jewel jil jill jillian joan joana joanna
  joanne jodi jodie joelle johanna jolie jonna jordana josefin josephine josie joséphine joy joyce judith
  judy juliana juliane julianne juliet juliette june juno justine juul kaitlyn kamila kamilla karine karla
  karolina katarina kate katharina katherine katheryn kathleen kathryn kathy katie katja katrin katrina
  kaya keeley keira kelley kelly kerry kerstin kiki kimberly kitty kyla kylie kyra laila lana lara laura
  laurel laurie lauryn layla leah leni leona leonie leonor leonora lera lesley leslie letitia lexus liana
  libby lidia lila lili lilli lilly lily lindsay lindsey linnéa liya liz liza lizzie lizzy lois lola lolita
  lone lorelei loretta lori lorna lorraine louisa lucie lucile lucinda lucy lucía ludivine luise lulu luz
  lydia lydie lynda léa mabel mackenzie macy madalena madeleine madeline mae maeve magda magdalena maggie
  malika mallory mandy manon manuela marah marcia mareike margaret margarete margarita marge margherita
  margita margot marguerite mariah mariana mariane marianna maribel marielle marija marika marilyn marion
  marisa marissa marita marja marlene marsha marthe martina maría matilda matilde mattie maud maude mavis
  may mckenna megan megane meghan melanie melina melinda melisa melissa melody meredith micaela michelle
  michèle mikaela mildred miley milla millie milly mindy minnie mira miracle miranda mireille mirjam
  mirjana misty moira molly monique morgana muriel mylène myriam myrtle mégane mélanie nadine naja nana
  naomi naomie natalia natalie natasa natasha nathalie nella nelly nia nicole nicolette nicoline nika nikki
  nila nine norah norma octavia odette ofelia olive olivia oriana pamela pascale patience patricia patsy
  patti patty paula paulette paulina pauline pearl peggy penelope pernilla petula phoebe pia polly precious
  princess priscilla queenie rachael rachel radka rae ramona raquel rebecca renata renate renee renée
  rhiannon rhonda roberta robyn romola romy rosemarie rosemary rosetta rosie roxane roxanne roxy roza ruby
  ruthie régine sabina sabine sadie sally salma samantha samia sandrine santa sasha saskia scarlett seda
  selda selina serena shania shannon shari sharon sheila shelley sheryl shirley sidney sienna sierra silja
  silvana silvia simone sister soave sofía solange sonia sonya sophia sophie stacey stacy stefanie
  stephanie stéphanie sue sunniva susan susana susanna susie suzan suzanne svetlana sylvia sylvie talia
  tamara tami tammy tania tanya tarja taryn tatiana teresa teri tessa thelma theresa tonya tracey traci
  trinity trisha tyra ursula valentina valeria valerie vanessa veerle verena veronica vicki vicky viola
  violante violet violeta violette virginie vivian viviane vivienne wanda wendy whitney willow wilma winona
  yasmine yolande yvonne zoe zoey zola zoé zoë zuzana édith
`

export const FOREIGN_MEN = `
  aaron abdul abe abel abraham absalon ace adi adil adolf adolph adriano adrien ahmet aidan aiden alain
  alan alban alberto alden aldo alec alejandro alek aleksej alessandro alex alexandre alexej alfonso alfred
  alfredo allan alois alvin amadeus amar amon amos anderson andrei andrej andres andrew andrzej andrás
  andré andrés andy angelo angus ansel anselm anthony antoine anton antoni antonin antonio antti aram
  arcade arch archibald archie ari ariel arif armand armando armin arnaud arnold aron arthur artur arturo
  attila augusto augustus axel aziz bacco baltazar balthazar barney barton bastian baudouin beau bebe
  benedict benedikt bengt bennett bennie benny benoît bernard bernd bernie bertrand bill billy bjorn björn
  blake blaze boaz bogdan boris boyd brad bradley brady brain brandt brendan bret brian brooks bruce bruno
  bryce buck buddy burhan byron cade caesar caleb calvin cameron camillo can carlo carlos carlton carter
  caspar cecil cedric celso cesar cesare chad chance charles charlie chase chet chris christ christoph
  christophe christopher ciro claes clarence clark claude claudio claudiu claus clay clayton clemens
  clement cleve clifford clint clinton clyde clément cody cole coleman colin collin conner connor conor
  conrad constant cooper corey cornelis cornelius cornell cory craig cristian cristiano cristopher cullen
  curt curtis cyril cédric césar dalton damian damien damián damon dan daniele danilo danko danny dante
  darian darin dario darius dariusz daron darrell darren darryl daryl dave davey davide davy dax declan
  dejan delbert demetrius denis dennis deon derek derrick desmond devin dexter didier diego dieter dillon
  dimitri dino domenico dominic donald donnie donny dorian doug douglas douwe doyle drew duane duccio
  duncan dustin dwayne dwight dylan earl easton eddi eddie eddy edgar edmund edoardo eduard eduardo edvin
  edward edwin eero efraim eino elia elijah elliot elliott ellis elmar elmer elmo elmore elton elvis
  emanuel emerson emile emilio emmanuel emmet emmett ennio enrico enrique enver enzo eric erich erick
  ernest ernesto ernst esben esteban ethan etienne eugen evan evert ezio ezra fabian fabien fabio fabrice
  fabrizio faris fatih federico felice felipe felix ferdinand fernando fidel flavius fletcher flip florent
  florian floyd forest francesco francis francisco franco francois frankie franz françois freddie freddy
  frederic frederik fredrick friedrich fritz frédéric félix gabe gabriele gael gaetano galileo garret
  garrett garrison garry garth gaspar gaspard gaston gavin geoffrey george georges gerald gerard gerardo
  gerhard german gerry giacomo giambattista giancarlo gianfranco gianluca gideon gil gilberto giles gilles
  giordano giorgio giovanni giulio giuseppe glen godfrey gonzalo goran gordon graham greg gregg gregor
  gregory griffin guido guillaume guillermo gus gustave gustavo guy györgy gérard géza göran haluk hannes
  harold harrison harvey hayden heath hector heikki heinrich heinz heitor helmut hendrik hennes henri
  henryk herbert hermann hilary hjalmar homer honor horace horacio howard hubert hudson hugh hunter håkan
  hüseyin ian idris ignacio ignatius igor ike ildefonso ilija immanuel imre innocent ioan irvin isaac isac
  isaiah italo ivan ivica ivo jaakko jace jack jaco jacques jaime jake jakub jamal james jameson jamie
  janick janusz jared jarne jarvis jason jasper javier jay jayson jed jeff jeffrey jeppe jeremiah jeremy
  jermaine jerome jerry jerzy jesse jesus jesús jimi jimmie jimmy joaquin joe joel joey johann johnathan
  johnson jonah jordi jorge jose josef joseph josh joshua josé jovan joão joël juan juda judah judd jude
  judge juha juho jukka julien julio julius justin jános jérémie jérôme jörg jörgen kaj karel karim kasper
  keanu keith kendrick kenji kenny kieran kip kirk kjeld klaus konstantin kornél kristofer kristopher
  krystian krzysztof lambert lance landry larry laurens laurent lauri lazar lean leander lemuel lennart
  lennie lennon lenny leo leon leonard leonardo leonid leopold leroy levente levi lew lewis liam linus lion
  lionel lloyd loek logan lorenz lorenzo lothar louie louis luc luca luciano lucien lucious lucius ludwig
  luigi luis luiz luther lutz lyle lászló mac mads maksim malcolm malik manfred manu manuel marc marcel
  marcell marcello marcelo marcin marco marcos marek marian mariano mario marko marlon marshall martial
  martti marty martín marvin mason massimo mateo mathew matias matthew matthias matthieu matti mattias
  mattis maurice mauricio maurits mauro maverick maxim maxwell maynard mehmet mekhi melvin mesut micah
  michal michaël michel michelangelo mick miguel mika mike mikko milo mircea miroslav mitch mitchell monte
  monty morgan moritz morris mortimer morton mstislav muhammad muhammed murray myles mylo napoleon nash
  nathan nathaniel nazif nazmi neal neil nels nemanja neo neri nicholas nick nicklas nickolas nico nicola
  nicolae nikita niklas niko nikolas nimród noam noe noel nolan norbert numan nuno oleg olivier olof orhan
  orville otis owen pablo paolo patrice patricio patrick patrik paulo pavel pavle pedro pekka percy perry
  petar pete peter petr petri phil philipp philippe phillip pie pierre piet pieter pietro pio pit pontus
  poul price prince quentin quinton radu rafael raheem raif rainer ralf ralph ramon randall randolf randy
  ransom raoul raphael raul ravi ray raúl reed reggie reginald reinhard remo renato rené reuben reza rhett
  ricardo riccardo richard richie rick ricky rico rino roberto robi robinson rocky rod roderick rodney
  rodrigo rohan roland romain romeo ron ronald ronan ronnie ronny roosevelt rory roscoe ross rowan rudolf
  rudolph rudy rufus rupert russel russell rusty ryan ryder ryszard rémi said sakari salim salomon
  salvatore sam sami samir sammy samson sancho sandro sascha saul scott seamus sean sebastián sebastião
  selim semih sepp serge sergej sergi sergio serhat seth severin shane shaun shawn sheldon sherman silas
  silvio sim slobodan sonny spencer stanislav stanley steen stefano steffen stephan stephen steve steven
  stewart stone stuart stéphane sune svend sylvain sylvester søren tarik ted teodor terence terrence thad
  thaddeus theo theodore thiago thibault thierry thom tillman timmy timo timothy timothée timur titus tobin
  toby todd tomasz tommaso tomo tony torsten travis trevor trey tuomas tycho tyree tyrell tyrese tyrone
  uberto udo ugo ulrich umberto uriah urs vadim valentin valentino valerio veniamin vernon vic vicente
  vince vincent vincenzo vinicio vinnie vito vittorio vlad vladislav vlastimil wade walker wallace walter
  walton ward watson waylon wayne wendell werner wes wesley wessel wilbur wilfred wilhelm will willard
  willem willi willie willis wilson winston wolf wolfgang wyatt xander xavier yahya yannis yassir yousef
  yuri yves zachary zack zain zayn zeno zlatan zoltán ángel édouard émile éric óscar
`
