import { Link, useNavigate } from '@tanstack/react-router'
import { type MouseEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Article } from '../../../src/records/article.ts'
import type { Reading } from '../../../src/records/reading.ts'
import type { Span } from '../../../src/records/span.ts'
import { strings } from '../../strings.ts'
import { useActs } from '../../use-acts.ts'
import type { AnnotationAddress } from './annotation-address.ts'
import { ArticleText } from './article-text.tsx'
import { bringWordsIntoView } from './bring-into-view.ts'
import { findMarks, findSentenceMarks, toMarks } from './find-marks.ts'
import type { Layer } from './layers.ts'
import { SentencePanel } from './sentence-panel.tsx'
import { useMarkWalk } from './use-mark-walk.ts'

/**
 * The words of an article beside how one sentence of them was read. The sentence stands in the address, counted
 * from one (`?sentence=3`); it is chosen by its words, by the arrows of the panel, or by j and k.
 */
export function SentenceReader({
  article,
  reading,
  hidden,
  sentence,
  record,
}: {
  readonly article: Article
  readonly reading: Reading
  readonly hidden: ReadonlySet<Layer>
  /** As it stands in the address. */
  readonly sentence: string
  /** What stands under the words. */
  readonly record: ReactNode
}) {
  const navigate = useNavigate({ from: '/articles/$id' })
  const { sentences } = reading
  const ordinal = /^[1-9]\d*$/.test(sentence) ? Number(sentence) - 1 : -1
  const chosen = sentences[ordinal]
  const marks = useMemo(() => [...findSentenceMarks(sentences), ...findMarks(reading)], [reading, sentences])
  const [lit, setLit] = useState<Span | null>(null)
  const [current, setCurrent] = useState<AnnotationAddress | null>(null)
  const panel = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const choose = (next: number) => {
    setLit(null)
    setCurrent(null)
    void navigate({
      to: '.',
      search: (search) => ({ ...search, sentence: String(next + 1) }),
      replace: true,
      resetScroll: false,
    })
  }
  const walk = useMarkWalk({
    marks,
    text: article.text,
    hidden,
    words,
    onArrive: ({ start }) => {
      const there = findSentenceAt(sentences, start)
      if (there !== -1 && there !== ordinal) choose(there)
    },
  })
  const passing = useMemo(
    () => [
      ...toMarks(chosen ? [chosen] : [], 'chosen'),
      ...toMarks(lit ? [lit] : [], 'words'),
      ...toMarks(walk.stop ? [walk.stop] : [], 'walked'),
    ],
    [chosen, lit, walk.stop],
  )
  const step = (by: 1 | -1) => {
    if (sentences[ordinal + by] !== undefined) choose(ordinal + by)
    return undefined
  }
  const bringWords = (span: Span) => {
    setLit(span)
    bringWordsIntoView(words.current, span)
  }
  useEffect(() => {
    if (chosen !== undefined && isBeside()) bringWordsIntoView(words.current, chosen)
  }, [chosen])
  useActs([
    { name: strings.keys.nextSentence, keys: { j: () => step(1), k: () => step(-1) } },
    // The tree moves in itself, where the focus is in it.
    { name: strings.keys.nextToken, keys: { ArrowDown: () => false, ArrowUp: () => false } },
    {
      name: strings.keys.leave,
      key: 'Escape',
      run: () =>
        void navigate({
          to: '.',
          search: ({ sentence: _before, ...search }) => search,
          resetScroll: false,
        }),
    },
  ])

  const chooseByWords = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    if (window.getSelection()?.isCollapsed === false) return
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-start]') : null
    if (target === null) return
    event.preventDefault()
    const pointed = findSentenceAt(sentences, Number(target.dataset.start))
    if (pointed === -1) return
    choose(pointed)
    if (!isBeside()) panel.current?.scrollIntoView({ block: 'start' })
  }

  return (
    <div className="article-columns explaining">
      <div className="sentence-column" ref={panel}>
        {chosen === undefined ? (
          <section className="sentence-panel">
            <p>{strings.explain.noSuchSentence(sentence, sentences.length)}</p>
            {sentences.length > 0 && (
              <p>
                <Link from="/articles/$id" to="." search={(search) => ({ ...search, sentence: '1' })}>
                  {strings.explain.toFirst}
                </Link>
              </p>
            )}
          </section>
        ) : (
          <SentencePanel
            article={article}
            reading={reading}
            ordinal={ordinal}
            onStep={step}
            onLightStatement={setCurrent}
            actions={{ onLight: setLit, onChoose: bringWords }}
          />
        )}
      </div>
      <div className="article-words" ref={words}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: sentences are chosen with j and k and by the panel’s buttons, too. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links in the text take Enter. */}
        <div onClick={chooseByWords} onBlur={walk.leave}>
          <ArticleText
            article={article}
            marks={marks}
            hidden={hidden}
            current={current}
            cardId={null}
            passing={passing}
          />
        </div>
      </div>
      {record}
    </div>
  )
}

const findSentenceAt = (sentences: readonly Span[], place: number): number =>
  sentences.findIndex(({ start, end }) => start <= place && place < end)

/** Whether the panel stands beside the words; on narrow screens it stands over them. */
const isBeside = (): boolean => window.matchMedia('(min-width: 1000px)').matches
