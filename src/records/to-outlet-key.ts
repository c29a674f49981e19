import { foldName } from './fold-name.ts'

/** What is left of an outlet’s name when directories’ and writers’ additions are gone, in lower case: “the AP” is “ap”. */
export const toOutletKey = (name: string): string =>
  foldName(name)
    .toLowerCase()
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/\s+[-–—|]\s+(?:news|opinion|politics|world)$/, '')
    .trim()
    .replace(/^the\s+/, '')
    .replace(/\s+(?:newspaper|news agency|agency|website)$/, '')
    .trim()
