import { type SQL, sql } from 'drizzle-orm'

/** A list as one array parameter: drizzle would make a parameter of each member. */
export const textArray = (values: Iterable<string>): SQL =>
  sql`${`{${[...values].map((value) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`).join()}}`}::text::text[]`

export const intArray = (values: Iterable<number>): SQL => sql`${`{${[...values].join()}}`}::text::int[]`
