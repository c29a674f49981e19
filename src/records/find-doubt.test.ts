import { expect, test } from 'vitest'
import { findDoubt } from './find-doubt.ts'

const doubted = (words: string) => {
  const doubt = findDoubt(words)
  return doubt?.isDoubted ? words.slice(doubt.start) : null
}

test.each([
  ['doubts that Quintero will resign', 'Quintero will resign'],
  ['doubted whether the truce would hold', 'the truce would hold'],
  ['doubts Quintero will resign', 'Quintero will resign'],
  ['she doubted that Quintero would resign', 'Quintero would resign'],
  ['“I doubt that Quintero will resign,”', 'Quintero will resign,”'],
  ['I doubt it will hold', 'it will hold'],
  ['was sceptical that Quintero would resign', 'Quintero would resign'],
  ['is skeptical Quintero has resigned', 'Quintero has resigned'],
  ['“I’m not convinced that he met Arce”', 'he met Arce”'],
  ['does n’t seem convinced that he met Arce', 'he met Arce'],
  ['remains unconvinced that he met Arce', 'he met Arce'],
  ['finds it hard to believe that he left', 'he left'],
  ['has serious doubts about whether he left', 'he left'],
  ['cast doubt on reports that he had left', 'he had left'],
  ['cast doubt on the army’s claim that it won', 'it won'],
  ['doubts the report by the Selgrad Ledger that he left', 'he left'],
  ['Not only Aldany but also the ministry doubts that he left', 'he left'],
  ['It is doubtful whether he will leave', 'he will leave'],
])('“%s” doubts', (words, what) => expect(doubted(words)).toBe(what))

test.each([
  'there is no doubt that Quintero will resign',
  'There’s little doubt that Quintero will resign',
  'does not doubt that Quintero will resign',
  'never doubted that Quintero would resign',
  'no longer doubts that Quintero will resign',
  'I have no doubt that Quintero will resign',
  'is not sceptical that Quintero will resign',
])('“%s” is sure', (words) => expect(findDoubt(words)?.isDoubted).toBe(false))

test.each([
  '“I doubt it,”',
  'doubts the report',
  'was convinced that Quintero would resign',
  'convinced the council that Quintero should resign',
  'Quintero will doubtless resign',
  'Quintero will without doubt resign',
  'was not sure that Quintero would resign',
  'disputes that Quintero resigned',
  'Quintero resigned amid doubts that Arce would stay',
  'the man who doubted that the bridge was safe has left',
  'Skeptical Republicans have agreed to back the bill',
  'the doubtful Senators will vote for it',
  'The unconvinced Veresk has left',
  'it was late, and she doubted that the train would come',
])('“%s” tells no doubt of a proposition', (words) => expect(findDoubt(words)).toBeNull())

test('a long text costs what its head costs', () => {
  const started = performance.now()
  for (const words of ['I '.repeat(5_000_000), 'x'.repeat(10_000_000), "'".repeat(10_000_000)])
    findDoubt(words)
  expect(performance.now() - started).toBeLessThan(500)
})
