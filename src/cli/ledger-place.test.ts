import { expect, test } from 'vitest'
import { chooseServer } from './ledger-place.ts'

const token = 'hearsay_abc'

test('a server that is named gets the token; a folder or a database is no server', () => {
  expect(chooseServer('https://desk.example', { HEARSAY_TOKEN: token })).toEqual({
    url: 'https://desk.example',
    accessToken: token,
  })
  expect(chooseServer(undefined, { HEARSAY_LEDGER: 'https://desk.example' })).toEqual({
    url: 'https://desk.example',
    accessToken: null,
  })
  expect(chooseServer('ledger', { HEARSAY_TOKEN: token })).toBeNull()
  expect(chooseServer('postgres://db.example/news', {})).toBeNull()
})

test('the token of the server that the environment names is shown to no other', () => {
  const env = { HEARSAY_LEDGER: 'https://desk.example', HEARSAY_TOKEN: token }
  expect(chooseServer('https://other.example', env)?.accessToken).toBeNull()
  expect(chooseServer('http://desk.example', env)?.accessToken).toBeNull()
  expect(chooseServer('https://desk.example/', env)?.accessToken).toBe(token)
})
