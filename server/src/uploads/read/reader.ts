/**
 * The process that reads one file and ends: bytes come in by standard input, what was read goes out by standard
 * output. It holds no database, no secret and no connection, may write no file, and is ended from outside when it
 * takes more memory or time than it is given.
 */
import { buffer } from 'node:stream/consumers'
import { readFile } from './read-file.ts'

const reading = await readFile(await buffer(process.stdin))
process.stdout.write(JSON.stringify({ reading, peak: process.resourceUsage().maxRSS }))
