import type { Io } from './io.ts'

/** Columns of a line for people; without end in a pipe, where a program reads the lines and nothing is to be broken. */
export const lineWidth = ({ isTerminal, width }: Pick<Io, 'isTerminal' | 'width'>): number =>
  isTerminal ? width : Number.POSITIVE_INFINITY
