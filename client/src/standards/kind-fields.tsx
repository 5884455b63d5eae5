import type { CheckKind } from '@inclusion/shared/standards/check'
import { catalogue } from '@inclusion/shared/standards/kinds/catalogue'
import { InsetText } from '../ui/inset-text.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { checkField } from './drafted-check.ts'

const kinds = (Object.keys(catalogue) as CheckKind[]).toSorted((left, right) =>
  catalogue[left].name.localeCompare(catalogue[right].name, 'en'),
)
type KindFieldsProps = {
  kind: CheckKind
  code: string
  errorOf: (field: string) => string | undefined
  onKind: (kind: CheckKind) => void
  onCode: (code: string) => void
}

/** What a new check looks for, and the number it is to have. */
export function KindFields({ kind, code, errorOf, onKind, onCode }: KindFieldsProps) {
  return (
    <>
      <Select
        id={checkField('rule.kind')}
        label="What kind of check?"
        value={kind}
        error={errorOf('rule.kind')}
        options={kinds.map((value) => ({ value, label: catalogue[value].name }))}
        onChange={(value) => onKind(value as CheckKind)}
      />
      <InsetText>{catalogue[kind].looksFor}</InsetText>
      <TextInput
        id={checkField('code')}
        label="Number"
        hint="The clause, a point, and a number that no edition has used. It is for ever."
        width={5}
        value={code}
        error={errorOf('code')}
        onChange={onCode}
      />
    </>
  )
}
