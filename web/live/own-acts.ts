/** How many acts of review this page is waiting for the answer to. */
let sending = 0
/** The last of each answer: what the server tells of, unless it did before the answer came. */
const given = new Set<string>()

/** Sends acts of one’s own, and notes which they are before anything follows from the answer. */
export async function sendOwnActs<Logged extends { readonly act: { readonly id: string } }>(
  send: () => Promise<readonly Logged[]>,
): Promise<readonly Logged[]> {
  sending += 1
  try {
    const acts = await send()
    const last = acts.at(-1)
    if (last !== undefined) given.add(last.act.id)
    return acts
  } finally {
    sending -= 1
  }
}

/**
 * Whether all is asked again anyway after an act of which the server tells: it is one’s own, or one’s own is on its way,
 * whose answer comes later than anybody’s act that was told of meanwhile.
 */
export const isAskedAgainAnyway = (actId: string): boolean => given.delete(actId) || sending > 0
