const stopWords = new Set(
  `a an the this that these those of in on at by for from with to into over under about against between through during
  after before since until and or but nor so yet as if than then is are was were be been being am do does did has have
  had will would can could may might must shall should not no it its he his him she her they their them we our us you
  your i my who whom whose which what when where why how there here said says say saying told tell also just very more
  most such own same too again once any all each both few some other only`.split(/\s+/),
)

/** The words of a proposition that carry it: lower case, endings cut, each once, in order of the alphabet. */
export function toContentWords(text) {
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}]+/gu)
  return [
    ...new Set((words ?? []).filter((word) => word.length > 1 && !stopWords.has(word)).map(cutEnding)),
  ].sort()
}

/** Enough that “sanctions” meets “sanction” and “eased” “eases”; no more. */
function cutEnding(word) {
  if (word.length < 5) return word
  return word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s)$/, '')
}
