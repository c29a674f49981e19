import { countWords, isProse } from './count-words.ts'
import { type BlockList, numberAttribute } from './find-blocks.ts'
import { isTextNode, type PageDocument, type PageElement } from './page.ts'

/**
 * Where Readability starts to take seconds: it asks every element for its text and its descendants, many times,
 * and walks an element's children once for each of them. The largest of 980 pages of news and blogs: 6.8 million, 0.36 million, 727.
 */
const textWorkLimit = 40_000_000
const nodeWorkLimit = 1_000_000
const childrenLimit = 4_000

/**
 * Numbers of the elements that hold the article, by Mozilla's Readability; null when it finds none, or when the
 * page is so large or so odd that it would take minutes.
 *
 * Takes the document apart: read everything else from it first. Loads Readability on first use (about 10 ms).
 */
export async function findKeptElements(
  document: PageDocument,
  list: BlockList,
): Promise<ReadonlySet<number> | null> {
  const { textWork, nodeWork, mostChildren } = list
  if (textWork > textWorkLimit || nodeWork > nodeWorkLimit || mostChildren > childrenLimit) return null
  wrapBareText(document)
  const { Readability } = await import('@mozilla/readability')
  const readability = new Readability<PageElement>(document as never, {
    // A node, not a string: the numbers are read from its elements.
    serializer: (node) => node as unknown as PageElement,
    disableJSONLD: true,
    keepClasses: true,
  })
  let content: PageElement | null | undefined
  try {
    content = readability.parse()?.content
  } catch {
    // Readability walks off the tree on some pages (a missing parent, a page without elements).
    return null
  }
  if (content == null) return null
  const kept = new Set<number>()
  for (const element of content.querySelectorAll('*')) addNumbers(kept, element)
  return kept
}

// Readability makes a paragraph of a div's bare text and drops the div, number and all: the text needs one of its own.
function wrapBareText(document: PageDocument): void {
  for (const div of document.body.querySelectorAll('div')) {
    const number = div.getAttributeNames().find((name) => name.startsWith(numberAttribute))
    if (number === undefined) continue
    for (let node = div.firstChild; node !== null; ) {
      const { nextSibling } = node
      if (isTextNode(node) && node.textContent.trim() !== '') {
        // Inline to Readability, and not among the elements by which it judges a block.
        const wrapper = document.createElement('data')
        wrapper.setAttribute(number, '')
        div.replaceChild(wrapper, node)
        wrapper.appendChild(node)
      }
      node = nextSibling
    }
  }
}

function addNumbers(kept: Set<number>, element: PageElement): void {
  for (const name of element.getAttributeNames()) {
    if (name.startsWith(numberAttribute)) kept.add(Number(name.slice(numberAttribute.length)))
  }
}

/**
 * The same by weight of prose alone, in linear time: every block of running text gives its words to its parent,
 * half to its grandparent and a quarter to the one above; the heaviest element holds the article.
 */
export function findDensestElements(list: BlockList): ReadonlySet<number> {
  const weights = new Map<number, number>()
  for (const block of list.blocks) {
    if (block.linkShare > 0.5 || !isProse(block.text)) continue
    const words = countWords(block.text)
    let element = block.owners.keys().next().value ?? 0
    for (let share = 1; share >= 0.25; share /= 2) {
      element = list.parents[element] ?? 0
      weights.set(element, (weights.get(element) ?? 0) + words * share)
      if (element === 0) break
    }
  }
  let heaviest = -1
  let most = 0
  for (const [element, weight] of weights) {
    if (weight > most) {
      heaviest = element
      most = weight
    }
  }
  const kept = new Set<number>()
  if (heaviest === -1) return kept
  for (let element = heaviest; element < (list.ends[heaviest] ?? 0); element++) kept.add(element)
  return kept
}
