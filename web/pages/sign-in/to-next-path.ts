/** A control character too is kept out: a browser drops tabs and line ends, and `/⇥/evil.example` becomes `//evil.example`. */
const pathOfDesk = /^\/(?!\/)[^\\\p{Cc}]*$/u

/** Where to go once signed in: the page that was asked for if it is one of this desk, else the first. */
export function toNextPath(next: string | undefined): string {
  return next !== undefined && pathOfDesk.test(next) ? next : '/articles'
}
