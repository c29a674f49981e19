/** The offset of a time zone as ISO 8601 writes it; '' when it is not known, or its letters mean several. */
export function toOffset(zone: string | undefined): string {
  if (zone === undefined) return ''
  const written = zone.toUpperCase().replace(/^(?:GMT|UTC|UT) ?(?=[+-])/, '')
  const numeric = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(written)
  if (numeric === null) return offsets.get(written) ?? ''
  const [, sign = '', hours = '', minutes = '00'] = numeric
  // The farthest zones are -12:00 and +14:00.
  if (Number(hours) > 14 || Number(minutes) > 59) return ''
  return Number(hours) === 0 && minutes === '00' ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`
}

/** IST is India's, Israel's and Ireland's, so it is not here; CST and BST mean what RFC 822 and British feeds mean. */
const offsets: ReadonlyMap<string, string> = new Map([
  ['Z', 'Z'],
  ['UT', 'Z'],
  ['UTC', 'Z'],
  ['GMT', 'Z'],
  ['WET', 'Z'],
  ['WEST', '+01:00'],
  ['BST', '+01:00'],
  ['CET', '+01:00'],
  ['MET', '+01:00'],
  ['MEZ', '+01:00'],
  ['CEST', '+02:00'],
  ['MEST', '+02:00'],
  ['MESZ', '+02:00'],
  ['EET', '+02:00'],
  ['SAST', '+02:00'],
  ['EEST', '+03:00'],
  ['MSK', '+03:00'],
  ['PKT', '+05:00'],
  ['WIB', '+07:00'],
  ['HKT', '+08:00'],
  ['AWST', '+08:00'],
  ['JST', '+09:00'],
  ['KST', '+09:00'],
  ['AEST', '+10:00'],
  ['AEDT', '+11:00'],
  ['NZST', '+12:00'],
  ['NZDT', '+13:00'],
  ['AST', '-04:00'],
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CST', '-06:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
  ['AKST', '-09:00'],
  ['AKDT', '-08:00'],
  ['HST', '-10:00'],
  ['BRT', '-03:00'],
  ['ART', '-03:00'],
])
