import { useDeferredValue, useEffect, useState } from 'react'

type HintOf = (text: string) => string | null

/** `error` is what is said of the text above: the hint does not say it again. */
type PrivacyHintProps = { id: string; text: string; error?: string | undefined }

/** Says quietly when a text probably names somebody. It stops nothing; the lists of names come when wanted. */
export function PrivacyHint({ id, text, error = '' }: PrivacyHintProps) {
  const [hintOf, setHintOf] = useState<HintOf | null>(null)
  const settled = useDeferredValue(text)
  const isWritten = settled.trim() !== ''
  useEffect(() => {
    let wanted = true
    const load = async () => {
      const found = await import('@inclusion/shared/privacy/hint-of')
      if (wanted) setHintOf(() => found.hintOf)
    }
    if (isWritten) void load()
    return () => {
      wanted = false
    }
  }, [isWritten])
  const hint = isWritten ? (hintOf?.(settled) ?? '') : ''
  const isSaid = error.includes(hint.split('.', 1)[0]!)
  return (
    <output id={`${id}-privacy`} className="govuk-hint app-privacy-hint">
      {isSaid ? null : hint}
    </output>
  )
}
