import { strings } from './strings.ts'

/** A number in its column; where the columns fold, at narrow widths, it is said in words. */
export function CountedCell({ n, inWords }: { readonly n: number; readonly inWords: (n: number) => string }) {
  return (
    <td className={n === 0 ? 'number zero' : 'number'} data-words={inWords(n)}>
      <span>{n === 0 ? strings.none : n.toLocaleString('en')}</span>
    </td>
  )
}
