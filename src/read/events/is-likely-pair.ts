import type { Deed } from './find-deeds.ts'
import { isViolent } from './is-violent.ts'
import type { Party } from './open-parties.ts'
import type { Tree } from './open-tree.ts'
import type { Pair } from './pair.ts'

/** CAMEO codes of deeds that only states and bodies of states do. */
const stately = /^(?:0354|054|085|1244|1312|138|15|161|163|19[0-5])/
/** CAMEO codes of deeds whose doer may stay untold: “three journalists were arrested”. */
const material = /^(?:0841|17[1-5]|18|19|20)/
const tools =
  /^(?:bomb|device|explosion|blast|attack|strike|airstrike|missile|rocket|shelling|bullet|drone|fire|gunfire|bombing|mine|raid)$/
/** CAMEO codes of deeds that may be done to nobody in particular. */
const lonely = /^(?:03|08|10|12[0-7]|13|14|15|16|17[12])/
/** Whom the doer’s role code makes one who acts in politics even where no country is told. */
const acting = /(?:GOV|MIL|COP|JUD|LEG|SPY|REB|UAF|OPP|INS|SEP|PTY)$/
/** Who may use force. */
const forceful = /(?:MIL|COP|REB|UAF|SPY|GOV|INS|SEP|IMG|CRM)/

/**
 * Whether two are told as those of a deed that a coder would write down: somebody political does it, to somebody it can be
 * done to.
 *
 * @param type PLOVER’s, of the deed.
 * @param isPublic whether the article says what a person is.
 */
export function isLikelyPair(
  { actor, recipient }: Pair,
  tree: Tree,
  deed: Deed,
  type: string,
  isPublic: (entity: string | null) => boolean,
): boolean {
  // “the plan to ease the rules” is no news of itself.
  const isNounLed = /^(?:NOUN|PROPN)$/.test(tree.view.upos[deed.trigger] ?? '')
  if (isNounLed && (!actor || !recipient)) return false
  if (!actor) return recipient !== null && isUntold(recipient)
  if (isAnybody(actor) || (recipient !== null && isAnybody(recipient))) return false
  if (deed.isBare && !isWorthBare(type, deed, actor, recipient)) return false
  // A newspaper that asks or meets somebody does its work.
  if (
    !/^(?:PROTEST|CONCEDE)$/.test(type) &&
    deed.code !== '128' &&
    !stately.test(deed.code) &&
    /(?:MED|BUS|EDU|AGR|HLH|LAB)$/.test(actor.participant.code ?? '')
  )
    return false
  if (actor.kind === 'victim' && actor.participant.country === null && type !== 'PROTEST') return false
  if (actor.kind === 'place' || !suits(type, tree, deed, actor, recipient)) return false
  if (!recipient) {
    // “Aldany refused to take part”; of a person that is no news.
    if (deed.isBare && (actor.kind === 'person' || actor.participant.country === null)) return false
    const isNamed =
      deed.code === '050' ? deed.kind === 'verb' && deed.chain.length === 1 : lonely.test(deed.code)
    return !deed.needsWho && isNamed && isPublicly(actor)
  }
  return (
    isPublicly(actor) &&
    (isPublicly(recipient) ||
      ((actor.participant.code !== null || stately.test(deed.code)) && isPossible(type, recipient)))
  )

  /** “Three journalists were arrested”, “killed by a bomb”: whether the doer is untold, and the one it is done to somebody. */
  function isUntold(recipient: Party): boolean {
    const { head, participant } = recipient
    const agent = tree.agentOf(deed.trigger)
    // “the former president was accused of theft”, by nobody told
    const isCharged =
      /^(?:112|116|090)/.test(deed.code) &&
      /^(?!---)...(?:GOV|ELI|MIL|OPP|LEG|PTY|JUD)/.test(participant.code ?? '')
    if (
      !(material.test(deed.code) || isCharged) ||
      !tree.isPassive(deed.trigger) ||
      (agent !== -1 && !tools.test(tree.lemmas[agent] ?? ''))
    )
      return false
    const patient = tree.patientOf(deed.trigger)
    if (head !== patient && !(tree.view.heads[head] === patient && tree.view.deprels[head] === 'conj'))
      return false
    const code = participant.code ?? ''
    if (
      /^(?:18|19|20)/.test(deed.code) &&
      /(?:office|agency|ministry|department|council|committee|court)s?$/i.test(participant.entity ?? '')
    )
      return false // “a post office named after somebody killed”
    // A bus that overturns kills too, and nobody does it.
    const isBystander = code === participant.country || /(?:CVL|EDU|BUS)/.test(code)
    if (
      isBystander &&
      /^(?:kill|wound|injure|hurt)$/.test(tree.lemmas[deed.trigger] ?? '') &&
      !isViolent(tree, deed.trigger)
    )
      return false
    return (code !== '' && !code.startsWith('---')) || acting.test(code) || code.endsWith('MED')
  }

  /** Whether somebody acts in politics: for a country or a body of countries, in an office, or with arms. */
  function isPublicly({ kind, participant: { code, entity } }: Party): boolean {
    if (kind === 'armed') return true
    if (type === 'PROTEST' && kind === 'victim') return code !== null
    // Only states impose sanctions, send troops and recognize each other: “the Federal Union eased sanctions”.
    if (kind === 'body' && stately.test(deed.code)) return true
    if (code === null) return kind === 'country' || (kind === 'person' ? isPublic(entity) : kind === 'state')
    return (
      !code.startsWith('---') ||
      acting.test(code) ||
      (/(?:NGO|REL)$/.test(code) && /^(?:ACCUSE|REQUEST|AID|CONSULT)$/.test(type)) ||
      (type === 'PROTEST' && (kind === 'group' || kind === 'victim'))
    )
  }
}

/** “a president who asks a foreign country”, “countries that sell weapons”: nobody in particular. */
function isAnybody({ kind, participant: { code, entity } }: Party): boolean {
  if (/^no /i.test(entity ?? '')) return true
  if (kind !== 'state' || (code !== null && !/^---(?:GOV)?$/.test(code))) return false
  return /^(?:(?:an?|any|every|each|no) |(?:other )?(?:countries|states|nations|governments|leaders|presidents)$)/i.test(
    entity ?? '',
  )
}

/** Whether a deed that governs none is told of those whom a coder would write down. */
function isWorthBare(type: string, deed: Deed, actor: Party, recipient: Party | null): boolean {
  const [own, other] = [actor.participant.country, recipient?.participant.country ?? null]
  switch (type) {
    case 'THREATEN':
      // “warned that it could cost votes” warns nobody.
      return (
        recipient !== null &&
        // One’s own cabinet is warned of no deed; one’s own rebels are.
        (own === null ||
          other === null ||
          own !== other ||
          !/^...(?:GOV|LEG|$)/.test(recipient.participant.code ?? '')) &&
        !/^(?:victim|group)$/.test(recipient.kind) &&
        !/(?:PTY|ELI|BUS|LEG)/.test(actor.participant.code ?? '')
      )
    case 'AGREE':
      return !deed.isNegated && !/(?:JUD|COP)/.test(actor.participant.code ?? '')
    case 'REJECT':
      return recipient !== null || !/(?:PTY|LEG|JUD|COP|ELI)/.test(actor.participant.code ?? '')
    case 'REQUEST':
      return (
        recipient !== null &&
        !/(?:MED|CVL)$/.test(recipient.participant.code ?? '') &&
        recipient.kind !== 'victim'
      )
    default:
      return true
  }
}

/** Types whose recipient may be somebody of no office: whoever is accused, arrested, asked or met. */
function isPossible(type: string, { kind, participant: { code } }: Party): boolean {
  if (/^(?:state|armed|place|country)$/.test(kind)) return true
  if (/^(?:ASSAULT|COERCE|AID|RETREAT|CONCEDE)$/.test(type)) return kind !== 'body' || code !== null
  if (/^(?:ACCUSE|REQUEST|CONSULT|REJECT|SANCTION)$/.test(type)) return kind === 'person' || code !== null
  return code !== null
}

/** What a type asks of who does it and of whom it is done to. */
function suits(type: string, tree: Tree, deed: Deed, actor: Party, recipient: Party | null): boolean {
  const code = actor.participant.code ?? ''
  const isForceful =
    actor.kind === 'armed' ||
    actor.kind === 'country' ||
    (code !== '' && code === actor.participant.country) ||
    forceful.test(code) ||
    (actor.kind === 'state' && code === '')
  const isCrowd = actor.kind !== 'person' && actor.kind !== 'state' && !/(?:GOV|MIL|COP|JUD)/.test(code)
  switch (type) {
    case 'PROTEST':
      // “President Veresk led a rally” campaigns.
      return isCrowd
    case 'THREATEN':
      // “Trump will hold a rally” campaigns; “is going to fight it” fights nobody.
      if (/^(?:rally|march)$/.test(tree.lemmas[deed.chain.at(-1) ?? -1] ?? '')) return isCrowd
      return true
    case 'REQUEST':
      return !/(?:MED|CVL)$/.test(recipient?.participant.code ?? '') // “asked his crowd”, “told reporters”
    case 'RETREAT':
      // “Aldany stood down” leaves no office; “withdrew from the accord” leaves no country.
      if (deed.code === '0874')
        return (
          (tree.lemmas[deed.trigger] === 'surrender' && !/(?:PTY|LEG)/.test(code)) ||
          (recipient !== null &&
            (recipient.participant.country === null ||
              recipient.participant.country !== actor.participant.country))
        )
      return (
        deed.code !== '0831' ||
        (actor.kind !== 'country' &&
          !/^(?:the )?(?:chairman|chairwoman|chief|director|head|coach)\b/i.test(
            actor.participant.entity ?? '',
          ))
      )
    case 'CONCEDE':
      return !(/JUD/.test(code) && deed.chain.length === 1) // a court that allows something rules
    case 'AGREE':
      // “was preparing to fly to California”: a journey at home.
      if (
        recipient === null &&
        /^(?:travel|fly|arrive|visit|trip)$/.test(tree.lemmas[deed.chain.at(-1) ?? -1] ?? '')
      )
        return false
      return !/JUD/.test(code)
    case 'COERCE':
      return deed.code !== '174' || recipient?.kind !== 'person' || tree.lemmas[deed.trigger] !== 'force' // out of an office
    case 'REJECT':
      return recipient !== null || !deed.isBare || tree.lemmas[deed.trigger] !== 'decline'
    case 'ASSAULT':
      // “Marsh beat Quintero in the first round”
      if (/(?:COP|JUD)$/.test(code) && /^(?:raid|storm|search)$/.test(tree.lemmas[deed.trigger] ?? ''))
        return false // police search houses
      return actor.kind === 'person' ? forceful.test(code) && !/GOV|ELI/.test(code) : isForceful
    case 'CONSULT':
      if (/(?:MED|CVL)$/.test(recipient?.participant.code ?? '')) return false // “spoke to reporters”
      return (
        deed.code !== '042' || (recipient !== null && /^(?:country|place|person|body)$/.test(recipient.kind))
      )
    case 'SUPPORT': {
      // “Iowa backed Marsh” elects.
      const [own, other] = [actor.participant.country, recipient?.participant.country ?? null]
      if (recipient === null && deed.code !== '057' && actor.kind !== 'country' && deed.chain.length < 2)
        return false // opinions
      // “is recognized by his rivals as a dealmaker”
      if (deed.code === '054' && (own === null || own === other) && recipient?.kind !== 'body') return false
      return (
        deed.code !== '050' ||
        recipient?.kind !== 'person' ||
        (own !== null && other !== null && own !== other)
      )
    }
    case 'MOBILIZE':
      return isForceful && !(deed.code === '150' && actor.kind === 'person') // a joke that he launched
    default:
      return true
  }
}
