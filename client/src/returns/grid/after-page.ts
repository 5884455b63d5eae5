import { lazy, type ComponentType } from 'react'

const Nothing = () => null

/** A part that comes after its page. Where it cannot be fetched the page goes on without it, and loses nothing. */
export const afterPage = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load().catch((): ComponentType<Props> => Nothing) }))
