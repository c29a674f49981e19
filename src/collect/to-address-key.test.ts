import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameSite } from './is-same-site.ts'
import { toAddressKey } from './to-address-key.ts'
import { toCanonicalAddress } from './to-canonical-address.ts'

test('the addresses of one article have one key', () => {
  const twins = [
    'https://www.courier.example/2026/bridge-opens',
    'http://courier.example/2026/bridge-opens',
    'https://courier.example./2026/bridge-opens',
    'https://www.courier.example:443/2026/bridge-opens/',
    'https://www.courier.example//2026//bridge-opens/index.html',
    'https://www.courier.example/2026/bridge-opens#comments',
    'https://www.courier.example/2026/bridge-opens?utm_source=mail&utm_medium=email&fbclid=IwAR0x',
    'https://www.courier.example/2026/bridge-opens?at_medium=RSS&at_campaign=KARANGA',
    'https://www.courier.example/2026/bridge-opens?CMP=share_btn_tw',
    'https://www.courier.example/2026/bridge-opens?',
    'https://m.courier.example/2026/bridge-opens',
    'https://mobile.courier.example/2026/bridge-opens?mc_cid=1&mc_eid=2',
    'https://amp.courier.example/2026/bridge-opens',
    'https://www.courier.example/amp/2026/bridge-opens',
    'https://www.courier.example/2026/bridge-opens/amp/',
    'https://www.courier.example/2026/bridge-opens.amp',
    'https://www.courier.example/2026/bridge-opens?amp=1',
    'https://www.courier.example/2026/bridge-opens?outputType=amp',
    'https://www.courier.example/2026/bridge-opens?amp',
    'https://www.google.com/amp/s/www.courier.example/2026/bridge-opens',
    'https://www.google.co.uk/amp/s/amp.courier.example/2026/bridge-opens/amp?usqp=mq331AQ',
    'https://www-courier-example.cdn.ampproject.org/c/s/www.courier.example/2026/bridge-opens?amp_js_v=0.1',
    'https://www-courier-example.cdn.ampproject.org/v/s/www.courier.example/2026/bridge-opens?usqp=1#share',
    'HTTPS://WWW.COURIER.EXAMPLE/2026/%62ridge-opens',
    'https://ada:secret@www.courier.example/2026/bridge-opens',
  ]
  expect(Object.fromEntries(twins.map((url) => [url, toAddressKey(url)]))).toEqual(
    Object.fromEntries(twins.map((url) => [url, 'courier.example/2026/bridge-opens'])),
  )
})

test('what tells two articles apart stays', () => {
  const apart = [
    'https://courier.example/',
    'https://courier.example/story?id=7',
    'https://courier.example/story?id=8',
    'https://courier.example/story?p=7',
    'https://courier.example/story?story=7',
    'https://courier.example/story?ref=7',
    'https://courier.example/story?source=7',
    'https://courier.example/story?page=2',
    'https://courier.example/Story?id=7',
    'https://courier.example/tag/amp',
    'https://courier.example/tag',
    'https://courier.example/amp',
    'https://courier.example/at?at_all=1',
    'https://edition.courier.example/story?id=7',
    'https://courier.example:8080/story?id=7',
    'https://courier.example/a%2Fb',
    'https://courier.example/a/b',
    'https://m.example/story?id=7',
    'https://mobile.example/story?id=7',
    'https://ampcourier.example/story?id=7',
    'https://notampproject.org/c/s/courier.example/story?id=7',
    'http://127.0.0.1/story?id=7',
    'http://127.0.0.2/story?id=7',
  ]
  expect(new Set(apart.map(toAddressKey)).size).toBe(apart.length)
})

test('parameters count in any order, written in any way', () => {
  const key = toAddressKey('https://courier.example/s%C3%BCd,1?b=c%20d&a=1')
  for (const url of [
    'https://courier.example/s%c3%bcd%2C1?a=1&b=c+d',
    'https://courier.example/süd,1?a=1&&b=c d',
    'https://courier.example/süd,1?%61=1&b=c%20d',
  ])
    expect(toAddressKey(url)).toBe(key)
  // The same name in two scripts of writing it.
  expect(toAddressKey('https://zürich-kurier.example/a')).toBe(
    toAddressKey('https://xn--zrich-kurier-dlb.example/a'),
  )
})

test('the canonical address leads to the same page, and is shown as it is fetched', () => {
  for (const [address, canonical] of [
    [
      'http://www.courier.example:80/a?x&y=1+2&utm_source=mail&z=%7e%c3#top',
      'http://www.courier.example/a?x&y=1+2&z=~%C3',
    ],
    // Guesses are for keys alone: these may be other pages, or none.
    ['http://m.courier.example//a/amp/?b=2&a=1', 'http://m.courier.example//a/amp/?b=2&a=1'],
    ['https://www.google.com/amp/s/courier.example/a-b?c=1', 'https://courier.example/a-b?c=1'],
    ['https://www.google.com/amp/about', 'https://www.google.com/amp/about'],
    ['https://courier-example.cdn.ampproject.org/i/courier.example/a', 'http://courier.example/a'],
    ['mailto:desk@courier.example', 'mailto:desk@courier.example'],
    ['not an address', 'not an address'],
  ] as const)
    expect(toCanonicalAddress(address)).toBe(canonical)
})

test('keys and canonical addresses of canonical addresses are the same, for any address', () => {
  const piece = fc.stringMatching(/^[a-zA-Z0-9%./_~+=&?#:@-]{0,12}$/)
  const any = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(
        fc.constantFrom('www.', 'm.', 'amp.', 'a.cdn.ampproject.org/c/s/', 'google.com/amp/s/', ''),
        piece,
        piece,
      )
      .map(([first, path, query]) => `https://${first}courier.example/${path}?${query}`),
    fc.string(),
  )
  fc.assert(
    fc.property(any, (address) => {
      const canonical = toCanonicalAddress(address)
      expect(toCanonicalAddress(canonical)).toBe(canonical)
      expect(toAddressKey(canonical)).toBe(toAddressKey(address))
    }),
    { numRuns: 2000 },
  )
})

test('addresses of 10 MB take no more than a moment', () => {
  for (const byte of ['/', '%', '&', '.', 'a', '?', '=', '%41']) {
    const startedAt = performance.now()
    toAddressKey(`https://courier.example/${byte.repeat(10_000_000 / byte.length)}`)
    expect([byte, performance.now() - startedAt < 8000]).toEqual([byte, true])
  }
})

test('hosts under one registered name are one site; two blogs of a platform are two', () => {
  for (const [a, b, isSame] of [
    ['https://www.courier.example/a', 'http://edition.courier.example/b', true],
    ['https://news.courier.co.uk/', 'https://courier.co.uk/', true],
    ['https://courier.co.uk/', 'https://herald.co.uk/', false],
    ['https://one.blogspot.com/', 'https://two.blogspot.com/', false],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1/', true],
    ['http://127.0.0.1/', 'http://127.0.0.2/', false],
    ['http://localhost/', 'http://localhost:81/', true],
    ['not an address', 'not an address', false],
    ['mailto:a@courier.example', 'https://courier.example/', false],
  ] as const)
    expect([a, b, isSameSite(a, b)]).toEqual([a, b, isSame])
})
