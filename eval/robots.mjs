/**
 * robots.txt on Google’s test cases (a folder that holds `robots_test.cc` and `reporting_robots_test.cc`, at any depth):
 * every EXPECT of every TEST block is run against our parser, and against `robots-parser` from npm.
 *
 * The C++ is read by a small interpreter (eval/run-cc-tests.mjs), so that texts built in loops and by concatenation
 * are what they are there. Blocks whose name begins `GoogleOnly_` ask for what RFC 9309 does not, and are counted
 * apart. What asks for something that a reader of news has not is not counted, and said:
 * - `IsValidUserAgentToObey`: whether a caller’s own name is well formed; ours is a constant.
 * - the line kind `kUnused` (`noarchive`), which we know as `unknown`; the line is compared but for that.
 * The peer reads no lines and escapes nothing that can be asked for, so only its decisions are compared.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import robotsParser from 'robots-parser'
import { matchRobots, toRobotsPath } from '../dist/collect/match-robots.js'
import { escapePattern, parseRobots } from '../dist/collect/parse-robots.js'
import { parseRobotsLines } from '../dist/collect/parse-robots-lines.js'
import { runCcTests } from './run-cc-tests.mjs'

export async function score(places, { say }) {
  const tallies = { rfc: newTally(), googleOnly: newTally(), peer: newTally(), peerGoogleOnly: newTally() }
  let blocks = 0
  let notApplicable = 0
  const unread = []
  for (const file of await findFiles(places)) {
    for (const test of runCcTests(await readFile(file), natives())) {
      blocks++
      if (test.unread !== null) {
        unread.push(`${test.name}: ${test.unread}`)
        say(`${test.name}: not read: ${test.unread}`)
      }
      const isGoogleOnly = test.name.startsWith('GoogleOnly_')
      for (const { line, isTrue, actual, expected } of test.checks) {
        if (actual?.notApplicable) {
          notApplicable++
          continue
        }
        const ours = isTrue(actual?.ours ?? actual)
        count(tallies[isGoogleOnly ? 'googleOnly' : 'rfc'], ours)
        if (!ours) say(`${test.name}, line ${line}: WRONG, expected ${JSON.stringify(expected)}`)
        if (actual !== null && typeof actual === 'object' && 'peer' in actual) {
          const peer = isTrue(actual.peer)
          count(tallies[isGoogleOnly ? 'peerGoogleOnly' : 'peer'], peer)
          if (!peer) say(`${test.name}, line ${line}: robots-parser wrong`)
        }
      }
    }
  }
  say(`${blocks} blocks, ${unread.length} not read, ${notApplicable} checks do not apply`)
  return { ...tallies, blocks, unread, notApplicable }
}

const newTally = () => ({ right: 0, of: 0 })
const count = (tally, isRight) => {
  tally.of++
  tally.right += isRight ? 1 : 0
}

async function findFiles(places) {
  const files = []
  for (const place of places)
    for (const entry of await readdir(place, { recursive: true }))
      if (/(?:^|\/)(?:reporting_)?robots_test\.cc$/.test(entry)) files.push(join(place, entry))
  return files.sort()
}

/** C++ strings come as octets, one a character. */
const toText = (octets) => new TextDecoder().decode(Buffer.from(octets, 'latin1'))

/** What the tests call, answered by us and by the peer. */
function natives() {
  return {
    IsUserAgentAllowed: (robots, agent, url) => ({
      ours: matchRobots(parseRobots(toText(robots), agent), toText(url))?.isAllow ?? true,
      peer: askPeer(toText(robots), agent, toText(url)),
    }),
    IsValidUserAgentToObey: () => ({ notApplicable: true }),
    ParseRobotsTxt: (robots, report) => Object.assign(report, toReport(toText(robots))),
    TestPath: (url, expected) => ({ actual: toRobotsPath(toText(url)), expected }),
    TestEscape: (pattern, expected) => ({ actual: escapePattern(toText(pattern)), expected }),
    expectLineToParseTo: (_lines, parsed, expected) => ({
      actual: JSON.stringify(toComparable(parsed[expected.line_num - 1])),
      expected: JSON.stringify(toComparable(expected)),
    }),
  }
}

function askPeer(robots, agent, url) {
  try {
    const { origin } = new URL(url)
    // It says nothing of addresses that it takes for another site’s.
    return robotsParser(`${origin}/robots.txt`, robots).isAllowed(url, agent) ?? true
  } catch {
    return true
  }
}

const tags = {
  'user-agent': 'kUserAgent',
  allow: 'kAllow',
  disallow: 'kDisallow',
  sitemap: 'kSitemap',
}

/** Google’s report of a parse, from our lines. */
function toReport(text) {
  const lines = parseRobotsLines(text)
  const known = lines.filter(({ kind }) => tags[kind] !== undefined)
  const parsed = lines.map((line) => ({
    line_num: line.number,
    tag_name: tags[line.kind] ?? 'kUnknown',
    is_typo: line.isTypo,
    metadata: {
      is_empty: line.kind === null && !line.hasComment && line.value === '' && isEmptyLine(text, line.number),
      has_directive: line.kind !== null,
      has_comment: line.hasComment,
      is_comment: line.hasComment && line.kind === null && isCommentLine(text, line.number),
      is_acceptable_typo: line.isTypo,
      is_line_too_long: line.isTooLong,
      is_missing_colon_separator: line.lacksColon,
    },
  }))
  return {
    valid_directives: () => known.length,
    unknown_directives: () => lines.filter(({ kind }) => kind === 'unknown').length,
    // Of the two reporters, one sees what says something, the other every line.
    last_line_seen: () => ({
      anyOf: [lines.length, lines.findLast(({ kind }) => kind !== null)?.number ?? 0],
    }),
    sitemap: () =>
      lines
        .filter(({ kind }) => kind === 'sitemap')
        .map(({ value }) => value)
        .join(''),
    parse_results: () => Object.assign(parsed, { size: () => parsed.length }),
  }
}

const lineOf = (text, number) => text.split(/\r\n|\n|\r/)[number - 1] ?? ''
const isEmptyLine = (text, number) => lineOf(text, number).trim() === ''
const isCommentLine = (text, number) => lineOf(text, number).trimStart().startsWith('#')

function toComparable({ line_num, tag_name, is_typo, metadata }) {
  return [
    line_num,
    tag_name === 'kUnused' ? 'kUnknown' : tag_name,
    is_typo ?? false,
    ...[
      'is_empty',
      'has_directive',
      'has_comment',
      'is_comment',
      'is_acceptable_typo',
      'is_line_too_long',
      'is_missing_colon_separator',
    ].map((flag) => metadata[flag] ?? false),
  ]
}
