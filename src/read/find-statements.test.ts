import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ReadingMode } from '../records/reading.ts'
import { statementsOf as readStatements } from './read-text.fixture.ts'

describe.each<ReadingMode>(['full', 'fast'])('in %s mode', (mode) => {
  const statementsOf = (text: string) => readStatements(text, mode)
  const rows = (file: string) =>
    readFileSync(new URL(`../../data/cues/${file}`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))

  test.each(rows('verbs.tsv').map(([lemma = '', , , , example = '']) => [lemma, example]))(
    '%s attributes in “%s”',
    (_, example) => {
      const [statement, ...more] = statementsOf(example)
      expect(statement?.source).not.toBeNull()
      expect(statement?.content.length).toBeGreaterThan(0)
      expect(more).toEqual([])
    },
  )

  test.each(rows('phrases.tsv').map(([phrase = '', , , example = '']) => [phrase, example]))(
    '“%s” attributes in “%s”',
    (phrase, example) => {
      const cues = statementsOf(example).map(({ cue }) => cue?.toLowerCase() ?? '')
      expect(cues.filter((cue) => cue.includes(phrase))).toHaveLength(1) // “is making it known” holds it
    },
  )

  const [plain] = [
    (text: string) =>
      statementsOf(text).map(({ source, content, kind, modality }) => ({ source, content, kind, modality })),
  ]

  test('a quotation with its speaker behind it', () => {
    expect(plain('“The talks went well,” said Ana Petrov, a spokeswoman for the port.')).toEqual([
      {
        source: 'Ana Petrov, a spokeswoman for the port',
        content: ['“The talks went well,”'],
        kind: 'direct',
        modality: 'reported',
      },
    ])
  })

  test('a quotation that is interrupted is one statement in two parts', () => {
    expect(plain('“The rent,” she added, “would be relief.”')).toEqual([
      { source: 'she', content: ['“The rent,”', '“would be relief.”'], kind: 'direct', modality: 'reported' },
    ])
  })

  test('a quotation that goes on in the next sentence is the same speaker’s', () => {
    expect(plain('“I will wait,” Marsh said. “He can read a calendar.”')).toEqual([
      {
        source: 'Marsh',
        content: ['“I will wait,”', '“He can read a calendar.”'],
        kind: 'direct',
        modality: 'planned',
      },
    ])
  })

  test('quoted words inside reported speech are mixed', () => {
    expect(plain('Marsh declared that Quintero’s days were “running out”.')).toEqual([
      {
        source: 'Marsh',
        content: ['that Quintero’s days were “running out”'],
        kind: 'mixed',
        modality: 'reported',
      },
    ])
  })

  test('a relay and the one it relays are two statements, the second through the first', () => {
    const [outer, inner] = statementsOf(
      'According to the state agency MTA, Veresk told the envoy that he should return.',
    )
    expect(outer).toMatchObject({ source: 'the state agency MTA', via: null })
    expect(inner).toMatchObject({
      source: 'Veresk',
      content: ['that he should return'],
      via: 'the state agency MTA',
    })
  })

  test('“quoted X as saying” gives the one quoted, through the one who quotes', () => {
    expect(statementsOf('“We will meet again,” MTA quoted Veresk as saying.')).toMatchObject([
      { source: 'Veresk', via: 'MTA', content: ['“We will meet again,”'], kind: 'direct' },
    ])
  })

  test('a condition is found with its words', () => {
    expect(statementsOf('Quintero told Marsh that he would go if he were granted an amnesty.')).toMatchObject(
      [{ source: 'Quintero', modality: 'conditional', condition: 'if he were granted an amnesty' }],
    )
  })

  test('a denial is denied, and so is what it holds', () => {
    expect(
      statementsOf('Arce denied that Quintero had agreed to leave.').map(({ source, modality }) => [
        source,
        modality,
      ]),
    ).toEqual([
      ['Arce', 'denied'],
      ['Quintero', 'denied'],
    ])
  })

  test('an enquiry without an answer keeps who asked, who is silent, and about what', () => {
    const text =
      'The Ledger tried to clarify whether asylum was offered, but Veresk’s office did not respond to requests for comment.'
    expect(statementsOf(text)).toMatchObject([
      { source: 'The Ledger', content: ['whether asylum was offered'], modality: 'asked' },
      { source: 'Veresk’s office', content: ['whether asylum was offered'], modality: 'no-comment' },
    ])
  })

  test.each([
    'The ministry declined to comment.',
    'The ministry did not immediately reply.',
    'A spokeswoman would not discuss the letter.',
    'The general could not be reached for comment.',
    'His office has not responded to questions about the letter.',
  ])('silence is a statement of its own: %s', (text) => {
    expect(statementsOf(text).map(({ modality }) => modality)).toEqual(['no-comment'])
  })

  test('a second verb shares its subject', () => {
    expect(
      statementsOf('Marsh declared that the ships would stay and declined to rule out force.').map(
        ({ source, cue }) => [source, cue],
      ),
    ).toEqual([
      ['Marsh', 'declared'],
      ['Marsh', 'declined to rule out'],
    ])
  })

  test('“reportedly” has no source and hedges its clause', () => {
    expect(statementsOf('Veresk has reportedly left Selgrad.')).toMatchObject([
      { source: null, cue: 'reportedly', modality: 'hedged' },
    ])
  })

  test.each([
    'Officials spoke.',
    'The claim was old, and the report was lost.',
    'The timing suggests that Selgrad could serve as a refuge.',
    'The two states have long maintained friendly ties.',
    'The ministers’ statement of claim reports nothing.',
  ])('nothing is attributed in “%s”', (text) => {
    expect(statementsOf(text)).toEqual([])
  })

  test('a dateline is not said by anybody', () => {
    const [statement] = statementsOf('SELGRAD, Nov 20 (Meridian Press) - The bridge is shut, the army said.')
    expect(statement?.content).toEqual(['The bridge is shut'])
  })

  test('who is said to have said it stands between the relay and the words: one source is not made of two', () => {
    expect(
      statementsOf('According to MTA, Veresk told the envoy that Marsh had promised to wait.').map(
        ({ source, via }) => [source, via],
      ),
    ).toEqual([
      ['MTA', null],
      ['Veresk', 'MTA'],
      ['Marsh', 'Veresk'],
    ])
  })

  test('a report behind its words is the relay of the one it reports', () => {
    expect(
      statementsOf(
        'Veresk said on Thursday that Quintero would be welcome, the state agency reported, as ships left Tarn.',
      ),
    ).toMatchObject([
      { source: 'Veresk', content: ['that Quintero would be welcome'], via: 'the state agency' },
      { source: 'the state agency', content: [expect.stringMatching(/^Veresk said .* welcome$/)] },
    ])
  })

  test('“citing” names the one who says it; the paper passes it on', () => {
    expect(
      statementsOf('Citing two officials, the newspaper said that Quintero had made an offer.'),
    ).toMatchObject([
      { source: 'two officials', via: 'the newspaper', content: ['that Quintero had made an offer'] },
      { source: 'the newspaper', via: null },
    ])
  })

  test.each([
    'The Federal Union has refused the visa, citing the widely criticised vote of 2021.',
    'The decision shows that the sanctions had failed.',
    'Correction: An earlier version of this article said that the call took place on Wednesday.',
    'The so-called “people’s bank” opened in Selgrad.',
    'Read more: What Veresk said about the port',
    'Sign up for our newsletter to hear what experts say.',
    'Roake is expected to report to Marsh by December.',
  ])('nobody is reported to say anything in “%s”', (text) => {
    const spoken = statementsOf(text).filter(({ cue }) => cue !== 'has refused' && cue !== 'refused')
    expect(spoken).toEqual([])
  })

  test('what was asked has no asker and asserts nothing; the silence that follows is about it', () => {
    expect(statementsOf('Asked whether the port was shut, Dolt declined to comment.')).toMatchObject([
      { source: null, cue: 'Asked', content: ['whether the port was shut'], modality: 'asked' },
      { source: 'Dolt', content: ['whether the port was shut'], modality: 'no-comment' },
    ])
  })

  test('silence in the next sentence is about the question before it', () => {
    expect(statementsOf('The Ledger asked Veresk whether he would go. He declined to say.')).toMatchObject([
      { source: 'The Ledger', content: ['whether he would go'] },
      { source: 'He', content: ['whether he would go'], modality: 'no-comment' },
    ])
  })

  test.each([
    [
      'Veresk’s office has not responded to questions from the paper about whether he would go.',
      'whether he would go',
    ],
    ['Quintero’s office had not commented on the invitation by Friday.', 'the invitation'],
    ['A spokeswoman for Adair would not discuss his advice.', 'his advice'],
    ['The ministry did not reply to requests for comment.', undefined],
  ])('silence is about what it names: %s', (text, matter) => {
    expect(statementsOf(text)).toMatchObject([{ modality: 'no-comment', content: matter ? [matter] : [] }])
  })

  test('what nobody has announced is silence about it, of nobody named', () => {
    expect(statementsOf('No formal arrangement has been announced.')).toMatchObject([
      { source: null, cue: 'has been announced', content: ['No formal arrangement'], modality: 'no-comment' },
    ])
  })

  test('what a source has not confirmed it does not assert', () => {
    expect(statementsOf('Meridian Press has not confirmed that Quintero had left.')).toMatchObject([
      { source: 'Meridian Press', modality: null },
    ])
  })

  test.each([
    ['Meridian Press could not confirm that Quintero had left.', 'that Quintero had left'],
    ['Meridian Press could not immediately verify the footage.', 'the footage'],
    ['Meridian Press was not able to verify the toll independently.', 'the toll'],
    ['Meridian Press has been unable to authenticate the letter.', 'the letter'],
  ])('an outlet that could not check something vouches for nothing: %s', (text, matter) => {
    expect(statementsOf(text)).toMatchObject([
      { source: 'Meridian Press', modality: 'no-comment', content: [matter] },
    ])
  })

  test.each([
    ['“We will leave,” Arce said. “But only if they pay.”', 'if they pay'],
    [
      '“I will step down,” Quintero said. “I will do so if they free my family.\n\n“I will not run again.”',
      'if they free my family',
    ],
    ['“If they stay,” Arce said, “we will strike.”', 'If they stay'],
    ['Unless the ships leave, the port would close, Petro warned.', 'Unless the ships leave'],
  ])('a condition is found where it stands, and whole: %s', (text, condition) => {
    expect(statementsOf(text)).toMatchObject([{ modality: 'conditional', condition }])
  })

  test.each([
    ['“We will leave,” Arce said. “If it rains, nobody will notice.”', 'planned'],
    ['“It is a start,” he said. “If they stay, we will talk.”', 'reported'],
    ['“That would have been a mistake,” Marsh said.', 'hedged'],
    ['The premier said that Arce would be welcomed in Aldany.', 'planned'],
    ['Marsh said he’d battled the court for years.', 'reported'],
    ['The envoy left, signalling that all roads remained open.', 'reported'],
  ])('nothing is conditional whose condition cannot be shown: %s', (text, modality) => {
    expect(statementsOf(text)).toMatchObject([{ modality, condition: null }])
  })

  test('within a quotation “I think” is the speaker’s manner, not a second statement', () => {
    expect(statementsOf('“I think that we won,” Marsh said.')).toMatchObject([{ source: 'Marsh' }])
    expect(statementsOf('“I think that we won,” Marsh said.')).toHaveLength(1)
  })

  test('speakers that take turns keep their own words', () => {
    expect(
      statementsOf('“Go,” he said. “Stay,” she said. “Never,” he replied.').map(({ source, content }) => [
        source,
        ...content,
      ]),
    ).toEqual([
      ['he', '“Go,”'],
      ['she', '“Stay,”'],
      ['he', '“Never,”'],
    ])
  })

  test('a quotation that goes on behind a long attribution is the same speaker’s', () => {
    expect(
      statementsOf('“He has asked for nothing,” Arce told reporters at the ministry. “There was no offer.”'),
    ).toMatchObject([
      { source: 'Arce', content: ['“He has asked for nothing,”', '“There was no offer.”'], kind: 'direct' },
    ])
  })

  test('a speech of several paragraphs is one speaker’s', () => {
    const text = '“We waited,” Marsh said. “Nobody came.\n\n“Then we left.”'
    expect(statementsOf(text)).toMatchObject([
      { source: 'Marsh', content: ['“We waited,”', '“Nobody came.', '“Then we left.”'] },
    ])
  })

  test('the speaker’s next act is no part of what was said', () => {
    expect(
      statementsOf('Marsh declared that the ships would stay and declined to rule out force.'),
    ).toMatchObject([{ content: ['that the ships would stay'] }, { content: ['force'], modality: 'hedged' }])
  })

  test.each([
    ['Marsh tweeted: “We will not wait.”', 'Marsh', '“We will not wait.”'],
    ['“We are ready,” Marsh wrote in a letter to the council.', 'Marsh', '“We are ready,”'],
    ['The statement said that talks had resumed.', 'The statement', 'that talks had resumed'],
    ['The road is shut, officials say', 'officials', 'The road is shut'],
  ])('texts, posts and headlines attribute: %s', (text, source, content) => {
    expect(statementsOf(text)).toMatchObject([{ source, content: [content] }])
  })

  test('somebody quoted as saying is the source, though nobody is named who quotes', () => {
    expect(statementsOf('They would talk again, Veresk was quoted as saying.')).toMatchObject([
      { source: 'Veresk', content: ['They would talk again'], via: null },
    ])
  })
})

// The small parser hangs these clauses elsewhere, or the rules alone see no statement.
test.each([
  [
    'Marsh said it would lift sanctions that it imposed in March if Arce freed the crew.',
    'conditional',
    'if Arce freed the crew',
  ],
  [
    'If Arce frees the crew, Marsh will lift the sanctions that she imposed in March, the premier said.',
    'conditional',
    'If Arce frees the crew',
  ],
  ['Poland signalled willingness to sign the deal.', 'planned', null],
])('how surely the full reader finds it told: %s', (text, modality, condition) => {
  expect(readStatements(text, 'full')).toMatchObject([{ modality, condition }])
})
