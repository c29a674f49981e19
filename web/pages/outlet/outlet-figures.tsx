import type { OutletProfile } from '../../../src/records/outlet-profile.ts'
import { strings } from '../../strings.ts'

const { outletList } = strings

/** What is counted of an outlet, each number with what it means. */
export function OutletFigures({ outlet }: { readonly outlet: OutletProfile }) {
  const { articles, claims, first, shared, own, copied, copies, silentEdits } = outlet
  const figures = [
    [outletList.articles, String(articles), outletList.articlesMeaning],
    [outletList.claims, String(claims), outletList.claimsMeaning],
    [
      outletList.first,
      `${outletList.share(first, shared)} (${outletList.ofAll(first, shared)})`,
      outletList.firstMeaning,
    ],
    [
      outletList.own,
      `${outletList.share(own, claims)} (${outletList.ofAll(own, claims)})`,
      outletList.ownMeaning,
    ],
    [outletList.copied, outletList.ofAll(copied, articles), outletList.copiedMeaning],
    [outletList.copies, outletList.ofAll(copies, articles), outletList.copiesMeaning],
    [outletList.edits, String(silentEdits), outletList.editsMeaning],
  ] as const
  return (
    <section aria-label={strings.outlet.figures}>
      <dl className="outlet-figures">
        {figures.map(([name, value, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure">{value}</dd>
            <dd className="muted">{meaning}.</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
