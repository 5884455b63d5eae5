import { paths } from '../routing/paths.ts'
import { serviceName } from '../ui/service-name.ts'

/** The band at the top: the service, and who is signed in. Signing out is a plain form, so it always works. */
export function Header({ person }: { person: { name: string; job: string } | null }) {
  return (
    <header className="app-header">
      <div className="app-header__container govuk-width-container">
        <a className="app-header__service" href={paths.home()}>
          {serviceName}
        </a>
        {person && (
          <div className="app-header__person">
            <span>
              <strong>{person.name}</strong>
              {person.job && `, ${person.job}`}
            </span>
            <form method="post" action={paths.signOut()}>
              <button className="app-header__sign-out" type="submit">
                Sign out
              </button>
            </form>
          </div>
        )}
      </div>
    </header>
  )
}
