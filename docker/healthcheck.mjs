// Healthy while one of the programs answers in this container: receiver, Entra ID or JumpCloud, at their usual ports or at those given.
const [, , ...given] = process.argv
const ports = given.length === 0 ? ['8080', '8090', '8420'] : given
const asked = ports.map(async (port) => {
  const { ok } = await fetch(`http://127.0.0.1:${port}/_scimulator/clock`, { signal: AbortSignal.timeout(3_000) })
  if (!ok) throw new Error(`port ${port} does not answer as it should`)
})
await Promise.any(asked).then(
  () => process.exit(0),
  () => process.exit(1),
)
