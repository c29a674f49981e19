import type { Credit } from '../records/article.ts'
import { isNameList } from './classify-furniture.ts'
import { isAgency } from './is-agency.ts'

/**
 * Reads a credit as printed: “Photo: Jane Doe / Agency”, “AP Photo/Jane Doe”, “Image by X, CC BY-SA 4.0”,
 * “By X from PLACE - TITLE, CC BY 2.0, https://...”.
 *
 * The words must be a credit and nothing else, brackets aside. Null when they credit nobody.
 */
export function parseCredit(printed: string): Credit | null {
  const bare = printed
    .trim()
    .replace(/^[[(\s]+/, '')
    .replace(/[\])\s]+$/, '')
  if (bare.length > 500) return null
  const label = creditLabel.exec(bare)
  const kind = label?.groups?.kind?.toLowerCase() ?? ''
  let rest = label === null ? bare : bare.slice(label[0].length)

  const url = /\bhttps?:\/\/[^\s<>"]+/.exec(rest)?.[0].replace(/[).,;\]]+$/, '') ?? null
  if (url !== null) rest = cutOut(rest, rest.indexOf(url), url.length)
  const licenceMatch = licencePattern.exec(rest)
  const licence = licenceMatch?.[0].trim() ?? null
  if (licenceMatch !== null) rest = cutOut(rest, licenceMatch.index, licenceMatch[0].length)

  const { author, agency, title } = readNames(rest, licence !== null)
  if (author === null && agency === null && licence === null) return null
  // "Photo: the queue outside the embassy" describes a picture and credits nobody.
  if (author !== null && licence === null && !isNameList(author)) return null
  return { of: kindOf(kind), title, author, agency, licence, url, text: printed.trim() }
}

/** Whether a whole block is a credit by its form: a label, brackets around an agency, or “Name/Agency”. */
export function readsAsCredit(text: string): boolean {
  if (text.length > 400) return false
  const bare = text
    .trim()
    .replace(/^[[(]+/, '')
    .replace(/[\])]+$/, '')
  const isBracketed = bare.length < text.trim().length
  const label = creditLabel.exec(bare)
  if (label !== null && label[0] !== '') {
    const credit = parseCredit(text)
    // "Image by image, the film shows ..." has a label and no name after it.
    return credit !== null && (credit.licence !== null || !/[.!?]["”’)]?\s+\p{Lu}\p{Ll}/u.test(bare))
  }
  if (/^(?:©|\(c\)) ?\d{0,4} ?\p{Lu}/u.test(bare)) return isBracketed && parseCredit(text) !== null
  const [left = '', right = '', ...more] = bare.split(/\s*\/\s*|\s+\|\s+| via /)
  if (bare.length > 100 || more.length > 2) return false
  if (right === '') return isBracketed && isAgency(left) && /images|photo|pictures/i.test(left)
  return (isAgency(left) || isAgency(right) || /photo$/i.test(left)) && isNameList(`${left} ${right}`)
}

/**
 * The credit at the end of a caption: “The bridge on Monday. Jane Doe/Reuters”, “... (AP Photo/Jane Doe)”,
 * “... Photo: Jane Doe”; null when the caption ends without one.
 */
export function findCreditInCaption(caption: string): Credit | null {
  const patterns = [
    /[([]([^()[\]]{2,150})[)\]]\s*\.?$/,
    /(?:^|[\s.!?”"’|])((?:photo(?:graph)?|image|picture|credit|foto|bild|crédito?|courtesy|©)s?(?: (?:credit|courtesy|by|of))*\s?[:/©]?\s.{2,150})$/iu,
    /(?:[.!?]["”’]?|\s\||\s[–—-])\s+([^.!?|]{2,60}\s?[/|]\s?[^.!?|]{2,60})\.?$/u,
    /[.!?]["”’]?\s+((?:\p{Lu}[\p{L}.'’-]+ ){1,4}(?:via|for) (?:\p{Lu}[\p{L}.'’-]*\s?){1,4})$/u,
    /[.!?]["”’]?\s+([\p{Lu}][\p{L} -]{1,30})$/u,
  ]
  for (const [i, pattern] of patterns.entries()) {
    const found = pattern.exec(caption)?.[1]?.trim()
    if (found === undefined) continue
    const credit = parseCredit(found)
    if (credit === null) continue
    // In brackets, after a slash or alone: only an agency's name tells a credit from an aside.
    if ((i === 0 || i === 2 || i === 4) && creditLabel.exec(found)?.[0] === '' && credit.agency === null)
      continue
    if (
      (i === 0 || i === 2 || i === 4) &&
      credit.licence === null &&
      !isAgency(credit.agency ?? '') &&
      !hasCreditLabel(found)
    )
      continue
    return credit
  }
  return null
}

const pictureWord =
  'photo(?:graph)?s?|pictures?|pics?|images?|videos?|footage|graphics?|illustrations?|maps?|charts?|infographics?|fotos?|fotograf(?:ía|ia|ie)|bild(?:er)?|im[aá]gen(?:es)?|imagem|immagine|vidéo|photographie|фото|відео|видео|изображение'

const creditLabel = new RegExp(
  `^(?:(?:(?:featured|lead|cover|top|main|header|file|stock|banner) )?(?:` +
    `(?<kind>${pictureWord})(?: (?:credits?|courtesy(?: of)?|sources?|copyright|illustration))?` +
    `(?:\\s*[:：]|\\s(?:by|via|from|par|von|de|di|por)\\s|(?<=courtesy|courtesy of)\\s)` +
    `|(?:credits?|copyright|crédits?(?: photo)?|créditos?|bildnachweis|quelle|fuente)\\s*[:：]` +
    `|courtesy(?: of)?\\s*:?\\s|(?:handout|photo) via\\s)\\s*)?`,
  'iu',
)

/** Whether the words begin as a credit or a caption does: “Photo:”, “Image by”, “Courtesy of”. */
export const hasCreditLabel = (text: string): boolean => (creditLabel.exec(text)?.[0] ?? '') !== ''

const licencePattern =
  /\b(?:CC0(?: 1\.0)?|CC[ -]BY(?:[ -](?:NC|ND|SA))*(?:[ -]\d\.\d)?(?:[ -](?:IGO|Deed|[a-z]{2}\b))?|Creative Commons(?: (?:Attribution|Zero|NonCommercial|NoDerivs|NoDerivatives|ShareAlike|Licen[cs]e|International|Generic|Unported|BY|NC|SA|ND|\d\.\d|[-–])){1,8}|Public domain|GFDL(?: \d\.\d)?|OGL(?: ?v?\d(?:\.\d)?)?|Open Government Licen[cs]e(?: v?\d(?:\.\d)?)?|(?:Unsplash|Pexels|Pixabay) Licen[cs]e)(?![\w])/i

interface Names {
  readonly author: string | null
  readonly agency: string | null
  readonly title: string | null
}

function readNames(text: string, licensed: boolean): Names {
  const rest = trimSeparators(
    text.replace(/^(?:©|\(c\)|copyright)\s*(?:\d{4}(?:[-–]\d{2,4})?)?\s*(?:by\s)?/i, ''),
  )
  if (rest === '') return { author: null, agency: null, title: null }
  // Wikimedia's form: "By Jane Doe from Lyon, France - The Bridge at Dawn".
  const byline = /^by\s+(.+)$/iu.exec(rest)
  if (byline?.[1] !== undefined) {
    const [who = '', ...what] = byline[1].split(/\s+[-–—]\s+/)
    const title = trimSeparators(what.join(' - '))
    const author = who.replace(/\s+from\s+\p{Lu}.*$/u, '')
    return { ...splitNames(author), title: /^(?:own work|https?:.*|)$/i.test(title) ? null : title }
  }
  const quoted = licensed ? /^[“"«'‘](.+?)[”"»'’],?\s+by\s+(.+)$/iu.exec(rest) : null
  if (quoted?.[1] !== undefined && quoted[2] !== undefined)
    return { ...splitNames(quoted[2]), title: quoted[1] }
  const titled = licensed ? /^(.+?),?\s+by\s+(.+)$/iu.exec(rest) : null
  if (titled?.[1] !== undefined && titled[2] !== undefined)
    return { ...splitNames(titled[2]), title: titled[1] }
  return { ...splitNames(rest), title: null }
}

function splitNames(text: string): Omit<Names, 'title'> {
  const parts = text
    .split(/\s*\/\s*|\s+\|\s+/)
    .map((part) => trimSeparators(part.replace(/^(?:photo|image)\s+by\s+/i, '')))
    .filter((part) => part !== '' && !/^(?:file(?: photo)?|pool(?: photo)?|photo|archive photo)$/i.test(part))
  const [first, second] = parts
  if (first === undefined) return { author: null, agency: null }
  if (second !== undefined) {
    const photo = /^(.+?) photos?$/i.exec(first)
    // "AP Photo/Jane Doe", "REUTERS/Jane Doe": the agency first.
    if (photo?.[1] !== undefined) return { author: second, agency: photo[1] }
    if (isAgency(first) && !isAgency(second)) return { author: second, agency: first }
    return { author: isAgency(first) ? null : first, agency: isAgency(first) ? `${first}/${second}` : second }
  }
  if (isAgency(first)) return { author: null, agency: first }
  // "Jane Doe via Reuters", "Jane Doe for The Daily", "Jane Doe on Unsplash", "Jane Doe, AFP", "Jane Doe (AFP)"
  const joined = /^(.+?)(?:\s+(?:via|for|on)\s+|,\s+|\s+[-–—]\s+|\s*\()([^()]+)\)?$/u.exec(first)
  if (joined?.[1] !== undefined && joined[2] !== undefined) {
    const agency = trimSeparators(joined[2])
    if (isAgency(agency) || /\s(?:for|via)\s/.test(first)) {
      return {
        author: /^(?:handout|pool(?: photo)?|file(?: photo)?)$/i.test(joined[1]) ? null : joined[1],
        agency,
      }
    }
  }
  return { author: first, agency: null }
}

const trimSeparators = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:/|–—-]+/, '')
    .replace(/[\s,;:/|–—-]+$/, '')
    .replace(/^\((.*)\)$/, '$1')

const cutOut = (text: string, start: number, length: number): string =>
  `${text.slice(0, start).replace(/[\s,;(/|–—-]+$/, '')} ${text.slice(start + length).replace(/^[\s,;)/|]+/, '')}`.trim()

function kindOf(label: string): Credit['of'] {
  if (/^(?:video|footage|vid|відео|видео)/.test(label)) return 'video'
  return /^(?:graphic|illustration|map|chart|infographic)/.test(label) ? 'graphic' : 'photo'
}
