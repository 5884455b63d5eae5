import type { ReactNode } from 'react'
import { Tag } from '../../ui/tag.tsx'

type BesideProps = {
  /** What stands in the edition in force; null where there is none. */
  before: { edition: string; words: string; isChanged: boolean } | null
  children: ReactNode
}

/** A field of the new edition, and beside it what the edition in force says. */
export function Beside({ before, children }: BesideProps) {
  if (before === null) return children
  const { edition, words, isChanged } = before
  return (
    <div className={`app-beside${isChanged ? ' app-beside--changed' : ''}`}>
      <div className="app-beside__new">{children}</div>
      <div className="app-beside__old">
        <p className="app-beside__name">
          {edition} {isChanged && <Tag colour="yellow">Changed</Tag>}
        </p>
        <p className="app-beside__words">{words}</p>
      </div>
    </div>
  )
}
