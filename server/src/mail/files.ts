/** Mail as text files in a folder: the demonstration sends nothing to anybody. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Mailer, Message } from './mailer.ts'

const extension = '.txt'

/** Where the letters of a demonstration are: beside its database, so that two never show each other's. */
export function mailFolder(databaseUrl: string): string {
  const onServer = /^postgres(ql)?:\/\//.test(databaseUrl)
  return join(onServer ? '.data' : dirname(databaseUrl), 'mail')
}

/** One file a message, named by its id, so names sort by time and a repeat replaces the first. */
export function filesMailer(folder: string): Mailer {
  return {
    async send(message) {
      await mkdir(folder, { recursive: true })
      const path = join(folder, `${message.id}${extension}`)
      await writeFile(`${path}.part`, write(message))
      await rename(`${path}.part`, path)
    },
    async latest(most) {
      await mkdir(folder, { recursive: true })
      const names = (await readdir(folder)).filter((name) => name.endsWith(extension))
      const newest = names.toSorted().toReversed().slice(0, most)
      return Promise.all(
        newest.map(async (name) =>
          read(name.slice(0, -extension.length), await readFile(join(folder, name), 'utf8')),
        ),
      )
    },
  }
}

const write = ({ recipient, subject, text, at }: Message): string =>
  `To: ${recipient}\nDate: ${at}\nSubject: ${subject}\n\n${text}`

function read(id: string, file: string): Message {
  const end = file.indexOf('\n\n')
  const header = Object.fromEntries(
    file
      .slice(0, end)
      .split('\n')
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const { To = '', Date: at = '', Subject = '' } = header
  return { id, recipient: To, subject: Subject, text: file.slice(end + 2), at }
}
