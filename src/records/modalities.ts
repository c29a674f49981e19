/** What the type `Modality` may be; apart from its schema, so that reading loads no parser of records. */
export const modalities = [
  'fact',
  'reported',
  'hedged',
  'planned',
  'conditional',
  'denied',
  'negated',
  'asked',
  'no-comment',
] as const
