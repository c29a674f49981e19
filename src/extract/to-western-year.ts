/**
 * A line with its digits and its year as machines have them: the digits of other scripts in ASCII, and the years of eras
 * as years of the common one: “令和5年” is 2023年, “พ.ศ. 2566” and a year from 2500 on 2023 (the Buddhist era of Thailand,
 * Laos and Cambodia), “民國112年” 2023年 (Taiwan).
 */
export function toWesternYear(line: string): string {
  const text = toAsciiDigits(line)
  return /\b25\d\d\b|[和正成民]/.test(text)
    ? text
        .replace(
          /(令和|平成|昭和)\s?(元|\d{1,2})\s?年/g,
          (_, era: string, year: string) => `${(eras[era] ?? 0) + (year === '元' ? 1 : Number(year))}年`,
        )
        .replace(/(?:民國|民国)\s?(\d{2,3})\s?年/g, (_, year: string) => `${1911 + Number(year)}年`)
        .replace(/(?<!\d)(25\d\d)(?!\d)/g, (year) => String(Number(year) - 543))
    : text
}

/** The year before the first of each. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 }

/** Where the ten digits of a script begin: Arabic, Persian, the scripts of India, Thai, Lao, Burmese, Khmer, full width. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0,
  0xff10,
]

function toAsciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((zero) => code >= zero && code < zero + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}
