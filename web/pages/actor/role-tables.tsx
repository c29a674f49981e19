import { Link } from '@tanstack/react-router'
import type { ActorProfile } from '../../../src/records/actor-profile.ts'
import { formatToldTime } from '../../format-told-time.ts'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'

const { actor: words, counted } = strings

/** What they are: as articles call them, with the days of those articles, and as the tables have it, with its own. */
export function RoleTables({ actor: { roles, terms } }: { readonly actor: ActorProfile }) {
  return (
    <>
      <section>
        <h2>{words.called}</h2>
        {roles.length === 0 ? (
          <p className="muted">{words.noRole}</p>
        ) : (
          <>
            <ul className="role-list">
              {roles.map((role) => (
                <li key={`${role.basis} ${role.role}`}>
                  <Link to="/articles/$id" params={{ id: role.articleId }} search={{}}>
                    {role.role}
                  </Link>{' '}
                  <span className="muted">
                    <ToldTime at={role.firstAt} isDay />
                    {role.lastAt?.slice(0, 10) !== role.firstAt?.slice(0, 10) && (
                      <>
                        {' – '}
                        <ToldTime at={role.lastAt} isDay />
                      </>
                    )}
                    {`, ${counted.outlets(role.outlets)}`}
                    {role.basis !== 'article' && `, ${words.by.toLowerCase()} ${words.basis[role.basis]}`}
                  </span>
                </li>
              ))}
            </ul>
            <p className="muted note">{words.calledNote}</p>
          </>
        )}
      </section>
      <section>
        <h2>{words.tables}</h2>
        {terms.length === 0 ? (
          <p className="muted">{words.inNoTable}</p>
        ) : (
          <>
            <ul className="role-list">
              {terms.map((term) => (
                <li key={JSON.stringify(term)}>
                  {[term.role ?? term.name, term.country].filter((part) => part !== null).join(', ')}{' '}
                  <span className="muted">
                    {(term.from !== null || term.to !== null) &&
                      `${term.from === null ? '' : formatToldTime(term.from)} – ${term.to === null ? words.open : formatToldTime(term.to)}, `}
                    {term.table}
                    {term.source !== null && ` (${words.source[term.source] ?? term.source})`}
                    {term.asOf !== null && `, ${words.asOf(term.asOf)}`}
                  </span>
                </li>
              ))}
            </ul>
            <p className="muted note">{words.tablesNote}</p>
          </>
        )}
      </section>
    </>
  )
}
