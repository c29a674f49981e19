/** Which of the operator's faults it is. Each door maps a code once: an exit status, an HTTP status. */
export type HearsayErrorCode =
  | 'usage'
  | 'not-found'
  | 'ambiguous-id'
  | 'ledger-locked'
  | 'ledger-unusable'
  | 'port-in-use'
  | 'invalid-request'
  | 'out-of-date'

/**
 * The operator's fault: a wrong option, a locked ledger, an unknown id.
 *
 * The message says what is wrong and what to try. Anything else that is thrown is our fault.
 */
export class HearsayError extends Error {
  readonly code: HearsayErrorCode

  constructor(code: HearsayErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'HearsayError'
    this.code = code
  }
}
