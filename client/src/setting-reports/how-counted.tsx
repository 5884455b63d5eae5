import { lazy, Suspense } from 'react'
import { useGrid } from '../returns/grid/grid-context.ts'
import { Details } from '../ui/details.tsx'
import { countedWords, yearsByCode } from './given-counts.ts'

// Behind a fold: the table of codes comes after the fields.
const CodeTable = lazy(async () => {
  const table = await import('../register/code-table.tsx')
  return { default: table.CodeTable }
})

/** Every code of the register that was counted, what it means, and what it counts as. */
export function HowCounted() {
  const { entry, urn } = useGrid()
  const years = yearsByCode(entry.input.attendance.filter((attendance) => attendance.urn === urn))
  if (years.length === 0) return null
  const several = new Set(years.map(({ academicYear }) => academicYear)).size > 1
  return (
    <Details summary="How it was counted">
      <Suspense fallback={null}>
        <CodeTable
          cohorts={years.map(({ attendance, academicYear, byCode }) => ({
            words: several
              ? `${countedWords[attendance.cohort]}, ${academicYear}`
              : countedWords[attendance.cohort],
            byCode,
          }))}
        />
      </Suspense>
    </Details>
  )
}
