/**
 * Web archives on the files of warcio’s own tests (a folder with `warcio_test/data`), beside npm warcio in the same run.
 *
 * `reading`: what warcio’s tests say of each file, one check each: the kinds of record in their order, where they lie,
 * addresses, words of a page. Where a test is about broken records, one that is named counts as found. Where the tests
 * want a file to be refused because it is packed as a whole, reading it is right as well: they want it to be read once
 * it is packed anew. `digests`: what they say of digests; npm warcio checks none when it reads and is not asked.
 *
 * `cut`, `changed`: what the tests do not try, and so our own measure. Files are cut off at every 37th byte, and a byte
 * in every gzip member is changed. `kept`: every whole record is given, those behind a changed byte among them; `told`:
 * a fault is named, logged or thrown. The reader of Hearsay was made with these cases at hand, npm warcio was not.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { collect, isDocument } from '../dist/collect/collect.js'
import { openDigest } from '../dist/collect/open-digest.js'
import { readArchiveRecords } from '../dist/collect/read-archive-records.js'

/** What the tests state; `named` is how many faults are to be told. */
const facts = [
  {
    test: 'test_example_warc_gz, test_index_2',
    file: 'example.warc.gz',
    types: 'warcinfo warcinfo response request revisit request',
    offsets: [0, 353, 784, 2012, 2621, 3207],
  },
  {
    test: 'test_example_warc, test_index',
    file: 'example.warc',
    types: 'warcinfo warcinfo response request revisit request',
    offsets: [0, 488, 1197, 2566, 3370, 4316],
  },
  {
    test: 'test_example_warc_2, test_iterator',
    file: 'example-iana.org-chunked.warc',
    types: 'warcinfo response request',
    offsets: [0, 405, 8379],
  },
  {
    test: 'test_unseekable_gz',
    file: 'example-resource.warc.gz',
    types: 'warcinfo warcinfo resource',
    offsets: [0, 361, 802],
  },
  {
    test: 'test_example_warc_trunc',
    file: 'example-trunc.warc',
    types: 'warcinfo warcinfo response request',
    named: 1,
  },
  {
    test: 'test_example_arc_gz, test_index',
    file: 'example.arc.gz',
    types: 'arc_header response',
    offsets: [0, 171],
  },
  {
    test: 'test_example_arc, test_index',
    file: 'example.arc',
    types: 'arc_header response',
    offsets: [0, 151],
  },
  { test: 'test_example_space_in_url_arc', file: 'example-space-in-url.arc', types: 'arc_header response' },
  {
    test: 'test_bad_arc_invalid_lengths',
    file: 'bad.arc',
    types: 'arc_header response response response',
    named: 3,
  },
  {
    test: 'test_recompress_non_chunked',
    file: 'example-bad-non-chunked.warc.gz',
    types: 'warcinfo warcinfo response request revisit request',
  },
  { test: 'test_recompress_wrong_chunks', file: 'example-wrong-chunks.warc.gz', types: 'response request' },
  {
    test: 'test_corrects_wget_bug',
    file: 'example-wget-bad-target-uri.warc.gz',
    type: 'response',
    uri: 'http://example.com/',
  },
  {
    test: 'test_corrects_space_in_target_uri',
    file: 'example-space-in-target-uri.warc.gz',
    type: 'resource',
    uri: 'file:///example%20with%20spaces.png',
  },
  ...['example.warc.gz', 'example.warc', 'example.arc.gz', 'example.arc'].map((file) => ({
    test: 'test_read_content',
    file,
    words: 'Example Domain',
  })),
  {
    test: 'test_read_content_chunked',
    file: 'example-iana.org-chunked.warc',
    words: 'Internet Assigned Numbers Authority',
  },
  {
    test: 'test_resource_no_http_headers',
    file: 'example-resource.warc.gz',
    words: 'Example Domain',
    sizeBytes: 1303,
  },
  { test: 'test_check_valid', file: 'example.warc', wrongDigests: 0 },
  { test: 'test_check_valid', file: 'example.warc.gz', wrongDigests: 0 },
  { test: 'test_check_valid_chunked', file: 'example-iana.org-chunked.warc', wrongDigests: 0 },
  {
    test: 'test_digests_mutilate',
    file: 'example.warc',
    replace: ['WARC-Block-Digest: sha1:DR5', 'WARC-Block-Digest: sha1:111'],
    wrongDigests: 1,
  },
  {
    test: 'test_digests_mutilate',
    file: 'example.warc',
    replace: ['WARC-Payload-Digest: sha1:G7H', 'WARC-Payload-Digest: sha1:111'],
    wrongDigests: 1,
  },
  { test: 'test_check_invalid', file: 'example-digest.warc', notations: [false, true, true, true] },
]

export async function score([folder], { say }) {
  const files = new Map()
  for (const name of new Set(facts.map(({ file }) => file)))
    files.set(name, await readFile(join(folder, 'warcio_test', 'data', name)))
  const scores = {}
  for (const [name, reader] of Object.entries({ hearsay, warcio: await openWarcio() })) {
    const reading = { right: 0, of: 0 }
    const digests = { right: 0, of: 0 }
    for (const fact of facts) {
      const isOfDigests = fact.wrongDigests !== undefined || fact.notations !== undefined
      // npm warcio checks no digest when it reads: there is nothing to compare.
      if (isOfDigests && reader !== hearsay) continue
      const tally = isOfDigests ? digests : reading
      const isRight = await holds(fact, files.get(fact.file), reader)
      tally.of++
      tally.right += isRight
      if (!isRight) say(`${name} ${fact.test} ${fact.file}`)
    }
    const { cut, changed } = await harm(files, reader)
    scores[name] = { reading, ...(digests.of === 0 ? {} : { digests }), cut, changed }
    say(
      `${name.padEnd(8)} reading ${reading.right} of ${reading.of}  digests ${digests.of === 0 ? 'not checked' : `${digests.right} of ${digests.of}`}  cut: kept ${cut.kept}, told ${cut.told} of ${cut.of}  changed: kept ${changed.kept}, told ${changed.told} of ${changed.of}`,
    )
  }
  return scores
}

/** `{type, at, uri, isBroken}` of each record, `named`: faults told, `pages`: `{words, sizeBytes, isWrong}`. */
async function hearsay(bytes, name) {
  const records = []
  let named = 0
  for await (const found of readArchiveRecords(Readable.from([bytes]), {
    isPacked: name.endsWith('.gz'),
    maxBlockBytes: 1e8,
  })) {
    const record = found.kind === 'record' ? found : found.rest
    named += found.kind === 'broken' ? 1 : found.faults.length
    records.push({
      type: record?.type ?? 'broken',
      at: found.at,
      uri: record?.headers.get('warc-target-uri'),
      isBroken: found.kind === 'broken',
    })
  }
  const pages = []
  for await (const page of collect(['-'], { stdin: Readable.from([bytes]) })) {
    if (!isDocument(page)) continue
    const isWrong = page.problems?.some(({ code }) => code === 'digest-mismatch') ?? false
    pages.push({ words: Buffer.from(page.bytes).toString(), sizeBytes: page.bytes.length, isWrong })
  }
  return { records, named, pages }
}

/** npm warcio as its documentation has it used: iterate, read each record; what it logs or throws is a fault told. */
async function openWarcio() {
  const { WARCParser } = await import('warcio')
  return async (bytes) => {
    const records = []
    const pages = []
    let named = 0
    const { error, warn, log } = console
    console.error = console.warn = console.log = () => named++
    try {
      const parser = new WARCParser(Readable.from([bytes]))
      for await (const record of parser) {
        const content = await record.readFully(true).catch(() => {
          named++
          return null
        })
        records.push({
          type: record.warcType || 'unnamed',
          at: parser.offset,
          uri: record.warcTargetURI,
          isBroken: false,
        })
        // It gives the records of an ARC file without a type.
        if (['response', 'resource', '', undefined, null].includes(record.warcType) && content !== null)
          pages.push({ words: Buffer.from(content).toString(), sizeBytes: content.length, isWrong: false })
      }
    } catch {
      named++
    } finally {
      Object.assign(console, { error, warn, log })
    }
    return { records, named, pages }
  }
}

async function holds(fact, bytes, reader) {
  if (fact.notations !== undefined) return holdNotations(bytes, fact.notations)
  const given =
    fact.replace === undefined
      ? bytes
      : Buffer.from(bytes.toString('latin1').replace(fact.replace[0], fact.replace[1]), 'latin1')
  const { records, named, pages } = await reader(given, fact.file)
  const types = fact.types?.split(' ')
  const checks = {
    types: () =>
      records.length === types.length &&
      records.every(({ type }, i) => type === types[i] || (type === 'broken' && fact.named !== undefined)),
    offsets: () => fact.offsets.every((at, i) => records[i]?.at === at),
    named: () => named >= fact.named,
    uri: () => records.find(({ type }) => type === fact.type)?.uri === fact.uri,
    words: () => pages[0]?.words.includes(fact.words) === true,
    sizeBytes: () => pages[0]?.sizeBytes === fact.sizeBytes,
    wrongDigests: () => pages.filter(({ isWrong }) => isWrong).length === fact.wrongDigests,
  }
  return Object.keys(checks).every((key) => fact[key] === undefined || checks[key]())
}

/** The four requests have an empty body, whose digest they write in four ways, the first of them wrong. */
function holdNotations(bytes, expected) {
  const digests = [...bytes.toString('latin1').matchAll(/^WARC-Payload-Digest: (\S+)/gm)].map(
    ([, digest]) => digest,
  )
  return (
    digests.length === expected.length &&
    digests.every((digest, i) => openDigest(digest)?.isRight() === expected[i])
  )
}

async function harm(files, reader) {
  const cut = { kept: 0, told: 0, of: 0 }
  const changed = { kept: 0, told: 0, of: 0 }
  for (const name of ['example.warc', 'example.warc.gz', 'example-iana.org-chunked.warc', 'example.arc']) {
    const bytes = files.get(name)
    const { offsets } = facts.find(({ file, offsets }) => file === name && offsets !== undefined)
    const ends = [...offsets.slice(1), bytes.length]
    for (let at = offsets[1] + 1; at < bytes.length; at += 37) {
      // The line ends behind a record may be missing: then nothing is lost, and there is nothing to tell.
      if (ends.some((end) => at > end - 5 && at <= end)) continue
      const { records, named } = await reader(bytes.subarray(0, at), name)
      const whole = ends.filter((end) => end <= at).length
      // The header of an ARC file is no record to every reader.
      const least = name.endsWith('.arc') ? whole - 1 : whole
      cut.of++
      cut.kept += records.filter(({ isBroken }) => !isBroken).length >= least
      cut.told += named > 0
    }
    if (!name.endsWith('.gz')) continue
    for (const [i, start] of offsets.entries()) {
      const harmed = Buffer.from(bytes)
      const middle = start + Math.floor((ends[i] - start) / 2)
      harmed[middle] = (harmed[middle] ?? 0) ^ 0x55
      const { records, named } = await reader(harmed, name)
      changed.of++
      changed.kept += offsets.every(
        (at, other) => other === i || records.some((record) => record.at === at && !record.isBroken),
      )
      changed.told += named > 0
    }
  }
  return { cut, changed }
}
