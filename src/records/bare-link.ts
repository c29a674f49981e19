import type { ChainLink } from './report.ts'

/** A link of which nothing is known yet. */
export const bareLink: ChainLink = {
  kind: 'unnamed',
  how: 'says',
  name: null,
  words: null,
  span: null,
  role: null,
  country: null,
  code: null,
  institution: null,
  isStateRun: false,
  family: null,
  quotes: [],
}
