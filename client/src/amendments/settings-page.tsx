import type { AmendmentView } from '@inclusion/server/amendments/view'
import { paths } from '../routing/paths.ts'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { Link } from '../ui/link.tsx'
import { AmendmentClosed } from './amendment-frame.tsx'
import { settingsField } from './fault-places.ts'
import { useAmendment, useReference } from './use-amendment.ts'
import { PartForm } from './part-form.tsx'
import { usePart } from './use-part.ts'

const title = 'Settings that take part'

/** Which settings report their own attendance for each borough whose grant begins. */
export function AmendmentSettingsPage() {
  const amendment = useAmendment()
  if (amendment.actions.edit !== null) return <AmendmentClosed title={title} amendment={amendment} />
  return <SettingsForm opened={amendment} />
}

type Chosen = Record<string, string[]>

function SettingsForm({ opened }: { opened: AmendmentView }) {
  const {
    typed,
    change,
    errorOf: _,
    ...part
  } = usePart<Chosen>({
    opened,
    name: 'settings',
    savedIn: ({ content }) =>
      Object.fromEntries(
        content.grants.map(({ gssCode, settings }) => [gssCode, settings.map(({ urn }) => urn)]),
      ),
    changeOf: (chosen) => ({
      change: (content) => ({
        ...content,
        grants: content.grants.map((grant) => ({
          ...grant,
          settings: (chosen[grant.gssCode] ?? []).map((urn) => ({ urn, startsOn: grant.cohortStartOn })),
        })),
      }),
      done: 'The settings are saved.',
    }),
  })
  const before = (
    <p className="govuk-body">
      They take part from the first day of the grant.{' '}
      <Link href={paths.settings()}>Settings of another borough</Link> can be added on their own page once
      this is published.
    </p>
  )
  return (
    <PartForm title={title} part={part} width="two-thirds" before={before}>
      {part.saving.ground.content.grants.map(({ gssCode }) => (
        <SettingsOf
          key={gssCode}
          gssCode={gssCode}
          chosen={typed[gssCode] ?? []}
          onChange={(urns) => change({ ...typed, [gssCode]: urns })}
        />
      ))}
    </PartForm>
  )
}

type SettingsOfProps = { gssCode: string; chosen: string[]; onChange: (urns: string[]) => void }

/** The open settings of one borough. */
function SettingsOf({ gssCode, chosen, onChange }: SettingsOfProps) {
  const { settings, authorities } = useReference()
  const name = authorities.find((each) => each.gssCode === gssCode)?.name ?? gssCode
  const own = settings.filter((setting) => setting.gssCode === gssCode)
  if (own.length === 0)
    return (
      <p className="govuk-body" id={settingsField(gssCode)} tabIndex={-1}>
        <strong>{name}</strong> has no open setting on record.
      </p>
    )
  return (
    <Checkboxes
      id={settingsField(gssCode)}
      label={name}
      labelSize="s"
      look="small"
      values={chosen}
      choices={own.map(({ urn, name: label }) => ({ value: urn, label: `${label} (${urn})` }))}
      onChange={onChange}
    />
  )
}
