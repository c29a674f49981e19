/** Words for what can be read, seen or heard by others: the source is the thing, not who holds it. */
const documents = new Set(
  `statement statements order ruling verdict decision indictment complaint complaints lawsuit filing filings affidavit
  affidavits warrant memo memorandum memos letter letters email emails e-mail e-mails message messages video videos
  footage recording recordings tape audio transcript transcripts document documents papers paperwork report reports
  study survey poll census record records data figures tweet tweets post posts posting release guidance guidelines bill
  law treaty communique communiqué declaration resolution motion testimony speech address broadcast database website
  site page press-release notice bulletin advisory assessment dossier file files cable cables text texts`.split(
    /\s+/,
  ),
)

/**
 * The document that a source names, by its head word, in lower case: “statement” of “a White House statement released
 * on state television”; null where the source is no document.
 */
export function findDocument(words: string): string | null {
  // The head stands before the first preposition, participle or comma.
  const [head = ''] = words.split(
    /,| (?:of|in|on|by|from|for|to|with|that|which|released|obtained|published|posted|issued|filed|unsealed|signed|seen|reviewed|made|sent|given) /i,
  )
  const last =
    head
      .trim()
      .split(/\s+/)
      .at(-1)
      ?.toLowerCase()
      .replace(/[^\p{L}-]/gu, '') ?? ''
  return documents.has(last) ? last : null
}
