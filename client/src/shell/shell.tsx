import type { ReactNode } from 'react'
import { DemonstrationNotice } from './demonstration-notice.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { Menu } from './menu.tsx'
import type { Session } from './session.ts'

type ShellProps = {
  session: Session | null
  /** The path of the page inside, to mark its place in the menu. */
  path: string
  children: ReactNode
}

/** What stands around every page. */
export function Shell({ session, path, children }: ShellProps) {
  return (
    <>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <Header person={session} />
      {session && session.menu.length > 0 && <Menu items={session.menu} path={path} />}
      {session?.demonstration && <DemonstrationNotice />}
      <div className="app-content">
        <div className="govuk-width-container">{children}</div>
      </div>
      <Footer />
    </>
  )
}
