/** The beginning of an amendment as its form holds it, and what is sent of it. Pure. */
import type { FrameworkReference } from '@inclusion/server/framework/view'
import type { BeginAmendment } from '@inclusion/shared/framework/amendment-requests'

type Kind = BeginAmendment['kind']

export type Beginning = {
  kind: Kind | null
  /** Of a programme that there is. */
  programme: string
  /** Of one that is new. */
  code: string
  /** Null while nobody typed one: it is proposed. */
  name: string | null
}

const isKind = (kind: unknown): kind is Kind =>
  kind === 'programme' || kind === 'year' || kind === 'definitions'

/** What the address asks for; nothing else yet. */
export const blankBeginning = ({
  kind,
  programme = '',
}: {
  kind?: string
  programme?: string
}): Beginning => ({
  kind: isKind(kind) ? kind : null,
  programme,
  code: '',
  name: null,
})

/** What the draft is called where nobody says otherwise. */
export function nameOf({ kind, programme }: Beginning, { programmes }: FrameworkReference): string {
  const name = programmes.find(({ code }) => code === programme)?.name
  if (!name || kind === null) return ''
  return kind === 'year' ? `Another year of ${name}` : `Amendment to ${name}`
}

export function toBegin(draft: Beginning, reference: FrameworkReference): BeginAmendment {
  const isNew = draft.kind === 'programme'
  return {
    kind: draft.kind ?? 'definitions',
    programme: isNew ? draft.code.trim().toUpperCase() : draft.programme,
    name: (draft.name ?? nameOf(draft, reference)).trim(),
  }
}

/** What has to be mended before it can be sent, by field. */
export function beginFaults(
  draft: Beginning,
  reference: FrameworkReference,
): { field: string; message: string }[] {
  if (draft.kind === null) return [{ field: 'kind', message: 'Choose what you want to do' }]
  const { programme, name } = toBegin(draft, reference)
  const taken = reference.programmes.find(({ code }) => code === programme)
  if (draft.kind !== 'programme')
    return [
      ...(programme === '' ? [{ field: 'programme', message: 'Choose the programme' }] : []),
      ...nameFaults(name, 'Write a name for this amendment, with 3 letters or more'),
    ]
  return [
    ...nameFaults(name, 'Write the name of the programme, with 3 letters or more'),
    ...(/^[A-Z]{2,5}$/.test(programme)
      ? []
      : [{ field: 'programme', message: 'Write a short code of 2 to 5 letters, like SRS' }]),
    ...(taken
      ? [{ field: 'programme', message: `${taken.name} has the code ${programme}: write another one` }]
      : []),
  ]
}

const nameFaults = (name: string, message: string) => (name.length < 3 ? [{ field: 'name', message }] : [])
