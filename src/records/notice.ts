/** Words with which a page says that it was changed. */
export interface Notice {
  readonly words: string
  /** `correction`: that something was wrong; `update`: no more than that it was changed. */
  readonly kind: 'correction' | 'update'
  /** `head`: only where a sentence begins with it, before a mark or a date; `anywhere`: wherever it stands. */
  readonly place: 'head' | 'anywhere'
}
