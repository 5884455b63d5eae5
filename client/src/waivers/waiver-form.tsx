import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { WaiverForm as Form } from '@inclusion/server/waivers/view'
import { shortDate } from '@inclusion/shared/time'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import { KeptWords } from '../drafts/kept-words.tsx'
import type { Kept } from '../drafts/use-kept.ts'
import { faultOf, type Outcome, type Told } from '../outcome.tsx'
import { refusalOf } from '../refusal-of.ts'
import { Button } from '../ui/button.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Select } from '../ui/select.tsx'
import { Textarea } from '../ui/textarea.tsx'
import {
  changeWaiver,
  offeredTo,
  toSend,
  waiverFaults,
  waiverField,
  type Asked,
  type DraftedWaiver,
} from './drafted-waiver.ts'
import { waiversQuery } from './queries.ts'

export type WaiverFormProps = Told & { form: Form; kept: Kept<DraftedWaiver>; outcome: Outcome }

/** Asks for one waiver. What was typed stays until it is sent. */
export function WaiverForm({ form, kept, outcome, ...told }: WaiverFormProps) {
  const { draft, change, submit, busy } = useWaiver(form, kept, told)
  const errorOf = (field: string) => faultOf(outcome, waiverField(field)) ?? refusalOf(outcome.error, field)
  return (
    <form
      className="govuk-!-width-two-thirds"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <KeptWords isFound={kept[3]} about="your request for a waiver" onDiscard={kept[2]} />
      <ScopeFields {...{ form, draft, change, errorOf }} />
      <Textarea
        id={waiverField('reason')}
        label="Why can this not be met, and what is done about it?"
        hint="Whoever decides reads it, and it stands beside every finding it waives. Name no child."
        rows={4}
        value={draft.reason}
        error={errorOf('reason')}
        onChange={(reason) => change({ reason })}
      />
      <DateInput
        id={waiverField('until')}
        label="Last day on which it counts"
        hint={`From ${shortDate(form.firstDay)} to ${shortDate(form.lastDay)}. It runs out by itself.`}
        value={draft}
        error={errorOf('until')}
        onChange={change}
      />
      <Button busy={busy}>Ask for this waiver</Button>
    </form>
  )
}

type ScopeFieldsProps = {
  form: Form
  draft: DraftedWaiver
  change: (part: Partial<DraftedWaiver>) => void
  errorOf: (field: string) => string | undefined
}

type ScopeField = {
  field: keyof Asked
  label: string
  /** What choosing nothing means; left out where the choices say so themselves. */
  none?: string
  choices: { value: string; label: string }[]
}

/** Which check, and for what: as little as is needed. */
function ScopeFields({ form, draft, change, errorOf }: ScopeFieldsProps) {
  const { settings, indicators } = offeredTo(form, draft)
  const fields: ScopeField[] = [
    {
      field: 'check',
      label: 'Check',
      none: 'Choose a check',
      choices: form.checks.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
    },
    {
      field: 'programme',
      label: 'Programme',
      choices: form.programmes.map(({ code, name }) => ({ value: code ?? '', label: name })),
    },
    {
      field: 'gssCode',
      label: 'Authority',
      choices: form.authorities.map(({ gssCode, name }) => ({ value: gssCode ?? '', label: name })),
    },
    {
      field: 'urn',
      label: 'Setting',
      none: 'Any setting, and the authority’s own figures',
      choices: settings.map(({ urn, name }) => ({ value: urn, label: name })),
    },
    {
      field: 'indicator',
      label: 'Measure',
      none: 'Any measure',
      choices: indicators.map(({ code, label }) => ({ value: code, label: `${code} ${label}` })),
    },
  ]
  return fields.map(({ field, label, none, choices }) => (
    <Select
      key={field}
      id={waiverField(field)}
      label={label}
      value={draft[field]}
      error={errorOf(field)}
      options={none === undefined ? choices : [{ value: '', label: none }, ...choices]}
      onChange={(value) => change({ [field]: value })}
    />
  ))
}

function useWaiver(form: Form, kept: Kept<DraftedWaiver>, { onDone, onRefused, onFaults }: Told) {
  const cache = useQueryClient()
  const [draft, keep, forget] = kept
  const send = useMutation({
    mutationFn: (json: ReturnType<typeof toSend>) => call(staffApi.waivers.index.$post({ json })),
    onSuccess: () => {
      forget()
      onDone('The waiver is asked for. Another person decides, and you are written to.')
      return cache.invalidateQueries(waiversQuery)
    },
    onError: onRefused,
  })
  const submit = () => {
    const faults = waiverFaults(draft)
    if (faults.length > 0) onFaults(faults)
    else send.mutate(toSend(draft))
  }
  const change = (part: Partial<DraftedWaiver>) => keep(changeWaiver(form, draft, part))
  return { draft, change, submit, busy: send.isPending }
}
