import { useRef, useState } from 'react'

/**
 * A value kept on this computer until it is sent, so that leaving the page loses nothing that was written;
 * what identifies a person is on the page only, and takes what was kept before with it.
 */
export function useKept<Value>(key: string, blank: Value): [Value, (value: Value) => void, () => void] {
  const [value, setValue] = useState<Value>(() => (read(key) as Value | null) ?? blank)
  const turn = useRef(0)
  const keep = async (next: Value) => {
    turn.current += 1
    const mine = turn.current
    setValue(next)
    const { identifiesSomebody, isHalfWritten } = await import('../privacy-guard.ts')
    if (turn.current !== mine) return
    if (identifiesSomebody(next)) window.localStorage.removeItem(key)
    else if (!isHalfWritten(next)) window.localStorage.setItem(key, JSON.stringify(next))
  }
  const forget = () => {
    turn.current += 1
    setValue(blank)
    window.localStorage.removeItem(key)
  }
  return [value, (next) => void keep(next), forget]
}

function read(key: string): unknown {
  const text = window.localStorage.getItem(key)
  return text === null ? null : JSON.parse(text)
}
