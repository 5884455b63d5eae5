import { useEffect, useState } from 'react'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { counted } from './layout-words.ts'
import type { Found } from './protocol.ts'
import type { RegisterRoom } from './use-register.ts'

type PupilPickerProps = { pasted: string; onChange: (pasted: string) => void; find: RegisterRoom['ask'] }

/** Pupils of the register to tick: each stands in the list as a line of its own, where a start date can follow. */
export function PupilPicker({ pasted, onChange, find }: PupilPickerProps) {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let wanted = true
    const search = async () => {
      const answer = await find('find', words)
      if (wanted && answer.kind === 'told') setFound(answer.told)
    }
    void search()
    return () => {
      wanted = false
    }
  }, [find, words])
  const lines = pasted.split('\n').filter((line) => line.trim() !== '')
  const has = (identifier: string) => lines.some((line) => isOf(line, identifier))
  const pupils = found?.pupils ?? []
  const change = (chosen: readonly string[]) => {
    const gone = pupils.filter(({ identifier }) => !chosen.includes(identifier))
    const kept = lines.filter((line) => !gone.some(({ identifier }) => isOf(line, identifier)))
    const added = chosen.filter((identifier) => !has(identifier))
    onChange([...kept, ...added, ''].join('\n'))
  }
  return (
    <>
      <TextInput id="register-find" label="Find a pupil" width={20} value={words} onChange={setWords} />
      {found && (
        <Checkboxes
          id="register-pick"
          label={
            found.total > pupils.length
              ? `The first ${pupils.length} of ${counted(found.total, 'pupil')}`
              : counted(found.total, 'pupil')
          }
          look="small"
          values={pupils.map(({ identifier }) => identifier).filter(has)}
          onChange={change}
          choices={pupils.map(({ identifier, words }) => ({ value: identifier, label: words }))}
        />
      )}
    </>
  )
}

/** Whether a line names this identifier, perhaps with a start date after it. */
const isOf = (line: string, identifier: string): boolean =>
  line === identifier || (line.startsWith(identifier) && /^[\t,; ]/.test(line.slice(identifier.length)))
