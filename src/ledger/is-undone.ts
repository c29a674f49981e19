import { sql } from 'drizzle-orm'

/** Whether a row of the log has been undone. */
export const isUndone = sql`exists (select from review_act as undo where undo.undoes = review_act.id)`
