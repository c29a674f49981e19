// Run by tests in a process of its own: opens the ledger in a folder, says so, and adds a document with its article
// and reading until it is killed, saying the number of each when the ledger has acknowledged it.

import { insertArticle } from './insert-article.ts'
import { insertDocument } from './insert-document.ts'
import { insertReading } from './insert-reading.ts'
import { openLedger } from './open-ledger.ts'
import { ferryText, makeArticle, makeDocument, makeFerryReading } from './test-records.fixture.ts'

const [directory = '', mode = 'hold', from = '0'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  const ledger = await openLedger({ directory }, { owner: 'the other process' })
  say('open')
  if (mode === 'hold') setInterval(() => undefined, 1000)
  for (let i = Number(from); mode === 'write'; i += 1) {
    const article = makeArticle({ text: ferryText, title: `Bulletin ${i}` })
    const { documentId } = await insertDocument(ledger, makeDocument(`Bulletin ${i}`))
    await insertArticle(ledger, documentId, article)
    await insertReading(ledger, article, makeFerryReading())
    say(String(i))
  }
} catch (error) {
  say(error instanceof Error && 'code' in error ? String(error.code) : String(error))
}
