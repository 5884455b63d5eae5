import { useEffect, useEffectEvent, useId, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '../../ui/button.tsx'
import { ButtonGroup } from '../../ui/button-group.tsx'
import { Details } from '../../ui/details.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { useGrid } from '../grid/grid-context.ts'
import type { SheetSource } from '../grid/spreadsheet.tsx'
import type { Clipboard } from './is-block.ts'
import { countsOf, editsOf, type Judged } from './judge-cells.ts'
import { readPasted, type Read } from './read-pasted.ts'
import { countWords, wayWords } from './paste-words.ts'
import type { Sheet } from './sheet.ts'

type PastePreviewProps = {
  pasted: Clipboard & { at: string }
  sheet: SheetSource
  /** Whether it was put in or not: the focus goes back. */
  onEnd: () => void
}

/** What was pasted and what it would change. Nothing of it counts before it is put in. */
export function PastePreview({ pasted, sheet, onEnd }: PastePreviewProps) {
  const laid = useLaid(sheet)
  return laid && <Preview read={readPasted(pasted, laid, pasted.at)} onEnd={onEnd} />
}

/** The table as it stands now: a colleague's figure may come while the preview is read. */
function useLaid(sheet: SheetSource): Sheet | null {
  const grid = useGrid()
  const [laid, setLaid] = useState<Sheet | null>(null)
  const lay = useEffectEvent(sheet)
  useEffect(() => {
    let wanted = true
    const layOut = async () => {
      const next = await lay(grid)
      if (wanted) setLaid(next)
    }
    void layOut()
    return () => {
      wanted = false
    }
  }, [grid])
  return laid
}

function Preview({ read, onEnd }: { read: Read; onEnd: () => void }) {
  const { entry, undo } = useGrid()
  const headingId = useId()
  const box = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEscape(box, onEnd)
  const put = (judged: readonly Judged[]) => {
    // Drawn before the focus goes back, so that all of the field's new text is selected.
    flushSync(() => {
      if (undo.current) undo.current.paste(editsOf(judged))
      // What keeps the steps could not be fetched: put in all the same.
      else for (const [locator, edit] of editsOf(judged)) entry.saver.change(locator, edit, 'pasted')
    })
    onEnd()
  }
  return (
    <section className="app-paste" aria-labelledby={headingId} ref={box}>
      <h2 className="govuk-heading-m" id={headingId} tabIndex={-1} ref={heading}>
        Check what you pasted
      </h2>
      {read.kind === 'refused' ? (
        <>
          <p className="govuk-body">{read.why}</p>
          <Button look="secondary" onClick={onEnd}>
            Close
          </Button>
        </>
      ) : (
        <Previewed read={read} onPut={put} onCancel={onEnd} />
      )}
    </section>
  )
}

function useEscape(box: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const escape = useEffectEvent(onEscape)
  useEffect(() => {
    const section = box.current
    const press = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') escape()
    }
    section?.addEventListener('keydown', press)
    return () => section?.removeEventListener('keydown', press)
  }, [box])
}

type PreviewedProps = {
  read: Extract<Read, { kind: 'read' }>
  onPut: (judged: readonly Judged[]) => void
  onCancel: () => void
}

function Previewed({ read, onPut, onCancel }: PreviewedProps) {
  const { judged } = read
  const counts = countsOf(judged)
  const moving = judged.filter(({ outcome }) => outcome !== 'same')
  const same = judged.filter(({ outcome }) => outcome === 'same')
  return (
    <>
      <p className="govuk-body">
        <strong>{countWords(counts)}</strong> {wayWords(read)}
      </p>
      {moving.length > 0 && <Cells caption="What would change, and what is ignored" judged={moving} />}
      {same.length > 0 && (
        <Details
          summary={
            same.length === 1 ? 'One cell stays as it stands' : `${same.length} cells stay as they stand`
          }
        >
          <Cells caption="Cells that change nothing" judged={same} />
        </Details>
      )}
      <ButtonGroup>
        {counts.changes > 0 && <Button onClick={() => onPut(judged)}>Put these in</Button>}
        <Button look="secondary" onClick={onCancel}>
          {counts.changes > 0 ? 'Cancel' : 'Close'}
        </Button>
      </ButtonGroup>
    </>
  )
}

const columns: readonly Column<Numbered>[] = [
  { header: 'Row', cell: ({ row }) => row },
  { header: 'Column', cell: ({ column }) => column },
  { header: 'Now', cell: ({ now }) => now || <Blank />, numeric: true },
  { header: 'Pasted', cell: ({ pasted }) => pasted, numeric: true },
  { header: 'What happens', cell: whatHappens },
]

const Blank = () => <span className="app-grid__small">blank</span>

type Numbered = Judged & { at: number }

function Cells({ caption, judged }: { caption: string; judged: readonly Judged[] }) {
  const rows = judged.map((each, at) => ({ ...each, at }))
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ at }) => String(at)} />
}

function whatHappens(judged: Numbered) {
  if (judged.outcome === 'change') return judged.what
  if (judged.outcome === 'same') return 'Stays as it stands'
  return (
    <>
      <strong>Ignored.</strong> {judged.why}
    </>
  )
}
