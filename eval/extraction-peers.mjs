/**
 * What other packages of npm make of a page, for measuring beside ours in the same run: each gives what it says of the
 * page, with the text as one line a paragraph. None touches the network.
 */
import { extractFromHtml } from '@extractus/article-extractor'
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'

export const peers = {
  readability: (html) => {
    const found = new Readability(parseHTML(html).document).parse()
    return toFound(found?.content, found?.title, found?.byline, found?.publishedTime)
  },
  defuddle: async (html, url) => {
    // It tells every broken JSON-LD on standard error.
    const { error } = console
    console.error = () => {}
    const found = await Defuddle(parseHTML(html).document, url, { useAsync: false }).finally(() => {
      console.error = error
    })
    return toFound(found.content, found.title, found.author, found.published)
  },
  'article-extractor': async (html, url) => {
    const found = await extractFromHtml(html, url)
    return toFound(found?.content, found?.title, found?.author, found?.published)
  },
}

/** As the peer, but nothing found where it throws: some do, on pages of odd markup. */
export async function askPeer(name, html, url) {
  try {
    return await peers[name](html, url)
  } catch {
    return toFound('', null, null, null)
  }
}

function toFound(content, title, author, date) {
  return {
    text: toLines(content ?? ''),
    title: title || null,
    authors: (author ?? '')
      .split(/\s*(?:,|;|\band\b|&)\s*/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    date: date || null,
  }
}

const ownLine =
  /^(?:p|div|h[1-6]|li|blockquote|pre|tr|section|article|figure|figcaption|ul|ol|table|br|dt|dd)$/

/** The text of an HTML fragment, a line wherever a browser starts one. */
function toLines(content) {
  const { document } = parseHTML(`<!doctype html><html><body>${content}</body></html>`)
  let text = ''
  const walk = (node) => {
    if (node.nodeType === 3) text += node.textContent.replace(/\s+/g, ' ')
    const isLine = ownLine.test(node.localName ?? '')
    if (isLine) text += '\n'
    for (const child of node.childNodes ?? []) walk(child)
    if (isLine) text += '\n'
  }
  walk(document.body)
  return text.replace(/[^\S\n]*\n\s*/g, '\n').trim()
}
