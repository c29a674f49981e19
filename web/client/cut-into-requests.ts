/** As many names as one request may hold. */
const namesAtOnce = 100
/** Of an address, as proxies take them: nginx refuses 8 kB. */
const lettersAtOnce = 4000

/** Names with what belongs to each, cut so that each piece fits into one address; in their order. */
export function cutIntoRequests<Value>(
  all: readonly (readonly [string, Value])[],
): (readonly [string, Value])[][] {
  const requests: (readonly [string, Value])[][] = []
  let letters = Number.POSITIVE_INFINITY
  for (const one of all) {
    const own = encodeURIComponent(one[0]).length + '&name='.length
    const last = requests.at(-1)
    if (last && last.length < namesAtOnce && letters + own <= lettersAtOnce) {
      last.push(one)
      letters += own
    } else {
      requests.push([one])
      letters = own
    }
  }
  return requests
}
