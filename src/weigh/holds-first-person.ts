/** “US” and “us” are one word to the folding, so “us” is left out. */
const firstPerson = /(?:^|[^\p{L}’'])(?:I|[Ww]e|[Mm]y|[Oo]ur)(?![\p{L}\p{N}.])/u

/** Whether words speak in the first person, as letters, speeches and messages do and a reporter’s own words do not. */
export const holdsFirstPerson = (words: string): boolean => firstPerson.test(words)
