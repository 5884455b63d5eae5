import { useEffect, useState, type DragEvent } from 'react'
import { describedBy, HintAndError, type FieldProps } from '../ui/field.tsx'

type FileDropProps = FieldProps & { accept: string; onFiles: (files: File[]) => void }

/** A field for files that is also a place to drop them on. What is dropped beside it is not opened by the browser. */
export function FileDrop({ id, label, hint, error, accept, onFiles }: FileDropProps) {
  const [isOver, setIsOver] = useState(false)
  useMissedDrops()
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault()
    setIsOver(is)
  }
  const drop = (event: DragEvent) => {
    over(event, false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(files)
  }
  return (
    <div
      className={`govuk-form-group app-drop${isOver ? ' app-drop--over' : ''}`}
      onDragEnter={(event) => over(event, true)}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={drop}
    >
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      <input
        id={id}
        className="govuk-file-upload"
        type="file"
        multiple
        accept={accept}
        aria-describedby={describedBy(id, hint, error)}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          // So that the same file, mended, can be chosen again.
          target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </div>
  )
}

/** A file dropped beside the field would be opened in place of the page. */
function useMissedDrops(): void {
  useEffect(() => {
    const keep = (event: Event) => event.preventDefault()
    window.addEventListener('dragover', keep)
    window.addEventListener('drop', keep)
    return () => {
      window.removeEventListener('dragover', keep)
      window.removeEventListener('drop', keep)
    }
  }, [])
}
