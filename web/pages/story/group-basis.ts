/** What two articles share, of one kind. */
export interface SharedKind {
  /** As the weighing names it: name, word, number, event, day. */
  readonly kind: string
  readonly what: readonly string[]
}

/** Puts `name “San Telmo”`, `name “Selgrad”`, `day 2025-11-20` together by kind, each where its first stands. */
export function groupBasis(basis: readonly string[]): SharedKind[] {
  const groups = new Map<string, string[]>()
  for (const each of basis) {
    const [, kind = '', what = each] = /^(\S+) (.+)$/s.exec(each) ?? []
    groups.set(kind, [...(groups.get(kind) ?? []), what.replace(/^“(.*)”$/s, '$1')])
  }
  return [...groups].map(([kind, what]) => ({ kind, what }))
}
