/** “2025-11-20 18:22Z”, “2025-11-21 00:25+01:00”, “2025-11-21” where only the day is known; “no date”. */
export const describeInstant = (at: string | null): string =>
  at === null ? 'no date' : at.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?/, '$1 $2')
