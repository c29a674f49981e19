/** What a drop or a choice gives: the file and its path in the folder that was dropped, `pages/a.html`. */
export interface FoundFile {
  readonly file: File
  readonly path: string
}

/** Files in which there can be an article; a folder saved by a browser is full of pictures and scripts. */
const readable = /\.(html?|xhtml|txt|md)$/i

/**
 * Finds the files of what was dropped, folders and what is in them included, by their paths. Of a folder only pages and
 * texts are taken, of single files every one, so that each is answered for. Must be called while the drop is handled.
 */
export async function findDroppedFiles(transfer: DataTransfer): Promise<FoundFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  // Where a browser has no entries, the files alone.
  if (entries.length === 0) return [...transfer.files].map((file) => ({ file, path: file.name }))
  const found = await Promise.all(entries.map((entry) => findFiles(entry, false)))
  return found.flat()
}

/** The files of a folder that was chosen. */
export function findChosenFiles(files: Iterable<File>): FoundFile[] {
  return [...files].flatMap((file) =>
    file.webkitRelativePath === ''
      ? { file, path: file.name }
      : readable.test(file.name)
        ? { file, path: file.webkitRelativePath }
        : [],
  )
}

async function findFiles(entry: FileSystemEntry, isInFolder: boolean): Promise<FoundFile[]> {
  if (entry instanceof FileSystemFileEntry) {
    if (isInFolder && !readable.test(entry.name)) return []
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ file, path: entry.fullPath.replace(/^\//, '') }]
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return []
  const reader = entry.createReader()
  const found: FoundFile[] = []
  for (;;) {
    // A reader gives a hundred entries at a time, and none at the end.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (entries.length === 0) return found
    for (const each of entries) found.push(...(await findFiles(each, true)))
  }
}
