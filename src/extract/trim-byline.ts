/**
 * A byline without the words that announce it: “By”, “Von”, “Written by”, “Автор:”, “文／”; those of what somebody else
 * made (“Photo: ...”) leave nothing.
 */
export function trimByline(text: string): string {
  let bare = text.trim()
  for (let i = 0; i < 3; i++) {
    const next = bare.replace(label, '')
    if (next === bare) break
    bare = next.trim()
  }
  return /^(?:photos?|fotos?|bild(?:er)?|images?|video|graphics?|illustrations?|фото|写真|撮影|사진)\s*[:：/]/iu.test(
    bare,
  )
    ? ''
    : bare
}

const label =
  /^(?:(?:(?:written|reported|reporting|story|words|posted|published|compiled|text|analysis|opinion|report|interview|comment) )?by|from|written|authors?|von|text(?: von)?|par|propos recueillis par|por|di|a cura di|door|av|af|tekst|autorin\/autor|autor(?:in|en|a|es|i)?|quelle|source|fuente|fonte|auteure?s?|autore|автор(?:ы|и)?|текст|napisał[ai]?|yazan|penulis|oleh|reporter|tác giả|szerző|kirjoittaja|συντάκτης|בקלם|מאת|بقلم|كتبت?|نویسنده|文|撰文|記者|记者|作者|文字|글|著者)(?:\s*[:：／/]\s*|\s+(?=\P{Ll}|$))/iu
