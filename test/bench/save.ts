/** Check and store a return of 200 figures over HTTP, eight at once, against the floor, in turn. */
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, copyFileSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { once } from 'node:events'
import { openDatabase } from '@inclusion/db/open'
import { median, quantile, type Measurement } from './figures.ts'
import { changesFor, figures, leadOf, openWorld, returnOf, writers } from './world.ts'

const rounds = 7
const savesEach = 12

type Server = { name: string; base: string; process: ChildProcess; headers: Record<string, string>[] }

async function start(name: 'service' | 'floor', path: string): Promise<Server> {
  const child = spawn(process.execPath, [`${import.meta.dirname}/${name}.ts`, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { name, base: `http://127.0.0.1:${String(line).trim()}`, process: child, headers: [] }
}

/** Saves every writer's return at once, so many times; answers milliseconds of each save and of the round. */
async function saveAll({ base, headers }: Server, from: number): Promise<{ each: number[]; all: number }> {
  const each: number[] = []
  const begun = performance.now()
  await Promise.all(
    headers.map(async (own, writer) => {
      for (let turn = 0; turn < savesEach; turn++) {
        const started = performance.now()
        const response = await fetch(`${base}/api/returns/${returnOf(writer)}/figures`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', ...own },
          body: JSON.stringify({ changes: changesFor(from + turn) }),
        })
        const body = (await response.json()) as { findings?: unknown[] }
        if (response.status !== 200 || !body.findings)
          throw new Error(`${response.status} ${JSON.stringify(body)}`)
        each.push(performance.now() - started)
      }
    }),
  )
  return { each, all: performance.now() - begun }
}

async function signIn(service: Server): Promise<void> {
  for (let writer = 0; writer < writers; writer++) {
    const response = await fetch(`${service.base}/api/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: leadOf(writer) }),
    })
    service.headers.push({ cookie: response.headers.getSetCookie()[0]!.split(';')[0]! })
  }
}

/** The floor's sessions: the tokens that the service has just made, on a copy of its file. */
async function borrowSessions(floor: Server, path: string): Promise<void> {
  const { db, close } = openDatabase(path)
  for (let writer = 0; writer < writers; writer++) {
    const { token } = await db
      .selectFrom('sessions')
      .select('token')
      .where('personId', '=', leadOf(writer))
      .executeTakeFirstOrThrow()
    floor.headers.push({ authorization: token })
  }
  await close()
}

function probeFsync(path: string): number {
  const file = openSync(`${path}.probe`, 'w')
  const times = Array.from({ length: 30 }, () => {
    writeSync(file, 'x'.repeat(4096))
    const started = performance.now()
    fsyncSync(file)
    return performance.now() - started
  })
  closeSync(file)
  return median(times)
}

export async function measureSaves(): Promise<Measurement[]> {
  const { path, database } = await openWorld()
  await database.close()
  const service = await start('service', path)
  await signIn(service)
  const floorPath = `${path}.floor`
  const copied = openDatabase(path)
  // Into the main file first, so that the copy is whole.
  const { sql } = await import('kysely')
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(copied.db)
  await copied.close()
  copyFileSync(path, floorPath)
  const floor = await start('floor', floorPath)
  await borrowSessions(floor, floorPath)
  const rates = { ours: [] as number[], floor: [] as number[] }
  const waits = { ours: [] as number[], floor: [] as number[] }
  const fsyncs: number[] = []
  for (let round = 0; round < rounds; round++) {
    fsyncs.push(probeFsync(path))
    const served = await saveAll(service, round * savesEach)
    const raw = await saveAll(floor, round * savesEach)
    // The first round warms both up.
    if (round === 0) continue
    rates.ours.push((writers * savesEach * 1000) / served.all)
    rates.floor.push((writers * savesEach * 1000) / raw.all)
    waits.ours.push(...served.each)
    waits.floor.push(...raw.each)
  }
  service.process.kill()
  floor.process.kill()
  return [
    {
      name: `check and store ${figures} figures, ${writers} at once`,
      unit: 'saves a second',
      ours: median(rates.ours),
      floor: median(rates.floor),
      ratio: median(rates.ours.map((rate, index) => rate / rates.floor[index]!)),
      better: 'higher',
    },
    wait('half of them within', waits, 0.5),
    wait('99 of 100 within', waits, 0.99),
    { name: 'fsync probe', unit: 'ms', ours: median(fsyncs), floor: null, ratio: null, better: 'lower' },
  ]
}

function wait(name: string, waits: { ours: number[]; floor: number[] }, share: number): Measurement {
  const ours = quantile(waits.ours, share)
  const floor = quantile(waits.floor, share)
  return { name, unit: 'ms', ours, floor, ratio: ours / floor, better: 'lower' }
}
