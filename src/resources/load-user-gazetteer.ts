import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GazetteerBuilder } from './gazetteer-builder.ts'
import { parsePetrarchActors, parsePetrarchAgents } from './parse-petrarch.ts'
import { gazetteerFiles, readGazetteerTables } from './read-gazetteer-tables.ts'

/**
 * Adds a user’s own tables to ours: every file of a folder that has the name of one of ours (`leaders.tsv`,
 * `organizations.tsv`, …), and PETRARCH’s dictionaries (`*.actors`, `*.agents`, or `*.actors.txt`, `*.agents.txt`). What they say of a name
 * outranks what we say of it.
 *
 * @throws {Error} naming file and line where a file is malformed, or the folder when it cannot be read.
 */
export async function addUserGazetteer(
  builder: GazetteerBuilder,
  folder: string,
  legacy: ReadonlyMap<string, string>,
): Promise<void> {
  const files = (await readdir(folder)).sort()
  builder.startOver()
  const tables: Record<string, string> = {}
  for (const file of files) {
    const path = join(folder, file)
    if (gazetteerFiles.includes(file)) tables[file] = await readFile(path, 'utf8')
    else if (/\.actors(?:\.txt)?$/.test(file)) addActors(builder, path, await readFile(path, 'utf8'), legacy)
    else if (/\.agents(?:\.txt)?$/.test(file)) addAgents(builder, path, await readFile(path, 'utf8'))
  }
  readGazetteerTables(builder, tables, folder)
}

function addActors(
  builder: GazetteerBuilder,
  file: string,
  content: string,
  legacy: ReadonlyMap<string, string>,
): void {
  for (const { names, terms } of parsePetrarchActors(file, content, legacy)) {
    const [name = ''] = names
    const actor = builder.actor({ kind: 'any', name, wikidata: null, isStateRun: null })
    actor.terms.push(...terms.map((term) => ({ ...term, role: null, office: null })))
    for (const written of names) {
      builder.name(written, actor, 'name')
      // “MADURO” is whoever the article calls so, by whatever first name.
      if (!written.includes(' ')) builder.name(written, actor, 'surname')
    }
  }
}

function addAgents(builder: GazetteerBuilder, file: string, content: string): void {
  for (const { words, roles } of parsePetrarchAgents(file, content))
    builder.office({ words, is: 'person', roles, inherits: false, standsAlone: true, class: words })
}
