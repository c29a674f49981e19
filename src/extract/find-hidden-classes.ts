/** Style sheets longer than this are a site's whole, with rules for every state of every part. */
const longestSheet = 400_000

/**
 * The classes that a page's own style sheets do not show: `.tooltip { display: none }`, one class alone and outside of
 * media queries, unless another such rule shows it again. Linear in the sheets' length.
 */
export function findHiddenClasses(sheets: readonly string[]): ReadonlySet<string> {
  const hidden = new Set<string>()
  for (const sheet of sheets) if (sheet.length <= longestSheet) addHidden(hidden, sheet)
  return hidden
}

function addHidden(hidden: Set<string>, sheet: string): void {
  let depth = 0
  let from = 0
  let open = 0
  for (let i = 0; i < sheet.length; i++) {
    const character = sheet[i]
    if (character === '{') {
      if (depth === 0) open = i
      depth++
    } else if (character === '}') {
      depth = Math.max(0, depth - 1)
      if (depth > 0) continue
      const selectors = sheet.slice(from, open)
      from = i + 1
      if (selectors.length > 2_000 || selectors.includes('@')) continue
      const display = /(?:^|[;{\s])display\s*:\s*([\w-]+)/.exec(
        sheet.slice(open, Math.min(i, open + 2_000)),
      )?.[1]
      if (display === undefined) continue
      for (const selector of selectors.split(',')) {
        const name = /^\.([\w-]+)$/.exec(selector.trim())?.[1]
        if (name === undefined) continue
        if (display === 'none') hidden.add(name)
        else hidden.delete(name)
      }
    }
  }
}
