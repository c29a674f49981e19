/** How the database thread is started; crosses as `workerData`. */
export interface PgliteStart {
  /** The data folder, or `memory://`. */
  readonly dataFolder: string
  /** A dump to start an empty data folder from. */
  readonly dump: Uint8Array | null
}

/** To the database thread. */
export type PgliteRequest =
  | {
      readonly id: number
      readonly act: 'query'
      readonly sql: string
      readonly params: readonly unknown[]
      readonly rowMode: 'array' | 'object'
    }
  | { readonly id: number; readonly act: 'dump' }
  | { readonly id: number; readonly act: 'close' }

/** The rows of one query. Dates, times and JSON are the text that PostgreSQL wrote. */
export interface PgliteRows {
  readonly rows: unknown[]
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[]
  readonly affectedRows?: number
  readonly command?: string
}

/** What PostgreSQL says about a query it refused. */
export interface PgliteRefusal {
  readonly message: string
  /** SQLSTATE. */
  readonly code: string
  readonly detail?: string
  readonly hint?: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
}

/** From the database thread: `ready` once, then one answer per request; `broken` when PostgreSQL itself died. */
export type PgliteReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: PgliteRows | Uint8Array | null }
  | { readonly kind: 'refusal'; readonly id: number; readonly refusal: PgliteRefusal }
  | { readonly kind: 'broken'; readonly reason: string }
