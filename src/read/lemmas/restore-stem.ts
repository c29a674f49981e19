/** “plann”, “stopp”; not “pass”, “stuff”, “buzz”, which double for good. */
const doubled = /([bdgmnprtk])\1$/
const doubledL = /[aeiou]ll$/
/** “install”, “enroll”: words of several syllables that keep their “ll”. */
const keepsL =
  /(?:stall|call|(?:^|[^t])roll|fill|till|kill|pull|[st]ell|spell|mell|well|poll|toll|thrall|shell|yell|befall)$/

/** Two vowels and a consonant (“explain”, “load”), where the “u” of “qu” is none. */
const longVowel = /(?:^|[^q])[aeiou]?[aeiou][aeiou][^aeiou]$/
const shortVowel = /(?:^|[^aeiou]|qu)[aeiouy][^aeiouwxy]$/
const vowels = /[aeiouy]+/g

/** Endings that always leave out an “e”: “argu”, “forc”, “organiz”, “rais”, “handl”, “massacr”, “breath”. */
const silentE =
  /(?:[uv]|c|[^tz]z|[aeiounrlpw]s|[bcdfgkptz]l|[bcdtg]r|[aeiour]g|[dl]g|[aeu]ng|(?:fr|cr|[hb])ing|(?:br|l|w)eath|bath|cloth|sooth|loath|s?eeth|writh|[tpwhb]ast|[iu]at|guid|suad|leagu)$/
/** “hang”, “belong”, “young”, “chorus”: exceptions to it. */
const noSilentE = /(?:^(?:b|h|cl|g|sl|tw|f)ang|overhang|oung|focus|chorus)$/
const createLike = /(?:cre|perme|line|nause)at$/

/**
 * Words of several syllables that end in one vowel and one consonant: which of these endings leave out an “e”.
 * “invad”, “describ”, “provok”, “compil”, “assum”, “defin”, “escap”, “prepar”, “requir”, “explor”, “measur”,
 * “complet”, “unit”, “promot”, “execut”; but “visit”, “offer”, “mention”, “develop”, “monitor”.
 */
const silentEOfLongWords =
  /(?:[aeiou]d|[aiou]b|[aiou]k|[iou]l|[ie]nhal|exhal|[aiu]m|com|(?:[nrt]|tra)ven|inven|(?:^|[^aeiou])in|un|(?:postp|cond|at|teleph)on|ap|(?:el|telesc)op|ar|(?:adh|interf|persev|coh|rev)er|ir|(?:pl|gn|st|sc|sh)or|^ador|ur|at|(?:pl|del|cr|comp)et|(?:un|inv|ign|exc|rec|inc|exped|requ|wr)it|ot|ut|af|if)$/
const noSilentEOfLongWords =
  /(?:invad?en|[lr]iven|council|pencil|fossil|margin|cabin|coffin|origin|(?:pil|piv|ball|parr)ot|debut|input|output|combat|format|pillar|collar|sugar|altar|guitar|murmur|sulfur|victim|program|ransom)$/

const syllables = (stem: string) => stem.match(vowels)?.length ?? 0

/**
 * The word of which “-ed”, “-ing”, “-er” or “-est” left this stem: “plann” is “plan”, “hop” is “hope”, “visit” is
 * “visit”. A guess by English spelling; what it gets wrong stands in the lexicon.
 */
export function restoreStem(stem: string): string {
  if (doubled.test(stem)) return stem.slice(0, -1)
  if (doubledL.test(stem)) return syllables(stem) > 1 && !keepsL.test(stem) ? stem.slice(0, -1) : stem
  return leavesOutE(stem) ? `${stem}e` : stem
}

function leavesOutE(stem: string): boolean {
  if (createLike.test(stem)) return true
  if (noSilentE.test(stem)) return false
  if (silentE.test(stem)) return true
  if (longVowel.test(stem) || !shortVowel.test(stem)) return false
  if (syllables(stem) === 1) return true
  return silentEOfLongWords.test(stem) && !noSilentEOfLongWords.test(stem)
}
