/** Closed classes of English words, in lower case: what a reader without a parser knows for certain. */

const set = (words: string) => new Set(words.trim().split(/\s+/))

export const determiners = set(
  `the a an this that these those each every some any no another both all either neither several many most few
  other such what which whatever`,
)

export const possessives = set(`my your his her its our their whose 's ’s ' ’`)

export const prepositions = set(
  `of in on at by for from to with about against among amid around as before after behind beside between beyond
  despite during except inside into near off onto outside over past since through throughout toward towards under
  until unlike upon via versus within without following regarding concerning per than`,
)

export const subjectPronouns = set(
  `i you he she it we they who there this that these those someone everyone nobody`,
)

export const auxiliaries = set(
  `is are was were be been being am has have had having do does did will would can could may might must shall should
  's ’s 're ’re 've ’ve 'll ’ll 'd ’d 'm ’m wo ca ai ought`,
)

/** Forms of “be”, as auxiliaries of a passive. */
export const beForms = set(`is are was were be been being 's ’s 're ’re`)

export const modals = set(`will would can could may might must shall should 'll ’ll 'd ’d wo ca`)

export const coordinators = set(`and or but nor & yet`)

export const subordinators = set(
  `that if because although though while whereas when whenever where wherever whether unless until once since as
  after before so lest who whom which whose what how why`,
)

/** Adverbs that may stand between a subject and its verb and do not end in “-ly”. */
export const adverbs = set(
  `also again now then later earlier soon still just even once twice ever never always often yet already too instead
  however meanwhile therefore thus moreover furthermore nevertheless nonetheless further far long here there today
  tomorrow yesterday tonight not n't n’t only simply aloud`,
)

export const timeNouns = set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december morning afternoon evening night week weeks month months year years day days hour
  hours today yesterday tomorrow tonight weekend noon midnight`,
)

export const negations = set(`not n't n’t never no neither nobody none nothing nor`)

/** Verbs whose infinitive carries the statement: “declined to say”, “went on to add”. */
export const raisingVerbs = set(
  `declined refused appeared appears appear seemed seems seem continued continues continue wanted wants want used
  sought seeks seek tried tries try attempted attempts attempt began begins went goes happened happens decline refuse
  declines refuses hastened chose chooses moved failed fails rushed took takes came comes`,
)

/** Past and present forms that a noun phrase does not run across. */
export const finiteVerbs = set(
  `is are was were be been has have had do does did will would can could may might must shall should said says told
  went goes came comes made makes held holds met meets took takes gave gives got gets left leaves kept keeps put puts
  saw sees knew knows began begins brought brings built bought sent sends lost won found finds spoke speaks wrote
  writes ran runs led leads fell falls grew rose broke chose drew drove ate felt fought flew forgot hid hit hurt kept
  lay lent let meant paid rode rang sang sat shot shut slept spent stood stole stuck struck swore swam taught thought
  threw understood woke wore withdrew became becomes wants want`,
)

/** Nouns that can say something though they are no people: “a report”, “the poll”. */
export const speakingNouns = set(
  `report reports statement statements poll polls survey surveys study studies document documents memo letter email
  emails paper papers filing filings affidavit indictment complaint lawsuit suit transcript transcripts speech remarks
  comments remark comment words message messages post posts tweet tweets note notice website account accounts article
  articles book newspaper newspapers agency agencies media press network outlet outlets broadcaster station channel
  records data figures statistics analysis research review audit investigation inquiry findings ruling order judgment
  testimony rhetoric spokesman spokeswoman spokesperson officials official ministry government office source sources
  aide aides adviser advisers analyst analysts expert experts diplomat diplomats envoy ambassador president minister
  witness witnesses critics supporters police army navy military court judge lawyer lawyers prosecutor prosecutors
  authorities company bank group party union campaign department commission committee council parliament senator
  lawmakers leader leaders chief director secretary chairman chairwoman people residents members experts mayor governor
  king queen prince premier chancellor general commander captain slide slides video videos footage story stories averages average percent map chart count administration regime staff team firm organisation organization alliance
  coalition forces side sides country countries state states nation nations capital kremlin`,
)

/** Words that open an apposition or a relative clause after a name: “Ana Petrov, a spokeswoman for …, said”. */
export const appositionOpeners = set(
  `a an the his her its their who whose which whom one speaking citing then now also`,
)
