import { useState } from 'react'
import { useKeeper } from '../drafts/use-keeper.ts'

/** A value kept on this computer until it is sent, so that leaving the page loses nothing that was written. */
export function useKept<Value>(key: string, blank: Value): [Value, (value: Value) => void, () => void] {
  const [value, setValue] = useState<Value>(() => (read(key) as Value | null) ?? blank)
  const keeper = useKeeper<Value>(key)
  const keep = (next: Value) => {
    setValue(next)
    void keeper.keep({ stored: next, typed: next, before: value })
  }
  const forget = () => {
    setValue(blank)
    keeper.forget()
  }
  return [value, keep, forget]
}

function read(key: string): unknown {
  const text = window.localStorage.getItem(key)
  return text === null ? null : JSON.parse(text)
}
