import { useEffect, useRef, type ReactNode } from 'react'
import { serviceName } from './service-name.ts'

type PageProps = {
  title: string
  /** What the title belongs to, above it: "Camden, October to December 2025 (2025-26 Q3)". */
  caption?: string
  /** Breadcrumbs or a back link. */
  before?: ReactNode
  /** The page carries an error summary, so the title says so first. */
  hasErrors?: boolean
  /** Text pages keep to two thirds, where lines are easy to read; tables and charts take it all. */
  width?: 'two-thirds' | 'full'
  children: ReactNode
}

// The path whose heading was last given the focus; null before the first page, which leaves it to the browser.
let focusedPath: string | null = null

/**
 * A page: sets the document's title, and after a navigation moves the focus to the heading, which is
 * what makes a screen reader announce the new page.
 */
export function Page({ title, caption, before, hasErrors = false, width = 'full', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${hasErrors ? 'Error: ' : ''}${title} - ${serviceName}`
    const here = window.location.pathname
    // What says that something was done took the focus already, and keeps it.
    const isTold = document.activeElement?.role === 'alert'
    if (focusedPath !== null && focusedPath !== here && !isTold) heading.current?.focus()
    focusedPath = here
  }, [title, hasErrors])
  return (
    <>
      {before}
      <main className="govuk-main-wrapper" id="main">
        <div className="govuk-grid-row">
          <div className={`govuk-grid-column-${width}`}>
            <h1 className="govuk-heading-l" tabIndex={-1} ref={heading}>
              {caption && <span className="app-page__caption">{caption}</span>}
              {title}
            </h1>
            {children}
          </div>
        </div>
      </main>
    </>
  )
}
