import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Locator } from '@inclusion/shared/locators'
import { inSentence } from '@inclusion/shared/standards/words'
import { api, call } from '../api.ts'
import { MessageForm } from './grid/message-form.tsx'

type AskSettingProps = {
  returnId: string
  locator: Locator
  /** What the figure is called, and whose it is. */
  figure: string
  setting: string
  onDone: () => void
}

/** A question to the head of a setting on one figure. It changes nothing of the report. */
export function AskSetting({ returnId, locator, figure, setting, onDone }: AskSettingProps) {
  const queries = useQueryClient()
  const id = `ask-${locator.replaceAll(/[^\w-]/g, '-')}`
  useEffect(() => document.getElementById(`answer-${id}`)?.focus(), [id])
  const ask = async (question: string) => {
    await call(api.returns[':returnId'].queries.$post({ param: { returnId }, json: { locator, question } }))
    await queries.invalidateQueries({ queryKey: ['return', returnId] })
    onDone()
  }
  return (
    <div className="app-question">
      <MessageForm
        {...{ id, returnId }}
        words={{
          label: `Your question to the head of ${setting} on ${inSentence(figure)}`,
          hint: 'The head answers beside the figure. Your certifier and RMEL can read both.',
          button: 'Send the question',
          blank: 'Write your question first',
        }}
        onSend={ask}
      />
      <p className="govuk-!-margin-top-3">
        <button type="button" className="app-link-button" onClick={onDone}>
          Do not ask
        </button>
      </p>
    </div>
  )
}
