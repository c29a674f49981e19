import { expect, test } from 'vitest'
import type { Document } from './document.ts'
import { parseDocumentNote, toDocumentNote } from './document-note.ts'

const document: Document = {
  where: 'https://courier.example/bridge',
  bytes: new Uint8Array(),
  mediaType: 'text/html',
  charset: 'utf-8',
  headers: { etag: '"7"', date: 'Thu, 05 Mar 2026 08:00:00 GMT' },
  collectedAt: '2026-03-05T08:00:00.000Z',
}

test('what goes with a page comes back as it was sent', () => {
  const redirectedFrom = ['https://courier.example/old']
  const problems = [{ code: 'digest-mismatch', message: 'Другие байты.', advice: null }] as const
  expect(parseDocumentNote(toDocumentNote({ ...document, redirectedFrom, problems }))).toEqual({
    headers: document.headers,
    redirectedFrom,
    problems,
  })
})

test('headers that no request could carry are left, but for those that say which version it is', () => {
  const headers = { ...document.headers, 'content-security-policy': 'x'.repeat(20_000) }
  expect(parseDocumentNote(toDocumentNote({ ...document, headers }))).toEqual({ headers: document.headers })
})

test.each(['', '!!', 'bm90IGpzb24', Buffer.from('{"headers":7}').toString('base64url')])(
  '“%s” is no note',
  (header) => {
    expect(parseDocumentNote(header)).toBeNull()
  },
)
