import { Suspense, useRef, type ReactNode } from 'react'
import type { Sheet } from '../paste/sheet.ts'
import { afterPage } from './after-page.ts'
import type { Grid } from './grid-context.ts'

// What makes fields work as cells comes after the page: nobody waits for it to type.
const SheetWork = afterPage(async () => (await import('./sheet-work.tsx')).SheetWork)

/** The table as a block of cells is laid over it: worked out when one is. */
export type SheetSource = (grid: Grid) => Promise<Sheet>

type SpreadsheetProps = {
  /** What the table holds, after "Copy". */
  name: string
  sheet: SheetSource
  children: ReactNode
}

/** A table whose number fields work as cells do: moved between by key, selected together, copied and pasted. */
export function Spreadsheet({ name, sheet, children }: SpreadsheetProps) {
  const box = useRef<HTMLDivElement>(null)
  return (
    <>
      <div className="app-grid-box" ref={box}>
        {children}
      </div>
      <div className="app-grid__copy">
        <Suspense fallback={null}>
          <SheetWork {...{ box, name, sheet }} />
        </Suspense>
      </div>
    </>
  )
}
