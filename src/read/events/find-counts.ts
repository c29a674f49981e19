import type { Count } from '../../records/reading.ts'
import type { Deed } from './find-deeds.ts'
import type { Tree } from './open-tree.ts'

/** Numbers that a deed gives. */
export function findCounts(_tree: Tree, _deed: Deed): Count[] {
  return []
}
