import type { KnownActor, Term } from '../../records/gazetteer.ts'

/** For whom somebody acts: `base` is a country (“VEN”) or the whole code of a body (“IGOUNO”), `roles` what is added. */
export interface Standing {
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null
  readonly base: string | null
  /** CAMEO role codes, three letters a part. */
  readonly roles: string
  /** CAMEO’s code of a people or a faith, which stands last: “KUR”. */
  readonly people: string
}

export const noStanding: Standing = { country: null, base: null, roles: '', people: '' }

/** CAMEO’s actor code; CAMEO writes “---” where no country is told. */
export function toCode({ base, roles, people }: Standing): string | null {
  if (base !== null) return `${base}${roles}${people}`
  return roles + people === '' ? null : `---${roles}${people}`
}

const ofState = /^(?:GOV|MIL|LEG|JUD|COP|SPY|OPP|PTY|ELI|MED|$)/

/** “USAGOV” is the United States and GOV; “IGOUNO” is one thing. */
export function toStanding({ country, code }: Pick<Term, 'country' | 'code'>): Standing {
  if (code.startsWith('---')) return { ...noStanding, country, roles: code.slice(3) }
  const isOfState = country !== null && code.startsWith(country) && ofState.test(code.slice(3))
  return isOfState
    ? { ...noStanding, country, base: country, roles: code.slice(3) }
    : { ...noStanding, country, base: code }
}

/** What is known to hold on a day: the term that covers it; without a day, the last. */
export function termAt({ terms }: KnownActor, day: string | null): Term | null {
  if (day === null) return terms.at(-1) ?? null
  return terms.findLast((term) => (term.from ?? '') <= day && day <= lastDay(term)) ?? null
}

/** Until when a term is taken to hold: an open one for two years beyond what the table knows. */
function lastDay({ to, asOf }: Term): string {
  if (to !== null) return to
  return asOf === null ? '9999' : `${Number(asOf.slice(0, 4)) + 2}${asOf.slice(4)}`
}

/** Puts the roles of what belongs to somebody after theirs: the army of a country, the spokesman of a body. */
export function joinRoles(owner: Standing, roles: string): Standing {
  const isCountry = owner.base !== null && owner.base === owner.country
  const had = isCountry || owner.base === null ? owner.roles : owner.base + owner.roles
  const parts = partsOf(had)
  const added = partsOf(roles).filter(
    (part) =>
      !parts.includes(part) &&
      // The United Nations have no government: its officials are its own.
      !(part === 'GOV' && !isCountry && owner.base !== null),
  )
  return { ...owner, roles: owner.roles + added.join('') }
}

const partsOf = (code: string): string[] => code.match(/.{3}/g) ?? []
