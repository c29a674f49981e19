/**
 * What is so, for each distorted claim of `dedup_peer_fixtures`, as three outlets would print it; written by us from the
 * `reality` that the set gives. Where nothing like it happened, what was printed of the matter that day.
 */
export const truths = [
  {
    distorted: /GPT-6/,
    reports: [
      'OpenAI released GPT-5.6 on Tuesday.',
      'OpenAI published GPT-5.6 this week.',
      'GPT-5.6 was released by OpenAI on Tuesday.',
    ],
  },
  {
    distorted: /Simo/,
    reports: [
      'Fidji Simo is stepping down from OpenAI because of illness.',
      'Fidji Simo resigned from OpenAI because of illness.',
      'Because of illness, Fidji Simo is leaving office at OpenAI.',
    ],
  },
  {
    distorted: /heavy-duty/,
    reports: [
      'The EPA proposed weakening heavy-duty truck pollution rules.',
      'The EPA proposed diluting pollution rules for heavy-duty trucks.',
      'Rules on heavy-duty truck pollution would be watered down, the EPA proposed.',
    ],
  },
  {
    distorted: /Starship/,
    reports: [
      'SpaceX launched its Starship rocket from the launch pad this morning.',
      "SpaceX's Starship did not explode on the launch pad this morning.",
      'Starship, the rocket of SpaceX, was launched from its launch pad this morning.',
    ],
  },
  {
    distorted: /peace treaty/,
    reports: [
      'The ceasefire between the US and Iran is collapsing.',
      'The US and Iran have not signed a peace treaty.',
      'The ceasefire of the US and Iran is unravelling.',
    ],
  },
  {
    distorted: /interest rates to zero/,
    reports: [
      'The Federal Reserve left interest rates unchanged at its meeting this week.',
      'The Federal Reserve did not cut interest rates at its meeting this week.',
      'Interest rates were left unchanged by the Federal Reserve at its meeting this week.',
    ],
  },
  {
    distorted: /Galaxy Z Fold8/,
    reports: [
      'Samsung unveiled the Galaxy Z Fold8 on Wednesday.',
      'Samsung presented the Galaxy Z Fold8.',
      'The Galaxy Z Fold8 was introduced by Samsung.',
    ],
  },
  {
    distorted: /Zelenskyy/,
    reports: [
      "Zelenskyy replaced Ukraine's military chief.",
      "Ukraine's president, Zelenskyy, replaced the military chief.",
      "Ukraine's military chief was replaced by President Zelenskyy.",
    ],
  },
  {
    distorted: /nuclear program/,
    reports: [
      'The US signed a deal that allows Saudi Arabia a nuclear program.',
      'The US would allow Saudi Arabia a civil nuclear program under a deal.',
      'A deal permits Saudi Arabia a nuclear program, the US said.',
    ],
  },
  {
    distorted: /MacBook/,
    reports: [
      'Apple announced it is overhauling the MacBook.',
      'Apple announced it is redesigning the MacBook.',
      'Apple announced an overhaul of the MacBook.',
    ],
  },
]
