/** What the type `ReadingMode` may be; apart from its schema, so that a command line loads no parser of records. */
export const readingModes = ['full', 'fast'] as const
