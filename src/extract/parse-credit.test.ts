import { expect, test } from 'vitest'
import { findCreditInCaption, parseCredit, readsAsCredit } from './parse-credit.ts'

const nothing = { of: 'photo', title: null, author: null, agency: null, licence: null, url: null } as const

test('a credit in Wikimedia’s form gives author, title, licence and address, without where the author lives', () => {
  const text =
    '[Photo Credit: By Ana Prado from Lisbon, Portugal - A ponte: vista do rio, CC BY-SA 3.0, https://commons.wikimedia.org/w/index.php?curid=1234]'
  expect(parseCredit(text)).toEqual({
    of: 'photo',
    title: 'A ponte: vista do rio',
    author: 'Ana Prado',
    agency: null,
    licence: 'CC BY-SA 3.0',
    url: 'https://commons.wikimedia.org/w/index.php?curid=1234',
    text,
  })
  expect(readsAsCredit(text)).toBe(true)
})

test.each<[string, object]>([
  [
    'By Jane Doe - Own work, CC BY-SA 4.0, https://commons.wikimedia.org/w/index.php?curid=1',
    { author: 'Jane Doe', licence: 'CC BY-SA 4.0', url: 'https://commons.wikimedia.org/w/index.php?curid=1' },
  ],
  [
    'By Kremlin.ru, CC BY 4.0, https://example.org/x',
    { author: 'Kremlin.ru', licence: 'CC BY 4.0', url: 'https://example.org/x' },
  ],
  ['Photo: Jane Doe / Meridian Press', { author: 'Jane Doe', agency: 'Meridian Press' }],
  ['Jane Doe/Reuters', { author: 'Jane Doe', agency: 'Reuters' }],
  ['REUTERS/Jane Doe/File Photo', { author: 'Jane Doe', agency: 'REUTERS' }],
  ['(AP Photo/Jane Doe)', { author: 'Jane Doe', agency: 'AP' }],
  ['Photo by Jane Doe/AFP via Getty Images', { author: 'Jane Doe', agency: 'AFP via Getty Images' }],
  ['(AFP via Getty Images)', { agency: 'AFP via Getty Images' }],
  ['Photograph: Jane Doe for The Northgate Herald', { author: 'Jane Doe', agency: 'The Northgate Herald' }],
  ['Photo by Jane Doe on Unsplash', { author: 'Jane Doe', agency: 'Unsplash' }],
  ['Photo: Handout via Reuters', { agency: 'Reuters' }],
  ['Image: Reuters', { agency: 'Reuters' }],
  ['Jane Doe, AFP', { author: 'Jane Doe', agency: 'AFP' }],
  ['Image by Jane Doe, CC BY-SA 4.0', { author: 'Jane Doe', licence: 'CC BY-SA 4.0' }],
  [
    'Photo: Jane Doe/Wikimedia Commons (CC BY-SA 2.0)',
    { author: 'Jane Doe', agency: 'Wikimedia Commons', licence: 'CC BY-SA 2.0' },
  ],
  ['Photo: “The Bridge” by Jane Doe, CC0', { author: 'Jane Doe', title: 'The Bridge', licence: 'CC0' }],
  ['Credit: © 2020 Jane Doe', { author: 'Jane Doe' }],
  ['© 2020 Jane Doe', { author: 'Jane Doe' }],
  ['Courtesy of Jane Doe', { author: 'Jane Doe' }],
  ['Foto: Jane Doe / dpa', { author: 'Jane Doe', agency: 'dpa' }],
  ['Video: Jane Doe', { of: 'video', author: 'Jane Doe' }],
  ['Map: Jane Doe / Meridian Press', { of: 'graphic', author: 'Jane Doe', agency: 'Meridian Press' }],
  ['Image: Public domain', { licence: 'Public domain' }],
])('%s', (text, parts) => {
  expect(parseCredit(text)).toEqual({ ...nothing, text, ...parts })
})

test('the credit at the end of a caption is found, and a caption without one gives none', () => {
  const found = (caption: string) => {
    const credit = findCreditInCaption(caption)
    return credit === null ? null : [credit.author, credit.agency]
  }
  expect(found('The bridge before the flood. Jane Doe/Reuters')).toEqual(['Jane Doe', 'Reuters'])
  expect(found('The mayor, left, on Tuesday. (AP Photo/Jane Doe)')).toEqual(['Jane Doe', 'AP'])
  expect(found('The bridge before the flood. Photo: Jane Doe')).toEqual(['Jane Doe', null])
  expect(found('The bridge before the flood | Jane Doe/AFP via Getty Images')).toEqual([
    'Jane Doe',
    'AFP via Getty Images',
  ])
  expect(found('The bridge before the flood. © Meridian Press')).toEqual([null, 'Meridian Press'])
  expect(found('The bridge (built in 1931) before the flood.')).toBeNull()
  expect(found('The mayor (left) and the minister (right)')).toBeNull()
  expect(found('Traffic on the bridge and/or the ferry. It has doubled since May.')).toBeNull()
})

test('prose that begins or ends as a credit does is none', () => {
  for (const text of [
    'Photo: the queue outside the embassy grew longer by the hour',
    'Image by image, the film shows how the bridge fell. Nobody speaks.',
    'Credit card fraud doubled in a year.',
    'Main Street was closed on Tuesday.',
    'By Tuesday the bridge was closed - a first.',
    'Video games and/or films were named as the cause.',
    'The ministers met in the capital on Tuesday.',
  ]) {
    expect([text, readsAsCredit(text)]).toEqual([text, false])
  }
})
