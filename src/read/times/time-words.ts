/** Words of English that tell time, in lower case. */

const indexed = (words: string, first = 1): [string, number][] =>
  words.split(' ').flatMap((group, i) => group.split('/').map((word): [string, number] => [word, i + first]))

export const months: ReadonlyMap<string, number> = new Map(
  indexed(
    'january/jan/jan. february/feb/feb. march/mar/mar. april/apr/apr. may june/jun/jun. july/jul/jul. august/aug/aug. september/sept/sept./sep/sep. october/oct/oct. november/nov/nov. december/dec/dec.',
  ),
)

export const weekdays: ReadonlyMap<string, number> = new Map(
  indexed(
    'monday/mon/mon. tuesday/tue/tue./tues/tues. wednesday/wed/wed./weds thursday/thu/thu./thur/thur./thurs/thurs. friday/fri/fri. saturday/sat/sat. sunday/sun/sun.',
  ),
)

/** “on Mondays” */
export const weekdayPlurals: ReadonlyMap<string, number> = new Map(
  indexed('mondays tuesdays wednesdays thursdays fridays saturdays sundays'),
)

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'

export const units: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['second', 'second seconds sec secs'],
      ['minute', 'minute minutes min mins'],
      ['hour', 'hour hours hr hrs'],
      ['day', 'day days'],
      ['weekend', 'weekend weekends'],
      ['week', 'week weeks wk wks'],
      ['fortnight', 'fortnight fortnights'],
      ['month', 'month months'],
      ['quarter', 'quarter quarters'],
      ['year', 'year years yr yrs'],
      ['decade', 'decade decades'],
      ['century', 'century centuries'],
      ['millennium', 'millennium millennia'],
    ] as const
  ).flatMap(([unit, words]) => words.split(' ').map((word): [string, Unit] => [word, unit])),
)

export const isPluralUnit = (word: string): boolean => word.endsWith('s') || word === 'millennia'

export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export const seasons: ReadonlyMap<string, Season> = new Map([
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
  ['springtime', 'SP'],
  ['summertime', 'SU'],
  ['wintertime', 'WI'],
])

/** TIMEX3’s codes for times of day. */
export const dayParts: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'],
  ['dawn', 'MO'],
  ['daybreak', 'MO'],
  ['sunrise', 'MO'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['dusk', 'EV'],
  ['sunset', 'EV'],
  ['night', 'NI'],
  ['nighttime', 'NI'],
  ['lunchtime', 'MI'],
  ['daytime', 'DT'],
])

export const dayPartPlurals: ReadonlyMap<string, string> = new Map([
  ['mornings', 'MO'],
  ['afternoons', 'AF'],
  ['evenings', 'EV'],
  ['nights', 'NI'],
])

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'

export const smallNumbers: ReadonlyMap<string, number> = new Map(indexed(small, 0))
export const tensNumbers: ReadonlyMap<string, number> = new Map(
  indexed(tens, 2).map(([word, n]) => [word, n * 10]),
)
export const scales: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])

export const ordinals: ReadonlyMap<string, number> = new Map([
  ...indexed(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  ),
  ['thirtieth', 30],
])

/** “the nineties” */
export const decades: ReadonlyMap<string, number> = new Map(
  indexed('twenties thirties forties fifties sixties seventies eighties nineties', 2),
)

export const timeZones: ReadonlySet<string> = new Set(
  'gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest msk ist jst kst hkt sgt aest aedt nzst'.split(
    ' ',
  ),
)

/** How many, without a number: “several years”. */
export const vagueAmounts: ReadonlySet<string> = new Set(
  'several few many some numerous countless multiple various'.split(' '),
)
