import { expect, test } from 'vitest'
import { isArticleAddress } from './is-article-address.ts'
import { isSameSite } from './is-same-site.ts'

test.each([
  'https://courier.example/2026/03/ferry-strike-ends',
  'https://courier.example/world-12345678',
  'https://courier.example/story.php?id=512',
  'https://courier.example/?p=98',
  'https://courier.example/paro-en-el-puerto.html',
  'https://courier.example/%D0%BF%D0%BE%D1%80%D1%82-%D0%B7%D0%B0%D0%BA%D1%80%D1%8B%D1%82',
  'https://courier.example/a/港口罢工进入第三天港口',
])('%s is an article’s address', (url) => expect(isArticleAddress(url)).toBe(true))

test.each([
  'https://courier.example',
  'https://courier.example/',
  'https://courier.example/index.html',
  'https://courier.example/news/europe',
  'https://courier.example/briefing',
  'https://courier.example/front-page?page=2',
  'https://courier.example/2026/03/',
  'https://courier.example/%E0%A4%A',
  'not an address',
])('%s is none', (url) => expect(isArticleAddress(url)).toBe(false))

test('a site is a registered name, wherever it stands before it', () => {
  expect(isSameSite('https://m.courier.example/a', 'http://www.courier.example/b')).toBe(true)
  expect(isSameSite('https://courier.co.uk/a', 'https://ledger.co.uk/b')).toBe(false)
  expect(isSameSite('https://anna.blogspot.com/a', 'https://ben.blogspot.com/a')).toBe(false)
  expect(isSameSite('http://127.0.0.1:80/a', 'http://127.0.0.1:8642/a')).toBe(true)
  expect(isSameSite('nothing', 'nothing')).toBe(false)
})
