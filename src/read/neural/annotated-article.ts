import { findQuotationStates } from './find-quotation-states.ts'
import type { Parse, SyntaxModel } from './open-syntax.ts'

/** What the attribution model reads: an article’s sentences in order, parsed. All three lists are equally long. */
export interface ParsedSentences {
  readonly sentences: readonly (readonly string[])[]
  /** Whether each sentence begins a paragraph. */
  readonly startsParagraph: readonly boolean[]
  readonly parses: readonly Parse[]
}

/** An article as one sequence of tokens; every list has one entry a token. */
export interface AnnotatedArticle {
  readonly words: readonly string[]
  readonly sentence: Int32Array
  readonly paragraph: Int32Array
  /** 1 inside a sentence, 2 its first token, 3 the first of a paragraph. */
  readonly start: Uint8Array
  readonly quotation: Uint8Array
  /** Numbers of the syntax model’s parts of speech and relations. */
  readonly upos: Int32Array
  readonly relation: Int32Array
  /** Token numbers; a root points at itself. */
  readonly head: Int32Array
}

/** Lays an article’s sentences end to end. */
export function annotateArticle(
  article: ParsedSentences,
  { upos, relations }: SyntaxModel,
): AnnotatedArticle {
  const words = article.sentences.flat()
  const numbers = (): Int32Array => new Int32Array(words.length)
  const annotated = {
    words,
    sentence: numbers(),
    paragraph: numbers(),
    start: new Uint8Array(words.length).fill(1),
    upos: numbers(),
    relation: numbers(),
    head: numbers(),
  }
  const uposNumbers = new Map(upos.map((name, k) => [name, k]))
  const relationNumbers = new Map(relations.map((name, k) => [name, k]))
  const unknownTag = uposNumbers.get('X') ?? 0
  const unknownRelation = relationNumbers.get('dep') ?? 0
  let at = 0
  let paragraph = 0
  for (const [number, sentence] of article.sentences.entries()) {
    const parse = article.parses[number]
    const first = at
    // The first sentence begins a paragraph whatever is said of it.
    const begins = article.startsParagraph[number] === true || number === 0
    if (begins) paragraph++
    for (let k = 0; k < sentence.length; k++, at++) {
      annotated.sentence[at] = number
      annotated.paragraph[at] = paragraph
      annotated.upos[at] = uposNumbers.get(parse?.upos[k] ?? '') ?? unknownTag
      annotated.relation[at] = relationNumbers.get(parse?.deprels[k] ?? '') ?? unknownRelation
      const head = parse?.heads[k] ?? -1
      annotated.head[at] = head === -1 ? at : first + head
    }
    if (sentence.length > 0) annotated.start[first] = begins ? 3 : 2
  }
  return { ...annotated, quotation: findQuotationStates(words, (token) => annotated.start[token] === 3) }
}

/** A stretch of an article as an article of its own; what hangs on a token outside it hangs on nothing. */
export function cutArticle(article: AnnotatedArticle, from: number, to: number): AnnotatedArticle {
  return {
    words: article.words.slice(from, to),
    sentence: article.sentence.subarray(from, to),
    paragraph: article.paragraph.subarray(from, to),
    start: article.start.subarray(from, to),
    quotation: article.quotation.subarray(from, to),
    upos: article.upos.subarray(from, to),
    relation: article.relation.subarray(from, to),
    head: article.head.subarray(from, to).map((head, k) => (head < from || head >= to ? k : head - from)),
  }
}
