import { Select } from '../ui/select.tsx'
import { scopesOf, type DraftedInvitation } from './drafted-invitation.ts'
import type { People } from './queries.ts'

type ScopeFieldsProps = {
  draft: DraftedInvitation
  invitable: People['invitable']
  errorOf: (field: string) => string | undefined
  fieldId: (field: string) => string
  onChange: (part: Partial<DraftedInvitation>) => void
}

const choose = { value: '', label: 'Choose' }

/** For whom: the authority, setting or programme that goes with the role. */
export function ScopeFields({ draft, invitable, errorOf, fieldId, onChange }: ScopeFieldsProps) {
  const asked = scopesOf(draft.role)
  const { authorities, settings, programmes } = invitable
  const authorityOf = new Map(authorities.map(({ gssCode, name }) => [gssCode, name]))
  return (
    <>
      {asked.includes('gssCode') && (
        <Select
          id={fieldId('gssCode')}
          label="For which authority?"
          value={draft.gssCode}
          error={errorOf('gssCode')}
          options={[choose, ...authorities.map(({ gssCode, name }) => ({ value: gssCode, label: name }))]}
          onChange={(gssCode) => onChange({ gssCode })}
        />
      )}
      {asked.includes('urn') && (
        <Select
          id={fieldId('urn')}
          label="Of which setting?"
          value={draft.urn}
          error={errorOf('urn')}
          options={[
            choose,
            ...settings.map(({ urn, name, gssCode }) => ({
              value: urn,
              label: `${name}, ${authorityOf.get(gssCode) ?? gssCode}`,
            })),
          ]}
          onChange={(urn) => onChange({ urn })}
        />
      )}
      {asked.includes('programme') && (
        <Select
          id={fieldId('programme')}
          label="In which programme?"
          value={draft.programme}
          error={errorOf('programme')}
          options={programmes.map(({ code, name }) => ({ value: code ?? '', label: name }))}
          onChange={(programme) => onChange({ programme })}
        />
      )}
    </>
  )
}
