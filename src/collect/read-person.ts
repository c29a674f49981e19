import { toOneLine } from './to-plain-words.ts'

/**
 * The name in what feeds write of an author, as plain words; null when it holds only an address.
 *
 * “desk@selgrad.example (Ana Marsh)”, “Ana Marsh (desk@selgrad.example)” and “Ana Marsh <desk@selgrad.example>” are
 * Ana Marsh, “desk@selgrad.example” is nobody.
 */
export function readPerson(text: string | null): string | null {
  if (text === null || text.length > 1000) return null
  const line = toOneLine(text)
  if (line === null || !line.includes('@')) return line
  const named = /^\S+@\S+\s*\(([^()]*)\)?$/.exec(line)?.[1]
  const name = named ?? line.replace(/[<([]?\s*(?:mailto:)?[^\s<>()[\]]+@[^\s<>()[\]]+\s*[>)\]]?/gi, ' ')
  return toOneLine(name.replace(/^["'\s]+|["'\s]+$/g, ''))
}
