import { HearsayError } from '../records/error.ts'
import type { Span } from '../records/span.ts'
import type { StoredArticle } from '../records/stored-article.ts'
import { toCitation } from '../records/to-citation.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { idFrom } from './id-from.ts'
import { openAccess } from './open-access.ts'
import { ledgerOption } from './shared-options.ts'
import { withoutSteering } from './without-steering.ts'

export const command: Command = {
  name: 'cite',
  summary: 'cite words of an article: quote, outlet, day, address, place in the archive',
  operands: 'ID',
  description:
    'Cites a sentence or any words of an article, or else the article: the quote letter for letter, outlet, authors, title, day of publication, address, and the id under which the ledger has it, with when it was collected. ID may be the first digits, as list shows them. --format csl writes CSL-JSON, which Zotero and other reference managers import.',
  options: {
    ...ledgerOption,
    sentence: {
      type: 'string',
      value: 'N',
      summary: 'quote this sentence, counted from one as the desk does',
    },
    start: { type: 'string', value: 'N', summary: 'quote from this place in the text, in UTF-16 code units' },
    end: { type: 'string', value: 'N', summary: 'up to this place' },
    format: { type: 'string', value: 'text|csl', summary: 'one line (the default), or CSL-JSON' },
  },
  examples: [
    'hearsay cite 3f9a2c01 --sentence 2',
    'hearsay cite 3f9a2c01 --start 120 --end 188',
    'hearsay cite 3f9a2c01 --sentence 2 --format csl > quote.json',
  ],
  run: async (call): Promise<ExitCode> => {
    const { io, values } = call
    const id = idFrom(call, 'cite', 'hearsay list')
    const { format = 'text' } = values
    if (format !== 'text' && format !== 'csl')
      throw new HearsayError('usage', `--format ${String(format)} is no format. Give text or csl.`)
    const sentence = numberFrom(call, 'sentence', 1)
    const [start, end] = [numberFrom(call, 'start', 0), numberFrom(call, 'end', 0)]
    if ((start === null) !== (end === null) || (start !== null && sentence !== null))
      throw new HearsayError('usage', 'cite takes --sentence, or --start with --end, or none of them.')
    const access = await openAccess(call, 'hearsay cite')
    try {
      const stored = await access.getArticle(id)
      const span =
        sentence !== null
          ? getSentence(stored, sentence)
          : start === null || end === null
            ? null
            : { start, end }
      const { text, csl } = toCitation(stored, span)
      io.out(format === 'csl' ? `${JSON.stringify([csl], null, 2)}\n` : `${withoutSteering(text)}\n`)
      return 0
    } finally {
      await access.close()
    }
  },
}

function numberFrom({ values }: CommandCall, option: string, least: number): number | null {
  const value = values[option]
  if (value === undefined) return null
  if (!/^\d{1,9}$/.test(String(value)) || Number(value) < least)
    throw new HearsayError(
      'usage',
      `--${option} ${String(value)} is no number. Give a whole one from ${least} on.`,
    )
  return Number(value)
}

function getSentence({ article, reading }: StoredArticle, ordinal: number): Span {
  const sentences = reading?.sentences ?? []
  const found = sentences[ordinal - 1]
  if (found === undefined)
    throw new HearsayError(
      'not-found',
      `Article ${article.id} has ${sentences.length} sentences, and none ${ordinal}.`,
    )
  return found
}
