import type { Finding } from '@inclusion/shared/standards/finding'
import { ExplanationWords } from '../grid/finding-notes.tsx'

/** What was unusual and how it was explained: what a certifier and an evaluator read first. */
export function ExplanationsGiven({ findings }: { findings: readonly Finding[] }) {
  const explained = findings.filter(({ explanation }) => explanation !== null)
  if (explained.length === 0) return null
  return (
    <ul className="app-findings">
      {explained.map(({ check, locator, part, message, explanation }) => (
        <li key={`${check} ${locator} ${part}`} className="app-finding app-finding--note">
          <p className="app-finding__words">{message}</p>
          {explanation && <ExplanationWords {...explanation} />}
        </li>
      ))}
    </ul>
  )
}
