import { explainText } from '../jobs/explain-text.ts'
import { HearsayError } from '../records/error.ts'
import type { Command, ExitCode } from './command.ts'
import { printExplanation } from './print-explanation.ts'
import { collectOptions, dateFrom, modeFrom, modeOption } from './shared-options.ts'

export const command: Command = {
  name: 'explain',
  summary: 'draw how a sentence is read: its tree, who says what, names, times, events',
  operands: 'SENTENCE|-',
  description:
    'Reads up to twenty sentences as the words of an article and draws each: the dependency tree, brackets under source, cue and content of every statement, names with their roles, what “she” stands for, times and events; and says of each whether the networks read it, with what probability, or rules alone. “-” reads standard input. Nothing is stored.',
  options: {
    json: { type: 'boolean', summary: 'print one JSON object: { article, reading }' },
    ...modeOption,
    features: { type: 'boolean', summary: 'show the morphological features of every word, too' },
    date: { ...collectOptions.date, summary: 'the day that “on Thursday” is counted from' },
  },
  examples: [
    'hearsay explain "Ana Petrov told reporters that the harbour would stay open."',
    'hearsay explain --date 2025-11-28 "The talks failed on Thursday, she said."',
    'hearsay explain --mode fast - < notes.txt',
  ],
  run: async (call): Promise<ExitCode> => {
    const [words, ...more] = call.positionals
    if (words === undefined || more.length > 0)
      throw new HearsayError('usage', 'explain takes one SENTENCE in quotation marks, or “-”.')
    const mode = modeFrom(call)
    const { article, reading } = await explainText(words === '-' ? call.io.stdin : words, {
      ...(mode === null ? {} : { mode }),
      date: dateFrom(call),
    })
    call.io.out(
      call.values.json === true
        ? `${JSON.stringify({ article, reading })}\n`
        : printExplanation(article, reading, call.io, { withFeatures: call.values.features === true }),
    )
    return 0
  },
}
