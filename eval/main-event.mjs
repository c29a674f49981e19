/** The event of a short text whose trigger stands nearest the root of its sentence’s parse; the first of equals. */
export function mainEvent({ events, sentences }) {
  const depths = events.map((event, k) => ({ event, depth: depthOf(event, sentences), k }))
  return depths.sort((a, b) => a.depth - b.depth || a.k - b.k)[0]?.event
}

function depthOf({ trigger }, sentences) {
  const at = sentences.findIndex(({ start, end }) => start <= trigger.start && trigger.end <= end)
  const tokens = sentences[at]?.tokens ?? []
  let depth = 0
  let i = tokens.findIndex(({ start }) => start === trigger.start)
  while (i !== -1 && tokens[i].head !== -1 && depth < tokens.length) {
    i = tokens[i].head
    depth++
  }
  return at * 1000 + depth
}
