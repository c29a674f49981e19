import type { Actor } from '../records/reading.ts'

/** Whose mouth somebody is, in lower case: “dyn research” for its director; null for who speaks for himself. */
export function findInstitution({ kind, name, role }: Actor): string | null {
  if (kind === 'body' || kind === 'country' || kind === 'group') return name === null ? null : toKey(name)
  return role === null ? null : findInstitutionInRole(role)
}

/** The institution that a role names: “dyn research” of “director of Internet analysis at Dyn Research”. */
export function findInstitutionInRole(role: string): string | null {
  // “director of Internet analysis at Dyn Research”, “chief executive of CloudFlare”, “spokesman for the ministry”
  const behind =
    /(?:^|\s)(?:of|at|for|with)\s+(?:the\s+|its\s+)?((?:\p{Lu}[\p{L}\p{N}.’'&-]*)(?:\s+(?:of\s+(?:the\s+)?)?\p{Lu}[\p{L}\p{N}.’'&-]*)*)\s*$/u.exec(
      role,
    )
  if (behind?.[1]) return toKey(behind[1])
  // “Pentagon spokesman”, “CloudFlare’s chief executive”
  const before =
    /^((?:\p{Lu}[\p{L}\p{N}.&-]*)(?:\s+\p{Lu}[\p{L}\p{N}.&-]*)*)(?:[’']s)?\s+(?:spokes\p{L}+|press secretary|chief executive|CEO|director|editor[\p{L}-]*|chairman|chairwoman|lawyer|counsel|analyst)/u.exec(
      role,
    )
  return before?.[1] === undefined ? null : toKey(before[1])
}

const toKey = (name: string) =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[’']s$/, '')
    .trim()
