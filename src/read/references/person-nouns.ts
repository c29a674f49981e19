import type { Gender } from '../../records/resources.ts'
import { roleNouns, titles } from '../name-words.ts'

/** Nouns for people, in lower case, singular; what they tell of “he” or “she”. */

const words = (list: string) => list.trim().split(/\s+/)

const male = words(
  `mr sir lord king prince duke man boy father dad son brother husband uncle nephew grandfather grandson gentleman guy
  lad spokesman chairman congressman businessman policeman fisherman salesman serviceman gunman clergyman nobleman
  cameraman fireman statesman councilman widower monk bishop archbishop cardinal pope sheikh ayatollah emperor baron
  earl count tsar czar king sultan boyfriend stepfather stepson bridegroom groom hero actor waiter landlord strongman`,
)
const female = words(
  `mrs ms miss lady dame queen princess duchess woman girl mother mom mum daughter sister wife aunt niece grandmother
  granddaughter spokeswoman chairwoman congresswoman businesswoman policewoman saleswoman servicewoman noblewoman
  councilwoman widow nun empress baroness countess girlfriend stepmother stepdaughter bride heroine actress waitress
  landlady hostess mademoiselle madame ballerina`,
)
/** Borne by both: “hero”, “actor”. */
const either = new Set(['hero', 'actor', 'waiter', 'count'])

const others = words(
  `person child baby infant kid teenager youth adult driver victim suspect patient student teacher author writer
  singer artist scientist player coach manager boss worker employee soldier sergeant major officer police guard
  lawyer client witness defendant judge juror farmer nurse surgeon inventor composer poet painter musician actor hero
  friend colleague neighbour neighbor partner spouse parent cousin relative twin orphan stranger visitor guest host
  passenger pedestrian cyclist rider runner swimmer champion winner loser captain goalkeeper striker defender
  midfielder referee voter citizen refugee migrant immigrant prisoner hostage attacker killer murderer thief robber
  protester demonstrator rebel fighter militant extremist terrorist spy agent detective investigator inspector
  superintendent sheriff firefighter paramedic caller user blogger customer buyer seller trader merchant banker broker
  investor trustee shareholder landowner tenant resident villager priest pastor rabbi imam preacher missionary saint
  philosopher mathematician physicist chemist biologist archaeologist psychologist anthropologist sociologist novelist
  playwright dramatist director producer presenter narrator interviewer interviewee speaker reader listener viewer
  monarch ruler heir regent tyrant dictator commander marshal admiral brigadier corporal private veteran hunter sailor
  explorer astronaut climber inmate lover fiancé fiancee servant maid cook chef baker butcher tailor carpenter
  plumber mechanic electrician builder architect designer programmer developer contractor librarian clerk secretary
  character contestant bowler batsman pitcher jew muslim christian monk commoner nobleman someone somebody anyone anybody everyone everybody nobody applicant candidate incumbent challenger lawmaker
  legislator mp politician statesperson figure individual human colonist settler governor senator leader`,
)

const genders = new Map<string, Gender>([
  ...male.filter((word) => !either.has(word)).map((word) => [word, 'm'] as const),
  ...female.map((word) => [word, 'f'] as const),
])
const people = new Set([...male, ...female, ...others, ...roleNouns, ...titles])
people.delete('chair')
people.delete('anchor')
people.delete('general')

/** Whether a noun, by its lemma in lower case, means a person: “envoy”, “economist”, “spokeswoman”. */
export const isPersonNoun = (lemma: string): boolean =>
  people.has(lemma) || /(?:[^r]ist|ician|woman|person)$/.test(lemma)

/** The gender that a noun or a title tells; null for “envoy”. */
export const genderOfNoun = (lemma: string): Gender | null => genders.get(lemma.replace(/\.$/, '')) ?? null
