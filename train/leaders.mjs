/**
 * Builds `data/gazetteer/leaders-reign.tsv` from the leader list of the REIGN data set (MIT):
 * `node train/leaders.mjs leaderlist_3_21.csv > data/gazetteer/leaders-reign.tsv`.
 *
 * Takes facts alone: who led which country from when to when. Who left before 1990 is left out, and so is whom our own
 * `leaders.tsv` has. REIGN gives surnames for most and the month for an end; a name of one word is known behind a
 * title only (“President Kibaki”), and a term ends with its last month.
 */
import { readFileSync } from 'node:fs'

const countries = Object.fromEntries(
  `AAB ATG AFG AFG ALB ALB ALG DZA AND AND ANG AGO ARG ARG ARM ARM AUL AUS AUS AUT AZE AZE BAH BHR BAR BRB BEL BEL BEN BEN
  BFO BFA BHM BHS BHU BTN BLR BLR BLZ BLZ BNG BGD BOL BOL BOS BIH BOT BWA BRA BRA BRU BRN BUI BDI BUL BGR CAM KHM CAN CAN
  CAO CMR CAP CPV CDI CIV CEN CAF CHA TCD CHL CHL CHN CHN COL COL COM COM CON COG COS CRI CRO HRV CUB CUB CYP CYP CZR CZE
  DEN DNK DJI DJI DMA DMA DOM DOM DRC COD ECU ECU EGY EGY EQG GNQ ERI ERI EST EST ETH ETH ETM TLS FIJ FJI FIN FIN FRN FRA
  FSM FSM GAB GAB GAM GMB GHA GHA GMY DEU GNB GNB GRC GRC GRG GEO GRN GRD GUA GTM GUI GIN GUY GUY HAI HTI HON HND HUN HUN
  ICE ISL IND IND INS IDN IRE IRL IRN IRN IRQ IRQ ISR ISR ITA ITA JAM JAM JOR JOR JPN JPN KEN KEN KIR KIR KOS XKX KUW KWT
  KYR KGZ KZK KAZ LAO LAO LAT LVA LBR LBR LEB LBN LES LSO LIB LBY LIT LTU LUX LUX MAA MRT MAC MKD MAD MDV MAG MDG MAL MYS
  MAS MUS MAW MWI MEX MEX MLD MDA MLI MLI MLT MLT MNG MNE MON MNG MOR MAR MSI MHL MYA MMR MZM MOZ NAM NAM NAU NRU NEP NPL
  NEW NZL NIC NIC NIG NGA NIR NER NOR NOR NTH NLD OMA OMN PAK PAK PAL PLW PAN PAN PAR PRY PER PER PHI PHL PNG PNG POL POL
  POR PRT PRK PRK QAT QAT ROK KOR ROM ROU RUS RUS RWA RWA SAF ZAF SAL SLV SAU SAU SEN SEN SEY SYC SIE SLE SIN SGP SKN KNA
  SLO SVK SLU LCA SLV SVN SOL SLB SOM SOM SPN ESP SRI LKA SSD SSD STP STP SUD SDN SUR SUR SVG VCT SWA SWZ SWD SWE SYR SYR
  TAJ TJK TAZ TZA THI THA TKM TKM TOG TGO TON TON TRI TTO TUN TUN TUR TUR TUV TUV UAE ARE UGA UGA UKG GBR UKR UKR URU URY
  USA USA UZB UZB VAN VUT VEN VEN WSM WSM YEM YEM ZAM ZMB ZIM ZWE TAW TWN`
    .trim()
    .split(/\s+/)
    .flatMap((code, i, all) => (i % 2 === 0 ? [[code, all[i + 1]]] : [])),
)

const fold = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('-', ' ').toLowerCase()
const surnameOf = (name) => fold(name).split(' ').at(-1)
const [list] = process.argv.slice(2)
if (!list) {
  console.error('Usage: node train/leaders.mjs leaderlist.csv')
  process.exit(2)
}
const own = readFileSync(new URL('../data/gazetteer/leaders.tsv', import.meta.url), 'utf8')
const known = new Set(
  own.split('\n').flatMap((line) => {
    const [name = '', aliases = '', surnames = '', iso3 = ''] = line.split('\t')
    const written = [name, ...aliases.split(';'), ...surnames.split(';').map((one) => one.replace('?', ''))]
    return written.filter(Boolean).flatMap((one) => [`${iso3} ${surnameOf(one)}`, `${iso3} ${fold(one)}`])
  }),
)
const two = (number) => String(number).padStart(2, '0')
const rows = readFileSync(list, 'utf8').split(/\r?\n/).slice(1)
console.log('name\taliases\tsurnames\tiso3\trole\troles\tfrom\tto\twikidata\tsource\tas_of')
for (const row of rows) {
  const [state, , , leader = '', day, month, year, endMonth, endYear] = row.split(',')
  const iso3 = countries[state]
  const name = leader
    .replace(/\(.*?\)/g, '')
    .replace(/\b\p{Lu}\. ?/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (!iso3 || !/^\p{Lu}[\p{L}’'. -]+$/u.test(name) || / (?:and|&) /.test(name) || name.length < 3) continue
  if (endYear && Number(endYear) < 1990) continue
  if (known.has(`${iso3} ${surnameOf(name)}`) || known.has(`${iso3} ${fold(name)}`)) continue
  const from = `${year}-${two(month)}-${two(Math.max(1, Number(day)))}`
  // The last day of the month: the day 0 of the next.
  const to = endYear
    ? new Date(Date.UTC(Number(endYear), Number(endMonth), 0)).toISOString().slice(0, 10)
    : ''
  const surname = name.split(' ').at(-1)
  console.log([name, '', `?${surname}`, iso3, 'leader', 'GOV', from, to, '', 'REIGN', '2021-03'].join('\t'))
}
