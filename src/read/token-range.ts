/** Tokens `from` to before `to`: of a sentence or of the whole article, as the one who holds it says. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}
