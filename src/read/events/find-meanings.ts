import type { Codebook, Operator, OperatorMeaning, VerbMeaning } from '../../records/codebook.ts'
import { hostOf } from './host-of.ts'
import type { Tree } from './open-tree.ts'

/** What a word of a sentence says was done, through whatever it governs. */
export interface Meaning {
  /** CAMEO; '' where the words together are no event: “considered sanctions”. */
  readonly code: string
  /** From the word that is coded first to the one that names the deed: “threatened”, “impose”, “sanctions”. */
  readonly chain: readonly number[]
  /** Where the recipient stands beside the first word; empty: where it stands as a rule. */
  readonly recipient: readonly string[]
  /** Where it stands beside the last. */
  readonly innerRecipient: readonly string[]
  /** How the first word is used. */
  readonly kind: 'verb' | 'noun' | 'operator'
  readonly operator: Operator | null
  /** Whether the verb’s meaning asks for a recipient who is somebody. */
  readonly needsWho: boolean
  /** Whether no deed of the codebook is governed: “urged Aldany to wait”. */
  readonly isBare: boolean
  readonly isNegated: boolean
  readonly isFuture: boolean
  /** Whether it was to come at a time gone by: “was expected to meet”, “was to meet”. */
  readonly isExpected: boolean
  readonly isTried: boolean
  readonly isDenied: boolean
  /** Whether a negation is part of the code: “will not lift the ban”. */
  readonly isRefusal: boolean
}

const deepest = 6

/** Particles that make another verb of one. */
const parting = /^(?:back|down|off|out|over|up|away|apart)$/

/** Verbs whose refusal is silence. */
const speaking =
  /^(?:comment|say|answer|respond|discuss|elaborate|talk|speak|name|identify|specify|disclose|reveal|confirm|reply|be|give|provide|go|take|budge|speculate|describe|call)$/

/** Verbs whose refusal is a candidate’s or a citizen’s own affair: “declined to run for governor”. */
const campaigning = /^(?:run|stand|seek|vote|pay|play|believe|accept|acknowledge|admit|concede|let|wear)$/

/** What one telephones for: “called the president to congratulate her”. */
const greeting =
  /^(?:congratulate|thank|apologize|apologise|assure|discuss|express|inform|convey|offer|tell|talk|wish|invite|brief|condole|explain|say|reassure|praise)$/

/** Nouns that add nothing to the deed that stands behind them: “a state of emergency”. */
const carriers =
  /^(?:day|state|act|use|series|wave|round|campaign|package|string|spate|form|policy|extension|number|resumption|dozen|escalation|start|beginning)$/

/** Nouns that add nothing to the deed that stands before them: “mediation efforts”, “war games”. */
const neutral =
  /^(?:effort|mission|campaign|operation|move|activity|action|measure|process|drive|game|plan|program|programme|order|regime|package|work|attempt|round|bid|policy|force|troops|proposal|initiative|request|appeal|call|agreement|deal|accord|treaty)$/

/** Opens what the words of a sentence mean by the codebook; each is looked up once. */
export function openMeanings(
  tree: Tree,
  codebook: Codebook,
  isWho: (i: number) => boolean,
): (i: number) => Meaning | null {
  const known = new Map<number, Meaning | null>()
  const meaningOf = (i: number, depth = 0): Meaning | null => {
    const found = known.get(i)
    if (found !== undefined) return found
    if (depth > deepest) return null
    known.set(i, null)
    const meaning = findMeaning(i, depth)
    known.set(i, meaning)
    return meaning
  }

  function findMeaning(i: number, depth: number): Meaning | null {
    const pos = tree.view.upos[i] ?? ''
    // “the occupied town” tells no occupation.
    if (pos === 'VERB' && /^(?:amod|compound)$/.test(tree.view.deprels[i] ?? '')) return null
    // “forces backed by Aldany”: who backs them is told aside.
    if (tree.view.deprels[i] === 'acl' && /^(?:back|support)$/.test(tree.lemmas[i] ?? '')) return null
    if (hostOf(tree, i) !== null)
      return meaningAt(i, '036', 'verb', { recipient: ['obj'], needsWho: true, isFuture: true })
    if (pos === 'VERB' || pos === 'ADJ' || (pos === 'AUX' && tree.lemmas[i] === 'have')) {
      const meaning = verbMeaning(i, depth, pos === 'ADJ' ? 'ADJ' : 'VERB')
      return meaning && pos !== 'ADJ' ? inItsTime(i, meaning) : meaning
    }
    return pos === 'NOUN' || pos === 'PROPN' ? nounMeaning(i, depth) : null
  }

  function verbMeaning(i: number, depth: number, pos: string): Meaning | null {
    const lemma = tree.lemmas[i] ?? ''
    if (lemma === 'call' && pos === 'VERB' && isTelephoned(i))
      return meaningAt(i, '041', 'verb', {
        recipient: ['obj'],
        needsWho: true,
        isNegated: isNegatedAt(tree, i),
      })
    const rows = pos === 'VERB' ? (codebook.verbs.get(lemma) ?? []) : []
    const special = rows.find((row) => typeof row.object !== 'string' && fits(i, row))
    if (special) return leaf(i, special, finerCode(i, special, depth))
    const composed = governed(i, depth, pos, lemma)
    if (composed) return composed
    const plain = rows.find((row) => typeof row.object === 'string' && fits(i, row))
    if (plain) return leaf(i, plain)
    return bareOperator(i, pos, lemma)
  }

  /** “called the president to thank him”, and not “called on the president to resign”. */
  function isTelephoned(i: number): boolean {
    const patient = tree.patientOf(i)
    if (patient === -1 || !isWho(patient) || holds(i, 'on') || holds(i, 'upon')) return false
    return (tree.children[i] ?? []).some(
      (child) =>
        child > patient &&
        /^(?:xcomp|advcl)$/.test(tree.view.deprels[child] ?? '') &&
        markOf(tree, child) === 'to' &&
        greeting.test(tree.lemmas[child] ?? ''),
    )
  }

  /** “threatened” with what it threatens: the first deed that it governs. */
  function governed(i: number, depth: number, pos: string, lemma: string): Meaning | null {
    for (const row of codebook.operators.get(`${pos} ${lemma}`) ?? []) {
      if (!hasParticle(tree, i, row.particle)) continue
      for (const child of complementsOf(tree, i, row.complement)) {
        // “denied reports that it had attacked”: what the reports hold.
        const held = row.operator === 'deny' ? heldBy(child, depth) : null
        if (held) return compose(row, i, held)
        if (lemma === 'go' && tree.view.lower[i] !== 'going') continue
        // “expects her to visit”: she will, and not whoever expects it.
        if (row.operator === 'will' && pos === 'VERB' && lemma !== 'go' && !tree.isPassive(i)) continue
        // “called on Aldany to wait”; “called Aldany to say so”.
        if (
          lemma === 'call' &&
          tree.view.upos[child] === 'VERB' &&
          pos === 'VERB' &&
          !holds(i, 'on') &&
          !holds(i, 'upon')
        )
          continue
        const inner = meaningOf(child, depth + 1)
        if (
          !inner ||
          (inner.kind === 'operator' &&
            inner.code === '' &&
            row.operator !== 'accuse' &&
            inner.operator !== 'exclude')
        )
          continue
        return compose(row, i, row.complement.includes('obj') ? withClause(i, child, inner, depth) : inner)
      }
    }
    return null
  }

  function heldBy(noun: number, depth: number): Meaning | null {
    if (
      !/^(?:report|claim|allegation|accusation|suggestion|charge|rumour|rumor)$/.test(tree.lemmas[noun] ?? '')
    )
      return null
    const clause = (tree.children[noun] ?? []).find((child) =>
      /^(?:acl|ccomp)$/.test(tree.view.deprels[child] ?? ''),
    )
    return clause === undefined ? null : meaningOf(clause, depth + 1)
  }

  /** “issued an appeal to Aldany to release them”: what an appeal asks for may hang on the verb that issues it. */
  function withClause(i: number, child: number, inner: Meaning, depth: number): Meaning {
    if (!inner.isBare || inner.operator === null || tree.view.upos[child] !== 'NOUN') return inner
    for (const clause of complementsOf(tree, i, ['to'])) {
      const deed = meaningOf(clause, depth + 1)
      const code = deed ? composeCodes(codebook, inner.operator, deed.code) : ''
      if (deed && code !== '')
        return {
          ...inner,
          code,
          chain: [child, ...deed.chain],
          innerRecipient: deed.innerRecipient,
          isBare: false,
        }
    }
    return inner
  }

  function compose(row: OperatorMeaning, i: number, inner: Meaning): Meaning | null {
    const isNegated = isNegatedAt(tree, i)
    // “declined to rule out force” threatens it; “did not rule out talks” leaves them open.
    const isThreat = row.operator === 'reject' && inner.operator === 'exclude'
    const operator = isThreat ? 'threaten' : row.operator
    const governedCode = isThreat
      ? (inner.recipient[0] ?? '')
      : inner.isNegated && operator !== 'do'
        ? ''
        : inner.code
    const composed = composeCodes(codebook, operator, governedCode)
    // “urged Aldany to bomb Selgrad” asks Aldany; “called for sanctions against Aldany” rallies others against it.
    const code = composed === '113' && addresses(i, row) ? (operator === 'demand' ? '100' : '020') : composed
    if (row.operator === 'exclude') {
      // The deed excluded is kept, for who declines to exclude it.
      return {
        ...inner,
        code: isNegated ? composeCodes(codebook, 'threaten', inner.code, /^1[4-9]|^20/) : code,
        chain: [i, ...inner.chain],
        kind: 'operator',
        operator: 'exclude',
        recipient: [inner.code],
        isNegated: false,
        isRefusal: isNegated,
      }
    }
    return {
      code,
      chain: [i, ...inner.chain],
      // “issued an appeal to Aldany”: who is addressed stands beside the appeal.
      recipient: row.operator === 'do' && inner.operator !== null ? inner.recipient : row.recipient,
      innerRecipient: inner.innerRecipient,
      kind: row.operator === 'do' && inner.kind === 'noun' ? 'verb' : 'operator',
      operator:
        row.operator === 'do' || row.operator === 'try' ? (inner.operator ?? row.operator) : row.operator,
      needsWho: inner.needsWho && row.operator !== 'reject',
      isBare: inner.isBare,
      isNegated: isNegated || (row.operator === 'do' && inner.isNegated),
      isFuture: inner.isFuture && row.operator === 'do',
      isExpected: inner.isExpected || (row.operator === 'will' && isPastAt(tree, i)),
      isTried: row.operator === 'try',
      isDenied: row.operator === 'deny' || inner.isDenied,
      isRefusal: inner.isRefusal && row.operator === 'do',
    }
  }

  function bareOperator(i: number, pos: string, lemma: string): Meaning | null {
    const row = (codebook.operators.get(`${pos} ${lemma}`) ?? []).find(
      ({ particle, bare, complement, operator }) =>
        hasParticle(tree, i, particle) &&
        (bare !== null || operator === 'reject') &&
        (complement[0] !== 'must' || complementsOf(tree, i, complement).length > 0),
    )
    if (!row) {
      const silent = (codebook.operators.get(`${pos} ${lemma}`) ?? []).find(
        ({ operator }) => operator === 'consider',
      )
      return silent ? meaningAt(i, '', 'operator', { operator: 'consider' }) : null
    }
    const [complement] = complementsOf(tree, i, row.complement)
    const isAct = complement !== undefined && tree.view.upos[complement] === 'VERB'
    const isNegated = isNegatedAt(tree, i)
    // With nothing governed, somebody has to be addressed: “called on Aldany”, not “called it off”.
    if (complement === undefined && pos !== 'NOUN' && !row.recipient.some((place) => holds(i, place)))
      return null
    // “agreed that”, “agreed”: of one mind.
    if (row.operator === 'agree' && (!isAct || markOf(tree, complement ?? -1) !== 'to')) return null
    // “called Aldany to say so” telephones.
    if (lemma === 'call' && pos === 'VERB' && isAct && !holds(i, 'on') && !holds(i, 'upon')) return null
    // “asked why”, “asked Aldany”: a question; “asked Aldany to wait”, “asked for a truce” ask for something.
    if (
      lemma === 'ask' &&
      (complement === undefined || (isAct && !/^(?:to|that)$/.test(markOf(tree, complement))))
    )
      return null
    // “asked not to be named”
    if (
      row.operator === 'request' &&
      isAct &&
      /^(?:name|identify|quote|withhold|remain|speak)$/.test(tree.lemmas[complement ?? -1] ?? '')
    )
      return null
    // “declined to comment” rejects nothing.
    const offered =
      row.operator === 'reject' && complement !== undefined && pos === 'VERB' && !isAct
        ? codebook.things.get('demand')?.has(tree.lemmas[complement] ?? '')
        : false
    if (offered && !isNegated)
      return meaningAt(i, '120', 'verb', {
        chain: [i, complement ?? i],
        recipient: ['poss', 'from', 'of', 'by'],
        needsWho: true,
        operator: 'reject',
      })
    if (
      row.operator === 'reject' &&
      (!isAct ||
        isNegated ||
        speaking.test(tree.lemmas[complement] ?? '') ||
        campaigning.test(tree.lemmas[complement] ?? ''))
    )
      return null
    return meaningAt(i, row.bare ?? '', 'operator', {
      chain: complement === undefined ? [i] : [i, complement],
      recipient: row.recipient,
      innerRecipient: [],
      operator: row.operator,
      needsWho: !(isAct && (lemma === 'agree' || row.operator === 'reject')),
      isBare: true,
      isNegated,
    })
  }

  function nounMeaning(i: number, depth: number): Meaning | null {
    const lemma = tree.lemmas[i] ?? ''
    const composed = governed(i, depth, 'NOUN', lemma)
    if (composed) return composed
    if (lemma === 'conference' && /^(?:news|press)$/.test(tree.lemmas[i - 1] ?? '')) return null
    const before = (tree.children[i] ?? []).filter(
      (child) => child < i && /^(?:compound|amod)$/.test(tree.view.deprels[child] ?? ''),
    )
    const own =
      before
        .map((child) => codebook.nouns.get(`${tree.lemmas[child]}_${lemma}`))
        .find((row) => row !== undefined) ?? codebook.nouns.get(lemma)
    const behind = carriers.test(lemma)
      ? (tree.children[i] ?? []).find(
          (child) => tree.view.deprels[child] === 'nmod' && tree.prepositionOf(child) === 'of',
        )
      : undefined
    const carried = behind === undefined || own ? null : meaningOf(behind, depth + 1)
    if (carried?.kind === 'noun') return { ...carried, chain: [i, ...carried.chain] }
    const lent =
      own || !neutral.test(lemma)
        ? undefined
        : before.map((child) => codebook.nouns.get(tree.lemmas[child] ?? '')).find((row) => row !== undefined)
    if (lent) {
      return meaningAt(i, lent.cameo, 'noun', { recipient: lent.recipient, isNegated: isNegatedAt(tree, i) })
    }
    if (own) {
      return meaningAt(i, own.cameo, 'noun', { recipient: own.recipient, isNegated: isNegatedAt(tree, i) })
    }
    return bareOperator(i, 'NOUN', lemma)
  }

  /** Whether somebody is asked: “urged Aldany to”, “called on Aldany to”. */
  function addresses(i: number, { recipient }: OperatorMeaning): boolean {
    const object = (tree.children[i] ?? []).some(
      (child) => /^i?obj$/.test(tree.view.deprels[child] ?? '') && isWho(child),
    )
    if (recipient.includes('obj') && object) return true
    return (tree.children[i] ?? []).some(
      (child) =>
        /^(?:obl|nmod)$/.test(tree.view.deprels[child] ?? '') &&
        recipient.includes(tree.prepositionOf(child)) &&
        /^(?:on|upon|to|with)$/.test(tree.prepositionOf(child)) &&
        isWho(child),
    )
  }

  function holds(i: number, place: string): boolean {
    if (place === 'obj') {
      const patient = tree.patientOf(i)
      return patient !== -1 && (isWho(patient) || isReciprocal(tree, patient))
    }
    return (tree.children[i] ?? []).some(
      (child) => /^(?:obl|nmod)$/.test(tree.view.deprels[child] ?? '') && tree.prepositionOf(child) === place,
    )
  }

  const meaningAt = (i: number, code: string, kind: Meaning['kind'], more: Partial<Meaning>): Meaning => ({
    code,
    chain: [i],
    recipient: [],
    innerRecipient: more.recipient ?? [],
    kind,
    operator: null,
    needsWho: false,
    isBare: false,
    isNegated: false,
    isFuture: false,
    isExpected: false,
    isTried: false,
    isDenied: false,
    isRefusal: false,
    ...more,
  })

  /** “troops” sent “to the peacekeeping force” protect: nothing is mobilized. */
  function inPeace(i: number, code: string): string {
    if (code !== '154' && code !== '042') return code
    for (let k = tree.subtreeStart[i] ?? i; k < (tree.subtreeEnd[i] ?? i); k++)
      if (/^peace/.test(tree.lemmas[k] ?? '')) return '074'
    return code
  }

  /** “provided military aid”: what the noun says more exactly than verb and class. */
  function finerCode(i: number, { cameo }: VerbMeaning, depth: number): string {
    const patient = tree.patientOf(i)
    const code = patient === -1 ? '' : (nounMeaning(patient, depth + 1)?.code ?? '')
    return code.startsWith(cameo.slice(0, 2)) && !code.endsWith('0') ? code : cameo
  }

  /** Whether the object’s own words hold a place: “launched missiles at Aldany” where “at” hangs on the missiles. */
  function heldByObject(i: number, place: string): boolean {
    const patient = tree.patientOf(i)
    return patient !== -1 && place !== 'obj' && tree.view.upos[i] === 'VERB' && holds(patient, place)
  }

  const leaf = (i: number, row: VerbMeaning, cameo = row.cameo) =>
    meaningAt(i, inPeace(i, cameo), 'verb', {
      recipient: row.recipient,
      needsWho: row.object === 'who',
      isNegated: isNegatedAt(tree, i),
    })

  function fits(i: number, { particle, object, places }: VerbMeaning): boolean {
    if (!hasParticle(tree, i, particle)) return false
    if (places !== null && !places.some((place) => holds(i, place) || heldByObject(i, place))) return false
    if (object === 'any') return true
    const patient = tree.patientOf(i) === -1 ? behindParticle(tree, i, particle) : tree.patientOf(i)
    if (patient === -1) return false
    // “named Ana Petrov envoy”, “were denied visas”: a second object.
    if (
      typeof object !== 'string' &&
      secondObjects(tree, i).some((each) => object.has(tree.lemmas[each] ?? ''))
    )
      return true
    if (object === 'who') return isWho(patient)
    if (object.has(tree.lemmas[patient] ?? '')) return true
    // “received Lucía Ferrán”: a name visits as an ambassador does.
    if (object.has('delegation') && tree.view.upos[patient] === 'PROPN' && isWho(patient)) return true
    // “aid workers”
    if (object.has(`${tree.lemmas[patient - 1]}_${tree.lemmas[patient]}`)) return true
    // “a peacekeeping force”, “food supplies”
    if (
      neutral.test(tree.lemmas[patient] ?? '') &&
      (tree.children[patient] ?? []).some((child) => child < patient && object.has(tree.lemmas[child] ?? ''))
    )
      return true
    // “10 tons of food”, “$2 million in aid”: the measure stands before the thing.
    return (tree.children[patient] ?? []).some(
      (child) =>
        tree.view.deprels[child] === 'nmod' &&
        /^(?:of|in)$/.test(tree.prepositionOf(child)) &&
        object.has(tree.lemmas[child] ?? '') &&
        (!isWho(patient) ||
          tree.view.upos[patient] === 'NUM' ||
          /^(?:some|many|most|several|all|part|thousand|hundred|dozen|series|number|batch)$/.test(
            tree.lemmas[patient] ?? '',
          )),
    )
  }

  /** “will lift the ban”, “will not lift the ban”: what a deed to come is. */
  function inItsTime(i: number, meaning: Meaning): Meaning | null {
    // “cannot attack”, “should not attack”: no deed and no refusal.
    if (hasAuxiliary(tree, i, /^(?:can|ca|should|must|ought)$/)) return null
    if (meaning.kind === 'verb' && meaning.isNegated && hasAuxiliary(tree, i, /^(?:could|might|may)$/))
      return null
    if (meaning.kind === 'operator' && meaning.operator !== 'stop') return meaning
    if (!isFutureAt(tree, i)) return meaning
    // “a fair court would not investigate him” refuses nothing.
    if (meaning.isNegated && isImagined(tree, i)) return null
    const operator = meaning.isNegated ? 'reject' : 'will'
    const code = composeCodes(codebook, operator, meaning.code)
    if (meaning.isNegated && code === '') return { ...meaning, isFuture: true }
    return {
      ...meaning,
      code,
      isFuture: true,
      isExpected: isToCome(tree, i) && isPastAt(tree, i),
      isNegated: false,
      isRefusal: meaning.isNegated,
    }
  }

  return (i) => meaningOf(i)
}

/** What is named or denied beside whom: the “envoy” of “named Ana Petrov envoy”, the “visas” of “were denied visas”. */
const secondObjects = (tree: Tree, i: number) =>
  (tree.children[i] ?? []).filter(
    (child) =>
      child > i &&
      (/^(?:xcomp|obj)$/.test(tree.view.deprels[child] ?? '') || tree.prepositionOf(child) === 'as') &&
      tree.view.upos[child] === 'NOUN' &&
      (tree.isPassive(i) || /^(?:name|appoint|nominate|make|send)$/.test(tree.lemmas[i] ?? '')),
  )

/** What an operator makes of a code: the row of the longest beginning that the table has; '' for no event. */
function composeCodes(codebook: Codebook, operator: Operator, inner: string, only?: RegExp): string {
  if (inner === '' || (only && !only.test(inner))) return ''
  const rows = codebook.composed.get(operator)
  for (let length = inner.length; length >= 2; length--) {
    const code = rows?.get(inner.slice(0, length))
    if (code !== undefined) return code === '=' ? inner : code
  }
  return ''
}

function hasParticle(tree: Tree, i: number, particle: string | null): boolean {
  const own = tree.children[i]?.filter((child) => tree.view.deprels[child] === 'compound:prt') ?? []
  // “fought back”, “struck down”: another verb; “up to 16”: no particle.
  if (
    particle === null &&
    tree.view.heads[i + 1] === i &&
    /^(?:back|up|down)$/.test(tree.lemmas[i + 1] ?? '') &&
    /^(?:ADV|ADP)$/.test(tree.view.upos[i + 1] ?? '') &&
    tree.lemmas[i + 2] !== 'to'
  )
    return false
  if (particle === null)
    return !own.some((child) => parting.test(tree.lemmas[child] ?? '') && tree.lemmas[child + 1] !== 'to')
  if (own.some((child) => tree.lemmas[child] === particle)) return true
  // The parse sometimes takes a particle for an adverb or a preposition.
  if (tree.lemmas[i + 1] === particle) return true
  // “forced the refugees out of Aldany”
  return (tree.children[i] ?? []).some((child) => tree.prepositionOf(child) === `${particle} of`)
}

/** “handed over the weapons”, where the parse takes the particle for a preposition; -1 for nothing. */
function behindParticle(tree: Tree, i: number, particle: string | null): number {
  if (particle === null) return -1
  return (
    (tree.children[i] ?? []).find(
      (child) =>
        child > i && tree.view.deprels[child] === 'obl' && ['', particle].includes(tree.prepositionOf(child)),
    ) ?? -1
  )
}

/** The words that an operator may govern, in the order in which the table says where they stand. */
function complementsOf(tree: Tree, i: number, places: readonly string[]): number[] {
  const { view } = tree
  const patient = tree.patientOf(i)
  const found: { child: number; rank: number }[] = []
  const add = (child: number, place: string) => {
    const rank = places.indexOf(place)
    if (rank !== -1) found.push({ child, rank })
    return rank !== -1
  }
  for (const child of tree.children[i] ?? []) {
    if (child === patient) continue
    const relation = view.deprels[child] ?? ''
    const isNominal = /^(?:NOUN|PROPN|PRON|NUM)$/.test(view.upos[child] ?? '')
    if (/^(?:xcomp|ccomp|advcl|acl|acl:relcl|obl|nmod)$/.test(relation) && !isNominal) {
      const mark = markOf(tree, child)
      if (mark === 'to') add(child, 'to')
      else if (/^(?:ccomp|acl|acl:relcl)$/.test(relation) && places.includes('must')) {
        // “told the envoy that he should wait”; “the party should wait, he said” is an opinion.
        const isAddressed = /^(?:tell|remind|warn)$/.test(tree.lemmas[i] ?? '')
        if (hasAuxiliary(tree, child, isAddressed ? /^(?:must|should)$/ : /^must$/)) add(child, 'must')
      } else if (relation === 'ccomp') add(child, 'that')
      else if (mark !== '') add(child, mark)
      else if (relation === 'xcomp') add(child, 'ing') || add(child, 'to')
    } else if (isNominal && /^(?:obl|nmod|obl:agent|acl|advcl)$/.test(relation)) {
      const preposition = tree.prepositionOf(child)
      if (preposition !== '' && preposition !== 'to') add(child, preposition)
      else if (
        preposition === 'to' &&
        /^(?:VERB agree|NOUN threat)$/.test(`${view.upos[i]} ${tree.lemmas[i]}`)
      )
        add(child, 'to')
    }
  }
  const particle = tree.view.upos[i + 1] === 'ADP' ? (tree.lemmas[i + 1] ?? null) : null
  const whole = patient === -1 ? behindParticle(tree, i, particle) : patient
  if (whole !== -1) add(whole, 'obj')
  return found.sort((a, b) => a.rank - b.rank).flatMap(({ child }) => [child, ...conjunctsOf(tree, child)])
}

/** What opens a clause: “to”, “of” in “accused of bombing”; '' for nothing. */
function markOf(tree: Tree, i: number): string {
  const mark = (tree.children[i] ?? []).find(
    (child) => child < i && (tree.view.deprels[child] === 'mark' || tree.view.deprels[child] === 'case'),
  )
  return mark === undefined ? '' : (tree.lemmas[mark] ?? '')
}

/** “each other”, “one another”. */
export const isReciprocal = (tree: Tree, i: number) =>
  /^(?:each|one)$/.test(tree.lemmas[i] ?? '') && /^(?:an)?other$/.test(tree.lemmas[i + 1] ?? '')

const conjunctsOf = (tree: Tree, i: number) =>
  (tree.children[i] ?? []).filter((child) => tree.view.deprels[child] === 'conj').slice(0, 4)

function isNegatedAt(tree: Tree, i: number): boolean {
  return (tree.children[i] ?? []).some((child) => {
    const lemma = tree.lemmas[child] ?? ''
    if (/^(?:not|n['’]t|never)$/.test(lemma)) return true
    if (lemma === 'cannot') return true
    if (lemma === 'no') return tree.view.deprels[child] === 'det' || tree.lemmas[child + 1] === 'longer'
    return lemma === 'longer' && tree.lemmas[child - 1] === 'no'
  })
}

const hasAuxiliary = (tree: Tree, i: number, words: RegExp) =>
  (tree.children[i] ?? []).some(
    (child) => child < i && tree.view.deprels[child] === 'aux' && words.test(tree.lemmas[child] ?? ''),
  )

const isFutureAt = (tree: Tree, i: number) =>
  isToCome(tree, i) ||
  (tree.children[i] ?? []).some(
    (child) =>
      child < i &&
      tree.view.deprels[child] === 'aux' &&
      /^(?:will|['’]ll|wo|shall|would)$/.test(tree.view.lower[child] ?? ''),
  )

/** “is to visit”, “is due to visit”, “is about to visit”. */
function isToCome(tree: Tree, i: number): boolean {
  const own = (tree.children[i] ?? []).filter((child) => child < i)
  const be = own.find(
    (child) => /^(?:cop|aux)$/.test(tree.view.deprels[child] ?? '') && tree.lemmas[child] === 'be',
  )
  return (
    be !== undefined &&
    own.some(
      (child) =>
        child > be &&
        tree.view.deprels[child] === 'mark' &&
        /^(?:to|due|about)$/.test(tree.lemmas[child] ?? ''),
    )
  )
}

/** “was scheduled to”, “were to”. */
const isPastAt = (tree: Tree, i: number) =>
  (tree.children[i] ?? []).some(
    (child) =>
      child < i &&
      /^(?:cop|aux|aux:pass)$/.test(tree.view.deprels[child] ?? '') &&
      /^(?:was|were|had)$/.test(tree.view.lower[child] ?? ''),
  )

/** “would” outside what somebody says or said: what were so, not what will be. */
function isImagined(tree: Tree, i: number): boolean {
  if (!hasAuxiliary(tree, i, /^would$/)) return false
  let at = i
  for (let hops = 0; hops < 4 && at !== -1; hops++) {
    if (/^(?:ccomp|parataxis)$/.test(tree.view.deprels[at] ?? '')) return false
    const speaks = (tree.children[at] ?? []).some((child) => tree.view.deprels[child] === 'parataxis')
    if (speaks) return false
    at = tree.view.heads[at] ?? -1
  }
  return true
}
