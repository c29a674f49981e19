import type { Problem } from '../records/problem.ts'
import type { Container } from './container.ts'
import { type ArchiveTally, describeTally, openPageFinder } from './find-archive-pages.ts'

/**
 * Web archives: WARC (ISO 28500), as crawlers, browsers’ extensions and wget write them, and ARC, their forerunner.
 *
 * Read as a stream, one record at a time, whatever the size of the file. The npm package warcio was measured first
 * (eval/warc, 2026-11-26): it gives the page of an ARC file but not its type or its address, ends without a word where
 * a file is cut off or a gzip member is broken, with all that stands behind, and checks no digest when it reads.
 */
export const warcContainer: Container = {
  name: 'web archive',
  recognises: ({ head }) => {
    const start = Buffer.from(head.subarray(0, 64)).toString('latin1')
    return /^\s*WARC\/\d\.\d+\r?\n/.test(start) || /^\s*filedesc:\/\//.test(start)
  },
  async *collect({ where, isGzip, path, read }, settings) {
    const finder = openPageFinder(settings)
    yield* finder.find({
      where,
      isPacked: isGzip,
      stream: read(),
      reread: path === null ? null : async (from) => read(from),
    })
    const { tally } = finder
    if (tally.pages + tally.failed === 0) yield { where, problem: noPages(tally) }
    else settings.onRemark?.(where, `${describeTally(tally)}.`)
  },
}

/** An archive without a page, and what it holds. */
export const noPages = (tally: Readonly<ArchiveTally>): Problem => ({
  code: 'unreadable-file',
  message: `The archive holds no pages: ${describeTally(tally)}.`,
  advice:
    tally.conversions > 0
      ? 'It holds texts that were taken from pages, menus and all (WET); give the WARC file with the pages.'
      : 'Give the archive with the pages themselves (HTML).',
})
