import type { DropReason } from './classify-region.ts'
import { countWords } from './count-words.ts'
import { sameWords } from './find-title.ts'
import { isDateStamp } from './is-date-stamp.ts'
import { type DateOrder, isDateLine, type ParsedDate, parsePrintedDate } from './parse-date.ts'
import type { PlacedBlock } from './placed-block.ts'

/** A date that a page prints about its article. */
export interface PrintedDate extends ParsedDate {
  /** What the words beside it say it is; null for a bare date. */
  readonly of: 'publication' | 'change' | null
  /**
   * `head`: between title and text; `above`: just above the title, where the date of the day may stand, too; `start`: the
   * first words of the text; `below`: under it.
   */
  readonly place: 'head' | 'above' | 'start' | 'below'
}

/** Lines between a title and the text that can be about the article. */
const farthestHead = 40

/** Lines above the title that can be. */
const farthestAbove = 4

/** Lines under the text that can be: some layouts set the date there. */
const farthestBelow = 12

/** A line with more words is a sentence or a list. */
const mostWords = 25

/** Lines of text behind which a bare date can still be the article's: under a lead, or the name of its author. */
const farthestInside = 6

/**
 * Finds the dates printed around an article's text, given the indices of the blocks that are the text
 * and of the title's (-1 without one). The dates of
 * comments and of other stories are none, nor is a copyright's year. `holdsArticle` tells a part of the page that the
 * article itself stands in, whatever its class calls it.
 */
export function findPrintedDates(
  blocks: readonly PlacedBlock[],
  text: readonly number[],
  title: string | null,
  titleAt: number,
  order: DateOrder,
  holdsArticle: (element: number) => boolean = () => false,
): PrintedDate[] {
  const firstText = text[0] ?? blocks.length
  const lastText = text[text.length - 1] ?? blocks.length
  const inText = new Set(text)
  const found: PrintedDate[] = []
  const add = (i: number, place: PrintedDate['place'], mayBeBare: (text: string) => boolean) => {
    const block = blocks[i]
    const isHead = place === 'head' && titleAt !== -1 && i <= titleAt + nearTitle
    if (block === undefined || !mayDate(block, place, holdsArticle, isHead || inText.has(i))) return
    // “Datum” in a cell of its own labels the next.
    const before = blocks[i - 1]?.text ?? ''
    const line =
      before.length < 30 && isLabel.test(before) ? `${before.replace(/:$/, '')}: ${block.text}` : block.text
    for (const date of readLine(line, order)) {
      if (date.of === null && !mayBeBare(block.text)) continue
      found.push({ ...date, place })
    }
  }
  const addPageLine = (i: number) => {
    const line = blocks[i]?.text ?? ''
    if (line.length > 400 || !pageLine.test(line) || countWords(line) > mostWordsOfPageLine) return
    const date = parsePrintedDate(line, order)
    if (date !== null)
      found.push({ ...date, of: changedWord.test(line) ? 'change' : 'publication', place: 'below' })
  }
  const from = titleAt === -1 ? firstText - farthestHead : titleAt + 1
  for (let i = Math.max(0, from, firstText - farthestHead); i < firstText; i++)
    add(
      i,
      'head',
      (line) =>
        titleAt !== -1 || isBareDate(line) || (i >= firstText - 2 && countWords(line) <= mostWordsAbove),
    )
  // A date in the title's own line: "27.01.2022 Oil in November".
  if (titleAt !== -1 && !sameWords(blocks[titleAt]?.text ?? '', title ?? '')) add(titleAt, 'head', () => true)
  for (let i = titleAt - 1; i >= Math.max(0, titleAt - farthestAbove); i--)
    add(i, 'above', (line) => isBareDate(line) || countWords(line) <= mostWordsAbove)
  for (let i = firstText; i <= lastText && i < blocks.length; i++) {
    const isEarly = i <= firstText + farthestInside
    const opening = isEarly && inText.has(i) ? openingDate(blocks[i]?.text ?? '', order) : null
    if (opening !== null) found.push({ ...opening, of: null, place: 'start' })
    else if (isShort(blocks[i]?.text ?? '') && !pageLine.test(blocks[i]?.text ?? ''))
      add(i, 'start', (line) => (isEarly || i >= lastText - 1) && isBareDate(line))
    else if (i >= lastText - 2) addPageLine(i)
  }
  for (let i = lastText + 1; i < blocks.length; i++) {
    if (pageLine.test(blocks[i]?.text ?? '')) addPageLine(i)
    else add(i, 'below', (line) => i <= lastText + farthestBelow && isBareDate(line))
  }
  return found
}

/** Blocks under a title among which a part with any name is the article's head. */
const nearTitle = 6

/**
 * What blogs and wikis say of a page in a sentence: “This entry was posted on 4 March 2022 and is filed under ...”, “Diese
 * Seite wurde zuletzt am 4. März 2022 geändert.”
 */
const pageLine =
  /^(?:dieser?s?|this|ce(?:t|tte)?|est[ea]|quest[oa]|dit|deze|den(?:ne|na)|ten|ta|эта|этот)\s(?:artikel|beitrag|eintrag|seite|entry|post|page|article|text|billet|artículo|entrada|página|articolo|pagina|bericht|inlägg|artykuł|wpis|strona|страница|статья)\s/iu

const changedWord =
  /geändert|bearbeitet|aktualisiert|modified|edited|updated|changed|modifié|modificad|modificat|gewijzigd|изменен|изменён/iu

/** More words are a text about the page. */
const mostWordsOfPageLine = 45

/** More words beside a date above the title are about something else. */
const mostWordsAbove = 10

const isShort = (text: string): boolean => text.length <= 120 && countWords(text) <= 12

const isBareDate = (text: string): boolean => isDateLine(text) || isDateStamp(text)

const elsewhere = new Set<DropReason>([
  'comments',
  'related',
  'newsletter',
  'advertisement',
  'caption',
  'credit',
])

function mayDate(
  { text, region, linkShare }: PlacedBlock,
  place: PrintedDate['place'],
  holdsArticle: (element: number) => boolean,
  isNear: boolean,
): boolean {
  if (text.length > 400 || !/\p{Nd}/u.test(text) || countWords(text) > mostWords) return false
  if (/^(?:©|\(c\)\s|copyright)/i.test(text)) return false
  for (let around = region; around !== null; around = around.inner) {
    if (holdsArticle(around.element)) continue
    // “teaser” around the head of an article, `<aside>` and `<figure>` around its date.
    const isBox =
      (around.reason === 'related' && (isNear || around.word === null)) ||
      (around.reason === 'caption' && around.word === null)
    if (elsewhere.has(around.reason) && !(isBox && place !== 'below')) return false
    if (place === 'above' && around.reason === 'navigation') return false
  }
  return linkShare < 0.9 || isBareDate(text)
}

const publication =
  'published|publication(?: date)?|posted|created|issued|released|first online|veröffentlicht|veröffentlichung|erschienen|erscheinungsdatum|erstellt|publiziert|online seit|eingestellt|publié|paru|mis en ligne|publicado|publicación|publicação|pubblicato|pubblicazione|gepubliceerd|geplaatst|publicerad|publicerat|publisert|publiceret|udgivet|julkaistu|opublikowan\\p{L}*|data publikacji|dodano|publikován\\p{L}*|vydáno|megjelent|publicat|objavljeno|δημοσ\\p{L}+|yayın\\p{L}*|опубликован\\p{L}*|дата публикации|опубліковано|публикувано|公開日?|掲載|投稿日|配信|発行|发表于|发布(?:时间|日期)?|發布|등록|입력|게재|נשר|פורסם|تاريخ النشر|نشر(?:ت)?(?: في)?|تاریخ انتشار|प्रकाशित|প্রকাশ(?:িত)?|dipublikasikan|diterbitkan|ngày đăng|đăng|เผยแพร่'

const change =
  'updated?|last update|modified|last modified|changed|last changed|edited|last edited|revised|reviewed|aktualisiert|aktualisierung|letzte änderung|zuletzt geändert|geändert|bearbeitet|stand(?: vom)?(?=[\\s:–-]*\\p{Nd})|mis à jour|mise à jour|modifié|màj|actualizad[oa]|actualización|modificado|atualizado|atualização|aggiornat[oa]|aggiornamento|ultima modifica|bijgewerkt|gewijzigd|aangepast|uppdaterad|senast ändrad|oppdatert|opdateret|päivitetty|zaktualizowan\\p{L}*|aktualizacja|aktualizován\\p{L}*|aktualizace|frissítve|frissült|actualizat|ažurirano|ενημερ\\p{L}+|güncelle\\p{L}*|обновлен\\p{L}*|изменен\\p{L}*|оновлен\\p{L}*|更新(?:日|時間|时间)?|수정|تحديث|آخر تحديث|עודכן|به‌روزرسانی|diperbarui|cập nhật|อัปเดต|แก้ไข'

/** “Date: 4 March 2022”, “Von Jane Doe am 04.03.2022”. */
const weakPublication =
  '(?:date|datum|fecha|data|dato|дата|日期|日付|日時|날짜)(?=[\\s:：]*\\p{Nd})|^(?:(?:posted|written|submitted|geschrieben|gespeichert|eingetragen|verfasst|publié|escrito|beitrag) ?)?(?:by|von|par|por|author|autor)(?=[:\\s])'

const label = new RegExp(
  `(?<!\\p{L})(?:(?<change>${change})|(?<publication>${publication}|${weakPublication}))(?!\\p{Ll})`,
  'giu',
)

/** A label without its date. */
const isLabel = new RegExp(
  `^(?:${publication}|stand|last updated|updated|last modified|aktualisiert|date|datum|fecha|data|dato|дата|日期|日付|日時|날짜)(?: am| on)?\\s*[:：]?$`,
  'iu',
)

/** The dates of one line, each with what stands before it: “Published 4 March 2022, updated 5 March 2022”. */
function readLine(line: string, order: DateOrder): Omit<PrintedDate, 'place'>[] {
  const pieces: { of: PrintedDate['of']; start: number }[] = [{ of: null, start: 0 }]
  for (const { index, groups } of line.matchAll(label)) {
    pieces.push({ of: groups?.change === undefined ? 'publication' : 'change', start: index })
    if (pieces.length > 8) break
  }
  return pieces.flatMap(({ of, start }, i) => {
    const date = parsePrintedDate(line.slice(start, pieces[i + 1]?.start), order)
    return date === null || !/-/.test(date.value) ? [] : [{ ...date, of }]
  })
}

/** A dateline reaches no farther into a text. */
const longestOpening = 80

/**
 * The date that the first words of a text are: “(18.01.2018) Farmers ...”, “27.1.2022 - At ...”, “Northgate, 12 March 2021.
 * The ...”; a date inside the first sentence is the story's.
 */
function openingDate(text: string, order: DateOrder): ParsedDate | null {
  const start = text.slice(0, longestOpening)
  for (const { index } of start.matchAll(
    /\s[-–—|]+\s|[:)\]](?=\s)|\.(?=\s+[\p{Lu}„“"«])|(?<=\d{4})[.]?(?=\s+[\p{Lu}„“"«])/gu,
  )) {
    const opening = start.slice(0, index)
    if (!/\p{Nd}/u.test(opening)) continue
    if (countWords(opening) > 9) return null
    const date = parsePrintedDate(opening, order)
    if (date !== null && date.precision !== 'year' && date.precision !== 'month')
      return isOpening(opening) ? date : null
  }
  return null
}

// "In Northgate on 4 March 2022: ..." is a sentence, "NORTHGATE, 4 March 2022" a dateline.
const isOpening = (text: string): boolean => {
  const words = text.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? []
  return (
    words.filter((word) => /^\p{Ll}/u.test(word) && !/^(?:de|den|le|el|am|vom|der|of|the|d)$/.test(word))
      .length <= 1
  )
}
