import { toNameStem } from './to-stem.ts'

const roleNames = new Set(
  `president minister secretary ambassador prime foreign state general king queen prince senator deputy chief mr mrs ms
  dr sir lord chancellor governor mayor judge pope the a an he she it they his her their this that these those in on at
  but and if there what we you i as for after before when while`.split(/\s+/),
)

/** Whether a capitalised word says what somebody is, or begins a sentence, and names nobody. */
export const isRoleName = (lower: string): boolean => roleNames.has(lower)

/** The stems of the names in words of up to 200 characters, without what they are: “President Anton Veresk” is anton, veresk. */
export function toNames(words: string | null): Set<string> {
  const names = new Set<string>()
  for (const match of (words ?? '').slice(0, 200).matchAll(/\p{Lu}[\p{L}\p{M}.’'-]*/gu)) {
    const bare = match[0].replace(/[’']s?$/u, '')
    if (!isRoleName(bare.toLowerCase())) names.add(toNameStem(bare))
  }
  return names
}
