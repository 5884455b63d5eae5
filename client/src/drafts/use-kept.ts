import { useKeeper } from './use-keeper.ts'

/** `isFound`: whether it stood here, unsent, when the page was opened. */
export type Kept<Value> = [value: Value, change: (value: Value) => void, forget: () => void, isFound: boolean]

/** A value kept on this computer until it is sent, so that leaving the page loses nothing that was written. */
export function useKept<Value>(key: string, blank: Value): Kept<Value> {
  const { stored, keep, forget, isFound } = useKeeper<Value>(key)
  const value = stored ?? blank
  const change = (next: Value) =>
    JSON.stringify(next) === JSON.stringify(blank)
      ? forget()
      : keep({ stored: next, typed: next, before: value })
  return [value, change, forget, isFound]
}
