import { useEffect, useState } from 'react'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { CohortMatch } from './counts.ts'
import { counted } from './layout-words.ts'
import { pickedLines } from './picked-lines.ts'
import type { Found, Reading } from './protocol.ts'
import type { RegisterRoom } from './use-register.ts'

type PupilPickerProps = {
  pasted: string
  /** Whom the lines of the list were found to name. */
  lines: CohortMatch['lines']
  reading: Reading
  onChange: (pasted: string) => void
  find: RegisterRoom['ask']
}

/** Pupils of the register to tick: each stands in the list as a line of its own, where a start date can follow. */
export function PupilPicker({ pasted, lines, reading, onChange, find }: PupilPickerProps) {
  const [words, setWords] = useState('')
  const found = useFound(find, words, reading)
  // What was ticked is not found yet, but is known.
  const [ticked, setTicked] = useState<{ reading: Reading; lines: CohortMatch['lines'] }>()
  const known = ticked?.reading === reading ? ticked.lines : []
  const pupils = found?.pupils ?? []
  const { values, change } = pickedLines({ pasted, lines: [...known, ...lines], pupils })
  return (
    <>
      <TextInput
        id="register-find"
        label="Find a pupil"
        width={20}
        value={words}
        onChange={setWords}
        spellCheck={false}
      />
      {found && (
        <Checkboxes
          id="register-pick"
          label={
            found.total > pupils.length
              ? `The first ${pupils.length} of ${counted(found.total, 'pupil')}`
              : counted(found.total, 'pupil')
          }
          look="small"
          values={values}
          onChange={(chosen) => {
            const { pasted: changed, added } = change(chosen)
            setTicked({ reading, lines: [...known, ...added] })
            onChange(changed)
          }}
          choices={pupils.map(({ pupil, words }) => ({ value: String(pupil), label: words }))}
        />
      )}
    </>
  )
}

/** The pupils with these words; searched anew when the register is another. */
function useFound(find: RegisterRoom['ask'], words: string, reading: Reading): Found | null {
  const [latest, setLatest] = useState<{ found: Found; of: Reading } | null>(null)
  useEffect(() => {
    let wanted = true
    const search = async () => {
      const answer = await find('find', words)
      if (wanted && answer.kind === 'told') setLatest({ found: answer.told, of: reading })
    }
    void search()
    return () => {
      wanted = false
    }
  }, [find, words, reading])
  return latest?.found ?? null
}
