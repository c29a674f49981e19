/** News agencies by the names that credits, bylines and datelines print; the full name first. */
const agencies: readonly (readonly [string, ...string[]])[] = [
  ['Associated Press', 'AP'],
  ['Agence France-Presse', 'AFP'],
  ['Reuters', 'Thomson Reuters'],
  ['United Press International', 'UPI'],
  ['Bloomberg', 'Bloomberg News'],
  ['Deutsche Presse-Agentur', 'DPA', 'dpa'],
  ['EFE', 'Agencia EFE'],
  ['ANSA'],
  ['PA Media', 'Press Association', 'PA'],
  ['Canadian Press'],
  ['Australian Associated Press', 'AAP'],
  ['TASS', 'ITAR-TASS', 'Itar-Tass', 'Tass'],
  ['Interfax'],
  ['RIA Novosti'],
  ['BelTA', 'Belta'],
  ['Ukrinform'],
  ['UNIAN'],
  ['Anadolu Agency', 'Anadolu', 'AA'],
  ['IRNA', 'Islamic Republic News Agency'],
  ['Xinhua'],
  ['Kyodo News', 'Kyodo'],
  ['Jiji Press', 'Jiji'],
  ['Yonhap'],
  ['KCNA', 'Korean Central News Agency'],
  ['Press Trust of India', 'PTI'],
  ['Asian News International', 'ANI'],
  ['Indo-Asian News Service', 'IANS'],
  ['Prensa Latina'],
  ['Agência Brasil', 'Agencia Brasil'],
  ['Lusa'],
  ['Keystone-SDA', 'SDA'],
  ['Kaiser Health News', 'KHN'],
  ['Tribune News Service', 'TNS'],
  ['McClatchy', 'McClatchy Newspapers'],
]

const byName: ReadonlyMap<string, string> = new Map(
  agencies.flatMap((names) => names.map((name) => [name.toLowerCase(), names[0]] as const)),
)

/** “Australian Associated Press” before “Associated Press”: the longest name first. */
const printed = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${agencies
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{N}])`,
  'u',
)

/** The name by which an agency or outlet is known, for comparing and for showing: “AP” is “Associated Press”. */
export function toAgencyName(name: string): string {
  const bare = toBareName(name)
  return byName.get(bare.toLowerCase()) ?? bare
}

/** Whether a name is one of the agencies whose trade it is to be reprinted. */
export const isAgencyName = (name: string): boolean => byName.has(toBareName(name).toLowerCase())

/** The agency that a credit names among people: “Associated Press writer Jane Doe”; null without one. */
export function findAgencyName(words: string): string | null {
  const found = printed.exec(words)?.[0]
  return found === undefined ? null : toAgencyName(found)
}

/** “The Associated Press” and “Associated Press staff” are “Associated Press”. */
const toBareName = (name: string) =>
  name
    .trim()
    .replace(/^the\s+/i, '')
    .replace(/\s+(?:staff|desk|news agency)$/i, '')
