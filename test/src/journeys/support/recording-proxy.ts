/** A proxy that keeps every byte a browser sends, whoever in it sends it: page, worker or the browser itself. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'

export type Recording = {
  /** Each request: its line, its headers and its body. */
  requests: Buffer[]
  url: string
  stop: () => Promise<void>
}

export async function startRecording(): Promise<Recording> {
  const requests: Buffer[] = []
  const server = createServer((asked, answer) => {
    void forward(asked, answer).then((bytes) => requests.push(bytes))
  })
  server.on('connect', (asked, socket) => {
    requests.push(headOf(asked))
    const { hostname, port } = new URL(`http://${asked.url}`)
    // Nothing outside may be reached; that it was tried is kept.
    if (hostname !== 'localhost') return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    const on = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    for (const end of [on, socket]) end.on('error', () => end.destroy())
    socket.on('data', (bytes: Buffer) => requests.push(bytes))
    socket.pipe(on).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { requests, url: `http://localhost:${port}`, stop }
}

const headOf = ({ method, url, rawHeaders }: IncomingMessage): Buffer =>
  Buffer.from(`${method} ${url}\n${rawHeaders.join('\n')}\n\n`)

async function forward(asked: IncomingMessage, answer: ServerResponse): Promise<Buffer> {
  const body = Buffer.concat(await asked.toArray())
  const { hostname, port, pathname, search } = new URL(asked.url ?? '')
  const on = request(
    { hostname, port, path: pathname + search, method: asked.method, headers: asked.headers },
    (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers)
      told.pipe(answer)
    },
  )
  on.on('error', () => answer.destroy())
  on.end(body)
  return Buffer.concat([headOf(asked), body])
}
