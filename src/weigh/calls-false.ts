/** “is false”, and not “was a false alarm”, where what it says of something else follows. */
const falsehood =
  /\b(?:report|reports|story|stories|allegations?|accusations?|claims?|accounts?|charges?|suggestions?|rumou?rs?|assertions?|it|this|that|they|article)\b[^.!?]{0,120}?(?:\b(?:is|are|was|were|be|been|as|being)|[’']s)\s+(?:[\p{L}-]+\s+){0,3}?[“"‘']?(?:[\p{L}]+\s+)?(?:false|untrue|fake|baseless|unfounded|groundless|fabricat\p{L}+|bogus|nonsense|(?:an? )?(?:pure )?(?:invention|fiction|lie|hoax)|lies|inaccurate|incorrect|ridiculous|absurd|not (?:to be )?(?:true|accurate|correct))\b(?!\s+(?!(?:and|but|or|in|by|on|to|as|from|he|she|they|it)\b)\p{L})/iu
const otherwise =
  /\b(?:full of lies|(?:this|such|total|utter|complete|sheer) nonsense|not to be true|turned out (?:to be )?(?:false|untrue)|called? (?:it|that|this|the (?:report|story|claims?)) [“"]?(?:false|fake|a lie|lies|nonsense))\b/i

/** “it was untrue that she knew”: what is untrue follows. */
const untrueThat =
  /^(?:that\s+)?it (?:is|was|had been|[’']s) (?:\p{L}+ly )?(?:untrue|false|not true|wrong|incorrect|a lie|nonsense) that\b/iu

/** How much of a proposition is looked at, in UTF-16 units: a denial stands first. */
const looked = 240

/** Whether a proposition calls what others tell untrue: “the story that came out is false”, “the claims are baseless”. */
export function callsFalse(proposition: string): boolean {
  const words = proposition.slice(0, looked)
  return falsehood.test(words) || otherwise.test(words) || untrueThat.test(words.trimStart())
}
