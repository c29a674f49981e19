import type { Codebook, Operator, OperatorMeaning, VerbMeaning } from '../../records/codebook.ts'
import { complementsOf } from './complements-of.ts'
import { composeCodes } from './compose-codes.ts'
import { hostOf } from './host-of.ts'
import type { Tree } from './open-tree.ts'
import {
  behindParticle,
  hasAuxiliary,
  hasParticle,
  isFutureAt,
  isImagined,
  isNegatedAt,
  isPastAt,
  isReciprocal,
  isToCome,
  markOf,
} from './verb-marks.ts'

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

  /** “called the minister a fool”, “called the minister ‘vile’”. */
  function isNaming(i: number): boolean {
    const end = tree.subtreeEnd[tree.patientOf(i)] ?? -1
    return (
      (tree.children[i] ?? []).some(
        (child) => child >= end && tree.view.deprels[child] === 'xcomp' && markOf(tree, child) === '',
      ) ||
      /^(?:ADJ|DET)$/.test(tree.view.upos[end] ?? '') ||
      /^[“"'‘`]/.test(tree.view.words[end] ?? '')
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
    // “is expected to bomb” is others’ fear and no threat.
    if (row.operator === 'will' && tree.lemmas[i] === 'expect' && code.startsWith('13')) return null
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
    if (tree.lemmas[i] === 'call' && isNaming(i)) return false
    if (places !== null && !places.some((place) => holds(i, place) || heldByObject(i, place))) return false
    if (object === 'any') return true
    // “named Ana Petrov envoy”, “were denied visas”: a second object.
    if (
      typeof object !== 'string' &&
      secondObjects(tree, i).some((each) => object.has(tree.lemmas[each] ?? ''))
    )
      return true
    const patient = tree.patientOf(i) === -1 ? behindParticle(tree, i, particle) : tree.patientOf(i)
    if (patient === -1) return false
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
