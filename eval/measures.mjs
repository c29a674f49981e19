/** Precision, recall and F1 in percent to two decimals; 0 where nothing was found or nothing was there. */
export function f1(right, found, gold) {
  const [precision, recall] = [found === 0 ? 0 : right / found, gold === 0 ? 0 : right / gold]
  const f = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision: percent(precision), recall: percent(recall), f1: percent(f) }
}

export const percent = (share) => Math.round(share * 10_000) / 100
