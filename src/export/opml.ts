/** A feed as OPML lists it. */
export interface OpmlFeed {
  readonly title: string | null
  readonly url: string
  readonly siteUrl: string | null
  /** Folders, the outermost first, joined by ` / `; null for the top. */
  readonly folder: string | null
}

/**
 * A list of feeds as OPML 2.0 (opml.org/spec2.opml), which other feed readers import.
 *
 * Feeds of one folder stand together, in the order given, at the first one’s place. Reading it back gives the same
 * feeds; without a date, so that the same feeds are the same bytes.
 */
export function toOpml(feeds: readonly OpmlFeed[], title = 'Feeds'): string {
  const top: Folder = { feeds: [], folders: new Map() }
  for (const feed of feeds) {
    let folder = top
    for (const name of feed.folder === null ? [] : feed.folder.split(' / ')) {
      const inner = folder.folders.get(name) ?? { feeds: [], folders: new Map() }
      folder.folders.set(name, inner)
      folder = inner
    }
    folder.feeds.push(feed)
  }
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(title)}</title></head>`,
    '  <body>',
    ...writeFolder(top, '    '),
    '  </body>',
    '</opml>',
  ]
  return `${lines.join('\n')}\n`
}

interface Folder {
  readonly feeds: OpmlFeed[]
  readonly folders: Map<string, Folder>
}

function writeFolder(folder: Folder, indent: string): string[] {
  const feeds = folder.feeds.map(({ title, url, siteUrl }) => {
    const name = escapeXml(title ?? url)
    const page = siteUrl === null ? '' : ` htmlUrl="${escapeXml(siteUrl)}"`
    // `text` is required; `title` only where the feed has one, so that a missing one comes back as missing.
    return `${indent}<outline type="rss" text="${name}"${title === null ? '' : ` title="${name}"`} xmlUrl="${escapeXml(url)}"${page}/>`
  })
  const folders = [...folder.folders].flatMap(([name, inner]) => [
    `${indent}<outline text="${escapeXml(name)}">`,
    ...writeFolder(inner, `${indent}  `),
    `${indent}</outline>`,
  ])
  return [...feeds, ...folders]
}

/** What XML 1.0 cannot hold is left out. */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\u0080-\u009f]|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
