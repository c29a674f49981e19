/**
 * One element of a feed or a sitemap, as far as they need it.
 *
 * `name` is lower case with the prefix that its namespace goes by in {@link parseXml}, whatever prefix the document
 * uses: `dc:creator`, `atom:link`, `content:encoded`; none for the elements of RSS, sitemaps and OPML themselves.
 */
export interface XmlElement {
  readonly name: string
  /** The local name as written, for markup that is written out again. */
  readonly tag: string
  /** In the order of the document; prefixes as written, entities decoded. */
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: (string | XmlElement)[]
  /** The nearest `xml:base`, absolute; null when there is none. */
  readonly base: string | null
  /** The nearest `xml:lang`; null when there is none, '' where one takes an outer one back. */
  readonly language: string | null
}

/** The children of these names, in the order of the document. */
export function findChildren(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && names.includes(child.name),
  )
}

/** The first child of the first name that has one with something in it; null when there is none. */
export function getChild(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const name of names) {
    for (const child of findChildren(element, name)) {
      if (child.attributes.length > 0 || child.children.some(isSomething)) return child
    }
  }
  return null
}

const isSomething = (child: string | XmlElement): boolean => typeof child !== 'string' || child.trim() !== ''

/** The value of an attribute, trimmed, whatever the case of its name; null when it is absent. */
export function getAttribute(element: XmlElement, name: string): string | null {
  const lower = name.toLowerCase()
  return element.attributes.find(([key]) => key.toLowerCase() === lower)?.[1].trim() ?? null
}

/** The words directly within, trimmed, without those of elements within; null when there are none. */
export function getOwnText(element: XmlElement): string | null {
  return (
    element.children
      .filter((child) => typeof child === 'string')
      .join('')
      .trim() || null
  )
}
