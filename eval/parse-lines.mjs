/** The values of a text of one JSON a line. */
export const parseLines = (content) =>
  content
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
