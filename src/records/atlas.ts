/** A town of the table of coordinates. */
export interface Town {
  readonly name: string
  /** ISO 3166-1 alpha-3. */
  readonly country: string
  /** Degrees north; null, as `lon` is, where the name may mean two towns of the country. */
  readonly lat: number | null
  /** Degrees east. */
  readonly lon: number | null
  /** Countries that have a town of this name too: the name alone does not tell which is meant. */
  readonly others: readonly string[]
}

/** Where names of places lie; every key is folded by `foldPlace`. */
export interface Atlas {
  readonly towns: ReadonlyMap<string, readonly Town[]>
  /** What has an area: states by all of their names, and regions by the state that they lie in. */
  readonly countries: ReadonlyMap<string, string>
  /** The shown name of a country, by ISO 3166-1 alpha-3. */
  readonly countryNames: ReadonlyMap<string, string>
}

/** Where a place’s name lies, as surely as it can be told. */
export type Location =
  | {
      readonly kind: 'point'
      readonly name: string
      readonly country: string
      readonly lat: number
      readonly lon: number
    }
  | {
      /** Somewhere in it: never its middle. */
      readonly kind: 'country'
      readonly country: string
    }
  | {
      /** Towns of this name lie in several countries. */
      readonly kind: 'ambiguous'
      readonly countries: readonly string[]
    }
  | { readonly kind: 'unknown' }
