/** What a third-person pronoun’s form tells of whom it means. */
export interface PronounForm {
  /** n: a thing or a body; p: several, or a body. */
  readonly agrees: 'm' | 'f' | 'n' | 'p'
  /** `her` is an object or a possessive, as the parse says. */
  readonly use: 'plain' | 'possessive' | 'reflexive'
}

const of = (agrees: PronounForm['agrees'], plain: string, possessive: string, reflexive: string) => [
  ...plain.split(' ').map((word) => [word, { agrees, use: 'plain' }] as const),
  ...possessive.split(' ').map((word) => [word, { agrees, use: 'possessive' }] as const),
  ...reflexive.split(' ').map((word) => [word, { agrees, use: 'reflexive' }] as const),
]

/** Third-person pronouns by their form in lower case. */
export const pronounForms: ReadonlyMap<string, PronounForm> = new Map<string, PronounForm>([
  ...of('m', 'he him', 'his', 'himself'),
  ...of('f', 'she her', 'hers', 'herself'),
  ...of('n', 'it', 'its', 'itself'),
  ...of('p', 'they them', 'their theirs', 'themselves'),
])

/** Of one who speaks for himself alone: “we” may be anybody and is left out. */
export const firstPerson: ReadonlySet<string> = new Set(['i', 'me', 'my', 'mine', 'myself'])

/** Pronouns that open a relative clause behind whom they mean. */
export const relatives: ReadonlySet<string> = new Set(['who', 'whom', 'whose', 'which'])
