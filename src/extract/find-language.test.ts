import { expect, test } from 'vitest'
import { findLanguage } from './find-language.ts'

const english =
  'The ministers met in the capital on Tuesday and agreed, after long talks, to open the bridge again before the winter.'

test('the words decide, and what the page says only makes them more exact', async () => {
  expect(await findLanguage(english, null)).toBe('en')
  expect(await findLanguage(english, 'en_gb')).toBe('en-GB')
  expect(await findLanguage(english, 'pt-BR')).toBe('en')
  const german =
    'Die Minister trafen sich am Dienstag in der Hauptstadt und einigten sich nach langen Gesprächen auf die Öffnung der Brücke.'
  expect(await findLanguage(german, 'en')).toBe('de')
  expect(await findLanguage(german, 'de-AT')).toBe('de-AT')
  expect(
    await findLanguage(
      'Міністри зустрілися у вівторок у столиці й домовилися знову відкрити міст до зими.',
      null,
    ),
  ).toBe('uk')
  const norwegian =
    'Statsrådene møttes i hovedstaden tirsdag og ble enige om å åpne broen igjen før vinteren kommer.'
  expect(await findLanguage(norwegian, 'nb')).toBe('nb')
})

test('a few words are in no language, whatever the page says', async () => {
  expect(await findLanguage('Minsk 2025', 'en')).toBeNull()
  expect(await findLanguage('', null)).toBeNull()
})

test('a declaration that is no language is none', async () => {
  expect(await findLanguage(english, 'english, of course')).toBe('en')
  expect(await findLanguage(english, '')).toBe('en')
})
