import { useState } from 'react'

/** A value kept on this computer until it is sent, so that leaving the page loses nothing that was written. */
export function useKept<Value>(key: string, blank: Value): [Value, (value: Value) => void, () => void] {
  const [value, setValue] = useState<Value>(() => (read(key) as Value | null) ?? blank)
  const keep = (next: Value) => {
    setValue(next)
    window.localStorage.setItem(key, JSON.stringify(next))
  }
  const forget = () => {
    setValue(blank)
    window.localStorage.removeItem(key)
  }
  return [value, keep, forget]
}

function read(key: string): unknown {
  const text = window.localStorage.getItem(key)
  return text === null ? null : JSON.parse(text)
}
