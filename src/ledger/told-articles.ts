import { sql } from 'drizzle-orm'

/**
 * The articles that tell any claim of the table `chosen`, as a table `told_in`: each once, and whether it is a copy, which
 * it is when every telling of it is taken from another article. Two parts of a `with`.
 */
export const toldArticles = sql`
  telling as (
    select chosen.id, report.article_id, bool_or(claim_copy.report_id is not null) as is_copy
    from chosen
    join claim_report on claim_report.claim_id = chosen.id
    join report on report.id = claim_report.report_id
    left join claim_copy on claim_copy.claim_id = chosen.id and claim_copy.report_id = report.id
    group by chosen.id, report.article_id
  ),
  told_in as (select article_id, bool_and(is_copy) as is_copy from telling group by article_id)`
