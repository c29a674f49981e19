/** News agencies by the names that credits, bylines and datelines print, lower-case; the full name first. */
const agencies: readonly (readonly string[])[] = [
  ['Associated Press', 'ap'],
  ['Agence France-Presse', 'afp'],
  ['Reuters', 'thomson reuters'],
  ['United Press International', 'upi'],
  ['Bloomberg', 'bloomberg news'],
  ['Deutsche Presse-Agentur', 'dpa'],
  ['EFE', 'agencia efe'],
  ['ANSA'],
  ['PA Media', 'press association', 'pa'],
  ['Canadian Press', 'cp'],
  ['Australian Associated Press', 'aap'],
  ['TASS', 'itar-tass'],
  ['Interfax'],
  ['RIA Novosti'],
  ['BelTA'],
  ['Ukrinform'],
  ['UNIAN'],
  ['Anadolu Agency', 'anadolu', 'aa'],
  ['IRNA', 'islamic republic news agency'],
  ['Xinhua'],
  ['Kyodo News', 'kyodo'],
  ['Jiji Press', 'jiji'],
  ['Yonhap'],
  ['KCNA', 'korean central news agency'],
  ['Press Trust of India', 'pti'],
  ['ANI', 'asian news international'],
  ['IANS', 'indo-asian news service'],
  ['Prensa Latina'],
  ['Agência Brasil', 'agencia brasil'],
  ['Lusa'],
  ['Swiss news agency', 'keystone-sda', 'sda'],
  ['States Newsroom'],
  ['Kaiser Health News', 'khn'],
  ['Tribune News Service', 'tns'],
  ['McClatchy', 'mcclatchy newspapers'],
]

const byName: ReadonlyMap<string, string> = new Map(
  agencies.flatMap((names) => names.map((name) => [name.toLowerCase(), names[0] ?? name] as const)),
)

/** The name by which an agency or outlet is known, for comparing and for showing: “AP” is “Associated Press”. */
export function toAgencyName(name: string): string {
  const bare = toBareName(name)
  return byName.get(bare.toLowerCase()) ?? bare
}

/** Whether a name is one of the agencies whose trade it is to be reprinted. */
export const isAgencyName = (name: string): boolean => byName.has(toBareName(name).toLowerCase())

/** “The Associated Press” and “Associated Press staff” are “Associated Press”. */
const toBareName = (name: string) =>
  name
    .trim()
    .replace(/^the\s+/i, '')
    .replace(/\s+(?:staff|desk|news agency)$/i, '')
