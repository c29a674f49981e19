/** Whoever sits at the machine that holds the ledger, as the review log, visits and the audit log name them. */
export const localUserName = 'local'
