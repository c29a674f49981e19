import { useRef, useState } from 'react'
import { strings } from './strings.ts'
import { type Act, findActs } from './use-acts.ts'
import { useDestinations } from './use-destinations.ts'
import { useKeys } from './use-keys.ts'

/** How keys are written on the keyboard, where not by their name. */
const signs: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': strings.keys.space,
}

const keysOf = (act: Act): readonly string[] => ('keys' in act ? Object.keys(act.keys) : [act.key])

interface Row {
  readonly name: string
  readonly keys: readonly string[]
}

/** The button and the dialog that list the keys: those of every page, and those of the page that is shown. `?` opens it. */
export function KeyList() {
  const dialog = useRef<HTMLDialogElement>(null)
  const destinations = useDestinations()
  const [acts, setActs] = useState<readonly Act[]>([])
  const open = () => {
    setActs(findActs())
    dialog.current?.showModal()
    return undefined
  }
  useKeys({ '?': open })
  const groups: readonly { heading: string; rows: readonly Row[] }[] = [
    { heading: strings.keys.here, rows: acts.map((act) => ({ name: act.name, keys: keysOf(act) })) },
    {
      heading: strings.keys.everywhere,
      rows: [
        { name: strings.keys.search, keys: ['/'] },
        { name: strings.keys.palette, keys: ['Ctrl', 'K'] },
        { name: strings.keys.help, keys: ['?'] },
      ],
    },
    {
      heading: strings.keys.goTo,
      rows: destinations.map(({ name, letter }) => ({ name, keys: ['g', letter] })),
    },
  ]
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
        {groups
          .filter(({ rows }) => rows.length > 0)
          .map(({ heading, rows }) => (
            <section key={heading}>
              <h3>{heading}</h3>
              <dl>
                {rows.map(({ name, keys }) => (
                  <div key={name + keys.join()}>
                    <dt>
                      {keys.map((key) => (
                        <kbd key={key}>{signs[key] ?? key}</kbd>
                      ))}
                    </dt>
                    <dd>{name}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </dialog>
    </>
  )
}
