import { expect, test } from 'vitest'
import { classifyNotice } from './classify-notice.ts'

test.each([
  ['An dieser Stelle ist externer Inhalt eingebunden, den Sie mit einem Klick anzeigen können.', 'other'],
  ['Pour afficher ce contenu, vous devez accepter les cookies de notre partenaire.', 'other'],
  ['To view this video you need to enable JavaScript.', 'other'],
  ['Чтобы посмотреть видео, дайте согласие на cookie.', 'other'],
  ['この記事は会員限定です。', 'newsletter'],
  ['Artículo exclusivo para suscriptores', 'newsletter'],
  ['Log in to continue reading', 'newsletter'],
  ['Abonnieren Sie unseren Newsletter und erhalten Sie jeden Morgen das Wichtigste.', 'newsletter'],
  ['Подписывайтесь на наш телеграм', 'newsletter'],
  ['Iscriviti alla newsletter', 'newsletter'],
])('%s', (text, reason) => {
  expect(classifyNotice(text)?.reason).toBe(reason)
})

test.each([
  'Die Partei hat 4.000 Abonnenten auf Telegram, wie ihr Sprecher am Montag in Selgrad sagte.',
  'The ministry said that it would accept cookies and privacy rules of its partners from March.',
  'Le journal compte 4 000 abonnés, a dit sa directrice lundi à Aldany.',
  'El presidente escribió en su canal de Telegram que el barco no saldría antes del lunes.',
  'Канал опубликовал видео пожара в порту.',
])('text: %s', (text) => {
  expect(classifyNotice(text)).toBeNull()
})
