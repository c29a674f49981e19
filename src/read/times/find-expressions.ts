import type { Holidays } from '../../records/holidays.ts'
import type { Expression } from './moment.ts'
import { readExpression } from './read-expression.ts'
import { startsTime } from './starts-time.ts'
import type { TimePage } from './time-page.ts'

/** Every expression of time in a sentence, in order; none overlaps another. Linear in the tokens. */
export function findExpressions(page: TimePage, holidays: Holidays): Expression[] {
  const expressions: Expression[] = []
  for (let i = 0; i < page.lower.length; ) {
    const expression = startsTime(page.lower, i, holidays) ? readExpression(page, i, holidays) : null
    if (expression) {
      expressions.push(expression)
      i = expression.to
    } else i++
  }
  return expressions
}
