import { expect, test } from 'vitest'
import { findCanonical } from './find-canonical.ts'

const find = (html: string, where = 'https://m.courier.example/a?utm_source=x') =>
  findCanonical(Buffer.from(html), where)

test('a page’s own address is absolute, however the tag is written', () => {
  const address = 'https://courier.example/ferry-strike-ends'
  expect(find(`<head><link rel="canonical" href="${address}"></head>`)).toBe(address)
  expect(find(`<LINK href='${address}' REL=canonical />`)).toBe(address)
  expect(find('<link rel=canonical href=/b?x=1&amp;y=2>')).toBe('https://m.courier.example/b?x=1&y=2')
})

test('what names none, or nothing that can be fetched, has none', () => {
  expect(find('<link rel="stylesheet" href="/a.css">')).toBeNull()
  expect(find('<link rel="canonical" href="javascript:alert(1)">')).toBeNull()
  expect(find('<link rel="canonical" href="/b">', '/tmp/page.html')).toBeNull()
  expect(find('')).toBeNull()
})

test('hostile bytes take no time', () => {
  for (const piece of ['<link ', '<link rel=canonical href=', '<link \t', '<'])
    expect(find(piece.repeat(2_000_000 / piece.length))).toBeNull()
})
