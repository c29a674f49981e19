import { describe, expect, test } from 'vitest'
import type { ReadingMode } from '../records/reading.ts'
import { statementsOf } from './read-text.fixture.ts'

/**
 * Every statement of a text on a line: “source → content (modality) through relay”. A modality that only tells of
 * plain or planned matters is left out: judge-modality.ts has its own tests.
 */
function linesOf(text: string, mode: ReadingMode): string[] {
  return statementsOf(text, mode).map(({ source, content, modality, via }) => {
    // The networks take the comma behind a source in, as PolNeAR does.
    const who = source?.replace(/,$/, '') ?? 'nobody'
    const how = modality === 'reported' || modality === 'planned' ? '' : ` (${modality ?? 'none'})`
    return `${who} → ${content.join(' … ') || 'nothing'}${how}${via ? ` through ${via}` : ''}`
  })
}

describe.each<ReadingMode>(['full', 'fast'])('in %s mode', (mode) => {
  test.each([
    [
      '“The harbour is mined,” the army warned. “Stay away.”',
      ['the army → “The harbour is mined,” … “Stay away.”'],
    ],
    [
      '“I have nothing to hide,” Quintero told the court, “and I never did.”',
      ['Quintero → “I have nothing to hide,” … “and I never did.” (negated)'],
    ],
    [
      '“Never,” Holloway told the Ledger in an e-mail, “have I seen such a crowd.”',
      ['Holloway → “Never,” … “have I seen such a crowd.”'],
    ],
    [
      '“We counted the boats twice,” Ferrán said. “Nobody was missing.\n\n“Then the lights went out.”',
      ['Ferrán → “We counted the boats twice,” … “Nobody was missing. … “Then the lights went out.”'],
    ],
    ['“No,” said Marsh.', ['Marsh → “No,”']],
    ['“Go home!” the crowd shouted. “Go home!”', ['the crowd → “Go home!” … “Go home!”']],
    [
      'The minister said: “We will pay. Not today, but we will pay.” Then he left.',
      ['The minister → “We will pay. Not today, but we will pay.”'],
    ],
    [
      '“Is the bridge open?” a reporter asked. “It is,” Dolt replied.',
      ['a reporter → “Is the bridge open?” (asked)', 'Dolt → “It is,”'],
    ],
    ['“‘Do not come,’ I told them,” he said.', ['he → “‘Do not come,’ I told them,”']],
    ['He said: “I told them: ‘Do not come.’ They came.”', ['He → “I told them: ‘Do not come.’ They came.”']],
    [
      '“We saw smoke,” one resident, who gave her name as Ana, said.',
      ['one resident, who gave her name as Ana → “We saw smoke,”'],
    ],
  ])('a quotation is its speaker’s, before, behind or around the attribution: %s', (text, lines) =>
    expect(linesOf(text, mode)).toEqual(lines),
  )

  test.each([
    [
      'The minister said that the strike was over and that trains would run on Monday.',
      ['The minister → that the strike was over and that trains would run on Monday'],
    ],
    [
      'The minister said the strike was over, but the unions said it had barely begun.',
      ['The minister → the strike was over', 'the unions → it had barely begun'],
    ],
    [
      'Police said they had arrested three men; their lawyer said two had been released.',
      ['Police → they had arrested three men', 'their lawyer → two had been released'],
    ],
    [
      'Tarn’s mayor said on Monday, as snow fell, that schools would close.',
      ['Tarn’s mayor → that schools would close'],
    ],
    [
      'The exile was cold, he remembered, and the food was worse.',
      ['he → The exile was cold … and the food was worse'],
    ],
    [
      'Those contacts went further than Selgrad has admitted, the two officials said: there have been at least four such meetings since September.',
      [
        'the two officials → Those contacts went further than Selgrad has admitted … there have been at least four such meetings since September',
      ],
    ],
    [
      'Marsh promised nothing, the official said, but “she didn’t hang up, either”.',
      ['the official → Marsh promised nothing … but “she didn’t hang up, either” (negated)'],
    ],
    [
      'Critics say the law, which took effect in May, gives the police too much power.',
      ['Critics → the law, which took effect in May, gives the police too much power'],
    ],
    [
      'Two soldiers were wounded and a bridge was destroyed, the ministry said, while the rebels spoke of ten dead.',
      ['the ministry → Two soldiers were wounded and a bridge was destroyed'],
    ],
    [
      'Veresk said he had never met Quintero, adding that he had no wish to.',
      ['Veresk → he had never met Quintero (negated)', 'Veresk → that he had no wish to (negated)'],
    ],
    [
      'They would talk again, Veresk was quoted as saying, after “certain matters” had been dealt with.',
      ['Veresk → They would talk again … after “certain matters” had been dealt with'],
    ],
    ['Speaking to reporters in Tarn, Arce said the fleet was ready.', ['Arce → the fleet was ready']],
    ['The ship sank in 1994, the navy says.', ['the navy → The ship sank in 1994']],
    [
      'Quintero’s days are “running out”, she told reporters this week, and she would not rule out force.',
      ['she → Quintero’s days are “running out”', 'she → force (hedged)'],
    ],
    ['Talks, Arce told El Faro, are “closer than ever”.', ['Arce → Talks … are “closer than ever”']],
    [
      'Nothing has been signed, Dolt stressed, and nothing will be before May.',
      ['Dolt → Nothing has been signed … and nothing will be before May (negated)'],
    ],
    [
      'Selgrad says it shot down two drones. Aldany denies sending any.',
      ['Selgrad → it shot down two drones', 'Aldany → sending any (denied)'],
    ],
  ])('told words are whole, and end where the outlet’s own begin: %s', (text, lines) =>
    expect(linesOf(text, mode)).toEqual(lines),
  )

  test.each([
    ['Arce denied that ships had entered the bay.', ['Arce → that ships had entered the bay (denied)']],
    [
      'The ministry rejected claims that it had jammed the radio.',
      ['The ministry → claims that it had jammed the radio (denied)'],
    ],
    [
      'Veresk dismissed reports that he was ill as “kitchen gossip”.',
      ['Veresk → reports that he was ill as “kitchen gossip” (denied)'],
    ],
    ['Strend denies any wrongdoing.', ['Strend → any wrongdoing (denied)']],
    [
      'Arce denied that Quintero had asked for money or agreed to go.',
      ['Arce → that Quintero had asked for money or agreed to go (denied)'],
    ],
    ['Marsh does not believe that Quintero will leave.', ['Marsh → that Quintero will leave (denied)']],
    ['Adair does not think the talks will fail.', ['Adair → the talks will fail (denied)']],
    [
      'Marsh neither confirmed nor denied that the talks had begun.',
      ['Marsh → that the talks had begun (none)'],
    ],
    ['Neither side has confirmed the ceasefire.', ['Neither side → the ceasefire (none)']],
    ['The army has not confirmed the losses.', ['The army → the losses (none)']],
    ['Arce has not ruled out an early election.', ['Arce → an early election (hedged)']],
  ])('a denial is denied; what is only not confirmed is asserted by nobody: %s', (text, lines) =>
    expect(linesOf(text, mode)).toEqual(lines),
  )

  test.each([
    ['The embassy did not respond to a request for comment.', ['The embassy → nothing (no-comment)']],
    [
      'Adair refused to say whether the order had been signed.',
      ['Adair → whether the order had been signed (no-comment)'],
    ],
    ['Arce could not be reached for comment.', ['Arce → nothing (no-comment)']],
    ['The bank has yet to comment.', ['The bank → nothing (no-comment)']],
    ['The ministry gave no further details.', ['The ministry → nothing (no-comment)']],
    [
      'Officials did not immediately say what caused the fire.',
      ['Officials → what caused the fire (no-comment)'],
    ],
    ['Marsh said nothing about the ships.', ['Marsh → the ships (no-comment)']],
    [
      'Nobody in Selgrad would say where the money went.',
      ['Nobody in Selgrad → where the money went (no-comment)'],
    ],
    [
      'Is that an offer of asylum? Nobody in Selgrad will say. Meridian Press put the question to Veresk’s office and got no answer.',
      [
        'Nobody in Selgrad → Is that an offer of asylum (no-comment)',
        'Veresk’s office → nothing (no-comment)',
      ],
    ],
    ['The date of the vote has not been announced.', ['nobody → The date of the vote (no-comment)']],
    ['Marsh refused to comment on the tapes.', ['Marsh → the tapes (no-comment)']],
    ['No comment was available from the embassy.', ['the embassy → nothing (no-comment)']],
    ['There was no immediate comment from Selgrad on the raid.', ['Selgrad → the raid (no-comment)']],
    ['Repeated calls to the port office went unanswered.', ['the port office → nothing (no-comment)']],
    ['A message left with his lawyer was not returned.', ['his lawyer → nothing (no-comment)']],
    ['Calls for comment went unanswered.', ['nobody → nothing (no-comment)']],
    ['Her letters went unanswered.', []],
    ['No one at the port could be reached on Sunday.', ['No one at the port → nothing (no-comment)']],
    ['The bank was not immediately available to comment.', ['The bank → nothing (no-comment)']],
    ['The claim could not be independently verified.', ['nobody → The claim (no-comment)']],
    [
      'It could not immediately be determined whether the ship had docked.',
      ['nobody → whether the ship had docked (no-comment)'],
    ],
  ])('silence is a statement of its own: %s', (text, lines) => expect(linesOf(text, mode)).toEqual(lines))

  test.each([
    [
      'MTA, citing the interior ministry, said that an officer had told investigators that the gate was open.',
      [
        'the interior ministry → that an officer had told investigators that the gate was open through MTA',
        'MTA → that an officer had told investigators that the gate was open',
        'an officer → that the gate was open through the interior ministry',
      ],
    ],
    [
      'MTA reported that the interior ministry said an officer had confirmed that the gate was open.',
      [
        'MTA → that the interior ministry said an officer had confirmed that the gate was open',
        'the interior ministry → an officer had confirmed that the gate was open through MTA',
        'an officer → that the gate was open through the interior ministry',
      ],
    ],
    [
      'According to MTA, the ministry said that an officer had admitted that the gate was open.',
      [
        'MTA → the ministry said that an officer had admitted that the gate was open',
        'the ministry → that an officer had admitted that the gate was open through MTA',
        'an officer → that the gate was open through the ministry',
      ],
    ],
    [
      'Citing two officials, the newspaper said that Quintero told President Marsh on November 19 that he would quit if she gave him an amnesty.',
      [
        'two officials → that Quintero told President Marsh on November 19 that he would quit if she gave him an amnesty through the newspaper',
        'the newspaper → that Quintero told President Marsh on November 19 that he would quit if she gave him an amnesty',
        'Quintero → that he would quit if she gave him an amnesty (conditional) through two officials',
      ],
    ],
    [
      'The minister was responding to The Wexford Examiner, which reported on Friday, citing two unnamed officials, that Quintero had told Marsh that he would go if he were promised immunity.',
      [
        'The Wexford Examiner → that Quintero had told Marsh that he would go if he were promised immunity',
        'two unnamed officials → that Quintero had told Marsh that he would go if he were promised immunity through The Wexford Examiner',
        'Quintero → that he would go if he were promised immunity (conditional) through two unnamed officials',
      ],
    ],
    [
      'According to the state agency MTA, as cited by Meridian Press, Veresk said that the two would meet again “once certain matters are settled”.',
      [
        'the state agency MTA → Veresk said that the two would meet again “once certain matters are settled” through Meridian Press',
        // The small parser hangs the quoted clause elsewhere, and its condition is missed.
        `Veresk → that the two would meet again “once certain matters are settled”${mode === 'full' ? ' (conditional)' : ''} through the state agency MTA`,
      ],
    ],
    [
      'The port is shut, according to MTA, which cited the navy.',
      ['MTA → The port is shut', 'the navy → The port is shut through MTA'],
    ],
    [
      'MTA, which quoted the ministry, reported that the port was shut.',
      ['the ministry → that the port was shut through MTA', 'MTA → that the port was shut'],
    ],
    [
      'The strike was over, said Meridian Press, which quoted two union leaders.',
      [
        'Meridian Press → The strike was over',
        'two union leaders → The strike was over through Meridian Press',
      ],
    ],
    [
      'According to MTA, citing the navy, the port is shut.',
      ['MTA → the port is shut', 'the navy → the port is shut through MTA'],
    ],
    [
      'The agency said the port was shut, quoting the ministry.',
      ['The agency → the port was shut', 'the ministry → the port was shut through The agency'],
    ],
    [
      'Ferrán was quoted by MTA as saying that the deal was dead.',
      ['Ferrán → that the deal was dead through MTA'],
    ],
    [
      'The paper quoted a source close to the palace as saying: “He packs.”',
      ['a source close to the palace → “He packs.” through The paper'],
    ],
    [
      'Veresk gave the message on Thursday to Lucía Ferrán, the news agency said, citing Morvenian state media.',
      [
        'the news agency → Veresk gave the message on Thursday to Lucía Ferrán',
        'Morvenian state media → Veresk gave the message on Thursday to Lucía Ferrán through the news agency',
      ],
    ],
    [
      'Marsh thinks that Veresk wants money, her adviser said.',
      [
        'Marsh → that Veresk wants money (hedged) through her adviser',
        'her adviser → Marsh thinks that Veresk wants money',
      ],
    ],
    ['He quoted Arce: “The sea does not wait.”', ['Arce → “The sea does not wait.” (negated) through He']],
    [
      'According to Arce, who leads the delegation, talks are “closer than ever”.',
      ['Arce, who leads the delegation → talks are “closer than ever”'],
    ],
  ])('a chain of three is three statements, each through the one outside it: %s', (text, lines) =>
    expect(linesOf(text, mode)).toEqual(lines),
  )

  test.each([
    [
      'Two officials familiar with the matter, who spoke on condition of anonymity, said the envoy had been recalled.',
      [
        'Two officials familiar with the matter, who spoke on condition of anonymity → the envoy had been recalled',
      ],
    ],
    [
      'A spokesman for the port, who asked not to be named, said cranes were idle.',
      ['A spokesman for the port, who asked not to be named → cranes were idle'],
    ],
    [
      'The pilot, according to a person briefed on the inquiry, had been drinking.',
      ['a person briefed on the inquiry → The pilot … had been drinking'],
    ],
    [
      'According to a statement posted on the ministry’s website, two soldiers were wounded.',
      ['a statement posted on the ministry’s website → two soldiers were wounded'],
    ],
    [
      'Sources told Meridian Press that the minister would resign.',
      ['Sources → that the minister would resign'],
    ],
    ['Marsh doubts that Quintero will resign.', ['Marsh → that Quintero will resign (hedged)']],
    ['Marsh does not doubt that Quintero will resign.', ['Marsh → that Quintero will resign']],
    [
      '“I doubt that Quintero will resign,” Marsh said.',
      ['Marsh → “I doubt that Quintero will resign,” (hedged)'],
    ],
    [
      '“There is no doubt that Quintero will resign,” Marsh said.',
      ['Marsh → “There is no doubt that Quintero will resign,”'],
    ],
    ['Quintero will without doubt resign, Marsh said.', ['Marsh → Quintero will without doubt resign']],
    [
      'Marsh said she was not convinced that Quintero would resign.',
      ['Marsh → she was not convinced that Quintero would resign (hedged)'],
    ],
    ['It is understood that the minister will resign.', ['nobody → that the minister will resign (hedged)']],
    ['The general is said to have fled to Tarn.', ['nobody → The general … to have fled to Tarn (hedged)']],
    ['The mayor allegedly took bribes.', ['nobody → The mayor allegedly took bribes (hedged)']],
    [
      'This week one of the few friends he has left reportedly began to make up the spare bed.',
      [
        'nobody → This week one of the few friends he has left reportedly began to make up the spare bed (hedged)',
      ],
    ],
    [
      'Veresk is now reportedly positioning himself as a potential safe harbour for strongman Rafael Quintero as pressure from President Marsh’s administration continues to tighten around the embattled leader.',
      [
        'nobody → Veresk is now reportedly positioning himself as a potential safe harbour for strongman Rafael Quintero (hedged)',
      ],
    ],
    [
      'His state potash company has been shut out of the Federal Union since 2021, and Port Regent is reportedly considering whether to let it back in.',
      ['nobody → Port Regent is reportedly considering whether to let it back in (hedged)'],
    ],
    [
      'Asked whether she would run again, Marsh said she had not decided.',
      ['nobody → whether she would run again (asked)', 'Marsh → she had not decided (negated)'],
    ],
    [
      'Asked on Thursday by a reporter from MTA whether the port was mined, the admiral said he had “no information”.',
      ['nobody → whether the port was mined (asked)', 'the admiral → he had “no information” (negated)'],
    ],
    [
      'The government is accused by critics of hiding the dead.',
      ['critics → The government … hiding the dead'],
    ],
    ['The government has been accused of hiding the dead.', ['nobody → The government … hiding the dead']],
    [
      'Officials in Port Regent, speaking on condition of anonymity, said the order had come from Marsh herself.',
      ['Officials in Port Regent → the order had come from Marsh herself'],
    ],
    [
      'The talks were close, two of those present told El Faro on Monday, adding that a text was ready.',
      ['two of those present → The talks were close', 'two of those present → that a text was ready'],
    ],
  ])('those who are not named are told as far as they are: %s', (text, lines) =>
    expect(linesOf(text, mode)).toEqual(lines),
  )

  test.each([
    [
      'The dam, as one engineer put it, is “a promise nobody kept”.',
      ['one engineer → The dam … is “a promise nobody kept”'],
    ],
    ['As Dolt put it, “a closed door is still a door”.', ['Dolt → “a closed door is still a door”']],
    ['The government put the death toll at 17.', ['The government → the death toll at 17']],
    [
      'The rebels said ten had died; the army put the number at two.',
      ['The rebels → ten had died', 'the army → the number at two'],
    ],
    [
      'President Helen Marsh told journalists on Wednesday that time was “running out” for Quintero, according to the agency, and she left open the possibility that the Federal Union might use force.',
      [
        'President Helen Marsh → that time was “running out” for Quintero through the agency',
        'the agency → President Helen Marsh told journalists on Wednesday that time was “running out” for Quintero',
        'she → that the Federal Union might use force (hedged)',
      ],
    ],
    [
      'If the dam breaks, engineers warn, two villages will drown.',
      ['engineers → If the dam breaks … two villages will drown (conditional)'],
    ],
    [
      'The dam would hold, she said, unless it rained.',
      ['she → The dam would hold … unless it rained (conditional)'],
    ],
  ])('asides and figures attribute: %s', (text, lines) => expect(linesOf(text, mode)).toEqual(lines))

  test.each([
    ['Marsh urged Morvenia to withdraw its troops.', ['Marsh → Morvenia to withdraw its troops']],
    ['Roake called on both sides to stop the shelling.', ['Roake → both sides to stop the shelling']],
    [
      'The court ordered the ministry to release the files.',
      ['The court → the ministry to release the files'],
    ],
    ['Arce warned against sending ships.', ['Arce → sending ships']],
    ['The two leaders agreed to meet again in spring.', ['The two leaders → to meet again in spring']],
  ])('what is asked of somebody holds who should do it: %s', (text, lines) =>
    expect(linesOf(text, mode)).toEqual(lines),
  )

  test.each([
    'Marsh was tired. She would not run again. The house by the lake was waiting.',
    'The “reformers” lost the vote in Selgrad.',
    'She sang “The Quiet Harbour” and read from “Letters to Tarn” at the festival.',
    'Marsh promised nothing.',
    'There were reports of shooting in the north.',
    'Rumours that the king had fled spread through the capital.',
    'The alleged fraud took place in May.',
    'It remains unclear who signed the text.',
    'A banner read “Free Tarn”.',
  ])('nobody says anything in: %s', (text) => expect(linesOf(text, mode)).toEqual([]))
})
