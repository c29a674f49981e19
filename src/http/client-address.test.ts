import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { clientAddress, toLimitKey } from './client-address.ts'

const addressOf = async (from: string, forwarded: string | null, trusted: readonly string[]) => {
  const app = new Hono().get('/', (c) => c.text(clientAddress(c, trusted)))
  const headers: Record<string, string> = forwarded === null ? {} : { 'x-forwarded-for': forwarded }
  return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress: from } } })).text()
}

test('who asks directly is who they are, whatever they say', async () => {
  expect(await addressOf('203.0.113.9', null, [])).toBe('203.0.113.9')
  expect(await addressOf('203.0.113.9', '10.0.0.1', [])).toBe('203.0.113.9')
  expect(await addressOf('203.0.113.9', '10.0.0.1', ['127.0.0.1'])).toBe('203.0.113.9')
})

test('a trusted proxy names who asks; what the client wrote before that is not read', async () => {
  expect(await addressOf('127.0.0.1', '203.0.113.9', ['127.0.0.1'])).toBe('203.0.113.9')
  expect(await addressOf('::ffff:127.0.0.1', '203.0.113.9', ['127.0.0.1'])).toBe('203.0.113.9')
  expect(await addressOf('127.0.0.1', '192.0.2.1, 203.0.113.9', ['127.0.0.1'])).toBe('203.0.113.9')
  expect(await addressOf('127.0.0.1', '203.0.113.9, 10.0.0.7', ['127.0.0.1', '10.0.0.0/8'])).toBe(
    '203.0.113.9',
  )
  expect(await addressOf('127.0.0.1', 'nonsense', ['127.0.0.1'])).toBe('127.0.0.1')
  expect(await addressOf('::1', '2001:db8::5', ['::1'])).toBe('2001:db8::5')
})

test('an IPv6 customer has a whole /64', () => {
  expect(toLimitKey('2001:db8::1')).toBe(toLimitKey('2001:db8::ffff'))
  expect(toLimitKey('2001:db8:0:1::1')).not.toBe(toLimitKey('2001:db8::1'))
  expect(toLimitKey('203.0.113.9')).not.toBe(toLimitKey('203.0.113.8'))
})
