import type { ActorProfile } from '../../../src/records/actor-profile.ts'
import { strings } from '../../strings.ts'

const { actor: words } = strings

/** The independent origins behind what is told of somebody. */
export function OriginList({ origins }: { readonly origins: ActorProfile['topOrigins'] }) {
  return (
    <section>
      <h2>{words.origins}</h2>
      {origins.length === 0 ? (
        <p className="muted">{words.noOrigins}</p>
      ) : (
        <>
          <ol className="actor-origins">
            {origins.map(({ kind, name, claims }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: origins have no id across claims, and the list never changes.
              <li key={i}>
                <span>{name ?? strings.unknown}</span>{' '}
                <span className="muted">
                  {strings.originKind[kind]}, {words.claims(claims)}
                </span>
              </li>
            ))}
          </ol>
          <p className="muted note">{words.originsNote}</p>
        </>
      )}
    </section>
  )
}
