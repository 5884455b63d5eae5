import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WaiverView } from '@inclusion/server/waivers/view'
import { problems } from '@inclusion/shared/problems'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import type { Told } from '../outcome.tsx'
import { KeptWords } from '../drafts/kept-words.tsx'
import { useKept } from '../drafts/use-kept.ts'
import { ConfirmedButton } from '../people/confirmed-button.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { waiversQuery } from './queries.ts'

type WaiverActsProps = Told & { waiver: WaiverView }

/** What this person may do with a waiver now. */
export function WaiverActs({ waiver, ...told }: WaiverActsProps) {
  const { acts } = waiver
  return (
    <>
      {acts.approve === null && <Decide waiver={waiver} {...told} />}
      {acts.approve === 'waiver-needs-another' && (
        <p className="app-reason">{problems['waiver-needs-another'].title}</p>
      )}
      {acts.withdraw === null && <Withdraw waiver={waiver} {...told} />}
      {acts.end === null && <End waiver={waiver} {...told} />}
    </>
  )
}

/** Sends one act; what came of it is said at the top of the page, and every return is fetched anew. */
function useSend<T>(work: (given: T) => Promise<unknown>, done: (given: T) => string, told: Told) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSuccess: async (_, given) => {
      told.onDone(done(given))
      await Promise.all([
        cache.invalidateQueries(waiversQuery),
        cache.invalidateQueries({ queryKey: ['return'] }),
        cache.invalidateQueries({ queryKey: ['home'] }),
      ])
    },
    onError: told.onRefused,
  })
}

type Decision = { act: 'approve' | 'refuse'; note: string }

/** Another person's decision, with its reason. */
function Decide({ waiver: { id, check }, ...told }: WaiverActsProps) {
  const [note, setNote, forget, isFound] = useKept(`waiver decision ${id}`, '')
  const [fault, setFault] = useState<string | undefined>()
  const param = { waiverId: id }
  const send = useSend(
    ({ act, note: reason }: Decision) => {
      const json = { note: reason }
      return act === 'approve'
        ? call(staffApi.waivers[':waiverId'].approve.$post({ param, json }))
        : call(staffApi.waivers[':waiverId'].refuse.$post({ param, json }))
    },
    ({ act }) => `The waiver of check ${check.code} is ${act === 'approve' ? 'approved' : 'refused'}.`,
    { ...told, onDone: (done) => (forget(), told.onDone(done)) },
  )
  const decide = (act: Decision['act']) => {
    const missing = note.trim() === ''
    setFault(missing ? 'Give a reason for your decision' : undefined)
    if (!missing) send.mutate({ act, note })
  }
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <KeptWords {...{ isFound, about: 'your decision' }} onDiscard={forget} />
      <Textarea
        id={`decision-${id}`}
        label="Your decision, and why"
        hint="The person who asked reads it."
        rows={3}
        value={note}
        error={fault}
        onChange={setNote}
      />
      <ButtonGroup>
        <Button busy={send.isPending} onClick={() => decide('approve')}>
          Approve
        </Button>
        <Button look="secondary" busy={send.isPending} onClick={() => decide('refuse')}>
          Refuse
        </Button>
      </ButtonGroup>
    </form>
  )
}

function Withdraw({ waiver: { id, check }, ...told }: WaiverActsProps) {
  const send = useSend(
    () => call(staffApi.waivers[':waiverId'].withdraw.$post({ param: { waiverId: id } })),
    () => `The request to waive check ${check.code} is withdrawn.`,
    told,
  )
  return (
    <Confirmed
      words="Withdraw"
      about={`the request to waive check ${check.code}`}
      question="Nobody decides on it then. You can ask again."
      busy={send.isPending}
      onConfirm={() => send.mutate(undefined)}
    />
  )
}

function End({ waiver: { id, check }, ...told }: WaiverActsProps) {
  const send = useSend(
    () => call(staffApi.waivers[':waiverId'].end.$post({ param: { waiverId: id } })),
    () => `The waiver of check ${check.code} has ended.`,
    told,
  )
  return (
    <Confirmed
      words="End it now"
      about={`the waiver of check ${check.code}`}
      question="Its findings have to be dealt with again, from now on."
      busy={send.isPending}
      onConfirm={() => send.mutate(undefined)}
    />
  )
}

/** In the type of the page, where a button of its own would not have it. */
function Confirmed(props: Parameters<typeof ConfirmedButton>[0]) {
  return (
    <div className="govuk-body">
      <ConfirmedButton {...props} />
    </div>
  )
}
