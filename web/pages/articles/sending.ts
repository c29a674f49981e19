import type { DocumentOutcome } from '../../client/documents.ts'

/** A file on its way into the ledger: waiting, being read, refused by the server, or with its outcome. */
export type Sending = { readonly key: number; readonly name: string } & (
  | { readonly state: 'waiting' | 'reading' }
  | { readonly state: 'refused'; readonly message: string }
  | { readonly state: 'done'; readonly outcome: DocumentOutcome }
)
