import { useEffect, useImperativeHandle } from 'react'
import { Details } from '../../ui/details.tsx'
import { useUndo } from '../entry/use-undo.ts'
import { useUndoKeys } from '../entry/use-undo-keys.ts'
import { loadForm } from './finding-notes.tsx'
import { useGrid } from './grid-context.ts'
import { keyWords } from './keyboard-map.ts'

/** The keys that fields know, and undo and redo, saying what: it keeps what may be undone on this page. */
export function EditBar() {
  const { entry, isOpen, undo: kept } = useGrid()
  const undo = useUndo(entry, isOpen)
  useUndoKeys(undo)
  useImperativeHandle(kept, () => undo)
  useEffect(() => {
    // Without a connection a figure can still be explained: what is written is kept.
    loadForm().catch(() => {})
  }, [])
  return (
    <>
      <Details summary="Keys you can use">
        <dl className="app-keys">
          {keyWords.map(([keys, does]) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Details>
      <p className="app-edit-bar__buttons">
        <TurnButton name="Undo" step={undo.next.undo} onTurn={undo.undo} />
        <TurnButton name="Redo" step={undo.next.redo} onTurn={undo.redo} />
        <output className="app-grid__said">{undo.said}</output>
      </p>
    </>
  )
}

type TurnButtonProps = { name: string; step: string | null; onTurn: () => void }

/** It stays where it is, and keeps the focus, when there is nothing more to turn. */
function TurnButton({ name, step, onTurn }: TurnButtonProps) {
  return (
    <button
      type="button"
      className="app-link-button"
      aria-disabled={step === null || undefined}
      onClick={onTurn}
    >
      {step === null ? `Nothing to ${name.toLowerCase()}` : `${name}: ${step}`}
    </button>
  )
}
