import { expect, test } from 'vitest'
import { classifyFurniture } from './classify-furniture.ts'

const inText = { inHead: false, isLink: false, isHeading: false }
const inHead = { ...inText, inHead: true }
const reasonOf = (text: string, place = inText) => classifyFurniture(text, place)?.reason ?? 'text'

test.each([
  [
    'reading-time',
    [
      '2 mins read',
      '4 min read',
      'Reading time: 3 minutes',
      '5-minute read',
      '3 min de lectura',
      'Lesezeit: 2 Min.',
      'Listen to this article · 6 min',
    ],
  ],
  [
    'related',
    [
      '[READ MORE: Mayor Denies He Knew of the Cracks]',
      'Read more: Mayor denies he knew of the cracks',
      'READ MORE Mayor denies he knew of the cracks',
      'Also read | Ferry service doubled',
      'Related: What we know about the collapse',
      'See also:',
      'Related articles',
      'Latest from Blog',
      'More from Northgate Herald',
      'You may also like',
      'Lesen Sie auch: Die Brücke bleibt zu',
      'Читайте также: мост закрыт',
    ],
  ],
  [
    'comments',
    [
      'Leave a Reply',
      'Leave a Reply Cancel reply',
      'Your email address will not be published.',
      'Your email address will not be published. Required fields are marked *',
      '12 Comments',
      'Comments (4)',
      '2 thoughts on “Bridge reopens”',
      'Be the first to comment',
      'You must be logged in to post a comment.',
      'Save my name, email, and website in this browser for the next time I comment.',
      'Name *',
      'Post Comment',
    ],
  ],
  [
    'share',
    [
      'Share',
      'Share this article on Facebook, Twitter or WhatsApp',
      'Facebook Twitter Email Print',
      'Follow us on Telegram',
      '1,204 views',
    ],
  ],
  [
    'newsletter',
    [
      'Sign up for our morning newsletter',
      'Subscribe to our newsletter and never miss a story.',
      'Get the latest news delivered to your inbox',
      'Enter your email address',
      'Already a subscriber? Log in to your subscription',
    ],
  ],
  [
    'advertisement',
    [
      'Advertisement',
      'ADVERTISEMENT - CONTINUE READING BELOW',
      'Story continues below advertisement',
      'Sponsored',
      'Anzeige',
    ],
  ],
  ['footer', ['© 2024 Northgate Herald. All rights reserved.', 'Privacy Policy', 'Powered by WordPress']],
  ['navigation', ['Skip to main content', 'Home > World > Europe', 'Tags: bridge, mayor, flood']],
  ['date', ['Updated: 4 March 2022, 10:15 GMT', 'Published on March 4, 2022']],
  [
    'byline',
    [
      'By Jane Doe',
      '(Reporting by Jane Doe in Northgate; Editing by John Roe)',
      'Email Jane Doe at jane@herald.example.',
    ],
  ],
  [
    'other',
    ['We use cookies to improve your experience on our site.', '***', 'https://herald.example/bridge'],
  ],
])('%s', (reason, blocks) => {
  expect(blocks.map((block) => [block, reasonOf(block)])).toEqual(blocks.map((block) => [block, reason]))
})

test('prose that begins as furniture does is text', () => {
  const prose = [
    'Related to this, officials said, was the closing of the ferry.',
    'Read more carefully, the text of the agreement promises no such thing.',
    'Read: the mayor knew.',
    'Share prices fell by a third on Tuesday.',
    'Share the burden, the minister told his colleagues.',
    'Comments by the mayor on Tuesday did not help.',
    'One response to the collapse was to close the ferry as well.',
    'Two comments that he made in 2019 are now before the court.',
    'Leave a reply to a later day, the mayor told his spokesman.',
    'Sign up for the vaccine now, officials told the town.',
    'Subscribe to that view and you will never build a bridge.',
    'The newsletter was written by the mayor himself.',
    'Cookies were handed to the children who had waited for an hour.',
    'By Monday the water had risen to the second floor.',
    'By Tuesday, the ministers had met again.',
    'By the time Jane Doe arrived, the bridge was closed.',
    'Published reports of cracks were denied.',
    'Updated plans show 4 lanes instead of two, and a cycle path.',
    'More than 40 people were on the bridge.',
    'Watch and wait is what the engineers advise.',
    'See also what the mayor said in 2019, they wrote.',
    'Advertisement of the tender began in May.',
    'Home to 4,000 people, the valley has no other road.',
    'Copyright law does not apply here, the court found.',
    'Follow the money, the prosecutor said on Twitter and elsewhere, and you find the mayor.',
    'Trending upwards since May, prices reached a peak in October.',
    'Latest figures show that nobody used the ferry.',
    'Email was the only way to reach him.',
    'Contact between the two ministries had ended in May.',
    '“Leave a reply,” the machine said.',
    'No comment.',
  ]
  for (const place of [inText, inHead]) {
    expect(prose.map((block) => [block, reasonOf(block, place)])).toEqual(
      prose.map((block) => [block, 'text']),
    )
  }
})

test('a long paragraph after a label is the article’s own, a headline is not', () => {
  expect(
    reasonOf(
      'Related: a second inquiry, opened in March, has heard from forty witnesses, and its chair said on Monday that it would report before the summer recess begins in July.',
    ),
  ).toBe('text')
})

test('a bare date or a list of names is furniture above the text, not inside it', () => {
  expect(reasonOf('Friday, 4 March 2022', inHead)).toBe('date')
  expect(reasonOf('Friday, 4 March 2022')).toBe('text')
  expect(reasonOf('By Jane Doe and John Roe | 4 March 2022 | 3 min read', inHead)).toBe('byline')
})

test('a section of an article may be headed with the name of a network', () => {
  expect(reasonOf('Facebook', { ...inText, isHeading: true })).toBe('text')
  expect(reasonOf('Facebook')).toBe('share')
})

test('a form below the text opens a section, a pointer one line, the rest nothing', () => {
  const opens = (text: string) => classifyFurniture(text, inText)?.opens
  expect(['Leave a Reply', 'Related stories', 'READ MORE:', 'Share'].map(opens)).toEqual([
    'section',
    'section',
    'line',
    null,
  ])
})
