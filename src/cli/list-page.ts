/** A page of a list, and where the next one begins. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly nextCursor: string | null
}

export interface PageQuery {
  readonly limit: number
  readonly cursor: string | null
}
