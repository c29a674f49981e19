import { foldName } from './fold-name.ts'

/** In UTF-16 units: no outlet’s name is as long, and a page may write anything there. */
const longest = 300

/**
 * What is left of an outlet’s name when directories’ and writers’ additions are gone, in lower case: “the AP” is “ap”,
 * “Examiner, The” is “examiner”. By it alone it is told whether two names are of one outlet.
 */
export const toOutletKey = (name: string): string =>
  foldName(name.slice(0, longest))
    .toLowerCase()
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/\s+[-–—|]\s+(?:news|opinion|politics|world)$/, '')
    .trim()
    .replace(/^www\d?\./, '')
    .replace(/^the\s+|,\s{0,3}the$/g, '')
    .replace(/\s+(?:newspaper|news agency|agency|website)$/, '')
    .trim()
