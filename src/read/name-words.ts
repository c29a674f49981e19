/** Words that tell what kind of thing a name names, in lower case. */

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Titles and roles that stand right before a person’s name. */
export const titles = set(
  `president premier chancellor minister secretary ambassador envoy senator sen governor gov general gen colonel captain
  king queen prince princess sheikh ayatollah pope bishop judge justice mr mrs ms dr prof professor mayor chairman
  chairwoman spokesman spokeswoman spokesperson director commander congressman congresswoman rep lt lieutenant sgt
  analyst historian economist lawyer sir lady lord archbishop cardinal leader chief adviser aide strongman`,
)

/** What people are, in words that stand in an apposition and not right before a name as a title does. */
export const roleNouns = set(
  `master officer head member founder owner candidate nominee lawmaker politician activist journalist reporter editor
  author scientist researcher doctor physician executive engineer teacher negotiator mediator diplomat official
  prosecutor attorney manager coordinator inspector captain pilot fisherman resident critic expert fellow scholar
  representative delegate deputy assistant counsel consultant chair coordinator winner veteran dissident opponent rival
  successor predecessor commissioner superintendent treasurer curator dean rector principal scholar strategist pollster
  columnist broadcaster anchor correspondent photographer activist organiser organizer unionist shipowner skipper`,
)

/** Words that qualify a title and are names’ own words elsewhere: “State Secretary”, but “State Department”. */
export const titleModifiers = set(
  `deputy vice prime foreign defence defense interior finance state press acting former special crown opposition energy
  under assistant permanent general first trade health justice`,
)

/** Words in the names of bodies that act. */
export const bodyWords = set(
  `ministry agency council party press university committee court army navy office department bank organization
  organisation news times post union force forces guard police commission parliament congress senate assembly
  government institute association federation foundation group company corporation inc corp ltd llc bureau authority
  network front movement brigade courier examiner ledger compass telegraph gazette herald tribune journal service
  administration house cabinet directorate secretariat presidency embassy league club board brief desk media`,
)

/** Words in the names of places that do not act. */
export const placeWords = set(
  `river lake sea ocean mountain mountains island islands bay gulf strait peninsula province region airport street
  avenue square harbour harbor valley desert coast border canal`,
)

/** Nouns that belong to a state or a city: “San Telmo’s ambassador” makes San Telmo one. */
export const belongsToState = set(
  `president premier prime government ambassador embassy ministry parliament army navy police foreign interior defence defense
  capital coast border northern southern eastern western envoy`,
)

/** Words that open sentences and name nothing. */
export const openers = set(
  `the a an this that these those it he she they we you i his her its their our my but and or in on at by for from with
  after before since until while when where if as although though because however meanwhile there here what who why how
  which not no yes both all some many most several such one two three four five six seven eight nine ten another other
  according under over despite during last next still yet also even only then now so nor neither either instead
  reports officials critics analysts sources experts asked read more than every each any few later earlier once
  whether unless against about between among within without across amid around through thank log photo talks asked
  should would could will can may does do did is are was were has have had be let never nobody nothing perhaps maybe
  those reporting editing written rights police prosecutors residents supporters opponents aid human`,
)
