import { useState } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import { changesOfOffers, copyOffers, type CopyOffer } from '@inclusion/shared/copy-forward'
import type { EvidenceField } from '@inclusion/shared/framework/indicators'
import { isUnlocked } from '@inclusion/shared/returns'
import { prepareInput, type PreparedInput } from '@inclusion/shared/standards/prepared-input'
import { evidenceNames, placeName } from '@inclusion/shared/standards/words'
import { api, call, once } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { Details } from '../ui/details.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { figureWords } from '@inclusion/shared/figure-words'
import { periodName } from '@inclusion/shared/periods'
import { useAct } from './use-act.ts'

const keyOf = ({ locator, part }: CopyOffer): string => `${locator} ${part}`

/** What may honestly be the same as last time, to be ticked one by one: words, evidence, notes, a stock. Never a result. */
export function CopyForward({ view }: { view: ReturnView }) {
  const { busy, problem, attempt, run } = useAct(view.id)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [fault, setFault] = useState<string | undefined>()
  const [copied, setCopied] = useState<string | null>(null)
  const offers = offersOf(view)
  if (!view.mayEdit || (offers.length === 0 && copied === null)) return null
  const chosen = offers.filter((offer) => ticked.includes(keyOf(offer)))
  const copy = async () => {
    setFault(chosen.length === 0 ? 'Tick what is the same as before' : undefined)
    if (chosen.length === 0) return
    const changes = changesOfOffers(chosen, (locator) => view.marks[locator]?.revision ?? 0)
    const param = { returnId: view.id }
    const json = { changes, provenance: 'prefill' as const }
    const done = await run((key) =>
      call(api.returns[':returnId'].figures.$put({ param, query: {}, json }, once(key))),
    )
    if (done) setCopied(chosen.length === 1 ? 'Copied 1 item.' : `Copied ${chosen.length} items.`)
    if (done) setTicked([])
  }
  const last = `last ${periodName(view.period.id)}`
  return (
    <Details summary={`Copy from ${last}`}>
      {problem && <ProblemNotice key={attempt} problem={problem} />}
      <output className="app-said">
        {copied && `${copied} Read them over: they stand as you left them ${last}, and can be changed.`}
      </output>
      {offers.length > 0 && (
        <>
          <Checkboxes
            id="copy"
            label={`Tick what is still true, as it stood in your accepted return of ${last}`}
            hint="Only into what is blank. Results are never copied: they are counted anew."
            look="small"
            error={fault}
            values={ticked}
            onChange={setTicked}
            choices={choicesOf(view, offers)}
          />
          <Button look="secondary" busy={busy} onClick={() => void copy()}>
            Copy the ticked ones
          </Button>
        </>
      )}
    </Details>
  )
}

function offersOf({ checkInput, lastFiled, status, unlocked }: ReturnView): CopyOffer[] {
  if (!lastFiled) return []
  return copyOffers(checkInput, lastFiled.repeatable).filter(({ locator }) =>
    isUnlocked(status, unlocked, locator),
  )
}

function choicesOf({ checkInput }: ReturnView, offers: readonly CopyOffer[]) {
  const prepared = prepareInput(checkInput)
  return offers.map((offer) => ({
    value: keyOf(offer),
    label: labelOf(prepared, offer),
    hint: contentOf(prepared, offer),
  }))
}

const partNames = { text: '', value: '', evidence: ', how it was measured', note: ', note' } as const

const labelOf = (prepared: PreparedInput, { locator, part }: CopyOffer): string =>
  `${placeName(prepared, locator)}${partNames[part]}`

/** More than this of a text is folded away: the page that it is copied to shows it whole. */
const most = 600

function contentOf(prepared: PreparedInput, { locator, part, was }: CopyOffer): string {
  if (part === 'note') return was.note ?? ''
  if (part === 'evidence')
    return Object.entries(was.evidence ?? {})
      .map(([field, words]) => `${evidenceNames[field as EvidenceField]}: ${words}`)
      .join('. ')
  const definition = prepared.definitions().get(locator.split(':', 1)[0]!)
  if (part === 'value') return (definition && figureWords(definition, was)) ?? ''
  const text = was.text ?? ''
  return text.length <= most
    ? text
    : `${text.slice(0, most).trimEnd()}… (${text.length.toLocaleString('en-GB')} characters in all)`
}
