/**
 * A paragraph without the addresses that stand behind its linked words, and these: Firefox saves a link as
 * “words <https://…>”, mail programs as “words [https://…]”.
 */
export function dropInlineLinks(paragraph: string): {
  readonly text: string
  readonly links: readonly string[]
} {
  const links: string[] = []
  const text = paragraph.replace(inlineLink, (link) => {
    links.push(link.trim())
    return ''
  })
  return { text: links.length === 0 ? paragraph : text.trim(), links }
}

const inlineLink = /(?<!\s)\s?(?:<(?:https?:\/\/|mailto:)[^\s<>]{1,2000}>|\[https?:\/\/[^\s[\]]{1,2000}\])/gi
