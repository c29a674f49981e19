import type { PlacedName } from './join-names.ts'

const titles =
  /^(?:president|premier|prime|minister|chancellor|king|queen|emir|governor|mayor|head|leader|secretary)$/i

/**
 * Splits the country off a name that stands in one run with it, as state agencies write: “President of Morvenia Anton
 * Veresk” names Morvenia and Anton Veresk. Only where the article has the rest as a person’s name elsewhere.
 */
export function splitTitledNames(
  names: readonly PlacedName[],
  words: readonly (readonly string[])[],
): PlacedName[] {
  const people = new Set(names.flatMap(({ name, type }) => (type === 'PER' ? [name] : [])))
  return names.flatMap((placed) => {
    const { sentence, from, to } = placed
    const own = words[sentence] ?? []
    if (own[from - 1] !== 'of' || !titles.test(own[from - 2] ?? '')) return [placed]
    for (let at = from + 1; at <= to - 2; at++) {
      const person = own.slice(at, to).join(' ')
      if (!people.has(person)) continue
      return [
        { ...placed, to: at, name: own.slice(from, at).join(' '), type: 'GPE' as const },
        { ...placed, from: at, name: person, type: 'PER' as const },
      ]
    }
    return [placed]
  })
}
