import { type CSSProperties, type KeyboardEvent, useId, useMemo, useState } from 'react'
import type { Sentence } from '../../../src/records/reading.ts'
import { strings } from '../../strings.ts'
import { type Arc, layArcs } from './lay-arcs.ts'
import { partOfSpeechWords, relationInWords } from './syntax-words.ts'
import { wordsAt } from './words-at.ts'
import { type WordsActions, WordsLink } from './words-link.tsx'

/** Sizes in sixteenths of a rem, so that the drawing grows with the text. */
const rowSize = 24
const levelSize = 9
const edge = 14

/**
 * A sentence’s tokens from top to bottom as a table, with the dependencies drawn beside it as arcs. The table
 * says all that the arcs do, in the column of heads.
 */
export function DependencyTree({
  text,
  sentence: { tokens },
  actions,
}: {
  readonly text: string
  readonly sentence: Sentence
  readonly actions: WordsActions
}) {
  const [active, setActive] = useState<number | null>(null)
  const [reached, setReached] = useState(0)
  const heading = useId()
  const arcs = useMemo(() => layArcs(tokens.map(({ head }) => head)), [tokens])
  const width = (Math.max(0, ...arcs.map(({ level }) => level)) + 1) * levelSize + edge
  const root = tokens.findIndex(({ head }) => head === -1)

  const stepTo = (event: KeyboardEvent, token: number) => {
    const next = event.key === 'ArrowDown' ? token + 1 : event.key === 'ArrowUp' ? token - 1 : -1
    if (tokens[next] === undefined) return
    event.preventDefault()
    setReached(next)
    const rows = event.currentTarget.closest('tbody')?.rows
    rows?.[next]?.querySelector('button')?.focus()
  }

  return (
    <section className="tree" aria-labelledby={heading}>
      <h3 id={heading}>{strings.explain.tree}</h3>
      <p className="muted">{strings.explain.treeNote}</p>
      <div className="tree-scroll">
        <svg
          aria-hidden="true"
          className="tree-arcs"
          width={`${width / 16}rem`}
          height={`${(tokens.length * rowSize) / 16}rem`}
          viewBox={`0 0 ${width} ${tokens.length * rowSize}`}
        >
          {root >= 0 && (
            <path
              className={root === active ? 'arc active' : 'arc'}
              d={`M2 ${middleOf(root)}H${width - 2}`}
            />
          )}
          {root >= 0 && <path className="arrow" d={arrowAt(width, middleOf(root))} />}
          {arcs.map((arc) => (
            <ArcLine
              key={arc.dependent}
              arc={arc}
              width={width}
              state={
                active === null ? '' : arc.dependent === active || arc.head === active ? ' active' : ' faint'
              }
            />
          ))}
        </svg>
        <table style={{ '--arcs': `${width / 16}rem` } as CSSProperties}>
          <thead>
            <tr>
              <th scope="col">{strings.explain.word}</th>
              <th scope="col">{strings.explain.partOfSpeech}</th>
              <th scope="col">{strings.explain.relation}</th>
              <th scope="col">{strings.explain.head}</th>
              <th scope="col">{strings.explain.lemma}</th>
              <th scope="col">{strings.explain.features}</th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token, i) => {
              const head = tokens[token.head]
              return (
                <tr
                  key={token.start}
                  className={i === active ? 'active' : undefined}
                  onPointerEnter={() => {
                    setActive(i)
                    actions.onLight(token)
                  }}
                  onPointerLeave={() => {
                    setActive(null)
                    actions.onLight(null)
                  }}
                  onFocus={() => {
                    setActive(i)
                    setReached(i)
                  }}
                  onBlur={() => setActive(null)}
                  onKeyDown={(event) => stepTo(event, i)}
                >
                  <th scope="row">
                    <WordsLink
                      text={text}
                      span={token}
                      actions={actions}
                      tabIndex={i === Math.min(reached, tokens.length - 1) ? 0 : -1}
                      className={i === root ? 'tree-root' : ''}
                    />
                  </th>
                  <td>
                    <abbr title={partOfSpeechWords[token.upos]}>{token.upos}</abbr>
                  </td>
                  <td>
                    <abbr title={relationInWords(token.deprel)}>{token.deprel}</abbr>
                  </td>
                  <td className="muted">{head ? wordsAt(text, head) : strings.explain.root}</td>
                  <td className="muted">{token.lemma}</td>
                  <td className="tree-features muted" title={token.features?.replaceAll('|', ' ')}>
                    {token.features?.replaceAll(/[^|=]+=/g, '').replaceAll('|', ' ')}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const middleOf = (row: number): number => row * rowSize + rowSize / 2

const arrowAt = (x: number, y: number): string => `M${x} ${y}l-6 -3.5v7z`

/** From beside the head’s word out to its level, along the rows and into the dependent’s word. */
function ArcLine({
  arc: { head, dependent, level },
  width,
  state,
}: {
  readonly arc: Arc
  readonly width: number
  readonly state: string
}) {
  const down = dependent > head ? 1 : -1
  // A little off the middle: arcs that leave a word do not run into the one that comes to it.
  const from = middleOf(head) + down * 4
  const to = middleOf(dependent)
  const x = width - edge + 4 - level * levelSize
  const bend = 5
  return (
    <g className={`arc-group${state}`}>
      <path
        className="arc"
        d={`M${width - 2} ${from}H${x + bend}Q${x} ${from} ${x} ${from + down * bend}V${to - down * bend}Q${x} ${to} ${x + bend} ${to}H${width - 6}`}
      />
      <path className="arrow" d={arrowAt(width, to)} />
    </g>
  )
}
