import { useDeferredValue, useEffect, useState } from 'react'

type HintOf = (text: string) => string | null

/** Says quietly when a text probably names somebody. It stops nothing; the lists of names come when wanted. */
export function PrivacyHint({ id, text }: { id: string; text: string }) {
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
  return (
    <output id={`${id}-privacy`} className="govuk-hint app-privacy-hint">
      {isWritten ? hintOf?.(settled) : null}
    </output>
  )
}
