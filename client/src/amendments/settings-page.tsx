import type { AmendmentView } from '@inclusion/server/amendments/view'
import { useNavigate } from '@tanstack/react-router'
import { useOutcome } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { Link } from '../ui/link.tsx'
import { AmendmentClosed, AmendmentFrame } from './amendment-frame.tsx'
import { settingsField } from './fault-places.ts'
import { SaveButtons } from './save-buttons.tsx'
import { useAmendment, useReference } from './use-amendment.ts'
import { useSaving } from './use-saving.ts'
import { useTyped } from './use-typed.ts'

const title = 'Settings that take part'

/** Which settings report their own attendance for each borough whose grant begins. */
export function AmendmentSettingsPage() {
  const amendment = useAmendment()
  if (amendment.actions.edit !== null) return <AmendmentClosed title={title} amendment={amendment} />
  return <SettingsForm opened={amendment} />
}

function SettingsForm({ opened }: { opened: AmendmentView }) {
  const { outcome, ...told } = useOutcome()
  const navigate = useNavigate()
  const { settings, authorities } = useReference()
  const saving = useSaving(opened, told)
  const { grants } = saving.ground.content
  const saved = Object.fromEntries(
    grants.map((grant) => [grant.gssCode, grant.settings.map(({ urn }) => urn)]),
  )
  const { typed, change, ...typing } = useTyped<Record<string, string[]>>(
    `amendment ${opened.id} settings`,
    saved,
  )
  const submit = () =>
    saving.save({
      change: (content) => ({
        ...content,
        grants: content.grants.map((grant) => ({
          ...grant,
          settings: (typed[grant.gssCode] ?? []).map((urn) => ({ urn, startsOn: grant.cohortStartOn })),
        })),
      }),
      done: 'The settings are saved.',
      after: () => {
        typing.forget()
        void navigate({ href: staffPaths.amendment(opened.id) })
      },
    })
  return (
    <AmendmentFrame title={title} {...{ saving, outcome, typing }} width="two-thirds">
      <p className="govuk-body">
        They take part from the first day of the grant.{' '}
        <Link href={paths.settings()}>Settings of another borough</Link> can be added on their own page once
        this is published.
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {grants.map(({ gssCode }) => {
          const name = authorities.find((each) => each.gssCode === gssCode)?.name ?? gssCode
          const own = settings.filter((setting) => setting.gssCode === gssCode)
          if (own.length === 0)
            return (
              <p key={gssCode} className="govuk-body" id={settingsField(gssCode)} tabIndex={-1}>
                <strong>{name}</strong> has no open setting on record.
              </p>
            )
          return (
            <Checkboxes
              key={gssCode}
              id={settingsField(gssCode)}
              label={name}
              labelSize="s"
              look="small"
              values={typed[gssCode] ?? []}
              choices={own.map(({ urn, name: label }) => ({ value: urn, label: `${label} (${urn})` }))}
              onChange={(urns) => change({ ...typed, [gssCode]: urns })}
            />
          )
        })}
        <SaveButtons amendmentId={opened.id} busy={saving.busy} />
      </form>
    </AmendmentFrame>
  )
}
