import { foldName } from '../records/fold-name.ts'
import type { Gazetteer, KnownActor, KnownName, NameUse, Office, Outlet, Term } from '../records/gazetteer.ts'

/** An actor while its terms are still being read. */
export interface ActorDraft extends Omit<KnownActor, 'terms'> {
  readonly terms: Term[]
}

/** Collects what the tables say; what is added later stands before what was there for the same written name. */
export class GazetteerBuilder {
  readonly #names = new Map<string, KnownName[]>()
  readonly #actors = new Map<string, ActorDraft>()
  readonly #offices = new Map<string, Office>()
  #again: Set<string> | null = null
  readonly #outlets = new Map<string, Outlet>()

  /** From here on, whoever is named again loses the terms that were known of them, once; their names stay. */
  startOver(): void {
    this.#again = new Set()
  }

  /** The actor of this kind and name, made when there is none. */
  actor(draft: Omit<ActorDraft, 'terms'>): ActorDraft {
    const key = `${draft.kind} ${draft.name}`
    const known = this.#actors.get(key)
    if (known && this.#again && !this.#again.has(key)) known.terms.length = 0
    this.#again?.add(key)
    if (known) return known
    const made: ActorDraft = { ...draft, terms: [] }
    this.#actors.set(key, made)
    return made
  }

  /** “The Hill” keeps its article where `written` is an outlet’s own name: “the hill” is none. */
  name(written: string, actor: KnownActor, as: NameUse, standsAlone = true): void {
    const isTitle = actor.kind === 'outlet' && written === actor.name
    const plain = isTitle ? foldName(written) : foldName(written).replace(/^[Tt]he /, '')
    const first = firstRun(plain)
    if (first === '') return
    const name: KnownName = { written: plain, actor, as, standsAlone }
    const own = this.#names.get(first)
    if (!own) this.#names.set(first, [name])
    else if (!own.some((other) => other.written === plain && other.actor === actor && other.as === as))
      own.unshift(name)
  }

  office(office: Omit<Office, 'before' | 'behind'>): void {
    const [head = '', ...behind] = office.words.split(/ (?=(?:of|for) )/)
    const before = head.split(/[ -]/)
    this.#offices.set(office.words, {
      ...office,
      before: before.slice(0, -1),
      behind: behind
        .join(' ')
        .split(/[ -]/)
        .filter((word) => word !== ''),
    })
  }

  /** The class of an office by its words; the words themselves where no table has them. */
  classOf(words: string): string {
    return this.#offices.get(words)?.class ?? words
  }

  outlet(outlet: Outlet): void {
    for (const host of outlet.hosts) this.#outlets.set(host, outlet)
  }

  build(): Gazetteer {
    const names = new Map<string, readonly KnownName[]>()
    // A stable sort: of equally long names the latest added comes first.
    for (const [first, own] of this.#names)
      names.set(
        first,
        own.sort((a, b) => b.written.length - a.written.length),
      )
    const offices = new Map<string, Office[]>()
    for (const office of this.#offices.values()) {
      const head = (office.words.split(/ (?:of|for) /)[0] ?? '').split(/[ -]/).at(-1) ?? ''
      const own = offices.get(head)
      if (own) own.push(office)
      else offices.set(head, [office])
    }
    for (const own of offices.values()) own.sort((a, b) => b.words.length - a.words.length)
    for (const { terms } of this.#actors.values())
      if (terms.length > 1) terms.sort((a, b) => compare(a.from ?? '', b.from ?? ''))
    return { names, offices, outlets: this.#outlets }
  }
}

/** The first run of letters and digits, by which names are looked up: “U” of “U.S.”. */
const firstRun = (name: string) =>
  // Names in plain letters, nearly all, need no table of Unicode: 20 ms less in a cold process.
  /^[A-Za-z\d]+(?=[ -~]|$)/.exec(name)?.[0] ?? /[\p{L}\p{N}]+/u.exec(name)?.[0] ?? ''

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
