/** Words that carry no proposition: two texts that share them share nothing. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an the this that these those of in on at by for from with to into over under about against between through during
  after before since until and or but nor so yet as if than then is are was were be been being am do does did has have
  had having will would can could may might must shall should not no it its he his him she her hers they their theirs
  them we our us you your i me my mine who whom whose which what when where why how there here said says say saying
  told tell tells telling also just very more most such own same too again once any all each both few some other only
  himself herself itself themselves up out off down back upon within without across per via among amid along toward
  towards because while though although whether unless despite even still already now ever never always often
  n't s t re ve ll d m cannot anything something nothing everything nobody anybody somebody everybody none neither
  either one ones another much many lot less least around nearly roughly approximately yes let get got like well
  called call calls according reported report reports reportedly added adds noted quoted cited citing allegedly`.split(
    /\s+/,
  ),
)

/** Time is compared as days, never as words: “on Thursday” and “yesterday” may be one day. */
export const timeWords: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur fri sat sun january february march
  april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec today
  yesterday tomorrow tonight week weeks weekend day days month months year years morning afternoon evening night hour
  hours minute minutes ago last next earlier later recent recently early late currently moment noon midnight`.split(
    /\s+/,
  ),
)

/**
 * Words that stand in every other report and so tell little; a third of a rare word’s weight. Written by us, by what
 * news is written of: there are no counts over a ledger behind it, so that a claim never depends on what else is kept.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `people man woman person group country nation state government official president minister secretary leader chief
  head spokesman spokeswoman spokesperson party member office ministry department parliament agency company city town
  capital area region place world news media statement question answer matter issue problem situation case fact thing
  way part number time new old former senior top big large small great good bad high low long short first second third
  two three four five six seven eight nine ten million billion thousand hundred percent make take give come go see know
  think believe want need use find work show help turn put set hold bring become remain seem feel try ask include
  involve follow lead act move run stand change plan decision report public national foreign international local
  political economic military power right law order deal meeting talk visit force side end point home house life
  family day name word call home own different important possible likely able sure clear full major key main
  general special young several amount total half president’s prime federal central south north east west northern
  southern eastern western police army court war peace security business market money price trade`.split(
    /\s+/,
  ),
)

/** Verbs that may stand for any other: where one text has one that the other lacks, nothing follows. */
export const lightVerbs: ReadonlySet<string> = new Set(
  `make take give come go see know think believe need use find work show help turn put set hold bring become seem feel
  include involve follow lead act move run stand describe base accord follow name use live base add note explain make
  cause result happen occur carry remain have do be get quote relate regard concern`.split(/\s+/),
)
