import type { Codebook } from '../../records/codebook.ts'
import { type Meaning, openMeanings } from './find-meanings.ts'
import type { Tree } from './open-tree.ts'

/** A deed that a sentence tells. */
export interface Deed extends Meaning {
  readonly trigger: number
}

const unreal = /^(?:agree|will|threaten|request|demand|reject|accuse|exclude|consider)$/

/**
 * Finds what a sentence says was done, each deed once: words that another deed governs are its content and no deeds of
 * their own. “Morvenia accused Aldany of bombing Selgrad” tells an accusation and no bombing.
 */
export function findDeeds(tree: Tree, codebook: Codebook, isWho: (i: number) => boolean): Deed[] {
  const meaningOf = openMeanings(tree, codebook, isWho)
  const deeds: Deed[] = []
  const governed = new Set<number>()
  const unrealAt = new Set<number>()
  if (/^[?]$/.test(tree.view.words.findLast((word) => /[.?!]/.test(word)) ?? '')) return [] // a question tells nothing
  if (isStrip(tree)) return []
  for (const i of tree.topDown) {
    const head = tree.view.heads[i] ?? -1
    // A relative clause inside an accusation is told of the world again: “… of arming rebels who hold Selgrad”.
    const isInside = head !== -1 && unrealAt.has(head) && tree.view.deprels[i] !== 'acl:relcl'
    const isOpen = isPurpose(tree, i) || isContent(tree, i, codebook)
    if (isInside || isCondition(tree, i) || (!governed.has(i) && isOpen)) unrealAt.add(i)
    if (governed.has(i) || unrealAt.has(i)) continue
    const meaning = meaningOf(i)
    if (!meaning) continue
    for (const k of meaning.chain.slice(1)) governed.add(k)
    // “arrested for spying for Aldany”: what somebody is charged with.
    if (/^(?:112|115|116|173)/.test(meaning.code))
      for (const child of tree.children[i] ?? [])
        if (tree.view.deprels[child] === 'advcl' && opensWith(tree, child, /^for$/)) unrealAt.add(child)
    if (meaning.operator && unreal.test(meaning.operator)) {
      for (const k of meaning.chain.slice(1)) unrealAt.add(k)
      for (const child of tree.children[i] ?? [])
        if (/^(?:xcomp|ccomp|acl)$/.test(tree.view.deprels[child] ?? '')) unrealAt.add(child)
      for (const child of openedByOf(tree, i)) unrealAt.add(child)
    }
    if (meaning.code !== '' && !(meaning.isExpected && isThwarted(tree, i)))
      deeds.push({ ...meaning, trigger: i })
  }
  return deeds.sort((a, b) => a.trigger - b.trigger)
}

/** “was to meet her but cancelled”, “…, but the meeting never took place”. */
function isThwarted({ view, lemmas }: Tree, i: number): boolean {
  const but = view.lower.findIndex((word, k) => k > i && /^(?:but|however|until)$/.test(word))
  return (
    but !== -1 &&
    lemmas.some(
      (lemma, k) =>
        k > but &&
        /^(?:not|n['’]t|never|cancel|postpone|scrap|delay|decline|refuse|fail|withdraw|off|collapse|suspend)$/.test(
          lemma,
        ),
    )
  )
}

/** “if the House declines”, “asked whether they attacked”: what a condition or a question holds has not happened. */
function isCondition(tree: Tree, i: number): boolean {
  if (!/^(?:advcl|ccomp|acl)$/.test(tree.view.deprels[i] ?? '')) return false
  return (tree.children[i] ?? []).some(
    (child) =>
      tree.view.deprels[child] === 'mark' && /^(?:if|unless|whether|lest)$/.test(tree.lemmas[child] ?? ''),
  )
}

/** “MORE”: a strip of links to other articles, run together with a sentence where a page lost its paragraphs. */
const isStrip = ({ view }: Tree) =>
  view.words.includes('MORE') && view.words.some((word) => /\p{Ll}/u.test(word))

/** “opened fire to disperse the crowd”, “efforts to attack”: what something is done for is not told as done. */
function isPurpose(tree: Tree, i: number): boolean {
  if (!/^(?:advcl|xcomp|acl|csubj)$/.test(tree.view.deprels[i] ?? '') || tree.view.upos[i] !== 'VERB')
    return false
  // “are against allowing it”, “without attacking”
  if (
    (tree.children[i] ?? []).some(
      (child) => isMark(tree, child) && /^(?:against|without|instead|than)$/.test(tree.lemmas[child] ?? ''),
    )
  )
    return true
  return (tree.children[i] ?? []).some(
    (child) => child < i && tree.lemmas[child] === 'to' && isMark(tree, child),
  )
}

const opensWith = (tree: Tree, i: number, words: RegExp) =>
  (tree.children[i] ?? []).some((child) => isMark(tree, child) && words.test(tree.lemmas[child] ?? ''))

const isMark = (tree: Tree, i: number) => /^(?:mark|fixed)$/.test(tree.view.deprels[i] ?? '')

/** Nouns that hold what somebody holds to be so, beside those that the codebook’s operators know. */
const claims =
  /^(?:allegation|accusation|event|case|claim|suspicion|idea|theory|notion|suggestion|effort|assertion|possibility|question|argument|speculation)$/

/** “the demand that Aldany investigate”, “the claim that Aldany attacked”: what a noun holds is not told as done. */
function isContent(tree: Tree, i: number, codebook: Codebook): boolean {
  const head = tree.view.heads[i] ?? -1
  if (head === -1 || !/^(?:acl|acl:relcl|ccomp)$/.test(tree.view.deprels[i] ?? '')) return false
  if (!/^(?:NOUN|PROPN)$/.test(tree.view.upos[head] ?? '')) return false
  if (!(tree.children[i] ?? []).some((child) => child < i && (isMark(tree, child) || isIdle(tree, i, child))))
    return false
  const lemma = tree.lemmas[head] ?? ''
  return (
    claims.test(lemma) ||
    (codebook.operators.get(`NOUN ${lemma}`) ?? []).some(({ operator }) => unreal.test(operator))
  )
}

/** “the demand that Aldany investigate the army”: a “that” taken for an object, where the verb has one of its own. */
const isIdle = (tree: Tree, i: number, that: number) =>
  tree.lemmas[that] === 'that' &&
  tree.view.deprels[that] === 'obj' &&
  (tree.children[i] ?? []).some((child) => child > i && tree.view.deprels[child] === 'obj')

/** “accused the forces of killing civilians”, where the parse hangs “of killing” on the forces. */
function openedByOf(tree: Tree, i: number): number[] {
  const patient = tree.patientOf(i)
  return (tree.children[patient] ?? []).filter(
    (child) =>
      tree.view.deprels[child] === 'acl' &&
      (tree.children[child] ?? []).some(
        (each) => isMark(tree, each) && /^(?:of|for)$/.test(tree.lemmas[each] ?? ''),
      ),
  )
}
