import { useUndoKeys } from '../entry/use-undo-keys.ts'
import { Details } from '../../ui/details.tsx'
import { useGrid } from './grid-context.ts'
import { keyWords } from './keyboard-map.ts'

/** Undo and redo, saying what, and the keys that fields know. */
export function EditBar() {
  const { undo } = useGrid()
  useUndoKeys(undo)
  return (
    <div className="app-edit-bar">
      <p className="govuk-body">
        Arrow keys and Enter move as in Excel, and a block copied from a spreadsheet can be pasted into any
        field.
      </p>
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
    </div>
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
