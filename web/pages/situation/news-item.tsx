import { Link } from '@tanstack/react-router'
import type { News } from '../../../src/records/situation-news.ts'
import { nameSource } from '../../claim-source.tsx'
import { AgainstMarks } from '../../dispute-mark.tsx'
import { OriginCount } from '../../origin-count.tsx'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { toAnnotationAddress } from '../article/annotation-address.ts'
import type { NewsLine } from './group-news.ts'

const { news: words } = strings

/** A claim, what is new about it in words, and the way to the words that show it. */
export function NewsItem({ line: { claim, news } }: { readonly line: NewsLine }) {
  const { report, kind } = news
  return (
    <article className="news-item">
      <span className={isAgainst(kind) ? 'news-kind dispute' : 'news-kind'}>
        {kind === 'conflict' && news.conflict !== null
          ? strings.disagreement.mark[news.conflict]
          : words.kind[kind]}
      </span>
      <div>
        <p>
          <Link to="/claims/$id" params={{ id: claim.id }} className="news-claim">
            {claim.proposition}
          </Link>{' '}
          <OriginCount counts={claim} />{' '}
          <AgainstMarks kinds={claim.isDenied ? ['denial', ...claim.against] : claim.against} />
        </p>
        <p>{describe(news)}</p>
        <p className="news-words">
          <q>{report.sentenceText}</q>{' '}
          <span className="muted">
            {report.outlet ?? strings.articleList.noOutlet}, <ToldTime at={report.publishedAt} />
          </span>{' '}
          <Link
            to="/articles/$id"
            params={{ id: report.articleId }}
            search={{}}
            hash={toAnnotationAddress(report.kind, report.ordinal)}
          >
            {words.words}
          </Link>
        </p>
      </div>
    </article>
  )
}

const isAgainst = (kind: News['kind']) => kind === 'denied' || kind === 'retracted' || kind === 'conflict'

const modalities: Readonly<Record<string, string>> = strings.modality

/** What is new, in a few words: “Tomás Arce, beside Ilse Brandt”, “hedged → reported”. */
function describe({ kind, report, before, after }: News): string {
  const who = after ?? nameSource(report)
  switch (kind) {
    case 'new-claim':
      return words.newClaim(
        report.source === null ? null : nameSource(report),
        report.outlet ?? strings.articleList.noOutlet,
      )
    case 'new-origin':
      return words.newOrigin(after ?? strings.unknown, before)
    case 'denied':
      return words.deniedBy(who)
    case 'retracted':
      return words.retractedBy(who)
    case 'conflict':
      return words.against(before, after)
    case 'hedge-dropped':
    case 'hedge-added':
      return words.fromTo(modalities[before ?? ''] ?? before, modalities[after ?? ''] ?? after)
    default:
      return words.fromTo(before, after)
  }
}
