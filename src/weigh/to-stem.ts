/** Forms that no rule of spelling leads back: “met” is “meet”. */
const irregular: ReadonlyMap<string, string> = new Map(
  `began begun:begin blew blown:blow bought:buy broke broken:break brought:bring built:build came:come caught:catch chose chosen:choose
  died dead death deaths dying:die drew drawn:draw drove driven:drive fell fallen:fall fed:feed felt:feel fled:flee
  flew flown:fly forbade forbidden:forbid fought:fight found:find froze frozen:freeze gave given:give gone went:go
  grew grown:grow held:hold hid hidden:hide kept:keep knew known:know led:lead left:leave lent:lend lost losses loss:lose
  made:make meant:mean met:meet paid:pay ran:run rose risen:rise sank sunk:sink saw seen:see sent:send shot:shoot
  shook shaken:shake sold:sell sought:seek spent:spend spoke spoken:speak stolen stole:steal stood:stand
  struck stricken:strike swore sworn:swear taken took:take thought:think threw thrown:throw told:tell
  withdrew withdrawn:withdraw withheld:withhold won:win wrote written:write underwent:undergo overthrew overthrown:overthrow
  men:man women:woman children:child people:people killing killings:kill wounded:wound meetings:meet
  visits:visit talks:talk strikes:strike`
    .split(/(?<=:\w+)\s+/)
    .flatMap((row) => {
      const [forms = '', base = ''] = row.split(':')
      return forms
        .trim()
        .split(/\s+/)
        .map((form): [string, string] => [form, base])
    }),
)

const longestWord = 40

/**
 * The stem by which two forms of one word meet: “eased”, “eases” and “easing” are “eas”. No lemma: a key for comparing,
 * so that what it cuts too much (“nation”) it cuts everywhere alike.
 */
export function toStem(word: string): string {
  const lower = (word.length > longestWord ? word.slice(0, longestWord) : word).toLowerCase()
  return cut(irregular.get(lower) ?? lower)
}

function cut(word: string): string {
  if (/\d/.test(word)) return word
  if (word.length < 4) return word.replace(/e$/, '')
  if (/(?:ss|us|is)$/.test(word)) return word
  let stem = word
  const bare = stem.replace(/(?:ing|ed)$/, '')
  if (/(?:ies|ied)$/.test(stem) && stem.length > 4) stem = `${stem.slice(0, -3)}y`
  else if (bare !== stem && /[aeiouy]/.test(bare)) stem = bare
  else if (/(?:ch|sh|x|ss|z)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (stem.endsWith('s')) stem = stem.slice(0, -1)
  // “agree” and “agreed” both lose what “ed” takes with it.
  if (stem.length > 2) stem = stem.replace(/e{1,2}$/, '')
  // “stepped” is “step”, “cancelled” “cancel”, and so “kill” “kil”.
  return stem.length > 3 && /([bdglmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem
}

/**
 * A word of a name, without accents and the ending that makes a country its people: “Morvenia”, “Morvenian” and
 * “Morvenians” meet.
 */
export function toNameStem(word: string): string {
  const plain = (word.length > longestWord ? word.slice(0, longestWord) : word)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('.', '')
  const short = plain.replace(/(?:ians?|ia|ans?|ese|is|a|i|s)$/, '')
  return short.length >= 4 ? short : plain
}
