/**
 * Does the body of an article agree with, disagree with or discuss a headline, or is it unrelated (a folder with
 * `stances.jsonl` and `bodies.jsonl`): macro-F1 over the four, and F1 of each. All pairs are scored.
 *
 * `fitted`: one logistic model a stance on what `weigh/` sees between the headline and the body’s sentences, fitted on
 * other bodies (five folds by body). `rules`: without any fitting, `compareReports` alone: unrelated where no sentence
 * shares half of the headline, agree where one is the same proposition, disagree where one stands against it or denies.
 * Baselines in the same run: `majority`, and `overlap`: unrelated under a fifth of the headline’s words, else discuss.
 * Headlines stand over several bodies, so that the folds do not keep headlines apart: read `fitted` as an upper bound.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compareReports } from '../dist/weigh/compare-reports.js'
import { findSentences } from '../dist/weigh/find-sentences.js'
import { fitLogistic, foldOf, macroF1 } from './fit-logistic.mjs'
import { findPairFeatures, overlapOf } from './pair-features.mjs'
import { parseLines } from './parse-lines.mjs'
import { toPlainReport } from './to-plain-report.mjs'

const stances = ['agree', 'disagree', 'discuss', 'unrelated']
const folds = 5
/** A body tells what it is about in its first sentences. */
const mostSentences = 25

export async function score([folder], { say }) {
  const [rows, bodies] = await Promise.all(
    ['stances.jsonl', 'bodies.jsonl'].map(async (name) =>
      parseLines(await readFile(join(folder, name), 'utf8')),
    ),
  )
  const sentencesOf = new Map(
    bodies.map((body) => [
      body['Body ID'],
      findSentences(body.articleBody)
        .slice(0, mostSentences)
        .map(({ start, end }, i) =>
          toPlainReport(`${body['Body ID']} ${i}`, body.articleBody.slice(start, end)),
        ),
    ]),
  )
  const headlines = new Map()
  const pairs = rows.flatMap((row) => {
    const sentences = sentencesOf.get(row['Body ID'])
    if (!sentences || sentences.length === 0) return []
    const headline = headlines.get(row.Headline) ?? toPlainReport(`headline ${headlines.size}`, row.Headline)
    headlines.set(row.Headline, headline)
    return [{ body: row['Body ID'], stance: row.Stance, ...look(headline, sentences) }]
  })
  const gold = pairs.map(({ stance }) => stance)
  const found = {
    majority: gold.map(() => 'unrelated'),
    overlap: pairs.map(({ share }) => (share < 0.2 ? 'unrelated' : 'discuss')),
    rules: pairs.map(({ byRule }) => byRule),
    fitted: [],
  }
  for (let fold = 0; fold < folds; fold++) {
    const rest = pairs.filter(({ body }) => foldOf(body, folds) !== fold)
    const features = rest.map((pair) => pair.features)
    const chances = stances.map((name) =>
      fitLogistic(
        features,
        rest.map(({ stance }) => Number(stance === name)),
        { steps: 120, rate: 1 },
      ),
    )
    for (const [i, pair] of pairs.entries()) {
      if (foldOf(pair.body, folds) !== fold) continue
      const by = chances.map((chance) => chance(pair.features))
      found.fitted[i] = stances[by.indexOf(Math.max(...by))]
    }
    say(`fold ${fold}: ${rest.length} to fit on`)
  }
  return {
    pairs: pairs.length,
    ...Object.fromEntries(
      Object.entries(found).map(([way, labels]) => {
        const { macro, of } = macroF1(gold, labels, stances)
        return [way, { macroF1: macro, ...of }]
      }),
    ),
  }
}

/** What a headline meets in a body: the sentence nearest to it, the best of all, and words of denial about it. */
function look(headline, sentences) {
  const overlaps = sentences.map((sentence) => overlapOf(headline, sentence))
  const nearest = overlaps.reduce(
    (best, { contained }, i) => (contained > overlaps[best].contained ? i : best),
    0,
  )
  const near = sentences.filter((_, i) => overlaps[i].contained >= overlaps[nearest].contained * 0.7)
  const whole = toPlainReport('body', sentences.map(({ proposition }) => proposition).join(' '))
  const all = overlapOf(headline, whole)
  const relations = sentences.map((sentence) => compareReports(headline, sentence)?.relation)
  const denies = near.filter(({ proposition }) => denial.test(proposition)).length / near.length
  const share = overlaps[nearest].contained
  const byRule =
    share < 0.5
      ? 'unrelated'
      : relations.includes('against') || denies > 0.3
        ? 'disagree'
        : relations.includes('same')
          ? 'agree'
          : 'discuss'
  return {
    share: all.contained,
    byRule,
    features: [
      ...findPairFeatures(headline, sentences[nearest]),
      ...findPairFeatures(headline, sentences[0]),
      all.contained,
      all.rare,
      all.names,
      relations.filter((relation) => relation === 'same').length,
      relations.filter((relation) => relation === 'against').length,
      denies,
      sentences.filter(({ proposition }) => denial.test(proposition)).length / sentences.length,
      sentences.filter(({ proposition }) => hedge.test(proposition)).length / sentences.length,
      Number(denial.test(headline.proposition)),
      Number(hedge.test(headline.proposition)),
      nearest,
      Math.log(sentences.length),
    ],
  }
}

const denial =
  /\b(?:den(?:y|ies|ied)|false|hoax|fake|untrue|debunk\w*|refut\w*|dismiss\w*|fabricat\w*|not true|bogus|retract\w*|satir\w*|no evidence|unfounded)\b/i
const hedge =
  /\b(?:reportedly|allegedly|unconfirmed|rumou?r\w*|claims?|claimed|reports?|apparently|according|could|may|might|unverified|purported\w*)\b/i
