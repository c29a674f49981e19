/**
 * An analyst’s Admiralty letter for an outlet, A (completely reliable) to F (cannot be judged); null for an empty cell.
 *
 * @throws {Error} naming file and line when it is another letter.
 */
export function parseReliability(cell: string, file: string, line: number): string | null {
  if (cell === '') return null
  const letter = cell.toUpperCase()
  if (!/^[A-F]$/.test(letter))
    throw new Error(
      `${file}, line ${line}: “${cell}” is no Admiralty letter; write A to F, or leave it empty`,
    )
  return letter
}
