const bare = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * Says which lines of a gold text are missing (`-`) and which given lines are too many (`+`), in the order of each text.
 * A line counts as there when its letters stand anywhere in the other text.
 */
export function showDifference(gold, found, say) {
  const [wanted, given] = [bare(gold), bare(found)]
  const lines = (text) => text.split('\n').filter((line) => bare(line) !== '')
  for (const line of lines(gold)) if (!given.includes(bare(line))) say(`- ${shorten(line)}`)
  for (const line of lines(found)) if (!wanted.includes(bare(line))) say(`+ ${shorten(line)}`)
}

const shorten = (line) =>
  line.length > 240 ? `${line.slice(0, 160)} […${line.length}…] ${line.slice(-60)}` : line
