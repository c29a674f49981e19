import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchRobots } from './match-robots.ts'
import { productToken } from './open-robots.ts'
import { parseRobots } from './parse-robots.ts'

const isAllowed = (robots: string, path: string, agent = 'Hearsay') =>
  matchRobots(parseRobots(robots, agent), `https://courier.example${path}`)?.isAllow ?? true

test('our name is one that robots.txt files can speak to', () => {
  expect(productToken).toMatch(/^[A-Za-z_-]+$/)
})

describe('who is spoken to', () => {
  test('a group for us goes before the group for everybody, and groups for us count together', () => {
    const robots = `
User-agent: *
Disallow: /

User-agent: hearsay/2.0 (news)
Disallow: /a

User-agent: OtherBot
User-agent: HEARSAY
Disallow: /b`
    expect(['/', '/a', '/b', '/c'].map((path) => isAllowed(robots, path))).toEqual([true, false, false, true])
    expect(isAllowed(robots, '/c', 'SomeBot')).toBe(false)
  })

  test('a group for us without rules frees us from those for everybody', () => {
    expect(isAllowed('User-agent: *\nDisallow: /\n\nUser-agent: Hearsay\nDisallow:\n', '/a')).toBe(true)
  })

  test('a name that only begins like ours is another’s', () => {
    expect(isAllowed('User-agent: HearsayNews\nDisallow: /\n', '/a')).toBe(true)
  })
})

describe('which rule decides', () => {
  test('the longest, and the one that allows where two are as long', () => {
    const robots =
      'User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /news/open/not\nAllow: /news/open/not\n'
    expect(isAllowed(robots, '/news/a')).toBe(false)
    expect(isAllowed(robots, '/news/open/a')).toBe(true)
    expect(isAllowed(robots, '/news/open/not')).toBe(true)
    expect(isAllowed(robots, '/')).toBe(true)
  })

  test('stars and ends', () => {
    const robots =
      'User-agent: *\nDisallow: /*?print=\nDisallow: /*.pdf$\nDisallow: /a*b*c$\nDisallow: /end$more'
    for (const [path, allowed] of [
      ['/story?print=1', false],
      ['/story?a=1&print=1', true],
      ['/paper.pdf', false],
      ['/paper.pdf?page=2', true],
      ['/abc', false],
      ['/a-b-b-c-c', false],
      ['/acb', true],
      ['/ab', true],
      ['/end', true],
      ['/end$more', false],
    ] as const)
      expect([path, isAllowed(robots, path)]).toEqual([path, allowed])
  })

  test('addresses are compared percent-encoded; where readings differ, the site is left alone', () => {
    expect(isAllowed('User-agent: *\nDisallow: /zürich\n', '/z%C3%BCrich/a')).toBe(false)
    expect(isAllowed('User-agent: *\nDisallow: /z%c3%bcrich\n', '/z%C3%BCrich/a')).toBe(false)
    expect(isAllowed('User-agent: *\nDisallow: /%62ridge\n', '/bridge')).toBe(false)
    expect(isAllowed('User-agent: *\nDisallow: /bridge\n', '/%62ridge')).toBe(false)
    expect(isAllowed('User-agent: *\nDisallow: /\nAllow: /%62ridge\n', '/bridge')).toBe(false)
    // An encoded slash is no slash.
    expect(isAllowed('User-agent: *\nDisallow: /a/b\n', '/a%2Fb')).toBe(true)
  })
})

describe('pauses', () => {
  test('a Crawl-delay counts for who stands above it', () => {
    const robots =
      'User-agent: SlowBot\nCrawl-delay: 30\n\nUser-agent: *\nCrawl-delay: 2\nDisallow: /private\n'
    expect(parseRobots(robots, 'Hearsay').crawlDelaySeconds).toBe(2)
    expect(parseRobots(robots, 'SlowBot').crawlDelaySeconds).toBe(30)
    for (const value of ['', 'soon', '-1', 'NaN'])
      expect(parseRobots(`User-agent: *\nCrawl-delay: ${value}\n`, 'Hearsay').crawlDelaySeconds).toBeNull()
  })

  test('sitemaps are everybody’s', () => {
    expect(
      parseRobots(
        'Sitemap: https://courier.example/news.xml # daily\nUser-agent: OtherBot\nSitemap: /b.xml',
        'Hearsay',
      ).sitemaps,
    ).toEqual(['https://courier.example/news.xml', '/b.xml'])
  })
})

describe('hostile files', () => {
  test('of 10 MB of one thing take no more than a moment', () => {
    for (const piece of [
      ' ',
      '\t',
      '#',
      ':',
      '\r',
      '\n',
      '*',
      '$',
      'a ',
      'user-agent: *\n',
      'disallow: /*a\n',
      '\0',
      '\ufeff',
      'ü',
    ]) {
      const startedAt = performance.now()
      isAllowed(piece.repeat(10_000_000 / piece.length), '/a')
      expect([piece, performance.now() - startedAt < 10_000]).toEqual([piece, true])
    }
  })

  test('with stars without end are matched in a moment', () => {
    const robots = `User-agent: *\n${`Disallow: /${'*a'.repeat(8000)}\n`.repeat(30)}`
    const startedAt = performance.now()
    expect(isAllowed(robots, `/${'a'.repeat(7999)}b`)).toBe(true)
    expect(performance.now() - startedAt).toBeLessThan(3000)
  })

  test('never throw, and a rule that forbids an address as it stands is kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webPath(), (noise, path) => {
        isAllowed(noise, path)
        fc.pre(path !== '' && !path.includes('#'))
        expect(
          isAllowed(`User-agent: Hearsay\nDisallow: ${path.replaceAll('$', '')}\n`, path.replaceAll('$', '')),
        ).toBe(path.replaceAll('$', '') === '')
      }),
      { numRuns: 500 },
    )
  })
})
