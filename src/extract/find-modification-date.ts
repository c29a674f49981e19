import type { PublicationDate } from '../records/article.ts'
import type { DateEvidence } from './date-evidence.ts'
import type { TimeElement } from './find-blocks.ts'
import { parseMachineDate, parsePrintedDate } from './parse-date.ts'

/**
 * When a page says that its article was last changed, by the first of its witnesses; null when none says. A response's
 * `Last-Modified` is none of them: it changes with the advertisements.
 */
export function findModificationDate({
  jsonLd,
  page,
  times,
  printed,
  hints,
  order,
}: Pick<DateEvidence, 'jsonLd' | 'page' | 'times' | 'printed' | 'hints' | 'order'>): PublicationDate | null {
  const read = (text: string | null | undefined, basis: PublicationDate['basis']): PublicationDate | null => {
    const date = text == null ? null : (parseMachineDate(text) ?? parsePrintedDate(text, order))
    return date === null ? null : { ...date, basis }
  }
  const inData = read(jsonLd?.dateModified, 'json-ld')
  if (inData !== null) return inData
  for (const name of metaNames) {
    const inMeta = read(page?.metas.get(name)?.[0], 'meta')
    if (inMeta !== null) return inMeta
  }
  for (const time of [...times.inHead, ...times.others].filter(isChange)) {
    const inElement = read(time.datetime, 'time-element') ?? read(time.text, 'time-element')
    if (inElement !== null) return inElement
  }
  const byPlace = ['head', 'above', 'start', 'below'].flatMap((place) =>
    printed.filter((date) => date.of === 'change' && date.place === place),
  )
  const [inText] = byPlace
  if (inText !== undefined) return { value: inText.value, precision: inText.precision, basis: 'text' }
  return read(hints?.modifiedAt, 'feed')
}

/** Whether a `<time>` is marked, or says, that it tells a change; one marked as both is the publication's. */
export const isChange = ({ names, text }: TimeElement): boolean =>
  /updated|modified/.test(names) && !/publish/.test(names)
    ? true
    : /^(?:last |zuletzt )?(?:updated?|modified|edited|aktualisiert|stand|geändert|mis à jour|actualizado|atualizado|aggiornato|bijgewerkt|обновлено|оновлено|更新|수정)/i.test(
        text,
      )

const metaNames = [
  'article:modified_time',
  'og:updated_time',
  'article:updated_time',
  'article:modified',
  'og:modified_time',
  'datemodified',
  'dateupdate',
  'dateupdated',
  'lastmod',
  'last-modified',
  'last_modified',
  'modified',
  'updated',
  'revised',
  'dcterms.modified',
  'dc.date.modified',
  'cxenseparse:recs:modifiedtime',
]
