/**
 * The number of a month named in a feed, 1 to 12; null for any other word.
 *
 * RFC 822 knows English alone, but content systems write dates in the language of the site. Case, accents and a dot
 * at the end do not count. Three letters are enough where no other month of another language begins with them.
 */
export function findMonth(word: string): number | null {
  const folded = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
  return months.get(folded) ?? null
}

/** By month; English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Hungarian, Greek, Russian, Ukrainian, Turkish. */
const names: readonly string[] = [
  'jan january januar janner jänner janv janvier ene enero janeiro gen gennaio januari sty stycznia január ιαν ιανουαρίου янв января січ січня oca ocak',
  'feb february februar févr fev février febrero fevereiro febbraio februari lut lutego február φεβ φεβρουαρίου фев февраля лют лютого şub şubat',
  'mar march märz mrz mär mars marzo março mrt maart marca március márc μαρ μάρ μαρτίου μάρτιος мар марта бер березня mart',
  'apr april avr avril abr abril aprile kwi kwietnia április ápr απρ απριλίου апр апреля кві квітня nis nisan',
  'may mai mayo maio mag maggio mei maja május máj μαι μάϊ μάι μαϊ μαΐου май мая тра травня mayıs',
  'jun june juni juin junio junho giu giugno cze czerwca június jún ιουν ιούν ιουνίου июн июня чер червня haz haziran',
  'jul july juli juil juillet julio julho lug luglio lip lipca július júl ιουλ ιούλ ιουλίου июл июля лип липня tem temmuz',
  'aug august août aou ago agosto augustus sie sierpnia augusztus αυγ αύγ αυγούστου авг августа сер серпня ağu ağustos',
  'sep sept september septembre septiembre setembro set settembre wrz września szeptember szept σεπ σεπτ σεπτεμβρίου сен сент сентября вер вересня eyl eylül',
  'oct october okt oktober octobre octubre out outubro ott ottobre paź października október οκτ οκτωβρίου окт октября жов жовтня eki ekim',
  'nov november novembre noviembre novembro lis listopada νοε νοέ νοεμβρίου ноя ноября лис листопада kas kasım',
  'dec december dez dezember déc décembre dic diciembre dezembro dicembre gru grudnia δεκ δεκεμβρίου дек декабря гру грудня ara aralık',
]

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((line, i) =>
    line.split(' ').map((name) => [name.normalize('NFD').replace(/\p{M}+/gu, ''), i + 1] as const),
  ),
)
