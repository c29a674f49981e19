import type { Article } from '../records/article.ts'
import type { Count, Event, Participant, Reading } from '../records/reading.ts'
import { describeDays } from './describe-days.ts'
import type { Io } from './io.ts'
import { pad, shorten, wrap } from './layout.ts'
import { wordsAt } from './words-at.ts'

const indent = '    '
const quadClasses = ['', 'verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict']

/** An event in lines: who to whom, what with its codes, when and where, who says so, its numbers, its sentence. */
export function printEvent(event: Event, index: number, article: Article, reading: Reading, io: Io): string {
  const { bold, cyan, dim } = io.colours
  const { text } = article
  const who = `${describeTaker(text, reading, event.actor)} → ${describeTaker(text, reading, event.recipient)}`
  const how = [event.modality ?? '', ...event.auxiliaries].filter(Boolean).join(' · ')
  const what = [event.type, event.mode, event.cameo].filter(Boolean).join(' ')
  const classed = event.quadClass === null ? null : quadClasses[event.quadClass]
  const facts = [
    what,
    // The class is PLOVER’s and the value CAMEO’s: a request is verbal conflict to one and worth +3 to the other.
    event.goldstein === null
      ? classed
      : `${classed} · Goldstein of ${event.cameo} ${event.goldstein > 0 ? '+' : ''}${event.goldstein}`,
    describeDays(event.when) ?? 'day not said',
    event.where && wordsAt(text, event.where),
    event.evidence.length > 1 ? `${event.evidence.length} mentions` : null,
  ].filter(Boolean)
  const { statement } = event
  const said = statement === null ? undefined : reading.statements[statement]
  const notes = [
    ...(said
      ? [
          `said by ${said.sourceEntity ?? wordsAt(text, said.source) ?? 'nobody named'} (${(statement ?? 0) + 1})`,
        ]
      : []),
    ...(event.condition ? [`condition: ${wordsAt(text, event.condition)}`] : []),
    ...(event.counts.length > 0 ? [event.counts.map(describeCount).join(', ')] : []),
  ]
  const [evidence] = event.evidence
  const sentence =
    evidence && reading.sentences.find(({ start, end }) => start <= evidence.start && evidence.start < end)
  return [
    `${pad(String(index + 1), 3, 'left')} ${pad(bold(shorten(who, io.width - 32)), io.width - 4 - 24)}${cyan(how)}`,
    ...wrap(facts.join(' · '), io.width - indent.length).map((line) => indent + line),
    ...notes.map((line) => indent + dim(shorten(line, io.width - 4))),
    ...(sentence ? [indent + dim(shorten(`¶ ${wordsAt(text, sentence)}`, io.width - 4))] : []),
  ].join('\n')
}

/** “Alexander Lukashenko BLRGOV” */
function describeTaker(text: string, reading: Reading, taker: Participant | null): string {
  if (taker === null) return '?'
  const actor = taker.actor === null ? undefined : reading.actors[taker.actor]
  const name = actor?.name ?? taker.entity ?? wordsAt(text, taker) ?? '?'
  return taker.code === null ? name : `${name} ${taker.code}`
}

/** “at least 12 killed”, “about 3,000 troops”, “2 to 4 arrested” */
function describeCount({ of, min, max, unit, isApproximate }: Count): string {
  const write = (n: number) => n.toLocaleString('en')
  const range =
    min !== null && max !== null
      ? min === max
        ? write(min)
        : `${write(min)} to ${write(max)}`
      : min !== null
        ? `at least ${write(min)}`
        : `up to ${max === null ? '?' : write(max)}`
  return [isApproximate ? 'about' : '', range, of === 'money' || of === 'other' ? unit : of]
    .filter(Boolean)
    .join(' ')
}
