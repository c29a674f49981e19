import { f1, percent } from './measures.mjs'

/**
 * B-cubed precision, recall and F1 (Bagga and Baldwin 1998) and V-measure (Rosenberg and Hirschberg 2007), in percent.
 *
 * @param pairs one for each item: its class in gold, its cluster as found.
 */
export function measureClusters(pairs) {
  const [golds, founds, joint] = [new Map(), new Map(), new Map()]
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const [gold, found] of pairs) {
    count(golds, gold)
    count(founds, found)
    count(joint, JSON.stringify([gold, found]))
  }
  const n = pairs.length
  let [precision, recall, goldGivenFound, foundGivenGold] = [0, 0, 0, 0]
  for (const [key, both] of joint) {
    const [gold, found] = JSON.parse(key)
    precision += (both * both) / founds.get(found)
    recall += (both * both) / golds.get(gold)
    goldGivenFound -= (both / n) * Math.log(both / founds.get(found))
    foundGivenGold -= (both / n) * Math.log(both / golds.get(gold))
  }
  const entropy = (map) => [...map.values()].reduce((sum, size) => sum - (size / n) * Math.log(size / n), 0)
  const share = (conditional, all) => (all === 0 ? 1 : 1 - conditional / all)
  const homogeneity = share(goldGivenFound, entropy(golds))
  const completeness = share(foundGivenGold, entropy(founds))
  const both = homogeneity + completeness
  return {
    stories: founds.size,
    gold: golds.size,
    bcubed: f1(1, n / precision, n / recall),
    homogeneity: percent(homogeneity),
    completeness: percent(completeness),
    v: percent(both === 0 ? 0 : (2 * homogeneity * completeness) / both),
  }
}
