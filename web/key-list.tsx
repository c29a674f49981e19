import { useRef } from 'react'
import { strings } from './strings.ts'
import { useKeys } from './use-keys.ts'

const groups = [
  {
    heading: strings.keys.everywhere,
    rows: [
      [['/'], strings.keys.search],
      [['?'], strings.keys.help],
    ],
  },
  {
    heading: strings.keys.onArticles,
    rows: [
      [['j', 'k', '↓', '↑'], strings.keys.nextPrevious],
      [['Enter'], strings.keys.openArticle],
    ],
  },
  {
    heading: strings.keys.onArticle,
    rows: [
      [['j', 'k'], strings.keys.nextStatement],
      [['Enter'], strings.keys.toWords],
      [['Esc'], strings.keys.back],
      [['h'], strings.keys.how],
    ],
  },
  {
    heading: strings.keys.onSentence,
    rows: [
      [['j', 'k'], strings.keys.nextSentence],
      [['↓', '↑'], strings.keys.nextToken],
      [['Esc', 'h'], strings.keys.leave],
    ],
  },
  {
    heading: strings.keys.onClaims,
    rows: [
      [['j', 'k', '↓', '↑'], strings.keys.nextPrevious],
      [['Enter'], strings.keys.toggleClaim],
      [['o'], strings.keys.openClaim],
    ],
  },
  {
    heading: strings.keys.onClaim,
    rows: [
      [['j', 'k', '↓', '↑'], strings.keys.nextStep],
      [['Enter'], strings.keys.toggleStep],
    ],
  },
  {
    heading: strings.keys.onStories,
    rows: [
      [['j', 'k', '↓', '↑'], strings.keys.nextPrevious],
      [['Enter'], strings.keys.openStory],
    ],
  },
  {
    heading: strings.keys.onActors,
    rows: [
      [['j', 'k', '↓', '↑'], strings.keys.nextPrevious],
      [['Enter'], strings.keys.openActor],
    ],
  },
  {
    heading: strings.keys.onFeeds,
    rows: [
      [['j', 'k', '↓', '↑'], strings.keys.nextPrevious],
      [['Enter'], strings.keys.openSite],
    ],
  },
] as const

/** The button and the dialog that list the keys; `?` opens it on every page. */
export function KeyList() {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = () => {
    dialog.current?.showModal()
    return undefined
  }
  useKeys({ '?': open })
  return (
    <>
      <button
        type="button"
        className="bar-button"
        title={strings.keys.open}
        aria-label={strings.keys.open}
        onClick={open}
      >
        <span aria-hidden="true">?</span>
      </button>
      <dialog ref={dialog} className="key-list" aria-labelledby="key-list-heading">
        <header>
          <h2 id="key-list-heading">{strings.keys.heading}</h2>
          <button type="button" className="quiet-button" onClick={() => dialog.current?.close()}>
            {strings.close}
          </button>
        </header>
        {groups.map(({ heading, rows }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <dl>
              {rows.map(([names, what]) => (
                <div key={what}>
                  <dt>
                    {names.map((name) => (
                      <kbd key={name}>{name}</kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </dialog>
    </>
  )
}
