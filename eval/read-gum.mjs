/**
 * Documents of GUM’s CoNLL-U with their text and their chains of coreference.
 *
 * The text is that of the file: words with their `SpaceAfter=No`, a space between sentences, a blank line where a
 * `# newpar` or `# newdoc` begins. Chains stand in MISC as `Entity=`, whose fields `# global.Entity` names; a mention
 * in pieces (`(12[1/2]-…`) counts by its first.
 *
 * Each mention: `start` and `end` in the text, `chain`, `type`, and `heads`, the spans of its minimal words.
 */
export function parseGum(content) {
  const documents = []
  let document = null
  for (const block of content.split(/\r?\n\r?\n/)) {
    const lines = block.split(/\r?\n/)
    const named = /^# newdoc id = (.*)$/m.exec(block)
    if (named) {
      document = { id: named[1], text: '', words: [], mentions: [], open: new Map() }
      documents.push(document)
    }
    if (!document || block.trim() === '') continue
    readSentence(document, lines)
  }
  return documents.map(({ id, text, words, mentions }) => ({ id, text, words, mentions }))
}

function readSentence(document, lines) {
  const { words, mentions, open } = document
  if (lines.some((line) => /^# newpar/.test(line)) && document.text !== '')
    document.text = `${document.text.trimEnd()}\n\n`
  let multiword = null
  for (const line of lines) {
    const [id = '', form = '', , upos = '', , features = '', , , , misc = ''] = line.split('\t')
    if (line.startsWith('#') || id === '' || id.includes('.')) continue
    const gap = /SpaceAfter=No/.test(misc) ? '' : ' '
    const { length } = document.text
    if (id.includes('-')) {
      multiword = { last: Number(id.split('-')[1]), at: length, end: length + form.length }
      document.text += form + gap
      continue
    }
    let word = { upos, features, start: length, end: length + form.length }
    if (multiword && Number(id) <= multiword.last) {
      const isLast = Number(id) === multiword.last
      const end = isLast ? multiword.end : Math.min(multiword.end, multiword.at + form.length)
      word = { upos, features, start: multiword.at, end }
      multiword.at = end
    } else document.text += form + gap
    words.push(word)
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)
    if (!entity) continue
    for (const [mark] of entity[1].matchAll(/\([^()]*\)?|[^()]+\)/g)) {
      const inner = mark.replace(/^\(|\)$/g, '')
      const [name, type, , , , minimal = ''] = inner.split('-')
      const chain = name.replace(/\[.*/, '')
      if (mark.startsWith('(')) {
        const mention = { chain, type, minimal, first: words.length - 1, start: word.start, end: word.end }
        const piece = /\[(\d+)/.exec(name)
        if (!piece || piece[1] === '1') mentions.push(mention)
        if (!mark.endsWith(')')) open.set(chain, [...(open.get(chain) ?? []), mention])
        else mention.last = words.length - 1
      } else {
        const mention = open.get(chain)?.pop()
        if (mention) Object.assign(mention, { end: word.end, last: words.length - 1 })
      }
    }
  }
  for (const mention of mentions) {
    if (mention.heads) continue
    mention.heads = mention.minimal
      .split(',')
      .map((k) => words[mention.first + Number(k) - 1])
      .filter(Boolean)
  }
  if (!/\s$/.test(document.text)) document.text += ' '
}
