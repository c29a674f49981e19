/** The layers of marks that a reader can switch, in the order of their switches. */
export const layers = ['source', 'cue', 'content', 'event', 'mention', 'time', 'loaded'] as const

export type Layer = (typeof layers)[number]

/** Reads the layers to hide from the address (`?hide=mention.time`); what is no layer is passed over. */
export function parseHidden(hide: string | undefined): ReadonlySet<Layer> {
  const named = new Set(hide?.split('.'))
  return new Set(layers.filter((layer) => named.has(layer)))
}

/** The value for the address when one layer is switched over; undefined when nothing is hidden any more. */
export function toggleHidden(hidden: ReadonlySet<Layer>, layer: Layer): string | undefined {
  const next = layers.filter((other) => hidden.has(other) !== (other === layer))
  return next.length > 0 ? next.join('.') : undefined
}
