import type { Image } from '../records/article.ts'
import type { DropReason } from './classify-region.ts'
import type { PictureMark } from './find-marks.ts'
import type { Page } from './page.ts'
import { findCreditInCaption, parseCredit } from './parse-credit.ts'
import type { JsonLdImage } from './parse-json-ld.ts'

/** Where the article's own pictures may stand, in numbers of elements. */
export interface ImagePlaces {
  readonly title: number | null
  readonly firstText: number
  readonly lastText: number
}

/** An article of more pictures is a gallery; those behind are left out. */
const mostImages = 100

/** Smaller pictures are signs and portraits. */
const smallestPixels = 100

/**
 * The article's pictures: the page's own lead picture (`og:image`, JSON-LD) first, then those between title and end of the
 * text in the page's order; each once, in its largest form that the page names. Logos, signs, portraits of authors and
 * pictures of other stories are none.
 */
export function findImages(
  pictures: readonly PictureMark[],
  page: Page,
  data: readonly JsonLdImage[],
  places: ImagePlaces,
  base: string | null,
): Image[] {
  const inText = pictures
    .filter((picture) => isOwn(picture, places))
    .flatMap((picture) => toImage(picture, base) ?? [])
  const lead = page.metas.get('og:image') ?? page.metas.get('og:image:url') ?? page.metas.get('twitter:image')
  const leads = [
    ...(lead ?? []).slice(0, 1).flatMap((address) => {
      const url = resolve(address, base)
      const alt = page.metas.get('og:image:alt')?.[0] ?? page.metas.get('twitter:image:alt')?.[0] ?? null
      return url === null ? [] : [{ url, alt, caption: null, credit: null }]
    }),
    // In the data it is often the same picture cut otherwise.
    ...(lead === undefined ? data.slice(0, 1) : []).flatMap(({ url, caption, credit }) => {
      const absolute = resolve(url, base)
      return absolute === null ? [] : [{ url: absolute, alt: null, caption, credit }]
    }),
  ].filter(({ url }) => !isSign(url))
  const images: Image[] = []
  for (const image of [...leads, ...inText]) {
    const at = images.findIndex(({ url }) => toKey(url) === toKey(image.url))
    const known = images[at]
    if (known === undefined) images.push(image)
    else
      images[at] = {
        url: known.url,
        alt: known.alt ?? image.alt,
        caption: known.caption ?? image.caption,
        credit: known.credit ?? image.credit,
      }
  }
  return images.slice(0, mostImages)
}

const elsewhere = new Set<DropReason>([
  'navigation',
  'related',
  'comments',
  'newsletter',
  'advertisement',
  'footer',
  'share',
  'byline',
])

function isOwn(picture: PictureMark, { title, firstText, lastText }: ImagePlaces): boolean {
  const { element, regions, width, height, names, addresses, alt, isInFigure } = picture
  if (regions.some((reason) => elsewhere.has(reason))) return false
  if ((width !== null && width < smallestPixels) || (height !== null && height < smallestPixels)) return false
  if (isSign(`${names} ${alt ?? ''} ${addresses.join(' ')}`)) return false
  if (element >= firstText && element <= lastText) return true
  // A lead picture stands between title and text, or in a figure close above the title.
  if (element > lastText) return false
  return title === null || element > title || (isInFigure && title - element < 60)
}

const isSign = (text: string): boolean =>
  /(?:^|[^\p{L}])(?:logos?|icons?|avatars?|sprites?|pixel|spacer|blank|transparent|loading|loader|newsletter|placeholder|emojis?|badges?|favicon|gravatar|headshot|default[-_ ]?(?:image|share|og)?|fallback|1x1|tracking)(?![\p{Ll}])/iu.test(
    text,
  ) || /\.svg(?:[?#\s]|$)/i.test(text)

function toImage(picture: PictureMark, base: string | null): Image | null {
  const url =
    picture.addresses.map((address) => resolve(address, base)).findLast((url) => url !== null) ?? null
  if (url === null) return null
  const { caption, alt } = picture
  const printed =
    picture.credit ?? (caption === null ? null : (findCreditInCaption(caption) ?? parseWhole(caption)))
  const credit = typeof printed === 'string' ? printed : (printed?.text ?? null)
  const bare = caption === null || credit === null ? caption : withoutCredit(caption, credit)
  return { url, alt, caption: bare === '' ? null : bare, credit }
}

const parseWhole = (caption: string) =>
  caption.length < 120 && /[:©/]/.test(caption) ? parseCredit(caption) : null

/** “The bridge on Monday. Photo: Jane Doe” without what names the photographer, where that stands at an end. */
function withoutCredit(caption: string, credit: string): string {
  const at = caption.endsWith(credit) ? caption.length - credit.length : caption.startsWith(credit) ? 0 : -1
  if (at === -1) return caption
  return at === 0
    ? caption.slice(credit.length).trim()
    : caption
        .slice(0, at)
        .replace(/[\s([|–—-]+$/, '')
        .trim()
}

/** Absolute, http or https; null for data and what is no address. */
function resolve(address: string, base: string | null): string | null {
  if (/^(?:data|blob|about|javascript):/i.test(address) || address.length > 4_000) return null
  if (!URL.canParse(address, base ?? undefined)) return null
  const { href, protocol } = new URL(address, base ?? undefined)
  return /^https?:$/.test(protocol) ? href : null
}

/** The same picture in another size has the same name: “bridge-1200x800.jpg?w=900” is “bridge.jpg”. */
function toKey(url: string): string {
  const { pathname, host, search } = new URL(url)
  const name = (pathname.split('/').findLast((part) => part !== '') ?? '').replace(
    /(\.\p{L}{3,4})\.webp$/u,
    '$1',
  )
  // Image servers keep the name of the picture in the query.
  if (name.length < 8 || !/\.\p{L}{3,4}$/u.test(name))
    return host + pathname + (name.length < 8 ? search : '')
  return name.replace(/[-_]\d{2,4}x\d{2,4}(?=\.)/, '').replace(/(?:-scaled|@2x)(?=\.)/, '')
}
