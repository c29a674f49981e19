import { foldName } from './fold-name.ts'

/** Folds a place’s name for looking it up: “the Gaza Strip” is “gaza strip”, “Córdoba” is “cordoba”. */
export const foldPlace = (name: string): string =>
  foldName(name)
    .toLowerCase()
    .replaceAll(/[.‘]/g, (mark) => (mark === '.' ? '' : '’'))
    .trim()
    .replace(/^the /, '')
