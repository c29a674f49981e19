/**
 * The readers that are compared, each with all that it produces switched on and taken out, as a user would.
 *
 * `open` gives a function from a text to what was found; `find` names what each produces, from its own output on
 * one text: a sample, or null where the package gives nothing of the kind.
 */
import { toArticle } from './to-article.mjs'

const hearsay = (mode) => ({
  package: 'hearsay',
  open: async () => {
    const [{ openReader }, { loadResources }] = await Promise.all([
      import('../dist/read/open-reader.js'),
      import('../dist/resources/load-resources.js'),
    ])
    const reader = openReader(await loadResources(), mode)
    return (text) => reader.read(toArticle(text))
  },
  find: {
    tokens: (reading) =>
      samples(
        reading.sentences.flatMap(({ tokens }) => tokens),
        (token, words) => words(token),
      ),
    sentences: (reading) => samples(reading.sentences, (sentence, words) => words(sentence)),
    'parts of speech': (reading) => ofTokens(reading, ({ upos }) => (upos === 'X' ? null : upos)),
    lemmas: (reading) => ofTokens(reading, ({ lemma }) => lemma),
    features: (reading) => ofTokens(reading, ({ features }) => features),
    dependencies: (reading) => ofTokens(reading, ({ deprel }) => (deprel === 'dep' ? null : deprel)),
    people: (reading) => ofType(reading, ['PER']),
    organisations: (reading) => ofType(reading, ['ORG']),
    places: (reading) => ofType(reading, ['GPE', 'LOC']),
    dates: (reading) => samples(reading.times, (time, words) => `${words(time)} = ${time.from}`),
    'who says what': (reading) =>
      samples(
        reading.statements.filter(({ source, content }) => source && content),
        ({ source, cue, content }, words) => `${words(source)} | ${words(cue)} | ${words(content)}`,
      ),
    'how surely (denied, hedged ...)': (reading) =>
      samples(
        reading.statements.filter(({ modality }) => modality && modality !== 'reported'),
        ({ cue, modality }, words) => `${words(cue)} = ${modality}`,
      ),
    coreference: (reading) =>
      samples(
        reading.references,
        (reference, words) => `${words(reference)} = ${words(reading.mentions[reference.mention])}`,
      ),
    events: (reading) =>
      samples(
        reading.events,
        ({ type, actor, recipient }) => `${actor?.entity} ${type} ${recipient?.entity}`,
      ),
  },
})

const samples = (list, show) => (words) =>
  list.length === 0
    ? null
    : list
        .slice(0, 3)
        .map((one) => show(one, words))
        .join('; ')
const ofTokens = (reading, show) => (words) => {
  const all = reading.sentences.flatMap(({ tokens }) => tokens)
  const found = all.filter((token) => show(token) !== null)
  return found.length === 0
    ? null
    : found
        .slice(0, 4)
        .map((token) => `${words(token)}/${show(token)}`)
        .join(' ')
}
const ofType = ({ mentions }, types) =>
  samples(
    mentions.filter(({ type }) => types.includes(type)),
    (mention, words) => words(mention),
  )

const wink = {
  package: 'wink-nlp',
  open: async () => {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([
      import('wink-nlp'),
      import('wink-eng-lite-web-model'),
    ])
    // Its whole pipeline; sentiment and custom entities, which Hearsay has none of, left out.
    const nlp = winkNLP(model, ['sbd', 'negation', 'pos', 'ner'])
    const { its } = nlp
    return (text) => {
      const doc = nlp.readDoc(text)
      const tokens = doc.tokens()
      return {
        tokens: tokens.out(),
        sentences: doc.sentences().out(),
        upos: tokens.out(its.pos),
        lemmas: tokens.out(its.lemma),
        negated: tokens.out(its.negationFlag),
        entities: doc.entities().out(its.detail),
      }
    }
  },
  find: {
    tokens: ({ tokens }) => first(tokens),
    sentences: ({ sentences }) => first(sentences),
    'parts of speech': ({ tokens, upos }) => first(tokens.map((token, i) => `${token}/${upos[i]}`)),
    lemmas: ({ tokens, lemmas }) => first(tokens.map((token, i) => `${token}/${lemmas[i]}`)),
    people: ({ entities }) => winkType(entities, 'PERSON'),
    organisations: ({ entities }) => winkType(entities, 'ORGANIZATION'),
    places: ({ entities }) => winkType(entities, 'PLACE'),
    dates: ({ entities }) => winkType(entities, 'DATE'),
    'negation only': ({ tokens, negated }) => first(tokens.filter((_, i) => negated[i])),
  },
}
const winkType = (entities, type) =>
  first(entities.filter((entity) => entity.type === type).map(({ value }) => value))
const first = (list) => (list.length === 0 ? null : list.slice(0, 4).join('; '))

const compromise = {
  package: 'compromise',
  open: async () => {
    const { default: nlp } = await import('compromise')
    return (text) => {
      const doc = nlp(text)
      doc.compute('root')
      return {
        sentences: doc.sentences().out('array'),
        terms: doc.json().flatMap(({ terms }) => terms),
        people: doc.people().out('array'),
        organisations: doc.organizations().out('array'),
        places: doc.places().out('array'),
        quotations: doc.quotations().out('array'),
        pronouns: doc.pronouns().refersTo().out('array'),
      }
    }
  },
  find: {
    tokens: ({ terms }) => first(terms.map(({ text }) => text)),
    sentences: ({ sentences }) => first(sentences),
    'parts of speech': ({ terms }) => first(terms.map(({ text, tags }) => `${text}/${tags?.[0]}`)),
    lemmas: ({ terms }) => first(terms.map(({ text, root, normal }) => `${text}/${root ?? normal}`)),
    people: ({ people }) => first(people),
    organisations: ({ organisations }) => first(organisations),
    places: ({ places }) => first(places),
    dates: ({ terms }) => first(terms.filter(({ tags }) => tags?.includes('Date')).map(({ text }) => text)),
    'quoted words only': ({ quotations }) => first(quotations),
    coreference: ({ pronouns }) => first(pronouns),
  },
}

/** By the name they are shown under. */
export const engines = {
  'hearsay full': hearsay('full'),
  'hearsay fast': hearsay('fast'),
  'wink-nlp': wink,
  compromise,
}

/** A text with one of everything. */
export const probe =
  'Ana Petrov told reporters in Minsk on Friday that the Port Authority of Selgrad would not close. “We are open,” she said. Ilmar Ress denied that his office had agreed. Belarus sent troops to Venezuela.'

/** What an engine gives for the probe, by the name of the thing. */
export async function probeEngine(name) {
  const { open, find } = engines[name]
  const found = (await open())(probe)
  const words = ({ start, end }) => probe.slice(start, end)
  return Object.fromEntries(
    Object.entries(find).map(([thing, show]) => {
      const shown = show(found)
      return [thing, typeof shown === 'function' ? shown(words) : shown]
    }),
  )
}
