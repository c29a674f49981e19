import type { DropReason } from './classify-region.ts'
import { countWords, endsSentence } from './count-words.ts'
import { isDateLine, parsePrintedDate } from './parse-date.ts'

/** Where a block stands, as far as that decides what its words mean. */
export interface Place {
  /** No running text stands before it. */
  readonly inHead: boolean
  /** Nearly all of it is a link. */
  readonly isLink: boolean
  readonly isHeading: boolean
}

/** Why a block is not the article's text, and what it announces. */
export interface Furniture {
  readonly reason: DropReason
  /**
   * `section`: what follows belongs to it, as after “Leave a Reply”; `line`: the next headline does, as after
   * “READ MORE:”; null when it stands alone.
   */
  readonly opens: 'section' | 'line' | null
}

/**
 * Tells the furniture of a page from its text by the words of one whole block; null for text.
 *
 * Every rule needs the block to be nothing but furniture, so that prose which starts with the same words is safe:
 * “Read more:” and a headline is furniture, “Read more carefully, the letter says no such thing.” is text.
 */
export function classifyFurniture(text: string, place: Place): Furniture | null {
  if (text.length > longestFurniture) return isBoilerplate(text) ? { reason: 'other', opens: null } : null
  const parts = text.split(/\s+[|•·]\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part))
  // "By Jane Doe | 4 March 2020 | 3 min read": furniture when every part is.
  if (parts.length > 1 && place.inHead) {
    const found = parts.map((part) => classifyPart(part, place))
    if (found.every((furniture) => furniture !== null)) return found[0] ?? null
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return { reason: 'other', opens: null }
  return classifyPart(text, place)
}

/** Furniture is short; the few long kinds (cookie notices, terms) are known by their words. */
const longestFurniture = 600

function classifyPart(text: string, place: Place): Furniture | null {
  const bare = stripDecoration(text)
  const words = countWords(bare)
  if (readingTime.test(bare)) return alone('reading-time')
  if (/^https?:\/\/\S+$/.test(bare)) return alone('other')
  // "Image 1 of 5"
  if (/^(?:image|photo|picture|slide) \d+ ?(?:of|\/) ?\d+$/i.test(bare)) return alone('caption')
  if (readsAsComments(bare, words) || readsAsComments(text, words))
    return { reason: 'comments', opens: opensComments.test(bare) ? 'section' : null }
  if (advertisement.test(bare)) return alone('advertisement')
  const related = classifyRelated(bare, words, place)
  if (related !== null) return related
  if (readsAsShare(bare, words, place)) return alone('share')
  if (readsAsNewsletter(bare, words)) return alone('newsletter')
  if (isBoilerplate(bare)) return alone('other')
  if (words <= 40 && footer.test(bare)) return alone('footer')
  if (words <= 30 && navigation.test(bare)) return alone('navigation')
  if (isLabelledDate(bare, words) || (place.inHead && isDateLine(bare))) return alone('date')
  if (isByline(bare, words, place) || (words <= 45 && contact.test(bare))) return alone('byline')
  return null
}

const alone = (reason: DropReason): Furniture => ({ reason, opens: null })

/** Without the brackets, arrows and bullets that a page sets around a label. */
const stripDecoration = (text: string): string =>
  text.replace(/^[\s[({*_»►▶•>|–—-]+/u, '').replace(/[\s\])}*_«◄<|»►▶›>]+$/u, '')

// "2 mins read", "Reading time: 4 minutes", "3 min de lectura", "Lesezeit: 2 Min."
const readingTime =
  /^(?:(?:estimated |approx(?:imate|\.)? )?(?:reading time|read time|time to read|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|время чтения|час читання)\s*:?\s*(?:ca\.? |about |< ?)?\d+\s*(?:-\s*)?(?:min(?:ute|uto|uti|uten)?s?\.?|м(?:инут\p{L}*|ин\.?)|хв\.?)|(?:< ?)?\d+[\s-]*min(?:ute|uto)?s?\.?\s*(?:of\s+)?(?:reads?|reading(?: time)?|to read|de lectura|de lecture|de leitura|di lettura|listen|leestijd|lesezeit)|listen to (?:this )?(?:article|story)(?:\W*\d+[:\d]*\s*(?:min(?:ute)?s?)?)?)$/iu

const opensComments =
  /^(?:(?:leave|post|write|add|submit)\b|(?:reader |user )?comments?\b|\d[\d,.]* (?:comments?|responses?|replies|thoughts?)\b|(?:no|one) (?:comments?|responses?)\b|discussion$|responses?$|join the (?:conversation|discussion))/i

function readsAsComments(text: string, words: number): boolean {
  return words <= 40 && comments.some((pattern) => pattern.test(text))
}

const comments: readonly RegExp[] = [
  /^(?:leave|post|write|add|submit) (?:a|an|your|the first) (?:reply|comment|response)s?(?: below| here| now|\s*cancel reply)*[.!]?$/i,
  /^(?:leave|post) a (?:reply|comment) to \S.{0,60}\bcancel reply$/i,
  /^your e-?mail (?:address )?will not be (?:published|shared|displayed)\b.*/i,
  /^required fields (?:are marked|\*)/i,
  /^(?:reader |user )?(?:comments?|discussion|responses?|replies)(?:\s*\(\s*\d[\d,.]*\s*\)?|\s*\d[\d,.]*|\s*:)?$/i,
  /^(?:\d[\d,.]*|one|two) (?:comments?|responses?|replies|thoughts?)$/i,
  // "No comment." is an answer.
  /^no (?:comments|responses|replies)(?: yet)?[.!]?$/i,
  // "2 thoughts on “Title”"; "One response to the crisis was to close the border." is text.
  /^(?:\d[\d,.]*|one|two) (?:comments?|responses?|replies|thoughts?) (?:on|to|for) [“"«‘'].+$/i,
  /^be the first to (?:comment|reply|respond)\b.*/i,
  /^comments (?:are|have been) (?:now )?(?:closed|off|disabled|turned off|moderated)\b.*/i,
  /^(?:please )?(?:log ?in|sign in|register|login)\b.{0,30} to (?:leave|post|write|add|submit|join|view|comment|reply)\b.{0,40}$/i,
  /^you must be (?:logged|signed) in to\b.*/i,
  /^save my name, e-?mail\b.*/i,
  /^notify me of (?:new|follow-?up)\b.*/i,
  /^(?:post|submit|send) comment$|^cancel reply$/i,
  /^(?:(?:your )?(?:name|e-?mail(?: address)?|website|comment|message))\s*(?:\*|\(required\))$/i,
  /^(?:view|show|hide|load|see|read)(?: all| more)?(?: \d[\d,.]*)? (?:comments?|replies)$/i,
  /^join the (?:conversation|discussion)\b.{0,40}$/i,
]

const advertisement =
  /^(?:ad|ads|advert(?:s|isement|isements|ising|orial)?|annonce|anzeige|werbung|publicit[ée]|publicidad|pubblicità|publicidade|реклама|sponsored(?: content| by .{1,40})?|paid (?:content|post)|promoted(?: content)?|(?:advertisement\W+)?(?:story|article|content) continues (?:below|after)(?: (?:this|the))?(?: ad(?:vertisement|vert)?)?|(?:scroll|continue reading) (?:below|to continue)?.{0,20}\bad(?:vertisement)?\b.{0,20}|advertisement\W+(?:continue reading|scroll).{0,30}|remove ads|report (?:this )?ad|skip ad(?:vertisement)?|article continues below|story continues below)$/iu

function classifyRelated(text: string, words: number, place: Place): Furniture | null {
  if (words > 45) return null
  if (relatedHeading.test(text)) return { reason: 'related', opens: 'section' }
  if (relatedLabel.test(text)) return { reason: 'related', opens: 'line' }
  const pointed = relatedPointer.exec(text)
  // A headline after the label, not a paragraph: "Related: a second inquiry has heard ... (thirty words more)."
  if (pointed !== null && !(words > 25 && endsSentence(text))) return alone('related')
  // "READ MORE Flood warnings extended", the label in capitals and the headline not; "RELATED deaths rose" is text.
  if (relatedCapitals.test(text) && /[a-z]/.test(text) && !endsSentence(text)) return alone('related')
  if (place.isLink && relatedLink.test(text)) return alone('related')
  return null
}

const relatedLabels =
  "read more|read also|also read|read next|read(?: the)? full (?:story|article)|see also|see more|more on this(?: story| topic)?|more(?: to read| like this)?|related(?: (?:articles?|stor(?:y|ies)|coverage|content|news|posts?|links?|topics?|reading|videos?))?|recommended(?: (?:for you|reading|stories|articles|videos?))?|don[’']t miss|further reading|watch(?: now| more| live)?|listen(?: now)?|up next|in case you missed it|continue reading|learn more|find out more|full story|lea también|lee también|leer más|le puede interesar|te puede interesar|lire aussi|à lire aussi|lire la suite|voir aussi|lesen sie auch|mehr zum thema|weiterlesen|auch interessant|leggi anche|leia também|leia mais|veja também|saiba mais|читайте также|читайте також|читати також|по теме|czytaj (?:także|też|więcej)|zobacz (?:też|także)|lees ook|lees meer"

const relatedLabel = new RegExp(`^(?:${relatedLabels})\\s*(?:[:：…]|\\.{3})?$`, 'iu')

const relatedPointer = new RegExp(
  `^(?:${relatedLabels})(?: (?:from|on|about|in) [^:：]{1,40})?\\s*(?:[:：|»›>]|\\s[–—-]\\s)\\s*\\S`,
  'iu',
)

const relatedCapitals =
  /^(?:READ MORE|READ ALSO|ALSO READ|READ NEXT|SEE ALSO|RELATED|MORE|WATCH|DON[’']T MISS) ["“‘']?[\p{Lu}\p{N}]/u

const relatedLink =
  /^(?:read (?:more|also|next|the (?:full|whole|rest))|also read|see (?:also|more)|related\b|more (?:about|on|from)|click here|learn more|find out more|watch\b|full (?:story|coverage))/i

const relatedHeading =
  /^(?:related (?:articles|stories|coverage|content|news|posts|links|topics|reading|videos)|more (?:stories|news|articles|posts|coverage|headlines|top stories)(?: (?:from|on|in|by|about) .{1,40})?|more (?:from|in|by) .{1,40}|you (?:may|might)(?: also)? (?:like|be interested in|enjoy)(?: these)?|recommended (?:for you|stories|articles|videos|reading)|editor[’']?s[’']? (?:picks?|choice)|trending(?: (?:now|stories|news|articles|topics|today))?|most (?:read|popular|viewed|shared|commented|recent)(?: (?:stories|articles|posts|news|in .{1,30}|on .{1,30}))?|popular (?:posts|stories|articles|now|news|on .{1,30})|(?:the )?latest (?:from|in) .{1,40}|(?:the )?latest (?:news|stories|posts|articles|headlines|updates|videos)|recent (?:posts|articles|stories|news)|top (?:stories|news|headlines)|(?:other|similar) (?:stories|articles|news|posts)|what to read next|further reading|around the web|from (?:around|across) the web|from our (?:partners|network|archives?)|previous (?:post|article|story)|next (?:post|article|story)|about the authors?|noticias relacionadas|más noticias|artículos relacionados|sur le même sujet|articles liés|mehr zum thema|verwandte artikel|articoli correlati|notícias relacionadas|похожие (?:статьи|новости)|последние новости|powiązane artykuły)\s*[:：]?$/iu

function readsAsShare(text: string, words: number, place: Place): boolean {
  if (words > 25) return false
  if (/^\d[\d,.]*\s?[km]?\s+(?:views?|shares?|likes?|reads|retweets|followers)$/i.test(text)) return true
  if (
    /^(?:follow|like|find|join|add) (?:us|our|@\w+|[^.,]{2,40}) (?:on|in|as)\b.*\b(?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|google(?: news)?|tiktok|linkedin|threads|bluesky|mastodon|viber)\b[^.]{0,40}[.!]?$/i.test(
      text,
    )
  ) {
    return /^(?:follow|like|find|add) |^join (?:us|our)/i.test(text)
  }
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
  // A section of an article may be headed "Facebook".
  if (place.isHeading && tokens.length === 1 && !/^(?:share|shares)$/.test(tokens[0] ?? '')) return false
  return (
    tokens.some((token) => shareTriggers.has(token)) &&
    tokens.every((token) => shareWords.has(token) || /^\d+$/.test(token))
  )
}

const shareTriggers = new Set(
  (
    'share shares tweet retweet facebook twitter whatsapp telegram linkedin reddit pinterest flipboard messenger viber bluesky ' +
    'mastodon tumblr print copy compartir teilen partager condividi поделиться поділитися'
  ).split(' '),
)

const shareWords = new Set([
  ...shareTriggers,
  ...(
    'x email e-mail mail link url this article story post page on via to with by the a it pin save send copied clipboard ' +
    'vk threads instagram youtube messages sms gift full our us now and or more options bookmark opens in new window ' +
    'click artikel en sur auf su'
  ).split(' '),
])

function readsAsNewsletter(text: string, words: number): boolean {
  if (words > 60) return false
  if (/^(?:sign ?up|subscribe|subscribe (?:now|today|here)|sign ?in|register|log ?in)\W*$/i.test(text))
    return true
  if (/^(?:(?:enter|type) )?your e-?mail(?: address)?\W*$|^e-?mail address\W*$/i.test(text)) return true
  if (
    /^(?:you(?:[’']re| are| have)(?: now| been)? (?:successfully )?(?:subscribed|signed up)|thank(?:s| you) for (?:subscribing|signing up|your subscription)|by (?:signing up|subscribing|entering your e-?mail|submitting|providing)\b)/i.test(
      text,
    )
  )
    return true
  if (
    words <= 35 &&
    /\b(?:our|free|daily|weekly|morning) (?:[\w-]+ ){0,3}newsletters?\b|\b(?:in|to) your inbox\b/i.test(text)
  ) {
    return newsletterStart.test(text)
  }
  const start = newsletterStart.exec(text)?.[0]
  return (
    start !== undefined &&
    words <= 45 &&
    /\b(?:newsletters?|inbox|e-?mail|subscri(?:be|bers?|ption)|alerts|notifications|updates|journalism|paywall|(?:full|unlimited|digital) access)\b/i.test(
      text.slice(start.length),
    )
  )
}

// Imperatives to the reader, and offers in the first person.
const newsletterStart =
  /^(?:sign ?up|subscribe|register|get (?:the|our|your|more|all|breaking|daily|unlimited)|receive|join (?:our|the [\w,]+ (?:people|readers|subscribers)|thousands|over|more than)|enter your|want (?:more|to|the)|stay (?:informed|up to date|up-to-date|ahead|connected|updated|on top)|never miss|don[’']t miss|keep up|start your (?:day|morning|week)|click here|become a|already a|(?:this|the) (?:article|story|content) is (?:only )?(?:for|available)|for (?:more|the latest|all the latest)|to continue reading|continue reading|create a|our (?:free|daily|weekly|morning|\w+ newsletter)|a (?:daily|weekly|free)|the (?:day[’']s|latest|best)|support (?:our|independent|quality)|we deliver|delivered)\b/i

// "Read our cookie policy" in whatever length.
const isBoilerplate = (text: string): boolean =>
  text.length < 3000 &&
  (/\bcookies\b/i.test(text)
    ? /\b(?:we|this (?:web ?)?site|our (?:web ?)?site|our partners)\b.{0,80}\buses?\b.{0,80}\bcookies\b|\b(?:accept|consent to|manage|agree to)\b.{0,60}\bcookies\b/i.test(
        text,
      )
    : /^(?:please )?(?:enable|turn on) javascript\b|^(?:javascript|your browser) (?:is|must|does)\b.{0,60}(?:javascript|enabled|disabled|supported)/i.test(
        text,
      ))

const footer =
  /^(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4})).{0,120}$|\ball rights reserved\b[^.]{0,60}\.?$|^this material may not be (?:published|reproduced|broadcast)|^(?:terms (?:of (?:use|service)|(?:and|&) conditions)|privacy (?:policy|notice)|cookie (?:policy|settings)|about us|contact us|advertise with us|powered by .{1,40}|proudly powered by .{1,40}|back to top|do not sell .{0,40})$|\bhyperlink\b.{0,60}\b(?:obligatory|mandatory|required)\b|^our standards:|^(?:the )?(?:opinions|views) (?:expressed )?(?:in|here)\b.{0,80}\b(?:author|writer)[’']s? (?:own|alone)\b/i

const navigation =
  /^(?:menu|search|home|close|skip to (?:main )?(?:content|navigation)|toggle (?:navigation|menu)|(?:home|start|news)\s*[>»/›→]\s*.{1,120}|(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|posted in|tagged(?: with| as)?|in this (?:article|story)|sections?)\s*:\s*.{1,200})$/i

// "Updated: 4 March 2022, 10:15 GMT"; "Updated plans show 4 lanes instead of two." is text.
function isLabelledDate(text: string, words: number): boolean {
  const rest = dateLabel.exec(text)?.[1]
  return rest !== undefined && words <= 14 && (isDateLine(rest) || parsePrintedDate(rest) !== null)
}

const dateLabel =
  /^(?:first |last |originally )?(?:published|updated|posted|modified|created|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|опубликовано|обновлено)(?: on| at| le| el| am)?\s*:?\s*(.*\d.*)$/iu

// "Email Jane Doe at jane@example.org or follow her @jane.", "Have a tip? Contact ..."
const contact =
  /^(?:(?:e-?mail|contact|reach|write to|follow|have a (?:tip|story|news tip)|got a (?:tip|story))\b.*(?:\S@[\w-]+\.\w|\s@\w{2,})|[\p{Lu}][\p{L}.’' -]{2,40} (?:can|may) be reached (?:at|on)\b)/iu

function isByline(text: string, words: number, place: Place): boolean {
  if (words > 30) return false
  if (
    /^\(?(?:reporting|additional reporting|writing|editing|compiled|with (?:reporting|files|contributions)) (?:by|from) \p{Lu}/iu.test(
      text,
    ) &&
    words <= 30
  ) {
    return !/\b(?:is|was|were|has|had|will)\b/.test(text)
  }
  const by =
    /^(?:by|written by|reported by|story by|words by|posted by|author:|von|par|por|автор:?)[\s:]+(.+)$/iu.exec(
      text,
    )
  if (by?.[1] === undefined) return false
  return (place.inHead || words <= 6) && isNameList(by[1])
}

/** Whether the words are names and what joins them: “Jane Doe and John Roe, Meridian Press”, never a clause. */
export function isNameList(text: string): boolean {
  const tokens = text.split(/[\s,;/&|•·]+/).filter((token) => /[\p{L}\p{N}]/u.test(token))
  if (tokens.length === 0 || tokens.length > 25) return false
  // "By Monday the water had risen": a clause has words in lower case that join no names.
  return (
    tokens.every((token) => /^[\p{Lu}\p{Lt}\p{Lo}\d(@“"‘']/u.test(token) || nameWords.test(token)) &&
    /^[\p{Lu}\p{Lt}\p{Lo}(@]/u.test(tokens[0] ?? '')
  )
}

const nameWords =
  /^(?:and|und|et|y|e|i|with|for|of|the|in|from|at|to|special|staff|writers?|reporters?|correspondents?|editors?|contributors?|contributing|senior|chief|political|national|world|news|agencies|de|da|di|del|della|der|den|van|von|al|el|la|le|bin|ibn|ben|updated|published|on|am|pm)\.?$/i
