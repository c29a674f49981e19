import { sql } from 'drizzle-orm'

/**
 * The articles that tell any claim of the table `chosen`, as a table `told_in`: each once, when it was published, and whether
 * it is a copy, which it is when every telling of it is taken from another article. A part of a `with`.
 */
export const toldArticles = sql`
  told_in as (
    select article_id, bool_and(is_copy) as is_copy, min(published_at) as published_at
    from claim_article where claim_id in (select id from chosen) group by article_id
  )`
