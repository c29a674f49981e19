const plain: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  "'": '’',
  ʼ: '’',
  ʻ: '’',
  '\u00a0': ' ',
  '‑': '-',
}

/**
 * Folds a text for looking names up: “Nicolás” is “Nicolas”, one apostrophe, one hyphen; capitals stay.
 *
 * Every UTF-16 unit becomes one, so that offsets in the folded text are offsets in the text.
 */
export const foldName = (text: string): string =>
  /[^ -~]|'/.test(text)
    ? text.replace(
        /[À-ɏḀ-ỿ'ʼʻ\u00a0‑]/g,
        (letter) => plain[letter] ?? (letter.normalize('NFD').charAt(0) || letter),
      )
    : text
