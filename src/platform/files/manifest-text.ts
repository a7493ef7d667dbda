import * as z from 'zod/mini'

const MAX_ENTRIES = 2_000

/** The checkout or another step may have left it: it is used completely, or not at all. */
export function parseManifest(text: string, names: { file: RegExp; folder: RegExp }) {
  const fileName = z.string().check(z.regex(names.file))
  const number = z.string().check(z.regex(/^\d{1,25}$/))
  const listOf = <T extends z.ZodMiniType>(item: T) => z.array(item).check(z.maxLength(MAX_ENTRIES))
  const schema = z.object({
    schemaVersion: z.literal(1),
    files: listOf(
      z.object({ name: fileName, inode: number, sizeBytes: z.int().check(z.minimum(0)), modifiedNs: number }),
    ),
    parts: listOf(z.object({ name: fileName, inode: number })),
    folders: listOf(z.object({ name: z.string().check(z.regex(names.folder)), inode: number })),
  })
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
