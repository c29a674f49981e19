/** A line of the palette. */
export interface Option {
  /** What kind of thing it is, in a word. */
  readonly kind: string
  readonly name: string
  /** As the key that does the same is written; null where there is none. */
  readonly keys: string | null
  readonly run: () => void
}

/** The options that hold every word that was typed, in any order; those whose name begins so first. */
export function chooseOptions(options: readonly Option[], typed: string): Option[] {
  const given = typed.trim().toLocaleLowerCase()
  const words = given.split(/\s+/)
  const chosen = options.filter(({ name }) => {
    const held = name.toLocaleLowerCase()
    return words.every((word) => held.includes(word))
  })
  const begins = ({ name }: Option) => name.toLocaleLowerCase().startsWith(given)
  return [...chosen.filter(begins), ...chosen.filter((option) => !begins(option))]
}
