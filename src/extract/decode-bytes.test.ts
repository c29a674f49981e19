import { expect, test } from 'vitest'
import { decodeBytes } from './decode-bytes.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const textOf = (input: Uint8Array, charset: string | null = null) => decodeBytes(input, charset).text

test('a byte order mark decides before anything else', () => {
  expect(decodeBytes(bytes('\ufeffZürich'), 'windows-1251')).toEqual({ text: 'Zürich', charset: 'utf-8' })
  expect(decodeBytes(bytes('\ufeffZürich', 'utf16le'), 'utf-8')).toEqual({
    text: 'Zürich',
    charset: 'utf-16le',
  })
})

test('UTF-16 without a mark is known by its NULs', () => {
  expect(textOf(bytes('The bridge is open.', 'utf16le'))).toBe('The bridge is open.')
  expect(textOf(bytes('The bridge is open.', 'utf16le').map((_, i, all) => all[i ^ 1] ?? 0))).toBe(
    'The bridge is open.',
  )
})

test('what the server says comes before what the page says', () => {
  const page = new Uint8Array([...bytes('<meta charset="koi8-r">'), 0xcf, 0xe0])
  expect(textOf(page, 'windows-1251')).toContain('Па')
  expect(textOf(page)).not.toContain('Па')
  expect(decodeBytes(page, null).charset).toBe('koi8-r')
})

test('a declaration that the bytes contradict loses', () => {
  const quoted = '“Zürich” – the mayor’s own words'
  expect(decodeBytes(bytes(quoted), 'iso-8859-1')).toEqual({ text: quoted, charset: 'utf-8' })
  const curly = new Uint8Array([0x93, 0x4e, 0x6f, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35, 0x30, 0x20, 0x97])
  expect(decodeBytes(curly, 'utf-8')).toEqual({ text: '“No” – €50 —', charset: 'windows-1252' })
  const chinese = '部长们周二在首都会晤，并在长时间会谈后同意重新开放大桥。'
  expect(decodeBytes(bytes(`<meta charset="gb2312">${chinese}`), null).text).toContain(chinese)
})

test('undeclared bytes that are no UTF-8 are windows-1252, curly quotation marks and all', () => {
  const page = new Uint8Array([0x93, 0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x94, 0x20, 0x80, 0x35])
  expect(decodeBytes(page, null)).toEqual({ text: '“Zürich” €5', charset: 'windows-1252' })
  expect(textOf(page, 'latin1')).toBe('“Zürich” €5')
})

test('UTF-8 with one broken character stays UTF-8 and shows it', () => {
  const page = new Uint8Array([...bytes('“Zürich” – '), 0xe2, 0x80, ...bytes(' ends')])
  expect(textOf(page)).toMatch(/^“Zürich” – \ufffd+ ends$/)
})

test('an encoding that nobody knows is as good as none', () => {
  expect(textOf(bytes('Zürich'), 'klingon-8')).toBe('Zürich')
})

test('line ends become one kind, and what no store holds goes', () => {
  expect(textOf(bytes('a\r\nb\rc\u0007d'))).toBe('a\nb\nc d')
})
