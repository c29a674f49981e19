/** A WARC or ARC file: on a disk, in a ZIP, or coming in. */
export interface ArchiveFile {
  /** What a failure is told of that has no address. */
  readonly where: string
  readonly isPacked: boolean
  readonly stream: AsyncIterable<Uint8Array>
  /** Opens it once more from an offset on; null when it comes but once. */
  readonly reread: ((from: number) => Promise<AsyncIterable<Uint8Array>>) | null
}
