import type { Models } from '../records/models.ts'
import { loadModels } from './load-models.ts'

interface Header {
  readonly tensors: readonly {
    readonly name: string
    readonly shape: readonly number[]
    readonly offset: number
  }[]
}

let loaded: ReadonlyMap<string, number> | undefined

/**
 * How common English words are, as `data/model/vectors.bin` orders them: 0 for the commonest, words in lower case.
 *
 * 60,000 words by falling frequency in the text that the vectors were learnt from (news and encyclopaedia, to 2014); a
 * word that is missing is rarer than all of them. Takes some 10 ms and 5 MB, once a process.
 *
 * @throws {Error} when the file is malformed: the installation is broken.
 */
export function loadWordRanks(models: Pick<Models, 'vectors'> = loadModels()): ReadonlyMap<string, number> {
  loaded ??= readRanks(models.vectors)
  return loaded
}

/** The header’s length stands at byte 4, the header at 8, the tensors behind it (train/README.md, “Files”). */
function readRanks(file: Uint8Array): ReadonlyMap<string, number> {
  const headerSize = new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(4, true)
  // Text is not decoded from shared memory, hence the copies.
  const decode = (start: number, size: number) =>
    new TextDecoder().decode(new Uint8Array(file.subarray(start, start + size)))
  const { tensors } = JSON.parse(decode(8, headerSize)) as Header
  const words = tensors.find(({ name }) => name === 'words')
  if (words === undefined) throw new Error('vectors.bin has no tensor of words.')
  const text = decode(8 + headerSize + words.offset, words.shape[0] ?? 0)
  return new Map(text.split('\n').map((word, rank) => [word, rank]))
}
