const bare = (relation) => relation.split(':')[0]
const percent = (share) => Math.round(share * 10_000) / 100

/** Parts of speech, heads and relations (without subtypes) that are right, in percent of the gold tokens. */
export function scoreParses(sentences, parses) {
  let [total, tags, heads, relations, subtypes] = [0, 0, 0, 0, 0]
  for (const [i, sentence] of sentences.entries())
    for (const [k, head] of sentence.heads.entries()) {
      total++
      if (parses[i].upos[k] === sentence.upos[k]) tags++
      if (parses[i].heads[k] !== head) continue
      heads++
      if (bare(parses[i].deprels[k]) === bare(sentence.deprels[k])) relations++
      if (parses[i].deprels[k] === sentence.deprels[k]) subtypes++
    }
  return {
    upos: percent(tags / total),
    uas: percent(heads / total),
    las: percent(relations / total),
    lasWithSubtypes: percent(subtypes / total),
  }
}
