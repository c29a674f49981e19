import { cleanText } from './clean-text.ts'
import { isAgency } from './is-agency.ts'
import { isDateLine } from './parse-date.ts'
import { trimByline } from './trim-byline.ts'

/** Who signs an article, each name as printed, in order and without repetition. */
export interface Signers {
  readonly people: readonly string[]
  readonly agencies: readonly string[]
  /** Desks, and outlets by their own name: “Redaktion”, “Herald staff”. */
  readonly desks: readonly string[]
}

/** Longer words are no byline. */
const longestByline = 1_000

/** Names looked at in one byline. */
const mostNames = 60

/**
 * Reads the names in a byline: “By Jane Doe and John Roe, Reuters”, “Von Jane Doe und dpa”, “Jane Doe, Political Editor”.
 *
 * Roles, places, addresses and handles are left out. `isOutlet` tells the page's own name from a person's. `isTyped`: the
 * page's data give it as one name, so that a single word may be one: “Madonna”.
 */
export function parseByline(
  text: string,
  isOutlet: (name: string) => boolean = () => false,
  isTyped = false,
): Signers {
  const people: string[] = []
  const agencies: string[] = []
  const desks: string[] = []
  const parts = splitNames(cleanText(text.slice(0, longestByline)), isTyped)
  // A single word of several is a place: “Herald, Northgate”.
  const isWhole = isTyped && parts.length === 1
  for (const part of parts.slice(0, mostNames)) {
    const bracketed = /\(([^()]{2,40})\)/.exec(part)?.[1] ?? ''
    const name = toName(part)
    if (name === '') continue
    // "Jane Doe (AFP)"
    if (isAgency(bracketed)) agencies.push(bracketed)
    const wire = toAgency(name)
    if (wire !== null) agencies.push(wire)
    else if (isOutlet(name) || isAddress(bracketed)) desks.push(name)
    else if (isPersonName(name, isTyped, isWhole)) people.push(name)
    else if (isDesk(name)) desks.push(name)
  }
  return { people: unique(people), agencies: unique(agencies), desks: unique(desks) }
}

const unique = (names: readonly string[]): string[] => {
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = name.toLowerCase()
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}

/** “Reuters Staff”, “dpa/afp” and “The Associated Press” are agencies. */
function toAgency(name: string): string | null {
  const bare = name.replace(/\s+(?:staff|desk|news agency|newswire)$/i, '')
  return isAgency(bare) ? bare : null
}

// What joins two names, also in capitals. “ y ”, “ i ” and their like may be part of one: “José Ortega y Gasset”.
const joint =
  /\s*[;|•·／、，]\s*|\s*,\s*|\s+\/\s*|\/\s+|\s+(?:and|und|et|og|och|és|ja|și|ve|и|та|и|and also|with|mit|con|avec|und mit|met|med)\s+|\s*&\s*/iu

const weakJoint = /\s+(?:y|e|i|en|a|і|й|și|va)\s+/iu

function splitNames(line: string, isTyped: boolean): string[] {
  const bare = trimByline(line)
  // An inverted name in the page's data: "Doe, Jane".
  const inverted = isTyped ? /^(\p{Lu}[\p{L}’'-]+), (\p{Lu}[\p{L}’'.-]+(?: \p{Lu}\.?)?)$/u.exec(bare) : null
  if (inverted !== null) return [`${inverted[2]} ${inverted[1]}`]
  return bare.split(joint).flatMap((part) => {
    const halves = part.split(weakJoint)
    const areNames = halves.every((half) => /\S\s+\S/.test(half.trim()) || isAgency(half.trim()))
    if (halves.length > 1 && areNames) return halves
    // "Reuters/AFP", "dpa/Jane Doe", "ab/cd"
    const slashed = part.split('/')
    return slashed.length > 1 && slashed.length < 6 ? slashed : [part]
  })
}

const roleWord =
  'editors?|reporters?|correspondents?|writers?|journalists?|columnists?|analysts?|producers?|photographers?|contributors?|commentators?|presenters?|critics?|blogger|author|professor|lecturer|director|fellow|researcher|intern|redakteur(?:in)?|reporterin|korrespondent(?:in)?|autor(?:in)?|journalistin?|redactora?|periodista|corresponsal|journaliste|rédac\\p{L}+|correspondante?|giornalista|inviat[oa]|corrispondente|redator[a]?|jornalista|repórter|verslaggever|redacteur|correspondent|reporter|dziennikarz\\p{L}*|redaktor\\p{L}*|корреспондент\\p{L}*|журналист\\p{L}*|обозреватель|кореспондент\\p{L}*|muhabiri?|toimittaja|redaktør|reportér'

const roleWords =
  'senior|chief|deputy|assistant|associate|managing|executive|political|politics|business|economics?|diplomatic|defen[cs]e|security|health|science|education|environment|culture|arts|sports?|crime|court|legal|national|foreign|international|world|regional|local|investigative|special|staff|freelance|guest|contributing|digital|data|news|white house|middle east|africa|asia|europe|us|uk|eu'

// "Jane Doe Political Editor", "Jane Doe, BBC News", "Jane Doe / Journalist"
const trailingRole = new RegExp(
  `(?<=\\p{L}[\\p{L}.’'-]*\\s\\p{L}[\\p{L}.’'-]*)[\\s,/–-]+(?:(?:${roleWords})\\s+){0,3}(?:${roleWord})(?![\\p{L}-]).*$`,
  'iu',
)

const isRole = (text: string): boolean =>
  new RegExp(`(?<![\\p{L}-])(?:${roleWord})(?![\\p{L}-])`, 'iu').test(text)

// Korean and Chinese set the office behind the name: “신현주 기자”, “王小明 記者”.
const eastAsianRole =
  /\s*(?:기자|특파원|논설위원|선임기자|記者|记者|特派員|編集委員|論説委員|通讯员|报道|撰文)$/u

function toName(part: string): string {
  return trimByline(part)
    .replace(/\s*[([{][^()[\]{}]{0,80}[)\]}]/g, ' ')
    .replace(/\S+@\S+|(?:^|\s)@\w+/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(trailingRole, '')
    .replace(eastAsianRole, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:;*"“”«»–—-]+|[\s,:;*"“”«»–—-]+$/g, '')
}

const particles =
  /^(?:de|da|do|dos|das|di|del|della|delle|der|den|des|du|van|von|vom|zu|zur|af|av|al|el|la|le|les|bin|ibn|ben|bint|abu|ter|ten|te|y|e|i|und|dit|’t|'t|d[’']\p{Lu}.*|mac|st\.?|ap|al-\p{L}+|el-\p{L}+|bar|ha|ka|wa)$/u

/** Words in what signs an article and is nobody: a desk, an office, a firm. */
const deskWord =
  /(?<![\p{L}-])(?:redak[ct]i?o?n\p{L}*|redakc\p{L}+|redacc?i[oó]n|redação|redazione|redactie|rédaction|szerkeszt\p{L}+|toimitus|редак\p{L}+|editorial|editors|newsroom|news ?desk|desk|staff|team|équipe|equipo|equipe|bureau|online|digital|web|tv|radio|agenc(?:y|ies|ias?)|agences?|agenturen|agentur|media|admin\p{L}*|webmaster|nachrichten|news|noticias|actualités?|notizie|новости|новини|haber(?:ler)?|board|institute|university|ministry|foundation|association|gmbh|inc|ltd|llc|corp|company|network|magazine|journal|times|tribune|zeitung|diario|gazette|herald|service|community|users?|reporters?|correspondents?|contributors?|unknown|anonymous|null|undefined|none|author|source|sources)(?![\p{L}-])|(?:編集部|編集局|取材班|新聞|日報|時報|通信|通讯社|通訊社|报社|日报|晚报|网|電視|ニュース|デジタル|뉴스|신문|일보|편집국|취재팀|방송)/iu

const isDesk = (name: string): boolean => deskWord.test(name) || isDomain(name) || /^\p{Lu}{2,6}$/u.test(name)

/** “Deutsche Nachrichten (www.example.de)” is an outlet. */
const isAddress = (text: string): boolean => /^(?:https?:\/\/|www\.)/i.test(text) || isDomain(text)

const isDomain = (name: string): boolean => /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{Ll}{2,10}$/u.test(name)

/** Whether words can be a person's name: two to six words with capitals, or as many characters as East Asia's have. */
function isPersonName(name: string, isTyped: boolean, isWhole: boolean): boolean {
  if (name.length > 60 || /[\d@_/\\<>{}=#*?!…]/.test(name) || isDateLine(name)) return false
  if (deskWord.test(name) || isDomain(name) || isRole(name)) return false
  if (/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}・=＝\s]+$/u.test(name)) {
    const letters = name.replace(/[\s・=＝]/g, '').length
    return letters >= 2 && (letters <= 5 || /[\s・=＝]/.test(name)) && letters <= 16
  }
  const words = name.split(' ')
  if (words.length > 6) return false
  const letters = /\p{L}{2}/u
  if (words.length === 1) {
    // “Sweidah” can be a person where the data say so; “kicker” and “NTV” are none.
    return isWhole && /^\p{Lu}\p{Ll}+(?:[-’']\p{L}+)*$/u.test(name) && name.length >= 3
  }
  // Scripts without capitals: Arabic, Hebrew, Georgian, those of India.
  const hasCase = /[\p{Lu}\p{Ll}]/u.test(name)
  if (!hasCase) return words.some((word) => letters.test(word)) && words.length <= 5
  const isName = words.every((word) => particles.test(word) || /^[\p{Lu}’'“"]/u.test(word))
  // "viktor hedlund": all in small letters, where the data call it a name.
  const isSmall = isTyped && words.length <= 3 && words.every((word) => /^\p{Ll}[\p{L}’'-]+$/u.test(word))
  return (
    (isName || isSmall) && words.some((word) => letters.test(word)) && !particles.test(words.at(-1) ?? '')
  )
}
