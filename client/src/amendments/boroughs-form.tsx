import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import { periodOf } from '@inclusion/shared/periods'
import { staffPaths } from '../routing/staff-paths.ts'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { Radios } from '../ui/radios.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { draftGrants, grantsFaults, putGrants, type DraftedGrants } from './drafted-grants.ts'
import { EndingGrants } from './ending-grants.tsx'
import { PartForm } from './part-form.tsx'
import { datesOf } from './periods-of.ts'
import { dayHint } from './typed-day-text.ts'
import { useReference } from './use-amendment.ts'
import { usePart } from './use-part.ts'

type BoroughsFormProps = { opened: AmendmentView; framework: FrameworkView | null }

export function BoroughsForm({ opened, framework }: BoroughsFormProps) {
  const { authorities } = useReference()
  const names = new Map(authorities.map(({ gssCode, name }) => [gssCode, name]))
  const { typed, change, errorOf, ...part } = usePart({
    opened,
    name: 'boroughs',
    savedIn: (ground) => draftGrants(ground.content, beginning(ground, framework)),
    faultsOf: (draft) => grantsFaults(draft, names),
    changeOf: (draft) => ({
      change: (content) => putGrants(draft, content),
      done: 'The boroughs are saved.',
    }),
    nextOf: ({ chosen }) =>
      chosen.length > 0 ? staffPaths.amendmentAmounts(opened.id) : staffPaths.amendment(opened.id),
  })
  const put = (some: Partial<DraftedGrants>) => change({ ...typed, ...some })
  const active = framework?.grants.filter(({ endsBefore }) => endsBefore === null) ?? []
  const known = new Set(framework?.grants.map(({ gssCode }) => gssCode))
  return (
    <PartForm title="Boroughs" part={part}>
      <div className="app-columns">
        <Checkboxes
          id="boroughs"
          label={framework ? 'Which boroughs get a grant now?' : 'Which boroughs have a grant?'}
          {...(framework && { hint: 'Those that have one already are not listed.' })}
          labelSize="m"
          look="small"
          values={typed.chosen}
          choices={authorities
            .filter(({ gssCode }) => !known.has(gssCode))
            .map(({ gssCode, name }) => ({ value: gssCode, label: name }))}
          onChange={(chosen) => put({ chosen })}
        />
      </div>
      {typed.chosen.length > 0 && <GrantFields draft={typed} errorOf={errorOf} onChange={put} />}
      {active.length > 0 && <EndingGrants grants={active} draft={typed} errorOf={errorOf} onChange={put} />}
    </PartForm>
  )
}

/** The day on which grants begin where nothing is said: with the programme, or with the next period. */
const beginning = (amendment: AmendmentView, framework: FrameworkView | null): string =>
  framework ? periodOf(framework.firstFree).startsOn : (datesOf(amendment, framework)?.startsOn ?? '')

type GrantFieldsProps = {
  draft: DraftedGrants
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedGrants>) => void
}

/** What is the same for all grants that begin. */
function GrantFields({ draft, errorOf, onChange }: GrantFieldsProps) {
  return (
    <>
      <TextInput
        id="startsOn"
        label="First day of these grants"
        hint={`${dayHint}. The first return is that of the period it lies in. Boroughs that begin on another day are added in a draft of their own.`}
        width={20}
        value={draft.startsOn}
        error={errorOf('startsOn')}
        onChange={(startsOn) => onChange({ startsOn })}
      />
      <Radios
        id="personalData"
        label="Do boroughs process personal data of young people for it?"
        hint="Not in this service: in their own work. Then an impact assessment (DPIA) is asked for."
        look="inline"
        value={draft.personalData}
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        onChange={(personalData) => onChange({ personalData })}
      />
      {draft.personalData === 'yes' && (
        <TextInput
          id="dpiaOn"
          label="Day of the impact assessment (optional)"
          hint={dayHint}
          width={20}
          value={draft.dpiaOn}
          error={errorOf('dpiaOn')}
          onChange={(dpiaOn) => onChange({ dpiaOn })}
        />
      )}
    </>
  )
}
