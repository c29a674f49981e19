/** Where the root of a document starts, and the entities that its DTD declares. */
export interface Prolog {
  readonly start: number
  /** Plain text of up to 500 characters each; an entity made of others, a file or markup is not among them. */
  readonly entities: ReadonlyMap<string, string>
}

/** Passes over what stands before the root: declaration, comments, DTD, and words that a server put there in error. */
export function skipProlog(text: string): Prolog {
  let at = 0
  for (;;) {
    at = text.indexOf('<', at)
    if (at === -1) return { start: text.length, entities: none }
    if (text.startsWith('<?', at)) at = after(text, '?>', at)
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at + 2)
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      const end = findDoctypeEnd(text, at)
      // No root may follow a DTD that never ends; then it is no DTD.
      if (end === null) return { start: after(text, '>', at), entities: none }
      return { start: end, entities: findEntities(text.slice(at, Math.min(end, at + longestDtd))) }
    } else return { start: at, entities: none }
  }
}

const none: ReadonlyMap<string, string> = new Map()

const longestDtd = 100_000

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? text.length : at + mark.length
}

/** The `>` outside the brackets, quotation marks and comments of a DTD. */
function findDoctypeEnd(text: string, from: number): number | null {
  let depth = 0
  for (let at = from + 9; at < text.length; at++) {
    const character = text[at]
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, at + 1)
      if (end === -1) return null
      at = end
    } else if (character === '[') depth++
    else if (character === ']') depth--
    else if (character === '>' && depth <= 0) return at + 1
    else if (character === '<' && text.startsWith('<!--', at)) at = after(text, '-->', at + 4) - 1
  }
  return null
}

function findEntities(dtd: string): Map<string, string> {
  const entities = new Map<string, string>()
  for (const [, name = '', double, single] of dtd.matchAll(declaration)) {
    if (!entities.has(name) && entities.size < 100) entities.set(name, double ?? single ?? '')
  }
  return entities
}

// <!ENTITY paper "Selgrad Post">; a value with & or < in it would expand further.
const declaration = /<!ENTITY\s+([\w.-]{1,100})\s+(?:"([^"&<%]{0,500})"|'([^'&<%]{0,500})')\s*>/g
