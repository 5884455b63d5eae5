import { useId, type ReactElement, type ReactNode } from 'react'
import { Details } from './details.tsx'
import type { TableProps } from './table.tsx'

type FigureProps = {
  /** The finding or the measure, in words. */
  title: string
  /** Unit and period: "Per cent of possible sessions, October 2023 to December 2025". */
  caption: string
  /** Where the figures come from. */
  source: string
  /** How final they are: "Accepted figures on 20 January 2026". */
  status: string
  footnotes?: readonly string[]
  /** The same figures as a table: a figure does not exist without it. */
  table: ReactElement<TableProps<never>>
  children: ReactNode
}

/** A chart with its words and its table. */
export function Figure({ title, caption, source, status, footnotes = [], table, children }: FigureProps) {
  const titleId = useId()
  return (
    <figure className="app-figure" aria-labelledby={titleId}>
      <figcaption>
        <p className="app-figure__title" id={titleId}>
          {title}
        </p>
        <p className="app-figure__unit">{caption}</p>
      </figcaption>
      {children}
      <div className="app-figure__notes">
        {footnotes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>Source: {source}</p>
        <p>{status}</p>
      </div>
      <Details summary="These figures as a table">{table}</Details>
    </figure>
  )
}
