import type { Problem } from '../records/problem.ts'

/** Says why a path could not be read, and what to try. */
export function explainUnreadable(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [message, advice] = explanations[code] ?? [
    `It could not be read: ${error instanceof Error ? error.message : String(error)}.`,
    'Try to open it with another program.',
  ]
  return { code: 'unreadable-file', message, advice }
}

const explanations: Readonly<Record<string, readonly [message: string, advice: string]>> = {
  ENOENT: [
    'There is no such file or folder.',
    'Check the spelling and the folder you are in; an address starts with https://.',
  ],
  ENOTDIR: ['Part of the path is a file, not a folder.', 'Check the path.'],
  EACCES: ['You may not read it.', 'Change its permissions or run as a user who may.'],
  EPERM: ['You may not read it.', 'Change its permissions or run as a user who may.'],
  ELOOP: ['It is a link that leads back to itself.', 'Give the file that is meant.'],
  ENAMETOOLONG: [
    'The path is longer than the system allows.',
    'Give the page in a file, or its words on standard input (“-”).',
  ],
  EISDIR: ['It is a folder.', 'Give the files in it.'],
  EMFILE: ['Too many files are open.', 'Raise the limit (ulimit -n) and try again.'],
  EIO: [
    'The disk or the connection to it failed while reading.',
    'Try again; copy the file to a local disk.',
  ],
}
