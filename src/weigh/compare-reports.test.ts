import { expect, test } from 'vitest'
import { makeReport } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import { compareReports } from './compare-reports.ts'
import { findReportKeys } from './find-report-keys.ts'

const toReport = (id: string, proposition: string, more: Partial<Report> = {}): Report =>
  makeReport({ id, proposition, ...more })

type Side = string | [string, Partial<Report>]

function relate(a: Side, b: Side) {
  const [one, two] = [a, b].map((side, i) =>
    typeof side === 'string' ? toReport(`r${i}`, side) : toReport(`r${i}`, side[0], side[1]),
  )
  if (!one || !two) throw new Error('two sides')
  const link = compareReports(one, two)
  // A link that no key leads to is never found.
  if (link)
    expect(
      findReportKeys(one).some((key) => findReportKeys(two).includes(key)),
      `keys of ${one.proposition}`,
    ).toBe(true)
  return link?.relation ?? null
}

const doubts = { stance: 'doubts', modality: 'hedged' } as const
const same: [Side, Side][] = [
  [
    ['Holmkraft knew of the leak in the cooling pipe', { source: 'an inspector' }],
    [
      'that it knew of the leak in the cooling pipe',
      { source: 'Holmkraft', sourceEntity: 'Holmkraft', stance: 'denies', modality: 'denied' },
    ],
  ],
  // Whoever relays Veresk tells what Veresk says.
  [
    ['Veresk told Marsh on Tuesday that the ferry would sail again', { source: 'two officials' }],
    ['the ferry would sail again', { source: 'he', sourceEntity: 'Anton Veresk' }],
  ],
  [
    ['that he had told Marsh that the ferry would sail again', { source: 'aides', relayed: 'Anton Veresk' }],
    ['the ferry would sail again', { source: 'he', sourceEntity: 'Anton Veresk' }],
  ],
  [
    ['The ministry said that the ferry would sail again', { source: 'the agency' }],
    ['the ferry would sail again', { source: 'the ministry' }],
  ],
  [
    'Rafael Quintero will resign as president of San Telmo',
    ['she doubted that Rafael Quintero would resign as president of San Telmo', doubts],
  ],
  [
    'Rafael Quintero has resigned as president of San Telmo',
    [
      'whether Rafael Quintero had resigned as president of San Telmo',
      { stance: 'doubts', modality: 'asked' },
    ],
  ],
  [
    'Rafael Quintero will resign as president of San Telmo',
    'there is no doubt that Rafael Quintero will resign as president of San Telmo',
  ],
  [
    'Quintero and his family would be welcome in Selgrad at any time',
    'Quintero and his family would be welcome in Selgrad',
  ],
  ['Samsung unveiled the Galaxy Z Fold8 on Wednesday', 'Samsung presented the Galaxy Z Fold8'],
  [
    'On Thursday, Veresk received Ambassador Ferrán in Selgrad',
    'Veresk received Ambassador Ferrán in Selgrad on Thursday',
  ],
  ['Ambassador Ferrán was received by Veresk in Selgrad', 'Veresk received Ambassador Ferrán in Selgrad'],
  ['12 civilians were killed in the raid on Tera', '15 civilians were killed in the raid on Tera'],
  ['nine civilians died in the raid on Tera', 'the raid on Tera killed 12 civilians'],
  ['The United Arab Emirates suspended trade with Morvenia', 'UAE suspends trade with Morvenia'],
  [
    ['that Rafael Quintero would be welcome in his country', { sourceEntity: 'Anton Veresk' }],
    [
      'that Rafael Quintero could find a welcome in Selgrad whenever he likes',
      { sourceEntity: 'Anton Veresk' },
    ],
  ],
  [
    [
      'that Quintero would resign and go abroad if the Federal Union guaranteed an amnesty',
      { sourceEntity: 'Rafael Quintero' },
    ],
    [
      'that President Rafael Quintero had asked the Federal Union for an amnesty or agreed to leave office',
      {
        stance: 'denies',
        modality: 'denied',
        sourceEntity: 'Tomás Arce',
        publishedAt: '2025-11-22T10:00:00Z',
      },
    ],
  ],
  [
    [
      'President Anton Veresk had received Lucía',
      {
        kind: 'event',
        eventType: 'CONSULT',
        actor: 'Anton Veresk',
        recipient: 'Lucía Ferrán',
        day: { from: '2025-11-20', to: '2025-11-20' },
      },
    ],
    [
      'Ferrán met with Veresk',
      {
        kind: 'event',
        eventType: 'CONSULT',
        actor: 'Lucía Ferrán',
        recipient: 'Anton Veresk',
        day: { from: '2025-11-20', to: '2025-11-20' },
      },
    ],
  ],
]

const other: [Side, Side][] = [
  ['Quintero met Veresk in Selgrad on 14 November', 'Quintero met Veresk in Selgrad on 12 November'],
  [
    'Quintero met Veresk in Selgrad on 14 November, not on 12 November',
    'Quintero met Veresk in Selgrad on 3 November',
  ],
  ['Aldany would send its soldiers to Morvenia', 'Morvenia would send its soldiers to Aldany'],
  ['OpenAI released GPT-6', 'OpenAI released GPT-5.6'],
  ['Fidji Arce was fired from the Harbour Bank', 'Fidji Arce is stepping down from the Harbour Bank'],
  [
    'The agency proposed strengthening truck pollution rules',
    'The agency proposed weakening truck pollution rules',
  ],
  ['The agency proposed weakening truck pollution rules', 'The agency weakened truck pollution rules'],
  ['Strend was arrested in Selgrad on fraud charges', 'Strend was arrested in Tarn on fraud charges'],
  [
    'Morvenia bombed the port of Basra on Monday',
    ['Morvenia did not bomb the port of Basra on Monday', { modality: 'negated' }],
  ],
  ['The Federal Union banned potash exports', 'The Federal Union banned grain exports'],
  ['Tomás Arce resigned over the potash affair', 'Pavel Strend resigned over the potash affair'],
  // A namesake is somebody else.
  [
    ['Maria Veresk said that the ferry would sail again to Tera', { source: 'two officials' }],
    ['the ferry would sail again to Tera', { sourceEntity: 'Anton Veresk' }],
  ],
  [
    ['John Brown said that the ferry would sail again to Tera', { source: 'the agency' }],
    ['the ferry would sail again to Tera', { sourceEntity: 'John Smith' }],
  ],
  // That he said so is another claim than that it is so, but in his mouth.
  [
    ['Veresk said that the ferry would sail again to Tera on Monday', { source: 'two officials' }],
    ['the ferry would sail again to Tera on Monday', { sourceEntity: 'Tomás Arce' }],
  ],
  [
    ['The ministry said that the ferry would sail again to Tera', { source: 'the agency' }],
    ['the ferry would sail again to Tera', { source: 'the harbour board' }],
  ],
  [
    ['He said that the ferry would sail again to Tera', { source: 'the agency' }],
    ['the ferry would sail again to Tera', { source: 'he' }],
  ],
  ['Aldany will close the strait to tankers', 'Aldany closed the strait to tankers'],
  ['no comment', 'no comment yet on ships'],
  [
    'dozens of troops were killed in the attack',
    ['dozens of elite troops were killed in the attack', { publishedAt: '2025-12-02T10:00:00Z' }],
  ],
  ['Morvenia would answer if Aldany bombed the port of Tera', 'Aldany bombed the port of Tera'],
  [
    ['we will never leave the island of Veld', { sourceEntity: 'Tomás Arce' }],
    ['we will never leave the island of Veld', { sourceEntity: 'Anton Veresk' }],
  ],
  [
    [
      'Veresk received Ferrán',
      {
        kind: 'event',
        eventType: 'CONSULT',
        actor: 'Anton Veresk',
        recipient: 'Lucía Ferrán',
        day: { from: '2025-11-20', to: '2025-11-20' },
      },
    ],
    [
      'Veresk met Ferrán',
      {
        kind: 'event',
        eventType: 'CONSULT',
        actor: 'Anton Veresk',
        recipient: 'Lucía Ferrán',
        day: { from: '2025-11-22', to: '2025-11-22' },
      },
    ],
  ],
]

const against: [Side, Side][] = [
  [
    'Quintero met Veresk in Selgrad on 14 November, not on 12 November',
    'Quintero met Veresk in Selgrad on 12 November',
  ],
  [
    'Quintero and Veresk did meet in Selgrad, not on November 12 but on November 14',
    'Quintero and Veresk met in Selgrad on 12 November',
  ],
  ['Morvenia bombed the port of Basra', 'Morvenia did not bomb the port of Basra'],
  ['The agency tightened the limits on river boats', 'The agency weakened the limits on river boats'],
  ['Strend was arrested in Selgrad on charges of fraud', 'Strend was arrested in Tarn on charges of fraud'],
  [
    'Tomás Arce resigned over the affair of the stolen potash letters',
    'Pavel Strend resigned over the affair of the stolen potash letters',
  ],
]

test('one proposition in other words, other figures, another mouth or by its denial is one claim', () => {
  for (const [a, b] of same) expect(relate(a, b), JSON.stringify([a, b])).toBe('same')
})

test('another act, actor, place, thing, direction, polarity or day is another claim', () => {
  for (const [a, b] of other) expect(relate(a, b), JSON.stringify([a, b])).not.toBe('same')
})

test('contraries stand against each other', () => {
  for (const [a, b] of against) expect(relate(a, b), JSON.stringify([a, b])).toBe('against')
})

test('which report is named first changes nothing', () => {
  for (const [a, b] of [...same, ...other, ...against])
    expect(relate(a, b), JSON.stringify([a, b])).toBe(relate(b, a))
})
