/**
 * The response to a submission is documented only as `{ map{ "id", <test id> } }`, so there are several
 * forms.
 * `id`: an object with the id (a list of ids for several documents). `array`: an object per document.
 * `id-list`: one object with all ids. `names`: names mapped to ids. `fewer`: like `id`, but the last document
 * never starts. `documents`: ids mapped to what runs. `twice`: the first id for every document.
 */
export type ExecShape = 'id' | 'array' | 'id-list' | 'names' | 'fewer' | 'documents' | 'twice'

export function execAnswer(shape: ExecShape, ids: string[]): unknown {
  switch (shape) {
    case 'array':
      return ids.map((id) => ({ id }))
    case 'id-list':
      return { id: ids }
    case 'names':
      return Object.fromEntries(ids.map((id, index) => [`execution-${index + 1}`, id]))
    case 'documents':
      return Object.fromEntries(ids.map((id) => [id, { region: 'eu-west-1', 'test-type': 'duration' }]))
    case 'twice':
      return { id: ids.map(() => ids[0]) }
    case 'id':
    case 'fewer':
      return { id: ids.length === 1 ? ids[0] : ids }
  }
}
