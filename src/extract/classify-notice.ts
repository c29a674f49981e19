import type { Furniture } from './classify-furniture.ts'

/** Notices are short; longer paragraphs that speak of newsletters and cookies are about them. */
const longestNotice = 600

/** “会員限定です。” is one. */
const shortestNotice = 8

/**
 * Whether a whole block is a page's word to its reader and no news, in the languages that the table has: that a post or
 * a video is only shown with consent, that the rest is for subscribers, that there is a newsletter. Null for text.
 *
 * Each needs what is offered, what to do, and to whom it speaks: “Subscribe to our channel” is a notice, “The party's
 * channel has 4,000 subscribers.” is text.
 */
export function classifyNotice(text: string): Furniture | null {
  if (text.length > longestNotice || text.length < shortestNotice) return null
  if (!hint.test(text)) return null
  if (consent.some((pattern) => pattern.test(text))) return { reason: 'other', opens: null }
  const isOffer =
    wall.some((pattern) => pattern.test(text)) ||
    offers.some(({ what, act, reader }) => what.test(text) && act.test(text) && reader.test(text))
  // What an offer holds is listed below it.
  return isOffer ? { reason: 'newsletter', opens: 'section' } : null
}

/** A word that every notice has, so that most paragraphs are looked at once. */
const hint =
  /inhalt|einverstanden|personenbezogen|klick|cookie|javascript|third|consent|consens|privacy|accept|acept|accett|aceit|autoris|toestemming|samtyck|samtykke|kakor|informasjonskapsler|zgod|plik|соглас|файл|to (?:continue|keep|read|unlock|access|get)\b|(?:dieser|der) (?:artikel|beitrag|text)|nur für|réservé|para (?:suscriptor|soci|usuari|assinantes|subscritores)|riservat|alleen|enkel|endast|bara|\bkun\b|\bbare\b|dostępn|подпис|会員|有料|登録|ログイン|로그인|회원|구독|订阅|訂閱|登录|登入|注册|註冊|newsletter|whatsapp|telegram|podcast|push-|postfach|\bapp|abo\b|spende|infolettre|chaîne|bolet[ií]n|canal|aplicativo|biuletyn|рассылк|розсилк|телеграм|канал|kana[lł]|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|bülten|google/iu

/** What stands in the place of a post or a video that the reader has not agreed to load. */
const consent: readonly RegExp[] = [
  /\bextern\p{L}*\s(?:redaktionell\p{L}*\s)?inhalt\p{L}*\b.{0,200}\b(?:anzeigen|angezeigt|einverstanden|klick|ergänzt|anreichert|zustimm\p{L}*|datenschutz\p{L}*)\b/iu,
  /\beinverstanden, dass mir\b.{0,80}\b(?:inhalt|angezeigt)/iu,
  /^empfohlener (?:redaktioneller|externer) inhalt$|^ein klick für den datenschutz$/iu,
  /\bpersonenbezogene daten\b.{0,80}\b(?:drittplattform|drittanbieter|übermittelt)/iu,
  /\bmit einem klick\b.{0,60}\b(?:anzeigen|einblenden|ausblenden|laden)\b/iu,
  /\bfür die (?:darstellung|anzeige) von\b.{0,120}\b(?:klick|software|daten)\b/iu,
  /^to (?:view|see|watch|play|display) this (?:content|video|post|tweet|embed|map|chart)\b.{0,120}\b(?:cookies?|javascript|accept|consent|enable|upgrad\w+|settings)\b/iu,
  /\bthis (?:content|post|video|embed|tweet) is (?:hosted|provided|served) by\b.{0,160}\b(?:third|cookies?|consent|privacy|agree|accept)\b/iu,
  /\b(?:pour|afin d[e’']) (?:afficher|voir|visionner|consulter) (?:ce|cette|le|la)\b.{0,120}\b(?:cookies?|accept\p{L}*|consent\p{L}*|autoris\p{L}*)\b/iu,
  /\bpara (?:ver|visualizar|reproducir) (?:este|esta|el|o|a)\b.{0,120}\b(?:cookies?|acept\p{L}*|aceit\p{L}*|consent\p{L}*)\b/iu,
  /\bper (?:visualizzare|vedere) (?:questo|questa|il|i|la)\b.{0,120}\b(?:cookies?|accett\p{L}*|consens\p{L}*)\b/iu,
  /\bom (?:deze|dit) (?:inhoud|content|video|bericht)\b.{0,120}\b(?:cookies?|toestemming|accepte\p{L}*)\b/iu,
  /\b(?:för att|for å|for at) (?:visa|se|vise|kunne se)\b.{0,120}(?:cookies?|kakor|samtyck\p{L}*|samtykke\p{L}*|informasjonskapsler)/iu,
  /(?:aby|żeby) (?:zobaczyć|wyświetlić|obejrzeć)\b.{0,120}(?:cookies?|zgod\p{L}*|plik\p{L}*)/iu,
  /чтобы (?:просмотреть|посмотреть|увидеть).{0,120}(?:cookie|соглас|файл)/iu,
]

/** What stands at the end of what a reader may see for nothing. */
const wall: readonly RegExp[] = [
  /^(?:create an account|sign in|log in|register)\b.{0,40}\bto (?:continue|keep|read|access)\b.{0,60}$/iu,
  /^(?:subscribe|register|sign up) (?:now|today|here)?\s?to (?:read|continue|unlock|access|get)\b.{0,120}$/iu,
  /\b(?:dieser|der) (?:artikel|beitrag|text|inhalt) ist (?:nur|exklusiv|kostenpflichtig)\b|\bnur für (?:abonnent|mitglied|registrierte)\p{L}*\b.{0,60}$/iu,
  /\b(?:article|contenu|suite)\b.{0,30}\bréservée? (?:aux|à nos) abonnés\b/iu,
  /\b(?:contenido|artículo|noticia)\b.{0,30}\b(?:exclusiv[oa]|solo|reservad[oa]) para (?:suscriptor|soci|usuari)/iu,
  /\b(?:articolo|contenuto)\b.{0,30}\briservat[oa] (?:agli|ai) (?:abbonati|nostri)/iu,
  /\b(?:conteúdo|artigo|matéria)\b.{0,30}\bexclusiv[oa] para (?:assinantes|subscritores)/iu,
  /\b(?:alleen|enkel) (?:voor|toegankelijk voor) (?:abonnees|leden)\b/iu,
  /\b(?:endast|bara|kun|bare) (?:för|for) (?:prenumeranter|abonnenter|medlemmer|medlemmar)\b/iu,
  /dostępn\p{L}* (?:tylko )?dla (?:subskrybentów|prenumeratorów|zalogowanych)/iu,
  /(?:доступ\p{L}*|только|читайте) (?:для подписчиков|по подписке)/iu,
  /(?:会員|有料)(?:限定|記事)(?:です|の|。)|会員登録(?:が必要|できます|すると)|会員の方のみ|(?:ログイン|登録)(?:が必要|すると|してください)/u,
  /(?:로그인|회원가입|회원 전용|구독).{0,20}(?:하세요|하십시오|필요합니다|이용하실|보실 수)/u,
  /(?:订阅|訂閱|登录|登入|注册|註冊|会员|會員).{0,12}(?:继续阅读|繼續閱讀|阅读全文|閱讀全文|解锁|解鎖|专享|專享)/u,
]

/** An offer: what it is, what to do, and the reader spoken to. */
const offers: readonly { readonly what: RegExp; readonly act: RegExp; readonly reader: RegExp }[] = [
  {
    what: /newsletter|whatsapp|telegram|podcast|push-|postfach|\bapp\b|abo\b|spende/iu,
    act: /\b(?:abonnier|anmeld|registrier|folg|lad|bekomm|erhalt|hol|unterstütz|melde)\p{L}*/iu,
    reader: /\b(?:sie|ihnen|ihr|du|dir|deine?[rmns]?|euch|eure?)\b(?!.*\b(?:sagte|teilte|erklärte)\b)/iu,
  },
  {
    what: /newsletter|whatsapp|telegram|infolettre|\bappli(?:cation)?\b|notre chaîne/iu,
    act: /\b(?:abonn|inscri|recev|télécharg|rejoign|suiv)\p{L}*ez\b/iu,
    reader: /\b(?:vous|votre|vos|nous|notre|nos|ici)\b|!/iu,
  },
  {
    what: /newsletter|bolet[ií]n|whatsapp|telegram|nuestro canal|nosso canal|nuestra app|nosso aplicativo/iu,
    act: /\b(?:suscr[ií]be|suscr[ií]base|recibe|reciba|s[ií]gue(?:nos)?|[úu]nete|apúntate|descarga|assine|receba|siga|inscreva|cadastre)\p{L}*\b/iu,
    reader: /./u,
  },
  {
    what: /newsletter|whatsapp|telegram|nostro canale|nostra app/iu,
    act: /\b(?:iscriviti|iscrivetevi|ricevi|segui(?:ci)?|scarica|abbonati|unisciti)\b/iu,
    reader: /./u,
  },
  {
    what: /newsletter|whatsapp|telegram|biuletyn|рассылк|розсилк|телеграм|канал|\bkanał/iu,
    act: /(?:zapisz się|dołącz|subskrybuj|obserwuj|pobierz|подпис(?:ывайтесь|аться на наш|ывайся)|подпишитесь|підпи(?:суйтесь|шіться)|присоединяйтесь|читайте нас)/iu,
    reader: /./u,
  },
  {
    what: /nieuwsbrief|whatsapp|nyhetsbrev|nyhedsbrev|uutiskirje|\bapp(?:en)?\b/iu,
    act: /\b(?:meld je|schrijf je|abonneer|ontvang|volg ons|prenumerera|anmäl dig|följ oss|meld deg|få|følg|abonner|tilmeld|tilaa|lataa)\b/iu,
    reader: /\b(?:je|u|jouw|onze|du|dig|deg|din|ditt|vår|vårt|oss|os|vores)\b|!/iu,
  },
  {
    what: /bülten|whatsapp|telegram|google (?:haberler|news)|kanal/iu,
    act: /(?:abone ol|takip ed|katıl(?:ın|mak)|indir(?:in|mek))\p{L}*/iu,
    reader: /./u,
  },
]
