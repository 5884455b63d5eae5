import { useEffect, useEffectEvent, type RefObject } from 'react'

export type BoxEvents = {
  [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void
}

/** Listens to what happens inside an element that was drawn before. */
export function useBoxEvents(box: RefObject<HTMLElement | null>, events: BoxEvents): void {
  const hear = useEffectEvent((event: Event) => {
    const heard = events[event.type as keyof BoxEvents] as ((event: Event) => void) | undefined
    heard?.(event)
  })
  const names = Object.keys(events).join(' ')
  useEffect(() => {
    const element = box.current
    const listen = (event: Event) => hear(event)
    for (const name of names.split(' ')) element?.addEventListener(name, listen)
    return () => {
      for (const name of names.split(' ')) element?.removeEventListener(name, listen)
    }
  }, [box, names])
}
