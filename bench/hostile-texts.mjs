/**
 * Texts that nobody writes and every reader meets: broken bytes, one sign for pages, nests without end. Each family
 * grows with its length, in UTF-16 code units; the same length gives the same text.
 */
import { openDice } from './open-random.mjs'

const fill = (unit, length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
/** Opening marks up to the middle, closing ones from there. */
const nest = (open, inside, close) => (length) => {
  const depth = Math.max(1, Math.floor(length / (open.length + inside.length + close.length)))
  return (open + inside).repeat(depth) + close.repeat(depth)
}
const repeated = (unit) => (length) => fill(unit, length)

/** By what they are made of: a function from a length to a text. */
export const hostileFamilies = {
  'one letter': repeated('a'),
  'one digit': repeated('7'),
  'full stops': repeated('.'),
  'stops and spaces': repeated('. '),
  'only punctuation': repeated('?!…,;:—-–·•*/\\|'),
  commas: repeated(', '),
  dashes: repeated('— '),
  'opening quotation marks': repeated('“'),
  'straight quotation marks': repeated('"'),
  'single quotation marks': repeated("' "),
  'quotations that open and never close': repeated('“Yes, he said. '),
  'nested quotations': nest('“', 'he said ‘', '’”'),
  'nested brackets': nest('(', 'a ', ')'),
  'opening brackets': repeated('['),
  'line breaks': repeated('\n'),
  'white space': repeated(' \t\u00a0\u3000'),
  'carriage returns': repeated('\r\n\r\n'),
  'control characters': repeated('\u0000\u0001\u0007\u001b[31m\u007f\u0085'),
  'unpaired surrogates': repeated('\ud800\udc00\udc00\ud800 '),
  'right-to-left marks': repeated('\u200fsaid\u202e he\u2066 \u2069\u202c'),
  'zero-width characters': repeated('s\u200ba\u200ci\u200dd\ufeff '),
  'only zero-width characters': repeated('\u200b'),
  'combining marks': (length) => `e${fill('\u0301\u0323', length)}`,
  'words of combining marks': repeated('e\u0301\u0302\u0303s\u0327aid '),
  emoji: repeated('👩‍👩‍👧‍👦🏴‍☠️👍🏽 '),
  flags: repeated('🇸🇴🇦🇷'),
  'mixed scripts': repeated('Минск said 政府 ὁ λόγος الحكومة सरकार '),
  'a script without spaces': repeated('外交部发言人说，政府不会同意。'),
  mathematics: repeated('𝐬𝐚𝐢𝐝 𝓱𝓮 '),
  'markup that is no markup': repeated('<p class="x">&amp;nbsp;<script>said</script></div> '),
  'an address without end': (length) => `http://${fill('a.b/c?d=e&', length)}`,
  'handles and tags': repeated('@a #b a@b.c '),
  'numbers with stops': repeated('1.1,1.'),
  'times and dates': repeated('on Thursday, 3 May 2025 at 10:15, '),
  amounts: repeated('$3.5m-£4bn 17-day 1/2 '),
  hyphens: repeated('a-'),
  apostrophes: repeated("n't's'd"),
  abbreviations: repeated('U.S. Mr. Gen. '),
  initials: repeated('A. B. '),
  names: repeated('Ana Petrov, Ilmar Ress of Selgrad and '),
  'one name': repeated('Veresk '),
  'many names': (length) =>
    fill(
      Array.from({ length: 3000 }, (_, i) => `Mr A${i.toString(26)}x B${(i * 7).toString(26)}y`).join(', '),
      length,
    ),
  places: repeated('Minsk, Belarus, Caracas, '),
  titles: repeated('Deputy Prime Minister President '),
  capitals: repeated('MINISTER SAYS NO '),
  said: repeated('said '),
  'said that': repeated('the man said that '),
  'denied that': repeated('Veresk denied that '),
  'according to': repeated('according to '),
  'he said she said': repeated('he said, she said: '),
  'short quotations': repeated('“No,” he said. '),
  told: repeated('told him who told her whom '),
  'relative clauses': repeated('who, which, whose '),
  'and then': repeated('and then and then '),
  'of the': repeated('of the '),
  conditions: repeated('if he were to, unless '),
  silence: repeated('did not respond to '),
  'nobody says': repeated('nobody in Tarn would say '),
  'as they put it': repeated('as the mayor put it, '),
  'figures put': repeated('put the toll at 17 and '),
  'names given': repeated('what she calls a rescue '),
  reportedly: repeated('ships reportedly sank and '),
  'citing one another': repeated('MTA, citing Belta, said that '),
  'quoted as saying': repeated('MTA quoted Dolt as saying '),
  'asked whether': repeated('Asked by MTA whether he would go, he said, '),
  'called on': repeated('called on Arce to call on Dolt to '),
  pronouns: repeated('he she his they it '),
  events: repeated('Aldany met with Veresk and attacked '),
  'a sentence without a stop': repeated(
    'the old harbour master walked slowly towards a quiet town where nobody expected any ship that day and ',
  ),
  sentences: repeated('Ships came. Talks failed. '),
  paragraphs: repeated('The talks failed.\n\n'),
  'list items': repeated('• one\n• two\n'),
}

/** So many texts, most of them short: any code units, pieces of the families, and news with any of that let in. */
export function* randomHostileTexts(count, seed) {
  const dice = openDice(seed)
  const families = Object.values(hostileFamilies)
  const piece = () => {
    const text = families[dice(families.length)](8 + dice(60))
    const start = dice(text.length)
    return text.slice(start, start + 1 + dice(30))
  }
  const anything = () => String.fromCharCode(...Array.from({ length: dice(40) }, () => dice(65_536)))
  const narrow = () => String.fromCharCode(...Array.from({ length: dice(60) }, () => dice(256)))
  const news =
    'On Friday President Ana Petrov of Aldany said that “the port will not close” if the talks fail, Belta reported.'
  const broken = () => {
    const at = dice(news.length)
    return news.slice(dice(20), at) + piece() + news.slice(at + dice(8))
  }
  const mixed = () => Array.from({ length: 1 + dice(4) }, piece).join([' ', '', '\n\n', '. '][dice(4)])
  const kinds = [anything, narrow, broken, mixed, mixed]
  for (let i = 0; i < count; i++) yield kinds[dice(kinds.length)]()
}
