/**
 * Whether an address looks like that of one article, for good: `/2026/03/ferry-strike-ends`, `/world-12345678`,
 * `/story.php?id=512`. A site’s root, a section and what is filled anew every day do not: `/`, `/news/europe`, `/briefing`.
 */
export function isArticleAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { pathname, searchParams } = new URL(url)
  if ([...searchParams].some(([name, value]) => idName.test(name) && value !== '')) return true
  const segments = decodeOr(pathname)
    .split('/')
    .filter((segment) => segment !== '')
  const last = segments.at(-1)
  if (last === undefined) return false
  const [name = '', extension] = last.split(/\.(?=[a-z]{3,5}$)/i)
  if (extension !== undefined && /^(?:index|default|home)$/i.test(name)) return segments.length > 3
  const words = name.split(/[-_\s+]+/).filter((word) => word !== '')
  return (
    words.length >= 3 ||
    /\d{5}/.test(name) ||
    // A slug of a script that parts no words.
    (name.length >= 10 && /[^\p{ASCII}]/u.test(name)) ||
    (extension !== undefined && name.length >= 8)
  )
}

const idName = /^(?:id|p|sid|aid|nid|artid|article|articleid|article_id|story|storyid|newsid|post)$/i

function decodeOr(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
