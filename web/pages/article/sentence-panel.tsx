import { type ReactNode, useRef } from 'react'
import type { Article } from '../../../src/records/article.ts'
import type { Reading } from '../../../src/records/reading.ts'
import { CiteButton } from '../../citation/cite-button.tsx'
import { useCiteKey } from '../../citation/use-cite-key.ts'
import { strings } from '../../strings.ts'
import type { AnnotationAddress } from './annotation-address.ts'
import { findPieces } from './bracketed-words.tsx'
import { DependencyTree } from './dependency-tree.tsx'
import { SentenceFindings } from './sentence-findings.tsx'
import { StatementExplanation } from './statement-explanation.tsx'
import type { WordsActions } from './words-link.tsx'

/** How one sentence was read: statements with their brackets, what else was found, the tree, and by what. */
export function SentencePanel({
  article,
  reading,
  ordinal,
  onStep,
  onLightStatement,
  actions,
}: {
  readonly article: Article
  readonly reading: Reading
  /** Of the sentence, from zero. */
  readonly ordinal: number
  readonly onStep: (by: 1 | -1) => void
  readonly onLightStatement: (address: AnnotationAddress | null) => void
  readonly actions: WordsActions
}) {
  const { text, language } = article
  const head = useRef<HTMLElement>(null)
  useCiteKey(() => head.current)
  const sentence = reading.sentences[ordinal]
  if (sentence === undefined) return null
  const told = reading.statements.flatMap((statement, i) =>
    findPieces(statement).some(({ start, end }) => start < sentence.end && end > sentence.start) ? [i] : [],
  )
  const isParsed = sentence.tokens.some(({ head }) => head !== -1) || sentence.tokens.length === 1
  const stepButton = (by: 1 | -1, label: string, sign: ReactNode) => (
    <button
      type="button"
      className="quiet-button"
      aria-label={label}
      title={label}
      disabled={reading.sentences[ordinal + by] === undefined}
      onClick={() => onStep(by)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )
  return (
    <section className="sentence-panel" aria-label={strings.explain.panel}>
      <header ref={head}>
        <h2 aria-live="polite">{strings.explain.sentence(ordinal + 1, reading.sentences.length)}</h2>
        {stepButton(-1, strings.explain.previous, '←')}
        {stepButton(1, strings.explain.next, '→')}
        <CiteButton
          key={ordinal}
          articleId={article.id}
          span={{ start: sentence.start, end: sentence.end }}
          of={strings.citation.theSentence}
        />
        <span className="muted">{strings.explain.choose}</span>
      </header>
      {told.length === 0 ? (
        <>
          <p className="bracketed" lang={language ?? undefined}>
            {text.slice(sentence.start, sentence.end)}
          </p>
          <p className="muted">{strings.explain.noStatement}</p>
        </>
      ) : (
        <ul className="explained-list">
          {told.map((i) => (
            <StatementExplanation
              key={i}
              article={article}
              reading={reading}
              sentence={sentence}
              ordinal={i}
              onLight={onLightStatement}
            />
          ))}
        </ul>
      )}
      <SentenceFindings article={article} reading={reading} sentence={sentence} actions={actions} />
      {isParsed ? (
        <DependencyTree key={ordinal} text={text} sentence={sentence} actions={actions} />
      ) : (
        <p className="muted">{strings.explain.unparsed}</p>
      )}
      <footer className="muted">
        <p>{strings.explain.mode[reading.mode]}</p>
        <p>{strings.confidence.legend}</p>
        <details>
          <summary>{strings.explain.stages(reading.stages.length)}</summary>
          <p>
            <code>{reading.stages.join(' · ')}</code>
          </p>
        </details>
      </footer>
    </section>
  )
}
