const telling =
  /\b(?:report|reports|story|stories|allegations?|accusations?|claims?|account|accounts|charges?|suggestions?|rumou?rs?|assertions?|it|this|that|they|article)\b/i
const falsehood =
  /\b(?:false|untrue|fake|baseless|unfounded|groundless|fabricat\w+|bogus|nonsense|invention|fiction|lies?|hoax|inaccurate|incorrect|not (?:true|accurate|correct))\b/i

/** Whether a proposition calls what others tell untrue: “the story that came out is false”, “the claims are baseless”. */
export function callsFalse(proposition: string): boolean {
  if (proposition.length > 200) return false
  const at = falsehood.exec(proposition)
  if (!at) return false
  // “denied that the report was not accurate” and “a false alarm” call nothing false.
  const before = proposition.slice(0, at.index)
  return telling.test(before) && !/\bnot\b/i.test(before)
}
