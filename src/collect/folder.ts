import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Document, Uncollected } from '../records/document.ts'
import type { Collector, CollectSettings } from './collector.ts'
import { explainUnreadable } from './explain-unreadable.ts'
import { collectPath } from './file.ts'

/**
 * A folder: every file below it, in the order of their names, folder by folder.
 *
 * Hidden files, the pictures and scripts that a browser saves beside a page, and folders reached a second time
 * through a link are passed over. A folder without a page is one `Uncollected`.
 */
export const folderCollector: Collector = {
  name: 'folder',
  async takes(place) {
    try {
      return (await stat(place)).isDirectory()
    } catch {
      return false
    }
  },
  async *collect(place, settings) {
    let found = 0
    for await (const collected of walk(place, settings, new Set())) {
      found++
      yield collected
    }
    if (found > 0) return
    yield {
      where: place,
      problem: {
        code: 'unreadable-file',
        message: 'The folder holds no pages: no file that is neither hidden nor a picture, script or style.',
        advice: 'Give the folder with the saved pages (HTML or plain text).',
      },
    }
  },
}

async function* walk(
  folder: string,
  settings: CollectSettings,
  visited: Set<string>,
): AsyncGenerator<Document | Uncollected> {
  let entries: Dirent[]
  try {
    const { dev, ino } = await stat(folder)
    // A link to a folder above would lead round in circles.
    if (visited.has(`${dev}:${ino}`)) return
    visited.add(`${dev}:${ino}`)
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield { where: folder, problem: explainUnreadable(error) }
    return
  }
  const names = new Set(entries.map(({ name }) => name))
  // By code units, so that the order is the same on every machine.
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    const kind = await kindOf(entry, path)
    if (kind === 'folder' && !isAssetFolder(entry.name, names)) yield* walk(path, settings, visited)
    else if (kind === 'file' && !assetFile.test(entry.name)) yield* collectPath(path, settings)
  }
}

async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | 'neither'> {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (!entry.isSymbolicLink()) return 'neither'
  try {
    const stats = await stat(path)
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'neither'
  } catch {
    // Reading the broken link says what is wrong with it.
    return 'file'
  }
}

function isAssetFolder(name: string, siblings: ReadonlySet<string>): boolean {
  if (/^(?:images?|img|css|js|fonts?)$/i.test(name)) return true
  // “Page_files” beside “Page.html”, in the languages in which browsers have named it.
  const page = /^(.+)[_-](?:files|file|Dateien|archivos|fichiers|ficheiros|bestanden|pliki|файлы)$/i.exec(
    name,
  )?.[1]
  return page !== undefined && pageEndings.some((ending) => siblings.has(page + ending))
}

const pageEndings = ['.html', '.htm', '.xhtml', '.HTML', '.HTM']

const assetFile =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|css|m?js|map|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|ogg|wav|mov|avi)$/i
